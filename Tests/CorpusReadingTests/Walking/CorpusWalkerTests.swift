import Documents
import Glibc
import Testing

@testable import CorpusReading

/// Which files are articles, in which order, and why the others are not.
@Suite struct CorpusWalkerTests {
  @Test func `files come in byte order of their whole paths`() throws {
    let corpus = try TemporaryCorpus()
    for name in ["b.txt", "a/z.txt", "a.txt", "a-b.txt", "B.txt", "a0.txt", "é.txt"] { try corpus.write(name, "Text.") }
    #expect(try corpus.summary() == ["B.txt", "a-b.txt", "a.txt", "a/z.txt", "a0.txt", "b.txt", "é.txt"])
  }

  @Test func `hidden files, readmes, licences and settings are passed over in silence`() throws {
    let corpus = try TemporaryCorpus()
    for name in [".a.txt", ".hidden/a.txt", "README.md", "README", "LICENSE", "LICENSE.txt", "verbatim.yaml"] {
      try corpus.write(name, "Text.")
    }
    try corpus.write("sub/README.txt", "Text.")
    try corpus.write("a.txt", "Text.")
    #expect(try corpus.summary() == ["a.txt"])
  }

  @Test func `what cannot be an article is skipped with its reason`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.pdf", "Text.")
    try corpus.write("b", "Text.")
    try corpus.write("c.txt", "")
    try corpus.writeSparse("d.txt", byteCount: (64 << 20) + 1)
    mkfifo("\(corpus.path)/e.md", 0o644)
    symlink("/etc/passwd", "\(corpus.path)/f.txt")
    symlink(".", "\(corpus.path)/g")
    try corpus.write("h.txt", " \n\n")
    #expect(
      try corpus.summary() == [
        "a.pdf: not a format of articles: .pdf", "b: no file name extension", "c.txt: empty", "d.txt: over 64 MiB",
        "e.md: not a regular file", "f.txt: a symbolic link, not followed", "g: a symbolic link, not followed",
        "h.txt: no text",
      ])
  }

  @Test(arguments: [
    (0, 5, 5), (-1, 5, -999_999_995), (9_223_372_036, 854_775_807, Int.max), (9_223_372_036, 999_999_999, Int.max),
    (13_569_465_600, 0, Int.max), (Int.max, 0, Int.max), (-9_300_000_000, 1, Int.min),
  ])
  func `a time beyond what nanoseconds can count is the nearest`(seconds: Int, nanoseconds: Int, expected: Int) {
    #expect(CorpusWalker.nanoseconds(timespec(tv_sec: seconds, tv_nsec: nanoseconds)) == expected)
  }

  @Test func `a file of a far year is listed`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.txt", "Text.")
    let time = timespec(tv_sec: 13_569_465_600, tv_nsec: 0)
    #expect(utimensat(AT_FDCWD, "\(corpus.path)/a.txt", [time, time], 0) == 0)
    #expect(try corpus.summary() == ["a.txt"])
  }

  @Test func `a folder may be named like an article`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("x.md/y.md", "Text.")
    #expect(try corpus.summary() == ["x.md/y.md"])
  }

  @Test func `a name that is not UTF-8 is kept as bytes and opened`() throws {
    let corpus = try TemporaryCorpus()
    let name = Array("\(corpus.path)/".utf8) + [0x66, 0xFF] + Array(".txt".utf8)
    let file = open(name.map { CChar(bitPattern: $0) } + [0], O_WRONLY | O_CREAT, 0o644)
    try #require(file >= 0)
    #expect(write(file, "Text.", 5) == 5)
    close(file)
    let reader = try CorpusReader(folder: corpus.path, settings: Settings())
    #expect(reader.list().files.map(\.path.bytes) == [[0x66, 0xFF] + Array(".txt".utf8)])
    #expect(try corpus.items().count == 1)
    unlink(name.map { CChar(bitPattern: $0) } + [0])
  }

  @Test func `a listing gives sizes and times`() throws {
    let corpus = try TemporaryCorpus()
    try corpus.write("a.txt", "12345")
    var times = [timespec(tv_sec: 5, tv_nsec: 7), timespec(tv_sec: 5, tv_nsec: 7)]
    utimensat(AT_FDCWD, "\(corpus.path)/a.txt", &times, 0)
    let listing = try CorpusReader(folder: corpus.path, settings: Settings()).list()
    let file = try #require(listing.files.first)
    #expect(listing.files.count == 1 && file.path == CorpusPath("a.txt") && file.byteCount == 5)
    #expect(file.modificationTime == 5_000_000_007)
    // The change time cannot be set: it is that of the call above.
    #expect(file.changeTime > file.modificationTime)
  }

  @Test func `folders nested too deep are skipped, not opened for ever`() throws {
    let corpus = try TemporaryCorpus()
    let folders = repeatElement("d", count: 102).joined(separator: "/")
    try corpus.write("\(folders)/a.txt", "Text.")
    let summary = try corpus.summary()
    #expect(summary.count == 1)
    #expect(summary.first?.hasSuffix("folders nested deeper than 100") == true)
  }

  @Test func `a corpus that is not there is an error`() {
    #expect(throws: CorpusError.folderUnreadable(path: "/nowhere/at/all", errno: ENOENT)) {
      try CorpusReader(folder: "/nowhere/at/all", settings: Settings())
    }
  }
}
