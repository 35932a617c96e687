// Work on several threads whose results come out in the order it went in.

/// What a pipeline does, by its own account of jobs and results.
///
/// `next` is called by one thread at a time, and so is `consume`; both may be called while others are at work.
package protocol PipelineStages: AnyObject, Sendable {
  associatedtype Job: Sendable
  associatedtype Result: Sendable
  /// What one thread keeps from job to job.
  associatedtype Worker

  /// The next job; `nil` at the end, after which it is not called again.
  func next() throws -> Job?
  /// Does one job.
  func work(on job: Job, with worker: inout Worker) throws -> Result
  /// Takes the results, in the order of their jobs.
  func consume(_ result: Result) throws
}

/// Runs `Stages` on several threads. The order of the results does not depend on how many there are.
///
/// No more than `window` jobs are under way or done and not consumed yet: memory stays bounded when one job takes long.
package final class OrderedPipeline<Stages: PipelineStages>: @unchecked Sendable {
  private let stages: Stages
  private let window: Int
  /// Guards everything below.
  private let monitor = Monitor()
  private var isAtEnd = false
  private var isPulling = false
  private var isConsuming = false
  private var started = 0
  private var consumed = 0
  private var finished: [Int: Stages.Result] = [:]
  private var failure: (any Error)?

  /// - Parameter window: at least 1; twice the number of threads keeps them all busy.
  package init(_ stages: Stages, window: Int) {
    precondition(window >= 1, "a pipeline has room for a job")
    self.stages = stages
    self.window = window
  }

  /// Runs until all jobs are done, on one thread for each worker: the calling one and others.
  ///
  /// - Throws: The first error of any stage, after all threads have stopped.
  package func run(workers: [Stages.Worker]) throws -> [Stages.Worker] {
    let slots = workers.map { Slot($0) }
    var threads: [Joinable] = []
    for slot in slots.dropFirst() {
      do throws(ThreadError) {
        threads.append(Joinable(try WorkerThread { self.loop(slot) }))
      } catch {
        // Fewer threads do the same work.
        break
      }
    }
    if let first = slots.first { loop(first) }
    for thread in threads { thread.join() }
    if let failure { throw failure }
    return slots.map(\.worker)
  }

  /// A worker, used by its own thread alone, and by the calling one after that has ended.
  private final class Slot: @unchecked Sendable {
    var worker: Stages.Worker

    init(_ worker: Stages.Worker) {
      self.worker = worker
    }
  }

  /// Arrays hold no noncopyable values.
  private final class Joinable {
    private var thread: WorkerThread?

    init(_ thread: consuming WorkerThread) {
      self.thread = consume thread
    }

    func join() {
      thread.take()?.join()
    }
  }

  private func loop(_ slot: Slot) {
    while let (number, job) = pull() {
      do {
        let result = try stages.work(on: job, with: &slot.worker)
        finish(number, result)
      } catch {
        fail(error)
      }
    }
  }

  /// The next job with its number; waits while too many are under way.
  private func pull() -> (Int, Stages.Job)? {
    monitor.lock()
    defer { monitor.unlock() }
    while !isAtEnd, failure == nil, isPulling || started - consumed >= window { monitor.wait() }
    guard !isAtEnd, failure == nil else { return nil }
    isPulling = true
    defer {
      isPulling = false
      monitor.notifyAll()
    }
    do {
      guard let job = try unlocked({ try stages.next() }) else {
        isAtEnd = true
        return nil
      }
      started += 1
      return (started - 1, job)
    } catch {
      failure = failure ?? error
      return nil
    }
  }

  /// Runs `body` without the lock, which the calling thread holds before and after.
  private func unlocked<Value>(_ body: () throws -> Value) throws -> Value {
    monitor.unlock()
    defer { monitor.lock() }
    return try body()
  }

  /// Puts a result in its place, and hands on all whose turn it is, unless another thread is at that.
  private func finish(_ number: Int, _ result: Stages.Result) {
    monitor.lock()
    defer { monitor.unlock() }
    finished[number] = result
    guard !isConsuming else { return }
    isConsuming = true
    defer { isConsuming = false }
    while failure == nil, let next = finished.removeValue(forKey: consumed) {
      do {
        try unlocked { try stages.consume(next) }
      } catch {
        failure = failure ?? error
      }
      consumed += 1
      monitor.notifyAll()
    }
  }

  private func fail(_ error: any Error) {
    monitor.withLock {
      failure = failure ?? error
      monitor.notifyAll()
    }
  }
}
