// An index that contradicts itself, taken over: refused, or carried on, never a crash.

import ByteIO
import Documents
import Glibc
import Testing

@testable import InvertedIndex

@Suite struct DamagedUpdateTests {
  private let sample = smallSample((0..<6).map { "Oil the chain \($0). Oil." })

  /// Two terms of more than a block of postings, titles, headings, repairs, two articles.
  private func writeOld(to folder: String) throws {
    let passages = (0..<140).map {
      (heading: $0 < 3 ? "Chains" : nil, text: $0 % 2 == 0 ? "Oil the chain \($0)." : "Oil.")
    }
    try writeIndex(
      [SmallArticle("bicycles.md", title: "A bicycle", passages), SmallArticle("walking.txt", [(nil, "No chain.")])],
      sample: sample, to: folder)
  }

  /// A worker that keeps no texts.
  private func scratchWorker() throws -> IndexWorker {
    let worker = try IndexWorker(settings: Settings(), memoryByteCount: .max, spillFolder: nil, keepsTexts: false)
    worker.beginPart(0)
    return worker
  }

  /// A new article, then all of the old index: its passages get other numbers. False where anything is refused.
  private func update(_ folder: String, into other: String) -> Bool {
    do {
      let old = try OldIndex(IndexReader(SegmentReader(folder: folder, checking: .none)))
      // An index of another language, or with another sample of texts, is never brought up to date.
      guard old.reader.settings.language == Settings().language, old.sample == sample else { return false }
      let assembler = try IndexAssembler(settings: Settings(), folder: other, sample: sample, updating: old)
      let worker = try IndexWorker(settings: Settings(), memoryByteCount: .max, spillFolder: nil, sample: sample)
      worker.beginPart(0)
      try worker.add(
        Article(path: CorpusPath("a.md")),
        passages: [Passage(section: 0, heading: nil, text: "A chain and oil.", lines: LineRange(1, 1))])
      try assembler.append(worker.finishPart())
      try assembler.append(old.part(number: 1, files: old.files.indices, skipped: []))
      let (removed, other) = (try scratchWorker(), try scratchWorker())
      try old.invert(old.files.indices, with: other)
      _ = try assembler.finish([worker], removed: removed)
      return true
    } catch {
      return false
    }
  }

  @Test func `no changed byte of an old index crashes an update`() throws {
    let (folder, other) = (TemporaryFolder(), TemporaryFolder())
    try writeOld(to: folder.path)
    let path = "\(folder.path)/verbatim.index"
    let file = try MappedFile(path: path)
    let good = file.bytes.withUnsafeBytes { Array($0) }
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    let step = getenv("VERBATIM_EVERY_BYTE") == nil ? 11 : 1
    var refused = 0
    for offset in stride(from: 0, to: good.count, by: step) {
      let mask: UInt8 = [0xFF, 0x40, 0x01][offset / step % 3]
      try #require(pwrite(descriptor, [good[offset] ^ mask], 1, off_t(offset)) == 1)
      if !update(folder.path, into: other.path) { refused += 1 }
      try #require(pwrite(descriptor, [good[offset]], 1, off_t(offset)) == 1)
    }
    #expect(refused > 0)
    #expect(update(folder.path, into: other.path))
  }
}
