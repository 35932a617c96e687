import ByteIO
import Glibc
import Testing

/// Files are replaced whole or not at all, and mapped as they are.
@Suite struct FileTests {
  @Test func `a committed file holds what was appended and overwritten`() throws {
    let folder = TemporaryFolder()
    let first: [UInt8] = [1, 2, 3, 4]
    let more = [UInt8](repeating: 9, count: 300_000)
    try writeWithPatch(first, more, patch: [7, 7], first, to: folder.path)
    #expect(try folder.read("data") == [1, 7, 7, 4] + more + first)
  }

  @Test func `an abandoned file leaves the old one and nothing else`() throws {
    let folder = TemporaryFolder()
    try write([5], to: folder.path)
    try abandon([6, 6], in: folder.path)
    #expect(try folder.read("data") == [5])
    #expect(access("\(folder.path)/data.tmp", F_OK) != 0)
  }

  @Test func `folders above a file are made if they are missing`() throws {
    let folder = TemporaryFolder()
    try write([1], to: "\(folder.path)/a/b//c")
    #expect(try folder.read("a/b/c/data") == [1])
  }

  @Test func `a missing file and a folder cannot be mapped`() throws {
    let folder = TemporaryFolder()
    let missing = "\(folder.path)/none"
    #expect(throws: FileError(path: missing, call: "open", errno: ENOENT)) { try map(missing) }
    #expect(throws: FileError.self) { try map(folder.path) }
  }

  @Test func `an empty file maps to no bytes`() throws {
    let folder = TemporaryFolder()
    try write([], to: folder.path)
    let file = try MappedFile(path: "\(folder.path)/data")
    #expect(file.byteCount == 0)
  }

  @Test func `a lock is held by one and freed with it`() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/lock"
    do {
      let lock = try FileLock(path: path)
      #expect(throws: FileError(path: path, call: "flock", errno: EWOULDBLOCK)) { try takeLock(path) }
      withExtendedLifetime(lock) {}
    }
    _ = try lockOnceFree(path)
  }

  private func map(_ path: String) throws {
    _ = try MappedFile(path: path)
  }

  private func takeLock(_ path: String) throws {
    _ = try FileLock(path: path)
  }
}

/// Replaces `data` in `folder` by `bytes`.
private func write(_ bytes: [UInt8], to folder: String) throws {
  var file = try ReplacedFile(folder: folder, name: "data")
  try file.append(bytes.span.bytes)
  try file.commit()
}

/// Appends two pieces, overwrites at offset 1, appends a third.
private func writeWithPatch(_ first: [UInt8], _ second: [UInt8], patch: [UInt8], _ third: [UInt8], to folder: String)
  throws
{
  var file = try ReplacedFile(folder: folder, name: "data")
  try file.append(first.span.bytes)
  try file.append(second.span.bytes)
  try file.overwrite(patch.span.bytes, at: 1)
  try file.append(third.span.bytes)
  try file.commit()
}

/// Begins a new version and lets it go.
private func abandon(_ bytes: [UInt8], in folder: String) throws {
  var file = try ReplacedFile(folder: folder, name: "data")
  try file.append(bytes.span.bytes)
}

/// The lock at `path`, as soon as it is free.
///
/// Other tests start processes meanwhile: between fork and exec a child holds a copy of every descriptor, and so of a lock
/// that was just given back.
func lockOnceFree(_ path: String) throws -> FileLock {
  let deadline = time(nil) + 20
  while true {
    do throws(FileError) {
      return try FileLock(path: path)
    } catch {
      guard error.errno == EWOULDBLOCK, time(nil) < deadline else { throw error }
      sched_yield()
    }
  }
}
