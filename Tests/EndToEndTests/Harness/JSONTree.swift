// Reads JSON, strictly, to look into records. The program's own writer is not trusted to vouch for itself.

/// A JSON value.
enum JSONTree: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONTree])
  case object([Member])

  struct Member: Equatable {
    let name: String
    let value: JSONTree
  }

  /// What stands at `offset` is not JSON.
  struct Problem: Error { let offset: Int }

  /// The one value that is all of `text`.
  init(_ text: some StringProtocol) throws {
    var reader = Reader(bytes: Array(text.utf8))
    self = try reader.value()
    reader.skipSpace()
    guard reader.index == reader.bytes.count else { throw Problem(offset: reader.index) }
  }

  // MARK: - Looking in

  subscript(name: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  var names: [String] { if case .object(let members) = self { members.map(\.name) } else { [] } }
  var elements: [JSONTree] { if case .array(let elements) = self { elements } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var texts: [String] { elements.compactMap(\.text) }
  var double: Double? { if case .number(let digits) = self { Double(digits) } else { nil } }
  var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
  var flag: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// Two integers as a half-open range.
  var range: Range<Int>? {
    let ends = elements.compactMap(\.integer)
    return ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
  }
}

private struct Reader {
  let bytes: [UInt8]
  var index = 0

  mutating func value() throws -> JSONTree {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try list(until: "]") { try $0.value() })
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var problem: JSONTree.Problem { JSONTree.Problem(offset: index) }

  private mutating func consume(_ character: Unicode.Scalar) throws {
    guard peek == UInt8(ascii: character) else { throw problem }
    index += 1
  }

  private mutating func members() throws -> [JSONTree.Member] {
    let members = try list(until: "}") { reader in
      reader.skipSpace()
      let name = try reader.string()
      reader.skipSpace()
      try reader.consume(":")
      return JSONTree.Member(name: name, value: try reader.value())
    }
    guard Set(members.map(\.name)).count == members.count else { throw problem }
    return members
  }

  private mutating func list<Element>(
    until end: Unicode.Scalar, _ element: (inout Reader) throws -> Element
  ) throws -> [Element] {
    index += 1
    var elements: [Element] = []
    skipSpace()
    while peek != UInt8(ascii: end) {
      if !elements.isEmpty { try consume(",") }
      elements.append(try element(&self))
      skipSpace()
    }
    index += 1
    return elements
  }

  private mutating func word(_ word: String, _ value: JSONTree) throws -> JSONTree {
    for scalar in word.unicodeScalars { try consume(scalar) }
    return value
  }

  private mutating func number() throws -> JSONTree {
    let start = index
    while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { index += 1 }
    let digits = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let first = digits.first, first != "+", first != ".", Double(digits) != nil else { throw problem }
    return .number(digits)
  }

  private mutating func string() throws -> String {
    try consume("\"")
    var text: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw problem }
      index += 1
      if byte == UInt8(ascii: "\\") { text += try escape() } else { text.append(byte) }
    }
    try consume("\"")
    guard let valid = String(validating: text, as: UTF8.self) else { throw problem }
    return valid
  }

  private mutating func escape() throws -> [UInt8] {
    guard let byte = peek else { throw problem }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count,
        let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      else { throw problem }
      index += 4
      return Array(String(Character(scalar)).utf8)
    default: throw problem
    }
  }
}
