import CorpusReading
import Documents
import Glibc
import Testing

@testable import Commands

/// A file is known again by its size and its times, or not at all.
@Suite struct FileStampsTests {
  private let file = CorpusFile(
    path: CorpusPath("a/b.md"), byteCount: 7, modificationTime: 1_000_000_000, changeTime: 2_000_000_000)
  private let digest = [UInt8](repeating: 5, count: 32)

  private func stamps(listedAt time: Int) throws -> FileStamps {
    let corpus = try ChangingCorpus(seed: 1, fileCount: 0)
    try FileStamps([file], digests: [file.path: digest], listedAt: time).write(to: corpus.path)
    return FileStamps(readingFrom: corpus.path)
  }

  @Test func `what is written is read again`() throws {
    #expect(try stamps(listedAt: 60_000_000_000).digest(of: file) == digest)
  }

  @Test func `another size or time is another file`() throws {
    let stamps = try stamps(listedAt: 60_000_000_000)
    for (size, modified, changed) in [(8, 1, 2), (7, 3, 2), (7, 1, 3)] {
      let other = CorpusFile(
        path: file.path, byteCount: size, modificationTime: modified * 1_000_000_000,
        changeTime: changed * 1_000_000_000)
      #expect(stamps.digest(of: other) == nil)
    }
  }

  @Test(arguments: [2_000_000_000, 4_900_000_000]) func `a file changed just before it was listed is not trusted`(
    time: Int
  )
    throws
  {
    #expect(try stamps(listedAt: time).digest(of: file) == nil)
  }

  @Test func `a damaged file, or none, knows nothing`() throws {
    let corpus = try ChangingCorpus(seed: 1, fileCount: 0)
    #expect(FileStamps(readingFrom: corpus.path).digest(of: file) == nil)
    try FileStamps([file], digests: [file.path: digest], listedAt: 60_000_000_000).write(to: corpus.path)
    let bytes = try corpus.bytes(FileStamps.fileName)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x10
      let descriptor = open(corpus.folder(FileStamps.fileName), O_WRONLY | O_TRUNC)
      #expect(damaged.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == damaged.count)
      close(descriptor)
      #expect(FileStamps(readingFrom: corpus.path).digest(of: file) == nil)
    }
  }
}
