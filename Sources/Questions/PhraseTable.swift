// Phrases, found wherever they stand in a question: what lay words and cues have in common.
// What a phrase stands for is its owner's business.

/// Finds phrases in a sequence of words.
///
/// Elements are terms or folded words, whichever the owner matches by.
struct PhraseTable {
  /// One phrase found.
  struct Match: Hashable {
    /// The number the phrase was added with.
    let owner: Int
    /// The words it covers.
    let range: Range<Int>
  }

  private var phrases: [(owner: Int, words: [[UInt8]])] = []
  /// The program's own, not taken apart: to do that took a fourteenth of a question's instructions (callgrind).
  private var written: [(owner: Int, phrase: StaticString)] = []

  /// Adds `phrase` for `owner`; an empty one is never found.
  mutating func add(_ phrase: [[UInt8]], owner: Int) {
    if !phrase.isEmpty { phrases.append((owner, phrase)) }
  }

  /// Adds `phrase`, words with one space between two, for `owner`; an empty one is never found.
  mutating func add(_ phrase: StaticString, owner: Int) {
    written.append((owner, phrase))
  }

  /// All phrases in `words`, in the order of where they begin, none within a longer one, of each owner the first.
  /// O(words · phrases): the tables are short, and a hash of them costs more than many questions.
  func matches(in words: [[UInt8]]) -> [Match] {
    var found: [Match] = []
    for start in words.indices {
      for (owner, phrase) in phrases where words[start...].starts(with: phrase) {
        found.append(Match(owner: owner, range: start..<start + phrase.count))
      }
      for (owner, phrase) in written {
        guard let end = Self.end(of: phrase, in: words, from: start) else { continue }
        found.append(Match(owner: owner, range: start..<end))
      }
    }
    return Self.firstOfEachOwner(Self.outermost(found))
  }

  /// Behind the words from `start` on that are `phrase`; `nil` where they are not.
  private static func end(of phrase: StaticString, in words: [[UInt8]], from start: Int) -> Int? {
    phrase.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      var offset = 0
      for index in start..<words.count {
        for byte in words[index] {
          guard offset < bytes.count, bytes[offset] == byte else { return nil }
          offset += 1
        }
        if offset == bytes.count { return offset > 0 ? index + 1 : nil }
        guard bytes[offset] == UInt8(ascii: " ") else { return nil }
        offset += 1
      }
      return nil
    }
  }

  /// Those of `found` that lie within no longer one.
  static func outermost(_ found: [Match]) -> [Match] {
    found.filter { match in
      !found.contains { other in
        other.range.count > match.range.count && other.range.lowerBound <= match.range.lowerBound
          && match.range.upperBound <= other.range.upperBound
      }
    }
  }

  private static func firstOfEachOwner(_ outermost: [Match]) -> [Match] {
    var firstOfOwners: [Match] = []
    for match in outermost where !firstOfOwners.contains(where: { $0.owner == match.owner }) {
      firstOfOwners.append(match)
    }
    return firstOfOwners
  }
}
