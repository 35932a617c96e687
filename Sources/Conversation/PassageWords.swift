// A passage's text, analysed once: what folding, agreement and highlighting compare. It reads no index.

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
  /// The different terms, compounds left out; sorted.
  let stems: [UInt64]

  /// Analyses `text`; O(bytes).
  init(_ text: String, analyzer: Analyzer, buffer: inout TokenBuffer) {
    var text = text
    text.makeContiguousUTF8()
    analyzer.analyze(text.utf8.span, into: &buffer)
    var words: [Word] = []
    words.reserveCapacity(buffer.tokens.count)
    var stems: [UInt64] = []
    stems.reserveCapacity(buffer.tokens.count)
    for token in buffer.tokens {
      let hash = Self.hash(buffer.term(of: token))
      words.append(Word(hash: hash, source: token.source, isCompound: token.isCompound))
      if !token.isCompound { stems.append(hash) }
    }
    stems.sort()
    self.words = words
    self.stems = stems.enumerated().filter { $0.offset == 0 || stems[$0.offset - 1] != $0.element }.map(\.element)
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

  /// Whether a term has `hash`; O(log terms).
  func holds(_ hash: UInt64) -> Bool {
    var low = 0
    var high = stems.count
    while low < high {
      let middle = (low + high) / 2
      if stems[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < stems.count && stems[low] == hash
  }

  /// 0 to 1: the terms both have, of the terms either has (Jaccard); 1 for two texts without words.
  func similarity(to other: PassageWords) -> Double {
    let shared = sharedStems(with: other).count
    let all = stems.count + other.stems.count - shared
    return all == 0 ? 1 : Double(shared) / Double(all)
  }

  /// The terms both have, sorted; O(terms).
  func sharedStems(with other: PassageWords) -> [UInt64] {
    var shared: [UInt64] = []
    var left = 0
    var right = 0
    while left < stems.count, right < other.stems.count {
      if stems[left] == other.stems[right] {
        shared.append(stems[left])
        left += 1
        right += 1
      } else if stems[left] < other.stems[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return shared
  }
}
