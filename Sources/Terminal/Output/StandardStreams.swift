// What every run does with descriptors 0, 1 and 2 before anything else is opened.
// It opens nothing that could be read from or written to.

import Glibc

/// The three streams a process is born with.
package enum StandardStreams {
  /// Makes closed pipes errors instead of deaths, and sees to it that no file of ours is ever opened as 0, 1 or 2.
  ///
  /// A stream that was closed by whoever started the program is filled with a descriptor on which every read or write
  /// fails (`EBADF`), as gnulib's `stdopen` does: so output to it is an error, and never lands in an index.
  package static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      _ = open("/dev/null", mode)
    }
  }

  /// Whether `descriptor` is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }
}
