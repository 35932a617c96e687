// Every byte arrives, and every failure is told.

import Glibc
import Terminal
import Testing

@Suite struct OutputWriterTests {
  @Test func `what is written arrives in order, however small the buffer`() throws {
    let pipe = try Pipe()
    let writer = OutputWriter(descriptor: pipe.writing, capacity: 3)
    try writer.write("one ")
    try writer.writeLine("two")
    try writer.write("3")
    try writer.close()
    #expect(pipe.readToEnd() == "one two\n3")
  }

  @Test func `nothing leaves before the buffer is full or flushed`() throws {
    let pipe = try Pipe()
    let writer = OutputWriter(descriptor: pipe.writing)
    try writer.write("kept")
    #expect(pipe.availableByteCount == 0)
    try writer.flush()
    #expect(pipe.availableByteCount == 4)
  }

  @Test func `a full disk is an error`() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let writer = OutputWriter(descriptor: full)
    try writer.write("lost")
    #expect(throws: OutputError.system(call: "write", errno: ENOSPC)) { try writer.flush() }
  }

  @Test func `a reader that went away is an error of its own`() throws {
    StandardStreams.prepare()
    let pipe = try Pipe()
    close(pipe.reading)
    let writer = OutputWriter(descriptor: pipe.writing)
    try writer.write("unread")
    #expect(throws: OutputError.pipeClosed) { try writer.flush() }
  }

  @Test func `a descriptor nobody opened is an error`() throws {
    let writer = OutputWriter(descriptor: -1)
    try writer.write("x")
    #expect(throws: OutputError.system(call: "write", errno: EBADF)) { try writer.flush() }
  }

  @Test func `a pipe that is full for now is waited for`() throws {
    let pipe = try Pipe()
    _ = fcntl(pipe.writing, F_SETFL, O_NONBLOCK)
    let text = String(repeating: "0123456789", count: 50_000)
    let descriptor = pipe.writing
    var thread = pthread_t()
    let box = Unmanaged.passRetained(
      Job {
        let writer = OutputWriter(descriptor: descriptor)
        try writer.write(text)
        try writer.close()
      })
    pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    #expect(pipe.readToEnd() == text)
    pthread_join(thread, nil)
  }
}

/// Work for a thread; it fails the test where it throws.
private final class Job {
  private let work: () throws -> Void

  init(_ work: @escaping () throws -> Void) {
    self.work = work
  }

  func run() {
    do { try work() } catch { Issue.record(error) }
  }
}

/// A pipe of this process.
struct Pipe {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  var availableByteCount: Int {
    var count: Int32 = 0
    _ = ioctl(reading, UInt(FIONREAD), &count)
    return Int(count)
  }

  func readToEnd() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      let count = read(reading, &buffer, buffer.count)
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
