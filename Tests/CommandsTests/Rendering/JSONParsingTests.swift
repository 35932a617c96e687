// JSON, read.

import Commands
import Testing

@Suite struct JSONParsingTests {
  @Test func `what was written is read back`() {
    let value = JSONValue.object([
      .init("a", .array([.integer(-3), .number("0.25"), .bool(true), .bool(false), .null])), .init("", .array([])),
      .init("text", .string("é \"\\ \n\t\u{1} 😀")), .init("o", .object([])),
    ])
    #expect(JSONValue(parsing: value.compact) == value && JSONValue(parsing: value.pretty) == value)
  }

  @Test func `escapes are read, a pair of surrogates as one character`() {
    #expect(JSONValue(parsing: #" "\u00e9\ud83d\uDE00\/\b\f\r" "#) == .string("é😀/\u{8}\u{C}\r"))
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "01", "+1", "1.", ".5", "1e", "tru",
    "nul", "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\n\"", "1 1", "[]]",
    "NaN", "\"\\u+123\"",
  ])
  func `what is not JSON is refused`(text: String) {
    #expect(JSONValue(parsing: text) == nil)
  }

  @Test func `every truncation of an object is refused, and deep nesting too`() {
    let text = #"{"a": [1.5e3, "x\n", {"b": null}], "c": true}"#
    for count in 0..<text.count { #expect(JSONValue(parsing: String(text.prefix(count))) == nil) }
    #expect(JSONValue(parsing: text) != nil)
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(JSONValue(parsing: nested(60)) != nil && JSONValue(parsing: nested(100_000)) == nil)
  }
}
