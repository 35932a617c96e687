// Reads one JSON object (RFC 8259), strictly: its strings and numbers by key, everything else checked and passed over.

/// Why a line is no JSON object.
struct JSONProblem: Error, Hashable {
  /// The byte at which the reading stopped, from 0.
  let offset: Int
  let expected: String
}

/// The members of one JSON object that are strings or numbers.
struct JSONReader {
  /// Deeper nesting is refused; the reader keeps its own stack, so this is a bound on memory only.
  static let deepestNesting = 512

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    self.index = 0
    self.end = bytes.count
  }

  /// The strings, as UTF-8, and the numbers, as written, of the object that is all of `bytes`; O(bytes).
  ///
  /// Of a key that occurs twice the last counts. Escaped lone surrogates become U+FFFD.
  ///
  /// - Parameter bytes: valid UTF-8.
  static func object(_ bytes: [UInt8]) throws(JSONProblem) -> [[UInt8]: [UInt8]] {
    var reader = JSONReader(bytes)
    reader.skipSpace()
    let members = try reader.members()
    reader.skipSpace()
    guard reader.index == reader.end else { throw reader.problem("the end of the line") }
    return members
  }

  private mutating func members() throws(JSONProblem) -> [[UInt8]: [UInt8]] {
    try consume(0x7B, "an object")
    var members: [[UInt8]: [UInt8]] = [:]
    skipSpace()
    if peek() == 0x7D {
      index += 1
      return members
    }
    while true {
      skipSpace()
      let key = try string()
      skipSpace()
      try consume(0x3A, "a colon")
      skipSpace()
      members[key] = try scalarOrSkip()
      skipSpace()
      if peek() == 0x2C {
        index += 1
        continue
      }
      try consume(0x7D, "a comma or the object's end")
      return members
    }
  }

  /// A string's or number's text; `nil` for any other value, which is passed over.
  private mutating func scalarOrSkip() throws(JSONProblem) -> [UInt8]? {
    switch peek() {
    case 0x22: return try string()
    case .some(0x2D), .some(0x30...0x39): return try number()
    default:
      try skipValue()
      return nil
    }
  }

  /// Passes over one value of any kind, with a stack of its own.
  private mutating func skipValue() throws(JSONProblem) {
    var closers: [UInt8] = []
    repeat {
      skipSpace()
      try openValue(&closers)
      try closeValues(&closers)
    } while !closers.isEmpty
  }

  /// Reads one scalar, or the beginning of one array or object up to its first value.
  private mutating func openValue(_ closers: inout [UInt8]) throws(JSONProblem) {
    while let byte = peek(), byte == 0x5B || byte == 0x7B {
      guard closers.count < Self.deepestNesting else { throw problem("nesting of at most \(Self.deepestNesting)") }
      index += 1
      closers.append(byte + 2)
      skipSpace()
      if peek() == byte + 2 { return }
      if byte == 0x7B { try key() }
    }
    switch peek() {
    case 0x22: _ = try string()
    case .some(0x2D), .some(0x30...0x39): _ = try number()
    case 0x74: try literal("true")
    case 0x66: try literal("false")
    case 0x6E: try literal("null")
    default: throw problem("a value")
    }
  }

  /// After a value: closes what ends here, and goes over the comma, and in an object the key, to the next value.
  private mutating func closeValues(_ closers: inout [UInt8]) throws(JSONProblem) {
    while let closer = closers.last {
      skipSpace()
      if peek() == closer {
        index += 1
        closers.removeLast()
        continue
      }
      try consume(0x2C, "a comma or an end")
      skipSpace()
      if closer == 0x7D { try key() }
      return
    }
  }

  private mutating func key() throws(JSONProblem) {
    _ = try string()
    skipSpace()
    try consume(0x3A, "a colon")
    skipSpace()
  }

  private mutating func string() throws(JSONProblem) -> [UInt8] {
    try consume(0x22, "a string")
    var text: [UInt8] = []
    while true {
      var stop = index
      while stop < end, bytes[stop] != 0x22, bytes[stop] != 0x5C, bytes[stop] >= 0x20 { stop += 1 }
      text.append(contentsOf: bytes[index..<stop])
      index = stop
      guard let byte = peek(), byte >= 0x20 else { throw problem("the string's end") }
      index += 1
      if byte == 0x22 { return text }
      try escape(into: &text)
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONProblem) {
    guard let byte = peek() else { throw problem("an escape") }
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75: text.append(contentsOf: Array(String(Character(try unicodeEscape())).utf8))
    default: throw problem("an escape")
    }
  }

  /// After `\u`: four digits, and for a high surrogate the low one's escape.
  private mutating func unicodeEscape() throws(JSONProblem) -> Unicode.Scalar {
    let unit = try hexUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, peek() == 0x5C, index + 1 < end, bytes[index + 1] == 0x75 else { return "\u{FFFD}" }
    let start = index
    index += 2
    let low = try hexUnit()
    guard (0xDC00...0xDFFF).contains(low) else {
      index = start
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexUnit() throws(JSONProblem) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw problem("four hexadecimal digits")
      }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }

  private mutating func number() throws(JSONProblem) -> [UInt8] {
    let start = index
    if peek() == 0x2D { index += 1 }
    if peek() == 0x30 { index += 1 } else { try digits() }
    if peek() == 0x2E {
      index += 1
      try digits()
    }
    if peek() == 0x65 || peek() == 0x45 {
      index += 1
      if peek() == 0x2B || peek() == 0x2D { index += 1 }
      try digits()
    }
    return Array(bytes[start..<index])
  }

  private mutating func digits() throws(JSONProblem) {
    guard let byte = peek(), byte &- 0x30 < 10 else { throw problem("a digit") }
    while let byte = peek(), byte &- 0x30 < 10 { index += 1 }
  }

  private mutating func literal(_ word: String) throws(JSONProblem) {
    for byte in word.utf8 { try consume(byte, word) }
  }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func consume(_ byte: UInt8, _ expected: String) throws(JSONProblem) {
    guard peek() == byte else { throw problem(expected) }
    index += 1
  }

  private func peek() -> UInt8? {
    index < end ? bytes[index] : nil
  }

  private func problem(_ expected: String) -> JSONProblem {
    JSONProblem(offset: index, expected: expected)
  }
}
