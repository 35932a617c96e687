// Units of measure written to their number: "40mg" is found by "40 mg" too.
// Ordinals and names ("3rd", "5ht") are no units and stay whole.

/// The units that are split off a number.
enum Units {
  private static let names = WordList(
    "mg mcg ug g kg l ml dl cm mm m km h hr hrs min mins s sec secs d wk wks yr yrs am pm iu mmol hz lb lbs oz")

  /// Where the unit begins in `key`; `nil` where it is no number with a unit ("0.5mg" gives 3).
  @inline(__always)
  static func start(in key: borrowing WordKey) -> Int? {
    guard isDigit(key.bytes[0]), key.count >= 2, !isDigit(key.bytes[key.count - 1]) else { return nil }
    return startAfterDigits(in: key)
  }

  private static func startAfterDigits(in key: borrowing WordKey) -> Int? {
    var start = 0
    while start < key.count, isDigit(key.bytes[start]) || key.bytes[start] == UInt8(ascii: ".") { start += 1 }
    return names.contains(Array(key.bytes[start..<key.count])) ? start : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte
  }
}
