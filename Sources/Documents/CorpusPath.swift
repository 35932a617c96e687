// Where a file lies below the corpus folder. Names are bytes on Linux: they are kept as they are, and shown cleaned.

/// A path relative to the corpus folder, `/` between its parts, as the raw bytes the file system gave.
///
/// Ordered by bytes, which is the order the corpus is walked and numbered in, whatever the locale.
package struct CorpusPath: Hashable, Comparable, Sendable {
  /// The raw bytes; never empty, no leading `/`, not necessarily UTF-8.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ text: String) {
    self.bytes = Array(text.utf8)
  }

  /// The path as text; bytes that are not UTF-8 become U+FFFD. For showing, never for opening.
  package var text: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// The last part without its final extension: `articles/side-effects.md` gives `side-effects`.
  package var stem: String {
    let name = bytes.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return String(decoding: name, as: UTF8.self) }
    return String(decoding: name[..<dot], as: UTF8.self)
  }

  /// The lower-case extension of the last part, without the dot; empty where there is none.
  package var fileExtension: String {
    let name = bytes.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  package static func < (left: CorpusPath, right: CorpusPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
