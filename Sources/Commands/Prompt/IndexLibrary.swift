// An index in use at the prompt: it answers, looks things up, and notices when the index has been replaced.

import Conversation
import CorpusReading
import Documents
import Glibc
import InvertedIndex
import Questions
import TextAnalysis

/// The library behind a conversation: one index at a time, with the dialogue held on it.
package final class IndexLibrary: PromptLibrary {
  private let folder: String
  let corpusFolder: String?
  private(set) var index: IndexReader
  private(set) var analyzer: Analyzer
  private(set) var stopList: StopList
  private var dialogue: Dialogue
  private var identity: FileIdentity?
  private let isUsable: ((Settings) -> Bool)?

  /// Opens the index in `folder`.
  ///
  /// - Parameters:
  ///   - corpusFolder: where the articles' files are, if that is known; only `:raw` reads them.
  ///   - isUsable: what a newer index must hold to be taken into use; the old one is kept where it does not, or cannot be read. `nil`
  ///     takes any, and gives an error for one that cannot be read.
  package init(folder: String, corpusFolder: String? = nil, isUsable: ((Settings) -> Bool)? = nil) throws {
    self.isUsable = isUsable
    self.folder = folder
    self.corpusFolder = corpusFolder
    index = try IndexReader(folder: folder)
    dialogue = try Dialogue(index: index)
    analyzer = try Analyzer(language: index.settings.language)
    stopList = StopList(language: index.settings.language)
    identity = FileIdentity(path: index.path)
  }

  package var settings: Settings { index.settings }
  package var articleCount: Int { index.statistics.articleCount }
  package var passageCount: Int { index.statistics.passageCount }
  package var fingerprint: String { index.fingerprint }
  package var modificationTime: Int { index.modificationTime }
  package var ranking: RankingParameters { RankingParameters(index.settings.ranking) }

  package func refresh() throws -> Bool {
    let current = FileIdentity(path: index.path)
    // An index that has gone is still mapped, and goes on answering.
    guard let current, current != identity else { return false }
    let replacement: IndexReader
    let newDialogue: Dialogue
    let newAnalyzer: Analyzer
    do {
      replacement = try IndexReader(folder: folder)
      newDialogue = try Dialogue(index: replacement)
      newAnalyzer = try Analyzer(language: replacement.settings.language)
    } catch {
      guard isUsable != nil else { throw error }
      return false
    }
    if let isUsable, !isUsable(replacement.settings) { return false }
    dialogue = newDialogue
    analyzer = newAnalyzer
    stopList = StopList(language: replacement.settings.language)
    index = replacement
    identity = current
    return true
  }

  /// Whether another index has taken the place of the one in use.
  var isReplaced: Bool {
    FileIdentity(path: index.path).map { $0 != identity } ?? false
  }

  package func answer(_ question: String, options: AnswerOptions) throws -> Answer {
    try dialogue.answer(question, options: options)
  }

  package func reset() {
    dialogue.reset()
  }

  package func compare(_ words: String, limit: Int) throws -> ArticleComparison {
    try ArticleComparer(index: index).comparison(of: words, limit: limit)
  }

  package func explain(_ passage: PassageID, for query: WeightedQuery) throws -> [TermContribution] {
    try index.explain(passage, for: query, ranking: ranking)
  }

  package func ledger(of path: CorpusPath, lines: LineRange) throws -> [LedgerEntry] {
    try index.ledger().filter { entry in
      entry.path == path && (entry.line.map { lines.first <= $0 && $0 <= lines.last } ?? true)
    }
  }

  package func sourceLines(of path: CorpusPath, lines: LineRange) -> [String]? {
    // Without the corpus there is nothing to compare with; the index goes on answering.
    guard let corpusFolder, let reader = try? CorpusReader(folder: corpusFolder, settings: settings) else { return nil }
    return reader.lines(lines, of: path)
  }

  package func words(beginningWith prefix: String, limit: Int) -> [String] {
    let wanted = Array(prefix.lowercased().utf8)
    var found: [(word: String, occurrences: Int)] = []
    do {
      try index.forEachWord { word, occurrences in
        guard word.count >= wanted.count, wanted.indices.allSatisfy({ word[$0] == wanted[$0] }) else { return }
        found.append((String(decoding: word.indices.map { word[$0] }, as: UTF8.self), occurrences))
      }
    } catch {
      // A damaged word list spoils completion, not the conversation: the next question tells.
      return []
    }
    found.sort { ($1.occurrences, $0.word) < ($0.occurrences, $1.word) }
    return found.prefix(limit).map(\.word)
  }
}
