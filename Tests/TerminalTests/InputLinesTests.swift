// Lines as scripts send them.

import Glibc
import Terminal
import Testing

@Suite struct InputLinesTests {
  private func lines(of input: String, separator: UInt8 = UInt8(ascii: "\n"), limit: Int = 1 << 20) throws
    -> [InputLine]
  {
    let pipe = try Pipe()
    let writer = OutputWriter(descriptor: pipe.writing)
    try writer.write(input)
    try writer.close()
    let reader = InputLines(descriptor: pipe.reading, separator: separator, limit: limit)
    var lines: [InputLine] = []
    while let line = try reader.next() { lines.append(line) }
    close(pipe.reading)
    return lines
  }

  @Test func `lines are numbered from 1, empty ones too`() throws {
    let lines = try lines(of: "one\n\nthree\n")
    #expect(lines.map(\.text) == ["one", "", "three"])
    #expect(lines.map(\.number) == [1, 2, 3])
  }

  @Test func `a last line without its newline is a line`() throws {
    #expect(try lines(of: "one\ntwo").map(\.text) == ["one", "two"])
  }

  @Test func `nothing gives no line`() throws {
    #expect(try lines(of: "").isEmpty)
  }

  @Test func `the end of a line may be carriage return and newline`() throws {
    #expect(try lines(of: "one\r\ntwo\r\n").map(\.text) == ["one", "two"])
  }

  @Test func `lines ended by NUL may hold newlines`() throws {
    #expect(try lines(of: "one\nmore\0two\0", separator: 0).map(\.text) == ["one\nmore", "two"])
  }

  @Test func `what is longer than the limit is cut, and the next line is whole`() throws {
    let lines = try lines(of: "abcdef\nxyz\n", limit: 4)
    #expect(lines.map(\.text) == ["abcd", "xyz"])
    #expect(lines.map(\.isCut) == [true, false])
  }

  @Test func `a line as long as the limit is not cut`() throws {
    #expect(try lines(of: "abcd\n", limit: 4).map(\.isCut) == [false])
  }

  @Test func `a folder cannot be read`() throws {
    let folder = open("/", O_RDONLY)
    defer { close(folder) }
    #expect(throws: InputError.system(call: "read", errno: EISDIR)) { try InputLines(descriptor: folder).next() }
  }
}
