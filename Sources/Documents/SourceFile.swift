// A file of the corpus as it was when the index was made: what tells a current index from a stale one.

/// One file that articles were read from.
package struct SourceFile: Hashable, Sendable {
  package let path: CorpusPath
  package let byteCount: Int
  /// SHA-256 of the file's bytes.
  package let digest: [UInt8]

  package init(path: CorpusPath, byteCount: Int, digest: [UInt8]) {
    self.path = path
    self.byteCount = byteCount
    self.digest = digest
  }
}
