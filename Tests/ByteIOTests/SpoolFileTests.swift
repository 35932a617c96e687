import Glibc
import Testing

@testable import ByteIO

/// What is spooled comes back, and leaves no name behind.
@Suite struct SpoolFileTests {
  @Test func `bytes come back piece by piece and from anywhere`() throws {
    let folder = TemporaryFolder()
    let spool = try SpoolFile(folder: folder.path)
    var expected: [UInt8] = []
    for count in [0, 1, 7, 300_000, 5, 262_144, 1000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ count) }
      try spool.append(bytes)
      expected += bytes
    }
    #expect(spool.byteCount == expected.count)
    var all: [UInt8] = []
    try spool.forEachPiece { all += $0 }
    #expect(all == expected)
    var part: [UInt8] = []
    try spool.read(100, at: 299_990, into: &part)
    #expect(part == Array(expected[299_990..<300_090]))
    try spool.read(100, at: expected.count - 3, into: &part)
    #expect(part == Array(expected.suffix(3)))
    try spool.append([9, 9])
    try spool.read(100, at: expected.count, into: &part)
    #expect(part == [9, 9])
  }

  @Test func `nothing stands in the folder`() throws {
    let folder = TemporaryFolder()
    let spool = try SpoolFile(folder: folder.path)
    try spool.append([UInt8](repeating: 1, count: 1 << 20))
    #expect(rmdir(folder.path) == 0)
    #expect(spool.byteCount == 1 << 20)
  }

  @Test func `a folder that is not there is an error`() {
    #expect(throws: FileError(path: "/none", call: "open", errno: ENOENT)) { _ = try SpoolFile(folder: "/none") }
  }
}
