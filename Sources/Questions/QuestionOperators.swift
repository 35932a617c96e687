// The two deliberate exceptions to "a question is text": "quoted phrases" and source:NAME, for staff.
// Whatever does not clearly mean one of them stays text.

/// What is meant as an operator in a question, and the text without it.
struct QuestionOperators {
  /// The question, as long in bytes as before: quotation marks and `source:NAME` are spaces now.
  private(set) var text: String
  /// Quoted phrases, in order, without their quotation marks.
  private(set) var phrases: [String] = []
  /// Where the phrases stand in `text`, in bytes.
  private(set) var quoted: [Range<Int>] = []
  private(set) var sources: [String] = []

  /// `text` without operators, where they are not allowed.
  init(plain text: String) {
    self.text = text
  }

  /// Reads the operators of `text`; O(bytes).
  init(_ text: String) {
    self.text = text
    var bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if let end = sourceEnd(in: bytes, at: index) {
        for blank in index..<end { bytes[blank] = UInt8(ascii: " ") }
        index = end
      } else if let close = closingQuote(in: bytes, at: index) {
        let range = index + 1..<close
        phrases.append(String(decoding: bytes[range], as: UTF8.self))
        quoted.append(range)
        bytes[index] = UInt8(ascii: " ")
        bytes[close] = UInt8(ascii: " ")
        index = close + 1
      } else {
        index += 1
      }
    }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// The end of `source:NAME` or `source:"NAME"` at `index`, whose name is added to `sources`.
  private mutating func sourceEnd(in bytes: [UInt8], at index: Int) -> Int? {
    let key = Array("source:".utf8)
    guard index == 0 || bytes[index - 1] == UInt8(ascii: " "), bytes[index...].starts(with: key) else { return nil }
    let start = index + key.count
    if let close = closingQuote(in: bytes, at: start, after: UInt8(ascii: ":")) {
      sources.append(String(decoding: bytes[(start + 1)..<close], as: UTF8.self))
      return close + 1
    }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
    guard end > start else { return nil }
    sources.append(String(decoding: bytes[start..<end], as: UTF8.self))
    return end
  }

  /// The quotation mark that closes the one at `index`, if both stand where quotation marks do: the one before a word
  /// and after none, the other after a word and before none (so 5" is five inches).
  private func closingQuote(in bytes: [UInt8], at index: Int, after: UInt8 = UInt8(ascii: " ")) -> Int? {
    let mark = UInt8(ascii: "\"")
    guard index < bytes.count, bytes[index] == mark, index == 0 || opens(after: bytes[index - 1], or: after) else {
      return nil
    }
    guard let close = bytes[(index + 1)...].firstIndex(of: mark), close > index + 1 else { return nil }
    let isTight = bytes[index + 1] != UInt8(ascii: " ") && bytes[close - 1] != UInt8(ascii: " ")
    let isFree = close + 1 == bytes.count || !isWordByte(bytes[close + 1])
    let hasWord = bytes[(index + 1)..<close].contains(where: isWordByte)
    return isTight && isFree && hasWord ? close : nil
  }

  private func opens(after byte: UInt8, or other: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "(") || byte == other
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || 0x30...0x39 ~= byte || byte >= 0x80
  }
}
