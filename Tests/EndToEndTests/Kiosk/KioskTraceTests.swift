// Every system call of a visit: nothing is written but the terminal, nothing started but itself, nobody spoken to.

import Glibc
import Testing

@Suite struct KioskTraceTests {
  /// Debian's strace, which few machines have.
  private static let strace = "/usr/bin/strace"

  private static let questions = [
    "how hard should a tyre be", "how do I mend a puncture", "flat", "brakes squeal", "worn pads",
    "what should I carry",
    "oil the chain", "worn chain", "which lamp", "saddle hight", "\"two spare pads\"", "source:brakes pads", "helmet",
    "topics",
    "2", "more", "open", "sources", "i want to die", "help",
  ]

  @Test(.enabled(if: access(strace, X_OK) == 0, "strace is not installed"), .timeLimit(.minutes(2)))
  func `a visit of twenty questions opens no file for writing, no socket, and starts nothing but itself`() throws {
    let folder = try TemporaryFolder()
    let index = try BicycleCorpus.shared.get().indexFolder
    let calls = "trace=%file,%network,%process,ftruncate,memfd_create,mq_open,io_uring_setup,bpf"
    let terminal = try PseudoTerminal(
      [
        Self.strace, "-f", "-qq", "-o", folder("trace"), "-e", calls, Verbatim.path(), "chat", "--kiosk", "--index",
        index,
      ],
      rows: 200)
    try terminal.expect(KioskVisit.prompt)
    for question in Self.questions {
      try terminal.send(question + "\r")
      try terminal.expect(question)
      try terminal.expect("\n" + KioskVisit.prompt)
    }
    try terminal.send("done\r")
    try terminal.expect("Type a question")
    try terminal.expect(KioskVisit.prompt)
    try terminal.send("tyres\r")
    try terminal.expect("1 of ")
    try Self.endChild(of: terminal.process)
    _ = try terminal.ending()
    // Neither a link nor the clipboard.
    #expect(!terminal.written.indices.dropLast().contains { terminal.written[$0...($0 + 1)] == [0x1B, 0x5D] })
    let lines = String(decoding: try folder.read("trace"), as: UTF8.self).split(separator: "\n").map { line in
      String(line.drop { $0.isNumber || $0 == " " })
    }
    let executed = lines.filter { $0.hasPrefix("execve") }
    #expect(executed.count == 2 && executed.last?.hasPrefix("execve(\"/proc/self/exe\"") == true, "\(executed)")
    let opened = lines.filter { $0.hasPrefix("open") || $0.hasPrefix("creat") }
    #expect(opened.contains { $0.contains("verbatim.index") })
    for call in opened {
      let isForReading = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "O_TMPFILE", "creat("].allSatisfy {
        !call.contains($0)
      }
      #expect(isForReading, "\(call)")
    }
    let harmless = [
      "open", "execve(", "access(", "faccessat", "stat", "fstat", "newfstatat(", "lstat", "statx(", "readlink",
      "getcwd(", "exit",
      "+++", "---", "arch_prctl(", "wait4(", "kill(",
    ]
    for call in lines {
      #expect(harmless.contains { call.hasPrefix($0) }, "\(call)")
    }
  }

  /// Ends the program that `tracer` has started.
  private static func endChild(of tracer: pid_t) throws {
    let children = try TemporaryFolder.read("/proc/\(tracer)/task/\(tracer)/children")
    let child = String(decoding: children, as: UTF8.self).split(separator: " ").first.flatMap { pid_t($0) }
    kill(try #require(child), SIGTERM)
  }
}
