// What was read of each file, and what the file system said of it then: so that an unchanged file need not be read again.

import ByteIO
import CorpusReading
import Documents
import Glibc

/// The digests of a corpus's files, each with the size and the times its file had; a small file beside the index.
///
/// It may be missing, old or damaged: then files are read. A file counts as unchanged where its size, its modification time
/// and its change time are the same, and the times were well past when they were noted: what is written within one tick of the
/// file system's clock would not show ("racy" entries in Git's index).
struct FileStamps {
  static let fileName = "verbatim.stamps"
  private static let magic = Array("verbatim stamps 1\n".utf8)
  /// A time so near to the noting, in nanoseconds, is not trusted: some file systems count in steps of two seconds.
  private static let raceLimit = 3_000_000_000

  private struct Stamp {
    let byteCount: Int
    let modificationTime: Int
    let changeTime: Int
    let digest: [UInt8]
  }

  private var stamps: [CorpusPath: Stamp] = [:]

  /// What stands in `folder`; nothing where that cannot be read.
  init(readingFrom folder: String) {
    guard let file = try? MappedFile(path: "\(folder)/\(FileStamps.fileName)") else { return }
    do throws(MalformedBytes) {
      stamps = try FileStamps.decode(file.bytes)
    } catch {
      stamps = [:]
    }
  }

  /// Notes the files of a listing that were read.
  ///
  /// - Parameters:
  ///   - digests: by path.
  ///   - time: when the listing was made, in nanoseconds since 1970.
  init(_ files: [CorpusFile], digests: [CorpusPath: [UInt8]], listedAt time: Int) {
    for file in files where max(file.modificationTime, file.changeTime) < time - FileStamps.raceLimit {
      guard let digest = digests[file.path] else { continue }
      stamps[file.path] = Stamp(
        byteCount: file.byteCount, modificationTime: file.modificationTime, changeTime: file.changeTime, digest: digest)
    }
  }

  /// The digest of a file that is as it was noted; `nil` for others.
  func digest(of file: CorpusFile) -> [UInt8]? {
    guard let stamp = stamps[file.path], stamp.byteCount == file.byteCount,
      stamp.modificationTime == file.modificationTime, stamp.changeTime == file.changeTime
    else { return nil }
    return stamp.digest
  }

  /// The present time, in nanoseconds since 1970.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Writes the file into `folder`.
  func write(to folder: String) throws(FileError) {
    var writer = ByteWriter(capacity: 96 * stamps.count + 64)
    writer.append(contentsOf: FileStamps.magic)
    writer.appendVariable(stamps.count)
    for (path, stamp) in stamps.sorted(by: { $0.key < $1.key }) {
      writer.appendPrefixed(path.bytes)
      writer.appendVariable(stamp.byteCount)
      writer.appendFixed(UInt64(bitPattern: Int64(stamp.modificationTime)))
      writer.appendFixed(UInt64(bitPattern: Int64(stamp.changeTime)))
      writer.appendPrefixed(stamp.digest)
    }
    writer.appendFixed(CRC32C.checksum(writer.bytes.span.bytes))
    var file = try ReplacedFile(folder: folder, name: FileStamps.fileName)
    try file.append(writer.bytes.span.bytes)
    try file.commit()
  }

  private static func decode(_ bytes: RawSpan) throws(MalformedBytes) -> [CorpusPath: Stamp] {
    guard bytes.byteCount >= magic.count + 4 else { throw MalformedBytes(offset: 0) }
    var check = ByteCursor(offset: bytes.byteCount - 4, end: bytes.byteCount)
    let content = bytes.extracting(0..<bytes.byteCount - 4)
    guard try check.readUInt32(bytes) == CRC32C.checksum(content) else { throw MalformedBytes(offset: 0) }
    var cursor = ByteCursor(content)
    guard try cursor.readBytes(content, count: magic.count) == magic else { throw MalformedBytes(offset: 0) }
    var stamps: [CorpusPath: Stamp] = [:]
    for _ in 0..<(try cursor.readVariable(content)) {
      let path = CorpusPath(bytes: try cursor.readPrefixed(content))
      stamps[path] = Stamp(
        byteCount: try cursor.readVariable(content),
        modificationTime: Int(Int64(bitPattern: try cursor.readUInt64(content))),
        changeTime: Int(Int64(bitPattern: try cursor.readUInt64(content))),
        digest: try cursor.readPrefixed(content))
    }
    return stamps
  }
}
