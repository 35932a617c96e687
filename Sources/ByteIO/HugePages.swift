// Large tables that are read here and there cost less where the kernel maps them by 2 MiB instead of 4 KiB.

import Glibc

/// Asks the kernel for pages of 2 MiB.
package enum HugePages {
  package static let byteCount = 2 << 20

  /// Asks for huge pages wherever one fits into the memory at `start`; the kernel may not have any.
  ///
  /// Safety: advice changes no byte. The memory is the caller's.
  package static func advise(_ start: UnsafeMutableRawPointer, byteCount: Int) {
    let address = Int(bitPattern: start)
    let first = (address + self.byteCount - 1) / self.byteCount * self.byteCount
    let last = (address + byteCount) / self.byteCount * self.byteCount
    guard first < last else { return }
    // Without them everything works, more slowly.
    _ = unsafe madvise(start + (first - address), last - first, MADV_HUGEPAGE)
  }
}
