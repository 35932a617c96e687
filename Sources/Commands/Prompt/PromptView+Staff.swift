// How the prompt shows what staff look behind a passage for: its citation, and its lines in the file.

import Conversation
import Documents
import Terminal

extension PromptView {
  /// A passage with its citation, wrapped, and beneath it, alone on its line, what opens its file from here.
  ///
  /// - Parameter file: `nil` where the file is not at hand.
  package func cited(_ passage: AnswerPassage, fingerprint: String, file: String?) -> [String] {
    let text = citation(of: passage, fingerprint: fingerprint)
    let lines = TextWrapper(columns: columns, hangingIndent: 2).wrapped(text)
    let shown = linked(lines, Sanitizer.cleanLine(passage.citation.description), to: passage.article.path)
    guard let file else { return shown + [""] }
    // Never cut, however long: it is there to be copied.
    return shown + ["  " + Sanitizer.cleanLine("\(file):\(passage.passage.lines.first)"), ""]
  }

  /// A passage as one quotes it, on one line.
  package func citation(of passage: AnswerPassage, fingerprint: String) -> String {
    let shown = ShownPassage(passage)
    let place = [shown.heading.map(Sentences.quoted), shown.citation].compactMap { $0 }.joined(separator: ", ")
    return "\"\(Sanitizer.cleanLine(shown.text))\" — \(place) (index \(fingerprint))"
  }

  /// The lines of a passage as they stand in the file, and what was repaired or removed on the way into the index.
  package func raw(_ passage: AnswerPassage, source: [String]?, ledger: [LedgerEntry]) -> [String] {
    let shown = ShownPassage(passage)
    var result = rule("\(shown.path), \(sentences.named(shown.lines))")
    if let source {
      let width = String(shown.lines.last).count
      for (index, line) in source.enumerated() {
        let number = String(shown.lines.first + index)
        if layout == .spoken {
          result.append("\(sentences[.line, [.first: number]]): \(Sanitizer.cleanLine(line))")
          continue
        }
        let margin = String(repeating: " ", count: width - number.count) + number + "  "
        result.append(margin + Sanitizer.cleanLine(line))
      }
    } else {
      result += text.said(sentences[.sourceMissing])
      result += HighlightedText(shown.text).lines(wrapper: TextWrapper(columns: columns), style: .plain)
    }
    for entry in ledger {
      let place = entry.line.map { sentences[.line, [.first: String($0)]] } ?? sentences[.file]
      result += text.said("\(place): \(sentences.action(entry.action)): \(entry.detail)")
    }
    return ledger.isEmpty ? result + text.said(sentences[.nothingRepaired]) : result
  }
}
