// The words of a question, one after another, function words and all: what tables are matched against.
// Content words are chosen from these last.

import TextAnalysis

/// One word of a question.
struct QuestionToken: Hashable {
  /// As typed, folded.
  var typed: [UInt8]
  /// What is searched instead, where the spelling was corrected.
  var corrected: [UInt8]?
  /// The correction is of a word that stands in the wrong place, not of one that nobody knows.
  var isMisplaced = false
  /// What was said where the operator's table gives it another meaning, of which `corrected` is the word: "a drink".
  var meaning: String?
  var term: [UInt8]
  /// In bytes of the text that was analysed.
  var source: Range<Int>
  /// Within a quoted phrase: never dropped.
  var isQuoted = false
  /// On the stop list.
  var isStop = false
  /// Part of the question's form ("fast" in "how fast"): searched, but not what the question is about.
  var isForm = false
  /// Of general meaning, and not part of what the operator gave a meaning.
  var isLight = false
  /// Part of a figure of speech: it does not mean what it says.
  var isFigurative = false
  /// One of several words that the operator gave a meaning together: alone it says less.
  var isInPhrase = false

  /// As corrected, else as typed.
  var word: [UInt8] {
    corrected ?? typed
  }
}

/// A hyphenated word of a question, as one.
struct QuestionCompound: Hashable {
  let word: [UInt8]
  let term: [UInt8]
  /// The first of the tokens it is made of.
  let first: Int
  /// How many they are.
  let count: Int
}

/// The words of one question.
struct QuestionTokens {
  var tokens: [QuestionToken] = []
  var compounds: [QuestionCompound] = []

  /// The words of `text`, as `analyzer` finds them.
  init(_ text: String, analyzer: Analyzer) {
    let buffer = analyzer.analyze(text)
    var wholes: [Token] = []
    for token in buffer.tokens {
      if token.isCompound {
        wholes.append(token)
      } else {
        tokens.append(
          QuestionToken(
            typed: Array(buffer.word(of: token)), term: Array(buffer.term(of: token)), source: token.source))
      }
    }
    for whole in wholes {
      let parts = tokens.indices.filter {
        whole.source.lowerBound <= tokens[$0].source.lowerBound
          && tokens[$0].source.upperBound <= whole.source.upperBound
      }
      guard let first = parts.first else { continue }
      compounds.append(
        QuestionCompound(
          word: Array(buffer.word(of: whole)), term: Array(buffer.term(of: whole)), first: first, count: parts.count))
    }
  }
}
