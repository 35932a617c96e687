// What each byte may be to a word: the table behind the fast path.
// It knows single bytes only; longer scalars are the business of ForeignScalar.

/// The part a byte plays in cutting text into words (UAX #29, with the tailoring told at `WordScanner`).
enum ByteClass: UInt8 {
  /// Stands in no word: white space, control characters, most punctuation, the underscore.
  case none
  case letter
  case digit
  case apostrophe
  case fullStop
  case comma
  case hyphen
  /// Part of a scalar beyond ASCII, or no UTF-8 at all.
  case foreign

  /// The class of every byte, by its value.
  static let table: [ByteClass] = (0...255).map { (byte: UInt8) in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "."): .fullStop
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "-"): .hyphen
    case 0x80...0xFF: .foreign
    default: .none
    }
  }

  /// Whether `byte` is an ASCII letter or digit.
  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
