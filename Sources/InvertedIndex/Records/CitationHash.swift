// The checkable part of a citation: the first digits of the hash of the passage's text.

import ByteIO
import Documents

/// Hashes of passages' texts, as citations show them.
enum CitationHash {
  /// The fewest digits a citation shows.
  static let fewestDigits = 6

  /// All 64 lower-case hexadecimal digits of the SHA-256 of the passage's text.
  static func digits(of passage: Passage) -> String {
    SHA256.hex(SHA256.digest(of: passage.text.utf8.span))
  }

  /// For each passage of one article, how many digits tell it from the others that begin on its line; 6 for most.
  ///
  /// Two passages on one line with the same text cannot be told apart: they get all 64.
  static func digitCounts(of passages: [Passage]) -> [Int] {
    // Nearly always each begins on a later line than the one before.
    if zip(passages, passages.dropFirst()).allSatisfy({ $0.lines.first < $1.lines.first }) {
      return [Int](repeating: fewestDigits, count: passages.count)
    }
    var onLine: [Int: [Int]] = [:]
    for (index, passage) in passages.enumerated() { onLine[passage.lines.first, default: []].append(index) }
    var counts = [Int](repeating: fewestDigits, count: passages.count)
    for group in onLine.values where group.count > 1 {
      let hashes = group.map { (index: $0, digits: digits(of: passages[$0])) }.sorted { $0.digits < $1.digits }
      for (left, right) in zip(hashes, hashes.dropFirst()) {
        let shared = zip(left.digits.utf8, right.digits.utf8).prefix { $0 == $1 }.count
        for index in [left.index, right.index] { counts[index] = min(64, max(counts[index], shared + 1)) }
      }
    }
    return counts
  }
}
