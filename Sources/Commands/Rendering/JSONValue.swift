// JSON, written. Text is cleaned by whoever makes the value: here it is only escaped.

/// A JSON value whose members keep the order they were given in.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number as it is to be printed.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// A string, or `null`.
  package init(_ text: String?) {
    self = text.map(JSONValue.string) ?? .null
  }

  /// An array of two integers: a half-open range.
  package init(_ range: Range<Int>) {
    self = .array([.integer(range.lowerBound), .integer(range.upperBound)])
  }

  /// The shortest decimal that reads back as the same value, so that scores can be compared bit for bit.
  ///
  /// - Precondition: `value` is finite.
  package init(exactly value: Float) {
    precondition(value.isFinite, "JSON knows no infinite number")
    self = .number(value.description)
  }

  /// A value rounded to four decimals, without trailing zeros.
  ///
  /// - Precondition: `value` is finite.
  package init(rounded value: Double) {
    self = .number(DecimalText.trimmed(value, decimals: 4))
  }

  /// On one line, without white space.
  package var compact: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Over several lines, indented by two; an array without objects stays on its line. No newline at the end.
  package var pretty: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Writing

  /// - Parameter indent: how deep a pretty value stands; `nil` for a compact one.
  private func write(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let values):
      let inner = values.contains { $0.holdsObject } ? indent.map { $0 + 2 } : nil
      let separator = indent != nil && inner == nil ? ", " : ","
      Self.list(values, in: "[]", separator: separator, indent: inner, to: &bytes) { value, bytes in
        value.write(to: &bytes, indent: indent.map { inner ?? $0 })
      }
    case .object(let members):
      let inner = indent.map { $0 + 2 }
      Self.list(members, in: "{}", separator: ",", indent: inner, to: &bytes) { member, bytes in
        Self.write(member.name, to: &bytes)
        bytes.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
        member.value.write(to: &bytes, indent: inner)
      }
    }
  }

  private var holdsObject: Bool {
    switch self {
    case .object: true
    case .array(let values): values.contains { $0.holdsObject }
    default: false
    }
  }

  /// The elements between two brackets; with an indent, each on a line of its own.
  private static func list<Element>(
    _ elements: [Element], in brackets: String, separator: String, indent: Int?, to bytes: inout [UInt8],
    write: (Element, inout [UInt8]) -> Void
  ) {
    func breakLine(_ indent: Int?) {
      guard let indent, !elements.isEmpty else { return }
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }
    bytes.append(contentsOf: brackets.utf8.prefix(1))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(contentsOf: separator.utf8) }
      breakLine(indent)
      write(element, &bytes)
    }
    breakLine(indent.map { $0 - 2 })
    bytes.append(contentsOf: brackets.utf8.suffix(1))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
