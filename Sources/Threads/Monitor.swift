// A lock that threads can wait at: POSIX's mutex with its condition.

import Glibc

/// A mutex and a condition, for state that its owner keeps beside it.
///
/// Safety: both live at fixed addresses from `init` to `deinit`; POSIX makes every call on them safe from any thread.
@safe package final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() {
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe condition.initialize(to: pthread_cond_t())
    let result = unsafe (pthread_mutex_init(mutex, nil), pthread_cond_init(condition, nil))
    precondition(result == (0, 0), "a mutex and a condition can be made")
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  package func lock() {
    let result = unsafe pthread_mutex_lock(mutex)
    precondition(result == 0, "a thread locks what it does not hold already")
  }

  package func unlock() {
    let result = unsafe pthread_mutex_unlock(mutex)
    precondition(result == 0, "a thread unlocks what it holds")
  }

  /// Gives the lock back until another thread calls `notifyAll`, or for no reason: callers check what they wait for.
  ///
  /// - Precondition: the calling thread holds the lock; it does again afterwards.
  package func wait() {
    let result = unsafe pthread_cond_wait(condition, mutex)
    precondition(result == 0, "a thread waits with the lock held")
  }

  package func notifyAll() {
    unsafe pthread_cond_broadcast(condition)
  }

  /// Runs `body` with the lock held.
  package func withLock<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    lock()
    defer { unlock() }
    return try body()
  }
}
