// One POSIX thread that runs one closure.

import Glibc

/// A thread that could not be started.
package struct ThreadError: Error, Hashable {
  package let errno: Int32
}

/// A running thread; it must be joined.
package struct WorkerThread: ~Copyable {
  private let thread: pthread_t

  /// Parsers of nested articles recurse: as deep as on the first thread, whose stack has this many bytes by default.
  private static let stackByteCount = 8 << 20

  /// Starts a thread that runs `body` and ends.
  package init(_ body: @escaping @Sendable () -> Void) throws(ThreadError) {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, WorkerThread.stackByteCount)
    let box = unsafe Unmanaged.passRetained(Body(body))
    var thread = pthread_t()
    let result = unsafe pthread_create(
      &thread, &attributes,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    guard result == 0 else {
      unsafe box.release()
      throw ThreadError(errno: result)
    }
    self.thread = thread
  }

  /// Waits until the thread has ended.
  package consuming func join() {
    let result = pthread_join(thread, nil)
    precondition(result == 0, "a thread is joined once")
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }
}
