// The example's own patterns against the sentences of Tests/crisis.tsv and crisis-blind.tsv, without an index: the settings are all they need.

import CorpusReading
import Documents
import Glibc
import Testing

@testable import Conversation

@Suite struct ShippedCrisisPatternsTests {
  private struct Sentence {
    let wanted: String
    let text: String
  }

  /// The repository's root, from where this file lies.
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  private let card: CrisisCard
  private let sentences: [Sentence]

  init() throws {
    let settings = try SettingsReader.read(path: Self.root + "/Corpus/verbatim.yaml", isRequired: true)
    card = CrisisCard(try #require(settings.crisis))
    let lines = try ["crisis.tsv", "crisis-blind.tsv"].flatMap { try Self.lines(of: Self.root + "/Tests/" + $0) }
    sentences = try lines.filter { !$0.hasPrefix("#") && !$0.isEmpty }.map {
      let fields = $0.split(separator: "\t", maxSplits: 1)
      try #require(fields.count == 2, "\($0)")
      return Sentence(wanted: String(fields[0]), text: String(fields[1]))
    }
  }

  private static func lines(of path: String) throws -> [Substring] {
    let file = try #require(unsafe fopen(path, "r"))
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = unsafe fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0 }
  }

  /// The sentences wanted to bring one thing that bring another.
  private func wrong(_ wanted: String, _ finding: CrisisCard.Finding) -> [String] {
    sentences.filter { $0.wanted == wanted && card.finding(in: $0.text) != finding }.map(\.text)
  }

  @Test func `there are sentences of each kind`() {
    let counts = ["card", "line", "nothing"].map { wanted in sentences.count { $0.wanted == wanted } }
    #expect(counts[0] >= 60 && counts[1] >= 5 && counts[2] >= 40 && counts.reduce(0, +) == sentences.count)
  }

  @Test func `whoever may be in danger sees the card`() {
    #expect(wrong("card", .card).isEmpty)
  }

  @Test func `a question about the subject gets the line`() {
    #expect(wrong("line", .line).isEmpty)
  }

  @Test func `idioms and questions about the treatment get nothing`() {
    #expect(wrong("nothing", .nothing).filter { card.finding(in: $0) != .lineWithoutAnswer }.isEmpty)
  }

  @Test func `capitals, held letters and a text around it hide nothing`() {
    let found = sentences.filter { $0.wanted == "card" }
    let story = "The bus was late and it rained, so I read the leaflet twice. "
    #expect(found.filter { card.finding(in: $0.text.uppercased()) != .card }.map(\.text).isEmpty)
    #expect(found.filter { card.finding(in: story + $0.text + ". " + story) != .card }.map(\.text).isEmpty)
    #expect(found.filter { card.finding(in: $0.text + "!!!!") != .card }.map(\.text).isEmpty)
  }
}
