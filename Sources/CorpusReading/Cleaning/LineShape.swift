// How a line of text looks: how many words, which case, what it ends in. It knows no language but a few small words.

import TextAnalysis

/// The looks of one line, by which headings, captions and names are told from sentences.
struct LineShape {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Words as white space parts them.
  var words: [Substring] { text.split(separator: " ") }

  var wordCount: Int { words.count }

  /// Ends as sentences and lead-ins do: in `.`, `!`, `?`, `:`, `;` or `,`, closing quotes and brackets apart.
  var endsInPunctuation: Bool {
    guard let mark = lastMark else { return false }
    return ".!?:;,…".contains(mark)
  }

  var endsInQuestionMark: Bool { lastMark == "?" }

  /// The last character that is no closing quote or bracket.
  var lastMark: Character? {
    text.last { !"\"'”’)]»".contains($0) }
  }

  var beginsLowercase: Bool {
    text.first?.isLowercase ?? false
  }

  /// Begins with a capital or digit, and so does every word but the small ones; has at least one capital.
  var isTitleCase: Bool {
    var hasCapital = false
    for (index, word) in words.enumerated() {
      guard let first = word.first(where: { $0.isLetter || $0.isNumber }) else { continue }
      if first.isUppercase { hasCapital = true }
      let isSmall = index > 0 && (word.utf8.count <= 3 || Self.smallWords.contains(word))
      if first.isLowercase && !isSmall { return false }
    }
    return hasCapital
  }

  /// Two to four capitalised words and nothing else: what a person's name looks like. Degrees after a comma may follow.
  var isName: Bool {
    let name = text.split(separator: ",", maxSplits: 1).first.map { $0.split(separator: " ") } ?? []
    return (2...4).contains(name.count)
      && name.allSatisfy { word in
        (word.first?.isUppercase ?? false) && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
      }
  }

  /// Nothing but one web or mail address.
  var isAddress: Bool {
    guard words.count == 1, let word = words.first else { return false }
    let lower = word.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www.") { return true }
    let parts = lower.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasSuffix(".")
  }

  /// Longer words that titles leave in small letters; every word of up to three letters may be small anyway.
  private static let smallWords: Set<Substring> = [
    "with", "from", "into", "onto", "over", "upon", "than", "that", "your", "when", "about", "after", "before",
    "between", "during", "through", "under", "versus", "without", "within",
  ]

  /// Runs of letters and digits in `text`: no more index terms than these, compounds apart. O(bytes).
  static func termCount(_ text: Span<UInt8>) -> Int {
    ByteScan.runCount(in: text)
  }

  /// Whether `byte` belongs to a term: a letter, a digit, anything beyond ASCII, or an apostrophe within one.
  static func isTermByte(_ byte: UInt8, afterTerm: Bool) -> Bool {
    ByteScan.isOfRun(byte, afterRun: afterTerm)
  }
}
