// Compiled patterns as bytes, and run over long texts.

import ByteIO
import Testing

@testable import PhrasePatterns

@Suite struct PatternProgramTests {
  private func program() throws -> PatternProgram {
    var compiler = PatternCompiler()
    try compiler.define("part", ["chain|wheel", "bottom bracket"])
    for list in [["mend [the] <part> $", "oil* ...3 !my <part>"], [], ["## chains"]] {
      compiler.beginList()
      for pattern in list { try compiler.add(pattern) }
    }
    return try compiler.program()
  }

  @Test func `what is written is read again`() throws {
    let program = try program()
    #expect(try PatternProgram(program.bytes.span.bytes) == program)
    #expect(try PatternProgram(PatternProgram().bytes.span.bytes) == PatternProgram())
    #expect((0..<4).map(program.patternCount) == [2, 0, 1, 0])
  }

  @Test func `the same patterns give the same bytes`() throws {
    #expect(try program().bytes == program().bytes)
  }

  @Test func `every truncation is refused`() throws {
    let bytes = try program().bytes
    for count in bytes.indices {
      #expect(throws: MalformedBytes.self) { try PatternProgram(Array(bytes[..<count]).span.bytes) }
    }
  }

  @Test func `no changed byte makes it trap`() throws {
    let bytes = try program().bytes
    for place in bytes.indices {
      for change: UInt8 in [1, 0x40, 0xFF] {
        var changed = bytes
        changed[place] ^= change
        // Refused, or run to some end.
        guard let program = try? PatternProgram(changed.span.bytes) else { continue }
        let matcher = PatternMatcher(program, isKnown: { _ in false })
        let read = matcher.read("mend the bottom bracket, oiling a wheel, 24 chains")
        for list in 0..<4 {
          let found = matcher.matches(ofList: list, in: read, isLongest: true)
          #expect(found.allSatisfy { $0.upperBound <= read.wordCount })
        }
      }
    }
  }

  @Test(arguments: [0, 1, 29, 30, 31, 32, 33, 60, 61, 62, 63, 64, 65, 92, 93, 94, 95, 300])
  func `a match is found wherever a long text holds it`(before: Int) throws {
    let matcher = PatternMatcher(try program(), isKnown: { _ in false })
    let dust = String(repeating: "dust ", count: before)
    let text = dust + "mend the bottom bracket" + String(repeating: ", dust", count: 70)
    let found = matcher.matches(ofList: 0, in: matcher.read(text), isLongest: false)
    #expect(Set(found) == [before..<(before + 4)])
  }
}
