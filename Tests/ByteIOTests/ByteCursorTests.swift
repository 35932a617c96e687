import ByteIO
import Testing

/// Reads back what was written, and refuses what was cut short.
@Suite struct ByteCursorTests {
  @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 1 << 32, Int.max])
  func `a variable-byte integer comes back`(value: Int) throws {
    var writer = ByteWriter()
    writer.appendVariable(value)
    var cursor = ByteCursor(writer.bytes.span.bytes)
    #expect(try cursor.readVariable(writer.bytes.span.bytes) == value)
    #expect(cursor.isAtEnd)
  }

  @Test func `the bytes of 300 are ac 02`() {
    var writer = ByteWriter()
    writer.appendVariable(300)
    #expect(writer.bytes == [0xac, 0x02])
  }

  @Test func `fixed integers are little-endian`() {
    var writer = ByteWriter()
    writer.appendFixed(UInt32(0x0102_0304))
    #expect(writer.bytes == [4, 3, 2, 1])
  }

  @Test func `every truncation of a record is refused`() throws {
    var writer = ByteWriter()
    writer.appendFixed(UInt64(7))
    writer.appendPrefixed("passage")
    writer.appendOptional("heading")
    writer.appendVariable(70_000)
    for length in 0..<writer.count {
      let short = Array(writer.bytes[..<length])
      #expect(throws: MalformedBytes.self) { try readRecord(short) }
    }
    #expect(try readRecord(writer.bytes) == "passage heading 70000")
  }

  @Test func `a string that is not UTF-8 is refused`() {
    let bytes: [UInt8] = [2, 0xc3, 0x28]
    #expect(throws: MalformedBytes.self) {
      var cursor = ByteCursor(bytes.span.bytes)
      _ = try cursor.readString(bytes.span.bytes)
    }
  }

  @Test func `an integer of more than 63 bits is refused`() {
    let bytes = [UInt8](repeating: 0xff, count: 11)
    #expect(throws: MalformedBytes.self) {
      var cursor = ByteCursor(bytes.span.bytes)
      _ = try cursor.readVariable(bytes.span.bytes)
    }
  }

  private func readRecord(_ bytes: [UInt8]) throws -> String {
    var cursor = ByteCursor(bytes.span.bytes)
    _ = try cursor.readUInt64(bytes.span.bytes)
    let text = try cursor.readString(bytes.span.bytes)
    let heading = try cursor.readOptional(bytes.span.bytes)
    return "\(text) \(heading ?? "nil") \(try cursor.readVariable(bytes.span.bytes))"
  }
}
