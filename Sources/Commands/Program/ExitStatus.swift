// What the program's exit status says; the same for every command.

/// The program's exit statuses. 130 and 143 come from the shell, for a process ended by SIGINT or SIGTERM.
package enum ExitStatus: Int32, Sendable {
  /// The verdict on every question was `answered`, or the command did what it was asked.
  case success = 0
  /// Some verdict was another; `check` found something wrong; `eval` found fewer answers right than asked for.
  case otherVerdict = 1
  /// Used wrongly, or the input could not be read, or the output not written.
  case usage = 2
  /// The index is missing, damaged, or from another version of the format.
  case indexUnusable = 3
  /// The index is stale and `--fail-stale` was given.
  case stale = 4
}

/// Ends a command with a status, after it has said what there was to say.
struct CommandEnd: Error {
  let status: ExitStatus
}
