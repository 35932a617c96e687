// An answer as rows of a table: `tsv`. One row a passage; a question without an answer gives none.

import Conversation
import Terminal

/// Writes answers as tab-separated values.
package enum TableRenderer {
  /// The first line of a table.
  package static let header = "id\trank\tscore\tcitation\tarticle\tsection\ttext"

  /// The rows of one answer, without their newlines. Tabs and line breaks within fields are spaces; what an article
  /// lacks is an empty field.
  package static func rows(of answer: Answer, id: String) -> [String] {
    answer.results.map { result in
      let passage = ShownPassage(result)
      let fields = [
        Sanitizer.cleanLine(id), String(passage.rank), passage.score.description, passage.citation, passage.title ?? "",
        passage.heading ?? "", Sanitizer.cleanLine(passage.text),
      ]
      return fields.dropFirst().reduce(fields[0]) { "\($0)\t\($1)" }
    }
  }
}
