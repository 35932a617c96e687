// UTF-16 in either byte order, by its mark or by its evident zero bytes.

/// Recognises and decodes UTF-16.
enum UTF16Decoder {
  enum ByteOrder {
    case little
    case big

    var name: String {
      self == .little ? "UTF-16LE" : "UTF-16BE"
    }
  }

  /// The byte order of `bytes`, if they are UTF-16: by the mark, else by zero bytes on one side of most pairs.
  static func byteOrder(of bytes: [UInt8]) -> ByteOrder? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .little }
    if bytes.starts(with: [0xFE, 0xFF]) { return .big }
    let sample = min(bytes.count, 4096) & ~1
    guard sample >= 8, bytes.count % 2 == 0 else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in stride(from: 0, to: sample, by: 2) {
      if bytes[index] == 0 { zeros.even += 1 }
      if bytes[index + 1] == 0 { zeros.odd += 1 }
    }
    let pairs = sample / 2
    if zeros.odd * 10 >= pairs * 7, zeros.even * 20 <= pairs { return .little }
    if zeros.even * 10 >= pairs * 7, zeros.odd * 20 <= pairs { return .big }
    return nil
  }

  /// `bytes` as UTF-8 without the mark; lone surrogates, and half a unit at the end, become U+FFFD.
  static func decode(_ bytes: [UInt8], _ order: ByteOrder) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(order == .little ? second << 8 | first : first << 8 | second)
    }
    if units.first == 0xFEFF { units.removeFirst() }
    if bytes.count % 2 == 1 { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
