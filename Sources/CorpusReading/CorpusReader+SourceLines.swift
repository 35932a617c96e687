// Lines of a file as they stand there, without reading it as an article: for comparing them with what was indexed.

import Documents

extension CorpusReader {
  /// `range` of the lines of the file at `path`, as far as there are so many; `nil` where it cannot be read.
  ///
  /// Bytes that are not UTF-8 become U+FFFD; nothing is cleaned.
  package func lines(_ range: LineRange, of path: CorpusPath) -> [String]? {
    do throws(FileProblem) {
      var reader = LineReader(try folder.openFile(path), byteLimit: CorpusWalker.articleByteLimit)
      var found: [String] = []
      while reader.line < range.last, let line = try reader.next() {
        if reader.line >= range.first { found.append(String(decoding: line, as: UTF8.self)) }
      }
      return found
    } catch {
      return nil
    }
  }
}
