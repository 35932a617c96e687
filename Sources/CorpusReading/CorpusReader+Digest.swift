// What a file's bytes are, without reading it as an article: for telling a current index from a stale one.

import ByteIO

extension CorpusReader {
  /// SHA-256 of the file's bytes; `nil` where it cannot be read. O(bytes), in the memory of one buffer.
  package func digest(of file: CorpusFile) -> [UInt8]? {
    do throws(FileProblem) {
      let descriptor = try folder.openFile(file.path)
      var hash = SHA256()
      var buffer: [UInt8] = []
      buffer.reserveCapacity(1 << 18)
      while try descriptor.read(upTo: 1 << 18, into: &buffer) > 0 {
        hash.update(buffer.span)
        buffer.removeAll(keepingCapacity: true)
      }
      return hash.finish()
    } catch {
      return nil
    }
  }
}
