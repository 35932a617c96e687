import ByteIO
import Documents
import Testing
import TextAnalysis

@testable import InvertedIndex

/// Parts, workers and spills: the same articles give the same index whatever way they went.
@Suite struct IndexWorkerTests {
  @Test(arguments: [1, 2, 3], [0, 2_150_000, Int.max])
  func `the same bytes come out of any number of workers and of any memory`(workers: Int, memory: Int) throws {
    let articles = RandomArticles(count: 60, seed: 5).articles
    let (one, other) = (TemporaryFolder(), TemporaryFolder())
    try write(articles, partSize: 7, workers: 1, memory: .max, to: one.path)
    let spills = try write(articles, partSize: 7, workers: workers, memory: memory, to: other.path)
    #expect(try bytes(in: one) == bytes(in: other))
    #expect(memory == .max ? spills == 0 : spills > workers)
  }

  @Test func `where parts begin does not change the postings`() throws {
    let articles = RandomArticles(count: 40, seed: 6).articles
    let (one, other) = (TemporaryFolder(), TemporaryFolder())
    try write(articles, partSize: 1, workers: 2, memory: 30_000, to: one.path)
    try write(articles, partSize: 40, workers: 1, memory: .max, to: other.path)
    for section: SegmentFormat.Section in [.terms, .postings, .positions, .words, .lengths, .statistics] {
      #expect(try bytes(of: section, in: one) == bytes(of: section, in: other), "\(section)")
    }
  }

  @Test(arguments: [0, Int.max]) func `postings and words are those that naive counting finds`(memory: Int) throws {
    let articles = RandomArticles(count: 30, seed: 8).articles
    let folder = TemporaryFolder()
    try write(articles, partSize: 4, workers: 2, memory: memory, to: folder.path)
    let naive = try NaiveInversion(articles)
    let index = try IndexReader(folder: folder.path)
    #expect(index.statistics.termCount == naive.postings.count)
    #expect(index.statistics.wordCount == naive.words.count)
    let open = try OpenSegment(index.segment)
    for (term, expected) in naive.postings {
      let info = try #require(try open.termInfo(of: term))
      #expect(info.passageFrequency == expected.count)
      for (passage, fields) in expected {
        let posting = try #require(try open.posting(of: info, passage: passage))
        #expect([posting.body, posting.heading, posting.title] == [fields.body, fields.heading, fields.title])
      }
    }
    var words: [[UInt8]: Int] = [:]
    try index.forEachWord { word, occurrences in words[(0..<word.count).map { word[$0] }] = occurrences }
    #expect(words == naive.words)
  }

  @Test func `a spill that fails is an error, and leaves the old index`() throws {
    let folder = TemporaryFolder()
    try write(RandomArticles(count: 3, seed: 1).articles, partSize: 1, workers: 1, memory: .max, to: folder.path)
    let before = try bytes(in: folder)
    let worker = try IndexWorker(settings: Settings(), memoryByteCount: 0, spillFolder: "\(folder.path)/none")
    worker.beginPart(0)
    let small = RandomArticles(count: 1, seed: 2).articles[0]
    #expect(throws: IndexError.self) { try worker.add(small.article, passages: small.passages) }
    #expect(try bytes(in: folder) == before)
  }

  /// - Returns: How often postings were spilled.
  @discardableResult
  private func write(
    _ articles: [(article: Article, passages: [Passage])], partSize: Int, workers: Int, memory: Int, to folder: String
  ) throws -> Int {
    let sample = TextSample(articles.prefix(3).map(\.passages), byteLimit: 10_000)
    let assembler = try IndexAssembler(settings: Settings(), folder: folder, sample: sample)
    let team = try (0..<workers).map { _ in
      try IndexWorker(settings: Settings(), memoryByteCount: memory, spillFolder: folder, sample: sample)
    }
    for (number, start) in stride(from: 0, to: articles.count, by: partSize).enumerated() {
      // Not simply in turn: a worker may well do two parts one after another.
      let worker = team[(number / 2) % workers]
      worker.beginPart(number)
      for (article, passages) in articles[start..<min(start + partSize, articles.count)] {
        try worker.add(article, passages: passages)
        worker.add(SourceFile(path: article.path, byteCount: 1, digest: [1]))
      }
      try assembler.append(worker.finishPart())
    }
    let spills = team.reduce(0) { $0 + $1.spills.count }
    _ = try assembler.finish(team)
    return spills
  }

