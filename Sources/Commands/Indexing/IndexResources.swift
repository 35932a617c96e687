// How much of the machine the making of an index may use.

import Glibc

/// Threads and memory, as asked for or as the machine has them.
struct IndexResources: Equatable {
  /// The least that may be asked for.
  static let leastMebibytes = 32
  /// Unless the machine has less than four times as much.
  static let defaultMebibytes = 384
  static let mostThreads = 256

  /// For the postings of all threads together.
  let memoryByteCount: Int
  let threads: Int

  /// - Throws: `UsageError` for values that make no sense.
  init(mebibytes: Int?, threads: Int?) throws(UsageError) {
    if let mebibytes, mebibytes < IndexResources.leastMebibytes || mebibytes > 1 << 20 {
      throw UsageError(
        text: "--memory \(mebibytes) is not possible. Give \(IndexResources.leastMebibytes) to \(1 << 20) MiB.")
    }
    if let threads, threads < 1 || threads > IndexResources.mostThreads {
      throw UsageError(text: "--threads \(threads) is not possible. Give 1 to \(IndexResources.mostThreads).")
    }
    memoryByteCount = (mebibytes ?? IndexResources.ownMebibytes) << 20
    self.threads = threads ?? IndexResources.cores
  }

  /// 384 MiB, or a quarter of the machine's memory where that is less.
  private static var ownMebibytes: Int {
    let byteCount = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return max(leastMebibytes, min(defaultMebibytes, byteCount >> 22))
  }

  /// The processors that are switched on.
  private static var cores: Int {
    max(1, min(mostThreads, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
