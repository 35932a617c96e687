// What was typed at the prompt, kept from one conversation to the next where staff asked for it.

import ByteIO
import Glibc
import Terminal

/// A file of lines that only its owner can read. That it exists is what turns keeping on, until it is removed.
package struct HistoryFile {
  /// How many lines are called back at most.
  package static let most = 1000

  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// `$XDG_STATE_HOME/verbatim/history`, or `~/.local/state/verbatim/history`; `nil` without a home.
  ///
  /// - Parameter environment: gives a variable's value.
  package init?(environment: (String) -> String?) {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      path = "\(state)/verbatim/history"
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      path = "\(home)/.local/state/verbatim/history"
    } else {
      return nil
    }
  }

  package var exists: Bool {
    access(path, F_OK) == 0
  }

  /// The last lines, oldest first.
  ///
  /// - Throws: `InputError` where the file cannot be read.
  package func lines() throws(InputError) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(call: "open", errno: errno) }
    defer { close(descriptor) }
    let input = InputLines(descriptor: descriptor)
    var lines: [String] = []
    while let line = try input.next() {
      lines.append(line.text)
      if lines.count >= 2 * Self.most { lines.removeFirst(Self.most) }
    }
    return lines.suffix(Self.most)
  }

  /// Makes the file, empty, and the folders above it; one that is there stays as it is.
  package func create() throws(OutputError) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .system(call: "mkdir", errno: errno) }
    }
    close(try opened(O_CREAT))
  }

  /// Adds `line`, which holds no line end.
  package func append(_ line: String) throws(OutputError) {
    let descriptor = try opened(0)
    let output = OutputWriter(descriptor: descriptor)
    do throws(OutputError) {
      try output.writeLine(line)
      try output.close()
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  package func remove() throws(OutputError) {
    if unlink(path) != 0, errno != ENOENT { throw .system(call: "unlink", errno: errno) }
  }

  /// For adding, readable by its owner alone, whatever it was before.
  private func opened(_ flags: Int32) throws(OutputError) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW | flags, 0o600)
    guard descriptor >= 0 else { throw .system(call: "open", errno: errno) }
    guard fchmod(descriptor, 0o600) == 0 else {
      let code = errno
      close(descriptor)
      throw .system(call: "fchmod", errno: code)
    }
    return descriptor
  }
}
