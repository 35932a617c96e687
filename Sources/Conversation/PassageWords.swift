// A passage's text, analysed once: what folding and highlighting compare. It reads no index.

import TextAnalysis

/// The words of one passage's text, as hashes of their terms.
struct PassageWords {
  struct Word {
    /// Of the term: FNV-1a, 64 bits.
    let hash: UInt64
    /// In bytes of the text.
    let source: Range<Int>
    let isCompound: Bool
  }

  /// In reading order; a compound before its parts.
  let words: [Word]
  /// The longest terms, up to `longestCount` different ones; of two alike the earlier. Other texts most likely lack these.
  let longestTerms: [[UInt8]]

  static let longestCount = 4

  /// Analyses `text`; O(bytes).
  init(_ text: String, analyzer: Analyzer, buffer: inout TokenBuffer) {
    var text = text
    text.makeContiguousUTF8()
    analyzer.analyze(text.utf8.span, into: &buffer)
    words = buffer.tokens.map { token in
      Word(hash: Self.hash(buffer.term(of: token)), source: token.source, isCompound: token.isCompound)
    }
    var longest: [Range<Int>] = []
    for token in buffer.tokens where !token.isCompound {
      guard longest.count < Self.longestCount || token.term.count > longest[longest.count - 1].count,
        !longest.contains(where: { buffer.bytes[$0].elementsEqual(buffer.bytes[token.term]) })
      else { continue }
      if longest.count == Self.longestCount { longest.removeLast() }
      let place = longest.firstIndex { $0.count < token.term.count } ?? longest.count
      longest.insert(token.term, at: place)
    }
    longestTerms = longest.map { Array(buffer.bytes[$0]) }
  }

  /// The different terms, compounds left out; O(n log n) for n words.
  var terms: TermSet {
    TermSet(words.lazy.filter { !$0.isCompound }.map(\.hash))
  }

  /// The words that stand within `range` of the text; O(log words).
  func words(in range: Range<Int>) -> ArraySlice<Word> {
    words[firstWord(at: range.lowerBound)..<firstWord(at: range.upperBound)]
  }

  /// The first word that begins at `offset` or behind it.
  private func firstWord(at offset: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].source.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the words stand whose terms have `hashes`, one after another from `index` on; empty where they do not.
  ///
  /// Beside a compound stand its parts: a sequence may use the one or the others.
  func sources(of hashes: [UInt64], at index: Int) -> [Range<Int>] {
    guard words[index].hash == hashes[0] else { return [] }
    var sources = [words[index].source]
    var next = index + 1
    for hash in hashes.dropFirst() {
      let end = sources[sources.count - 1].upperBound
      while next < words.count,
        words[next].source.lowerBound < end || (words[next].isCompound && words[next].hash != hash)
      {
        next += 1
      }
      guard next < words.count, words[next].hash == hash else { return [] }
      sources.append(words[next].source)
      next += 1
    }
    return sources
  }

  static func hash(_ term: some Sequence<UInt8>) -> UInt64 {
    term.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
