// Answers made by hand, about gardens: what the renderers and the prompt are tried with.

import Conversation
import Documents
import InvertedIndex

enum Sample {
  static func article(_ path: String, title: String?, identifier: String? = nil) -> Article {
    Article(path: CorpusPath(path), identifier: identifier, title: title)
  }

  static func passage(
    rank: Int = 1, score: Float = 7.31, path: String = "beds/roses.md", title: String? = "Keeping roses",
    heading: String? = "When to prune", text: String = "Prune in late winter.\n- before buds open\n- on a dry day",
    line: Int = 12, hash: String = "0a1b2c", matches: [String] = [], best: String? = nil, alsoIn: [String] = []
  ) -> AnswerPassage {
    AnswerPassage(
      rank: rank, id: PassageID(UInt32(rank)), score: score,
      citation: Citation(path: CorpusPath(path), line: line, hash: hash),
      article: article(path, title: title),
      passage: Passage(section: 0, heading: heading, text: text, lines: LineRange(line, line + 2)),
      matches: matches.compactMap { range(of: $0, in: text) }, best: best.flatMap { range(of: $0, in: text) },
      alsoIn: alsoIn.compactMap { Citation($0) })
  }

  static func answer(
    _ question: String = "when do I prune roses", _ verdict: Verdict = .answered, results: [AnswerPassage] = []
  ) -> Answer {
    var answer = Answer(question: question, verdict: verdict)
    answer.results = results
    answer.matchingPassageCount = results.count
    answer.matchingArticleCount = Set(results.map(\.article.path)).count
    return answer
  }

  /// Where `part` stands first in `text`, in UTF-8 bytes.
  static func range(of part: String, in text: String) -> Range<Int>? {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    return bytes.indices.first { bytes[$0...].starts(with: wanted) }.map { $0..<$0 + wanted.count }
  }
}
