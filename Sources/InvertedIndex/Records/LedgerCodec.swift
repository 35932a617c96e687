// What was repaired, removed and refused while the corpus was read, and the files that were read.

import ByteIO
import Documents

/// The section `ledger`: the number of entries, then the entries in the order of the corpus.
enum LedgerCodec {
  /// Appends one entry.
  static func append(_ entry: LedgerEntry, to writer: inout ByteWriter) {
    writer.appendPrefixed(entry.path.bytes)
    writer.appendVariable(entry.line ?? 0)
    writer.append(entry.action.rawValue)
    writer.appendPrefixed(entry.detail)
  }

  static func decode(_ bytes: RawSpan) throws(MalformedBytes) -> [LedgerEntry] {
    var cursor = ByteCursor(bytes)
    var entries: [LedgerEntry] = []
    for _ in 0..<(try cursor.readVariable(bytes)) {
      let start = cursor.offset
      let path = CorpusPath(bytes: try cursor.readPrefixed(bytes))
      let line = try cursor.readVariable(bytes)
      guard let action = LedgerEntry.Action(rawValue: try cursor.readByte(bytes)) else {
        throw MalformedBytes(offset: start)
      }
      let detail = try cursor.readString(bytes)
      entries.append(LedgerEntry(path: path, line: line == 0 ? nil : line, action: action, detail: detail))
    }
    return entries
  }
}

/// The section `files`: their number, then every file the articles were read from, with its size and digest.
enum SourceFileCodec {
  /// Appends one file.
  static func append(_ file: SourceFile, to writer: inout ByteWriter) {
    writer.appendPrefixed(file.path.bytes)
    writer.appendVariable(file.byteCount)
    writer.appendPrefixed(file.digest)
  }

  static func decode(_ bytes: RawSpan) throws(MalformedBytes) -> [SourceFile] {
    var cursor = ByteCursor(bytes)
    var files: [SourceFile] = []
    for _ in 0..<(try cursor.readVariable(bytes)) {
      let path = CorpusPath(bytes: try cursor.readPrefixed(bytes))
      let byteCount = try cursor.readVariable(bytes)
      files.append(SourceFile(path: path, byteCount: byteCount, digest: try cursor.readPrefixed(bytes)))
    }
    return files
  }
}
