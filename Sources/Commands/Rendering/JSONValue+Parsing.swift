// JSON, read: what the program wrote before. Strict (RFC 8259).

extension JSONValue {
  /// Arrays and objects within one another, at most.
  private static let deepestNesting = 64

  /// The value that is all of `text`; `nil` where that is not JSON, or nested more than 64 deep. Lone surrogates are refused.
  package init?(parsing text: String) {
    var reader = JSONTextReader(bytes: Array(text.utf8))
    guard let value = reader.value(depth: Self.deepestNesting), reader.isAtEnd else { return nil }
    self = value
  }
}

private struct JSONTextReader {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index == bytes.count
    }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard depth >= 0, let byte = peek else { return nil }
    switch byte {
    case UInt8(ascii: "{"):
      return list(end: UInt8(ascii: "}")) { $0.member(depth: depth - 1) }.map(JSONValue.object)
    case UInt8(ascii: "["):
      return list(end: UInt8(ascii: "]")) { $0.value(depth: depth - 1) }.map(JSONValue.array)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    default: return word()
    }
  }

  private mutating func member(depth: Int) -> JSONValue.Member? {
    skipSpace()
    guard peek == UInt8(ascii: "\""), let name = string() else { return nil }
    skipSpace()
    guard consume(UInt8(ascii: ":")), let value = value(depth: depth) else { return nil }
    return JSONValue.Member(name, value)
  }

  private mutating func list<Element>(
    end: UInt8, _ element: (inout JSONTextReader) -> Element?
  ) -> [Element]? {
    index += 1
    skipSpace()
    if consume(end) { return [] }
    var elements: [Element] = []
    while let next = element(&self) {
      elements.append(next)
      skipSpace()
      if consume(end) { return elements }
      guard consume(UInt8(ascii: ",")) else { return nil }
    }
    return nil
  }

  /// A literal or a number.
  private mutating func word() -> JSONValue? {
    let start = index
    while let byte = peek, byte.isPartOfWord { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    switch text {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      guard text.wholeMatch(of: #/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/#) != nil else { return nil }
      return Int(text).map(JSONValue.integer) ?? .number(text)
    }
  }

  private mutating func string() -> String? {
    index += 1
    var text: [UInt8] = []
    while let byte = peek, byte >= 0x20 {
      index += 1
      if byte == UInt8(ascii: "\"") { return String(validating: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        guard let escaped = escape() else { return nil }
        text += Array(String(Character(escaped)).utf8)
      } else {
        text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard let byte = peek else { return nil }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return codePoint()
    default: return nil
    }
  }

  /// Four hexadecimal digits, or a pair of surrogates.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard consume(UInt8(ascii: "\\")), consume(UInt8(ascii: "u")), let second = hexadecimal(),
      (0xDC00...0xDFFF).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.count, bytes[index..<index + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    defer { index += 4 }
    return UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
  }

  private mutating func consume(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }
}

extension UInt8 {
  /// A sign of a number, or a letter.
  fileprivate var isPartOfWord: Bool {
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    return isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || "+-.".utf8.contains(self)
  }
}
