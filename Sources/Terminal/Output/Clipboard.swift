// Text for the clipboard of the terminal, which may stand on another machine.

/// OSC 52, by which a terminal is handed text for its clipboard (xterm's control sequences, "Manipulate Selection Data").
/// Many terminals take it, some only where their settings allow it; none answers.
package enum Clipboard {
  /// More bytes than this some terminals drop: xterm's limit is 100,000 of the whole sequence, in base64.
  package static let mostBytes = 74_000

  /// The sequence that hands over `text`.
  ///
  /// - Precondition: `text` has at most `mostBytes` bytes.
  package static func sequence(for text: String) -> String {
    precondition(text.utf8.count <= mostBytes, "the terminal would drop \(text.utf8.count) bytes")
    return "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}"
  }

  /// RFC 4648, section 4, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let padded = Array(group) + [UInt8](repeating: 0, count: 3 - group.count)
      let bits = padded.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      for place in 0..<4 {
        let isPadding = place > group.count
        result.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
