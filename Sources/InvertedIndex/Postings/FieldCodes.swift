// Which postings of a block occur in heading or title, and how often: most blocks need a few bytes for it, or none.

import ByteIO

/// Heading and title occurrences of a block's postings.
///
/// The kind byte: bit 0, some posting has any; bit 1, all have; bit 2, all that have, have the same. Then 16 bytes of mask unless
/// all have; then one code for all, or a two-bit code for each; then the counts of those with the fourth code.
enum FieldCodes {
  static let some: UInt8 = 1
  static let all: UInt8 = 2
  static let uniform: UInt8 = 4

  /// The two-bit codes.
  private enum Code: UInt8 {
    case title, heading, both, counted

    init(heading: UInt32, title: UInt32) {
      switch (heading, title) {
      case (0, 1): self = .title
      case (1, 0): self = .heading
      case (1, 1): self = .both
      default: self = .counted
      }
    }
  }

  /// Which of 128 postings have a heading or title occurrence: bit `i` of the low word for posting `i`.
  struct Mask: Hashable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    static let all = Mask(low: .max, high: .max)

    var isEmpty: Bool { low | high == 0 }
    var count: Int { low.nonzeroBitCount &+ high.nonzeroBitCount }

    func contains(_ index: Int) -> Bool {
      (index < 64 ? low &>> UInt64(index) : high &>> UInt64(index &- 64)) & 1 == 1
    }

    mutating func insert(_ index: Int) {
      if index < 64 { low |= 1 &<< UInt64(index) } else { high |= 1 &<< UInt64(index &- 64) }
    }
  }

  /// Appends what follows the kind byte, for 128 postings.
  ///
  /// - Returns: the kind byte.
  @unsafe static func append(
    heading: UnsafePointer<UInt32>, title: UnsafePointer<UInt32>, to writer: inout ByteWriter
  ) -> UInt8 {
    var mask = Mask()
    var codes: [Code] = []
    for index in 0..<BitPacking.blockSize where unsafe heading[index] | title[index] > 0 {
      mask.insert(index)
      codes.append(unsafe Code(heading: heading[index], title: title[index]))
    }
    guard let first = codes.first else { return 0 }
    var kind = some
    if mask == .all {
      kind |= all
    } else {
      writer.appendFixed(mask.low)
      writer.appendFixed(mask.high)
    }
    if first != .counted, codes.allSatisfy({ $0 == first }) {
      writer.append(first.rawValue)
      return kind | uniform
    }
    for start in stride(from: 0, to: codes.count, by: 4) {
      var byte: UInt8 = 0
      for (place, code) in codes[start..<min(start + 4, codes.count)].enumerated() {
        byte |= code.rawValue << UInt8(2 * place)
      }
      writer.append(byte)
    }
    for index in 0..<BitPacking.blockSize where mask.contains(index) {
      guard unsafe Code(heading: heading[index], title: title[index]) == .counted else { continue }
      unsafe writer.appendVariable(UInt64(heading[index]))
      unsafe writer.appendVariable(UInt64(title[index]))
    }
    return kind
  }

  /// Reads what follows the kind byte; writes the counts of those postings that have any, and of no others.
  ///
  /// - Throws: `MalformedBytes` where the kind is impossible or the bytes end.
  @unsafe static func read(
    _ kind: UInt8, from bytes: RawSpan, at cursor: inout ByteCursor, heading: UnsafeMutablePointer<UInt32>,
    title: UnsafeMutablePointer<UInt32>
  ) throws(MalformedBytes) -> Mask {
    if kind == 0 { return Mask() }
    guard kind & some == some, kind < 8 else { throw MalformedBytes(offset: cursor.offset) }
    var mask = Mask.all
    if kind & all == 0 {
      mask.low = try cursor.readUInt64(bytes)
      mask.high = try cursor.readUInt64(bytes)
    }
    let isUniform = kind & uniform != 0
    var codes = cursor
    try cursor.skip(isUniform ? 1 : (mask.count &+ 3) / 4)
    var byte: UInt8 = 0
    if isUniform {
      byte = try codes.readByte(bytes)
      guard byte < Code.counted.rawValue else { throw MalformedBytes(offset: cursor.offset) }
    }
    var number = 0
    for half in 0..<2 {
      var word = half == 0 ? mask.low : mask.high
      while word != 0 {
        let index = 64 &* half &+ word.trailingZeroBitCount
        word &= word &- 1
        if !isUniform, number & 3 == 0 { byte = try codes.readByte(bytes) }
        let code = isUniform ? byte : (byte &>> UInt8(truncatingIfNeeded: 2 &* (number & 3))) & 3
        number &+= 1
        if code < 3 {
          // 0 title, 1 heading, 2 both.
          unsafe heading[index] = code == 0 ? 0 : 1
          unsafe title[index] = code == 1 ? 0 : 1
        } else {
          unsafe heading[index] = try cursor.readVariable32(bytes)
          unsafe title[index] = try cursor.readVariable32(bytes)
        }
      }
    }
    return mask
  }
}
