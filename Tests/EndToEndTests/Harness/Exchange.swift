// Writes to a program and reads from it at the same time, so that neither side waits for the other.

import Glibc

/// The three pipes between a test and a program.
struct Exchange {
  var input: [UInt8] = []
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []

  private var toChild: Int32?
  private var fromChild: Int32?
  private var complaints: Int32?
  private var sent = 0

  init(toChild: Int32?, fromChild: Int32?, complaints: Int32) {
    self.toChild = toChild
    self.fromChild = fromChild
    self.complaints = complaints
    if let toChild { _ = fcntl(toChild, F_SETFL, O_NONBLOCK) }
  }

  /// Exchanges everything until the program has closed its ends; all of them are closed afterwards.
  ///
  /// - Returns: false where the deadline passed before.
  mutating func run(until deadline: Deadline) -> Bool {
    defer { closeAll() }
    while fromChild != nil || complaints != nil {
      var entries = [
        pollfd(fd: toChild ?? -1, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: fromChild ?? -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: complaints ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&entries, 3, deadline.rest)
      if count == 0 { return false }
      if count < 0 { continue }
      if entries[0].revents != 0 { feed() }
      if entries[1].revents != 0 { Self.drain(&fromChild, into: &output) }
      if entries[2].revents != 0 { Self.drain(&complaints, into: &errors) }
    }
    return true
  }

  private mutating func feed() {
    guard let descriptor = toChild else { return }
    let count = input.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent) }
    if count > 0 { sent += count }
    let isClosed = count < 0 && errno != EAGAIN && errno != EINTR
    guard sent == input.count || isClosed else { return }
    close(descriptor)
    toChild = nil
  }

  private static func drain(_ descriptor: inout Int32?, into bytes: inout [UInt8]) {
    guard let open = descriptor else { return }
    let (chunk, isAtEnd) = read(open)
    bytes += chunk
    guard isAtEnd else { return }
    close(open)
    descriptor = nil
  }

  /// What can be read from `descriptor`, at most 64 KiB. At the end too where the other side is gone.
  static func read(_ descriptor: Int32) -> (bytes: ArraySlice<UInt8>, isAtEnd: Bool) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    if count > 0 { return (buffer[..<count], false) }
    return ([], count == 0 || (errno != EINTR && errno != EAGAIN))
  }

  private mutating func closeAll() {
    for descriptor in [toChild, fromChild, complaints].compactMap({ $0 }) { close(descriptor) }
  }
}
