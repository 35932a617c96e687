// UTF-8 read as Windows-1252: "donâ€™t", "cafÃ©". Two or three wrong characters in a row are one right one.

/// Repairs UTF-8 that was read as Windows-1252 and written as UTF-8 again.
enum DoubleUTF8Repair {
  /// Repairs `scalars` in place; whether anything was.
  ///
  /// `â€` and what follows it is proof by itself; `Ã` and `Â` need a neighbour no language has, or such proof elsewhere.
  static func repair(_ scalars: inout [Unicode.Scalar], ledger: inout ArticleLedger) -> Bool {
    let isProven = hasProof(scalars)
    var repaired: [Unicode.Scalar] = []
    repaired.reserveCapacity(scalars.count)
    var report = RepairReport("UTF-8 read as Windows-1252")
    var line = 1
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\n" { line += 1 }
      if let (scalar, length) = original(in: scalars, at: index),
        isProven || length == 3 || isImpossible(scalars, at: index)
      {
        report.add(scalars[index..<index + length], scalar, line: line)
        repaired.append(scalar)
        index += length
      } else {
        repaired.append(scalars[index])
        index += 1
      }
    }
    guard report.count > 0 else { return false }
    report.enter(in: &ledger)
    scalars = repaired
    return true
  }

  private static func hasProof(_ scalars: [Unicode.Scalar]) -> Bool {
    for index in scalars.indices where scalars[index] == "\u{E2}" {
      if let (_, length) = original(in: scalars, at: index), length == 3 { return true }
    }
    return false
  }

  /// The character whose UTF-8 bytes, read as Windows-1252, stand at `index`, and how many characters they fill.
  private static func original(in scalars: [Unicode.Scalar], at index: Int) -> (Unicode.Scalar, Int)? {
    func tail(_ distance: Int) -> UInt32? {
      guard index + distance < scalars.count, let byte = byte(of: scalars[index + distance]) else { return nil }
      return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
    }
    switch scalars[index].value {
    case 0xC2, 0xC3, 0xC5:
      guard let last = tail(1), let scalar = Unicode.Scalar((scalars[index].value & 0x1F) << 6 | last) else {
        return nil
      }
      return scalar.value >= 0xA0 ? (scalar, 2) : nil
    case 0xE2:
      guard let middle = tail(1), let last = tail(2), let scalar = Unicode.Scalar(0x2000 | middle << 6 | last),
        0x2010...0x2044 ~= scalar.value || 0x20AC == scalar.value || 0x2122 == scalar.value
          || 0x2190...0x22FF ~= scalar.value
      else { return nil }
      return (scalar, 3)
    default: return nil
    }
  }

  /// The byte that Windows-1252 reads as `scalar`; the undefined ones stand for themselves.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x80 || 0xA0...0xFF ~= scalar.value { return UInt8(scalar.value) }
    return bytes[scalar]
  }

  private static let bytes: [Unicode.Scalar: UInt8] = Dictionary(
    (0x80...0x9F).flatMap { byte in
      [(LegacyEncoding.windows1252.scalar(of: byte), byte), (Unicode.Scalar(byte), byte)]
    }, uniquingKeysWith: { first, _ in first })

  /// Whether the pair at `index` stands where no language has it: a capital after a small letter, or a sign after `Ã`
  /// before one; `Â` before a sign it is never written beside.
  private static func isImpossible(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let before = index > 0 ? scalars[index - 1] : " "
    let after = index + 2 < scalars.count ? scalars[index + 2] : " "
    let second = scalars[index + 1]
    if scalars[index] == "\u{C2}" {
      return ["\u{A3}", "\u{A7}", "\u{A9}", "\u{AE}", "\u{B0}", "\u{B1}", "\u{B2}", "\u{B5}", "\u{BD}"].contains(second)
    }
    guard !second.properties.isAlphabetic || before.properties.isLowercase else { return false }
    return before.properties.isLowercase || (after.properties.isLowercase && !before.properties.isAlphabetic)
  }
}
