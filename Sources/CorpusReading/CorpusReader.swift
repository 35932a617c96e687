// A folder of files, walked in a fixed order, as articles cut into passages.

import Documents

/// What is met on the way through the corpus.
package enum CorpusItem: Sendable {
  /// An article with at least one passage, and what was repaired and removed in it.
  case article(Article, [Passage], [LedgerEntry])
  /// A file, or a line of a `.jsonl` file, that gives no article; the entry's action is `skipped`.
  case skipped(LedgerEntry)
}

/// Reads a corpus folder.
package struct CorpusReader: Sendable {
  /// - Throws: `CorpusError.folderUnreadable`.
  package init(folder: String, settings: Settings) throws(CorpusError) {
    preconditionFailure("not written yet")
  }

  /// Hands every item to `body`, files in byte order of their paths, one at a time: no more than one file is in memory.
  package func forEachItem<Failure: Error>(_ body: (CorpusItem) throws(Failure) -> Void) throws(Failure) {
    preconditionFailure("not written yet")
  }
}

package enum CorpusError: Error, Hashable {
  case folderUnreadable(path: String, errno: Int32)
  case settingsUnreadable(path: String, errno: Int32)
  /// A key, a type or a value in `verbatim.yaml` that is not allowed. `line` from 1.
  case settingsWrong(path: String, line: Int, problem: String)
}

/// Reads `verbatim.yaml`.
package enum SettingsReader {
  /// The settings in the file at `path`; the defaults where there is no such file and `isRequired` is false.
  package static func read(path: String, isRequired: Bool) throws(CorpusError) -> Settings {
    preconditionFailure("not written yet")
  }
}
