import Testing

@testable import Commands

/// The line of progress says what is done and what is left, and never wraps.
@Suite struct ProgressLineTests {
  private let half = ProgressLine(
    done: (files: 1200, byteCount: 50_000_000, passages: 31_000), total: (files: 2500, byteCount: 100_000_000),
    seconds: 5)

  @Test func `it tells share, files, time left, rate and passages`() {
    #expect(half.text(columns: 79) == "50 %, 1,200 of 2,500 files, 5 s left, 10.0 MB/s, 31,000 passages")
  }

  @Test(arguments: 0...80) func `it is never wider than the terminal`(columns: Int) {
    #expect(half.text(columns: columns).count <= columns)
  }

  @Test func `with nothing done it promises nothing`() {
    let start = ProgressLine(done: (0, 0, 0), total: (files: 0, byteCount: 0), seconds: 0)
    #expect(start.text(columns: 79) == "0 %, 0 of 0 files, 0 passages")
  }
}