  private func bytes(in folder: TemporaryFolder) throws -> [UInt8] {
    let file = try MappedFile(path: "\(folder.path)/verbatim.index")
    return file.bytes.withUnsafeBytes { Array($0) }
  }

  private func bytes(of section: SegmentFormat.Section, in folder: TemporaryFolder) throws -> [UInt8] {
    let reader = try SegmentReader(folder: folder.path)
    return reader.bytes(section).withUnsafeBytes { Array($0) }
  }
}

/// Articles of seeded random words, some frequent, some rare, some hyphenated, under headings.
private struct RandomArticles {
  private(set) var articles: [(article: Article, passages: [Passage])] = []
  private var random: SeededRandom

  init(count: Int, seed: UInt64) {
    random = SeededRandom(seed: seed)
    for number in 0..<count {
      let article = Article(
        path: CorpusPath("article\(number).md"), title: number % 3 == 0 ? nil : words(0...40), digest: [UInt8(number)])
      var passages: [Passage] = []
      for line in 1...Int.random(in: 1...30, using: &random) {
        let section = line / 4
        passages.append(
          Passage(
            section: section, heading: section % 3 == 2 ? nil : "heading \(section / 2) of \(number % 5)",
            text: words(1...120), lines: LineRange(line, line)))
      }
      articles.append((article, passages))
    }
  }

  private mutating func words(_ counts: ClosedRange<Int>) -> String {
    (0..<Int.random(in: counts, using: &random)).map { _ in
      switch Int.random(in: 0..<10, using: &random) {
      case 0: "rare\(Int.random(in: 0..<5000, using: &random))"
      case 1: "twenty-four"
      case 2: "chain-\(Int.random(in: 0..<9, using: &random))-wheel"
      default: "word" + String(repeating: "s", count: Int.random(in: 0..<20, using: &random))
      }
    }.joined(separator: " ")
  }
}

/// What an index must hold, counted without any of its means.
private struct NaiveInversion {
  private(set) var postings: [[UInt8]: [UInt32: (body: UInt32, heading: UInt32, title: UInt32)]] = [:]
  private(set) var words: [[UInt8]: Int] = [:]
  private let analyzer: Analyzer

  init(_ articles: [(article: Article, passages: [Passage])]) throws {
    analyzer = try Analyzer(language: "en")
    var id: UInt32 = 0
    for (article, passages) in articles {
      let title = analyzer.analyze(article.title ?? "")
      countWords(title)
      for (index, passage) in passages.enumerated() {
        let heading = analyzer.analyze(passage.heading ?? "")
        if index == 0 || passages[index - 1].section != passage.section { countWords(heading) }
        let body = analyzer.analyze(passage.text)
        countWords(body)
        for token in body.tokens {
          postings[Array(body.term(of: token)), default: [:]][id, default: (0, 0, 0)].body += 1
        }
        for token in heading.tokens {
          postings[Array(heading.term(of: token)), default: [:]][id, default: (0, 0, 0)].heading += 1
        }
        for token in title.tokens {
          postings[Array(title.term(of: token)), default: [:]][id, default: (0, 0, 0)].title += 1
        }
        id += 1
      }
    }
  }

  private mutating func countWords(_ buffer: TokenBuffer) {
    for token in buffer.tokens where !token.isCompound { words[Array(buffer.word(of: token)), default: 0] += 1 }
  }
}
