// Why a corpus or its settings cannot be used at all. A single bad article is no error: it is skipped and reported.

/// What stops the reading of a corpus; facts only, the wording stands in Commands.
package enum CorpusError: Error, Hashable {
  case folderUnreadable(path: String, errno: Int32)
  case settingsUnreadable(path: String, errno: Int32)
  /// A key, a type or a value in `verbatim.yaml` that is not allowed. `line` from 1.
  case settingsWrong(path: String, line: Int, problem: String)
}
