import Synchronization
import Testing

@testable import Threads

/// Results come out in order whatever the threads do, and an error of any stage stops all of them.
@Suite(.timeLimit(.minutes(1))) struct OrderedPipelineTests {
  @Test(arguments: [1, 2, 5], [1, 2, 9])
  func `results are consumed in the order of their jobs`(threads: Int, window: Int) throws {
    let squares = Squares(count: 300)
    let workers = try OrderedPipeline(squares, window: window).run(workers: Array(repeating: 0, count: threads))
    #expect(squares.consumed.withLock { $0 } == (0..<300).map { $0 * $0 })
    #expect(workers.reduce(0, +) == 300)
    #expect(squares.mostUnderWay.withLock { $0 } <= window)
  }

  @Test(arguments: [1, 2, 4]) func `no job at all is no error`(threads: Int) throws {
    let squares = Squares(count: 0)
    _ = try OrderedPipeline(squares, window: 4).run(workers: Array(repeating: 0, count: threads))
    #expect(squares.consumed.withLock { $0 }.isEmpty)
  }

  @Test(arguments: [1, 3], [Squares.Stage.next, .work, .consume])
  func `an error stops the pipeline and is thrown`(threads: Int, stage: Squares.Stage) throws {
    let squares = Squares(count: 300, failing: stage)
    #expect(throws: Squares.Failure(stage: stage)) {
      _ = try OrderedPipeline(squares, window: 4).run(workers: Array(repeating: 0, count: threads))
    }
    #expect(squares.consumed.withLock { $0 }.count < 300)
  }
}

/// Squares the numbers from 0 on; counts, for each worker, how many it did.
final class Squares: PipelineStages {
  enum Stage {
    case next
    case work
    case consume
  }

  struct Failure: Error, Equatable {
    let stage: Stage
  }

  let consumed = Mutex<[Int]>([])
  let mostUnderWay = Mutex(0)
  private let underWay = Mutex(0)
  private let count: Int
  private let failing: Stage?
  private let pulled = Mutex(0)

  init(count: Int, failing: Stage? = nil) {
    self.count = count
    self.failing = failing
  }

  func next() throws -> Int? {
    let number = pulled.withLock { pulled in
      defer { pulled += 1 }
      return pulled
    }
    if number == 100, failing == .next { throw Failure(stage: .next) }
    guard number < count else { return nil }
    let now = underWay.withLock { underWay in
      underWay += 1
      return underWay
    }
    mostUnderWay.withLock { $0 = max($0, now) }
    return number
  }

  func work(on job: Int, with worker: inout Int) throws -> Int {
    if job == 100, failing == .work { throw Failure(stage: .work) }
    worker += 1
    return job * job
  }

  func consume(_ result: Int) throws {
    if result == 10_000, failing == .consume { throw Failure(stage: .consume) }
    consumed.withLock { $0.append(result) }
    underWay.withLock { $0 -= 1 }
  }
}
