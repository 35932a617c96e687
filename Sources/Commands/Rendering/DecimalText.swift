// Decimal numbers as text, the same on every machine and under every locale.

/// Writes numbers with a fixed number of decimals.
package enum DecimalText {
  /// `value` with exactly `decimals` digits after the point: `fixed(2.345, decimals: 1)` is `2.3`. Halves round away
  /// from zero.
  ///
  /// - Precondition: `value` is finite, and its magnitude times 10^`decimals` is below 2^53.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    precondition(scaled.magnitude < 0x1p53, "a number too large to be written with \(decimals) decimals")
    let digits = String(Int(scaled.magnitude))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = scaled < 0 ? "-" : ""
    return decimals == 0 ? sign + padded : "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// As `fixed`, without trailing zeros, nor a point with nothing after it.
  package static func trimmed(_ value: Double, decimals: Int) -> String {
    var text = Substring(fixed(value, decimals: decimals))
    guard text.contains(".") else { return String(text) }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }

  /// `count` with commas between thousands: `12,345`.
  package static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    var text = count < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
