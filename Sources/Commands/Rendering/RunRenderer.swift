// What was retrieved, as trec_eval reads it: `trec`. It judges the ranking, not the answer: the verdict does not matter.

import Conversation
import Documents
import InvertedIndex
import Terminal

/// Writes runs: `ID Q0 DOCID RANK SCORE verbatim`.
package enum RunRenderer {
  /// The lines of one answer's `retrieved`, without their newlines; none where the answer is the crisis card alone.
  ///
  /// trec_eval sorts by score and breaks ties by name. So that it keeps our order, a score that does not fall is printed
  /// as the next smaller one. A document is listed once, at its best rank.
  ///
  /// - Parameter document: what a passage is called in the run: `name(of:)` of its citation or of its article.
  package static func lines<Failure: Error>(
    of answer: Answer, id: String, document: (PassageID) throws(Failure) -> String
  ) throws(Failure) -> [String] {
    guard answer.verdict != .crisis else { return [] }
    let question = encoded(id)
    var lines: [String] = []
    var listed: Set<String> = []
    var last = Float.infinity
    for passage in answer.retrieved {
      let name = try document(passage.passage)
      guard listed.insert(name).inserted else { continue }
      last = min(passage.score, last.nextDown)
      lines.append("\(question) Q0 \(name) \(lines.count + 1) \(last) verbatim")
    }
    return lines
  }

  /// What one passage is called.
  package static func name(of citation: Citation) -> String {
    encoded(citation.description)
  }

  /// What one article is called: its own id, else its path.
  package static func name(of article: Article) -> String {
    encoded(article.identifier ?? article.path.text)
  }

  /// `text`, cleaned, white space percent-encoded.
  private static func encoded(_ text: String) -> String {
    var result = ""
    for scalar in Sanitizer.clean(text).unicodeScalars {
      guard scalar.properties.isWhitespace else {
        result.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(Character(scalar)).utf8 {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
