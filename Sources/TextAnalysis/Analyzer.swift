// From text to tokens: the one way for articles and questions alike.
// It holds no rule itself; each step is a type of its own beside it.

/// Cuts text into tokens and turns each word into its term.
///
/// Not shared between threads: it holds a stemmer and a cache of stems. Same text, same tokens.
package final class Analyzer {
  /// Raised whenever the same text may give other terms or marks than before: an index of another version must be built anew.
  package static let version: UInt32 = 3

  /// The ISO 639-1 code of the stemmer's language.
  package let language: String
  private var tokenizer: Tokenizer

  /// - Throws: `TextAnalysisError.unknownLanguage` where Snowball has no stemmer for `language`.
  package init(language: String) throws(TextAnalysisError) {
    guard let tokenizer = Tokenizer(language: language) else { throw .unknownLanguage(code: language) }
    self.tokenizer = tokenizer
    self.language = language
  }

  /// Replaces what `buffer` holds by the tokens of `text`; O(bytes). Text that is not UTF-8 gives the words of its
  /// European scripts.
  package func analyze(_ text: Span<UInt8>, into buffer: inout TokenBuffer) {
    tokenizer.tokenize(text, into: &buffer)
  }

  /// The tokens of `text`.
  package func analyze(_ text: String) -> TokenBuffer {
    var buffer = TokenBuffer()
    analyze(text.utf8.span, into: &buffer)
    return buffer
  }

  /// The folded word of a token, by its `entry`.
  ///
  /// - Precondition: the token is of the text analysed last.
  package func word(ofEntry entry: UInt32) -> ArraySlice<UInt8> {
    tokenizer.word(ofEntry: entry)
  }

  /// The term of a token, by its `entry`.
  ///
  /// - Precondition: the token is of the text analysed last.
  package func term(ofEntry entry: UInt32) -> ArraySlice<UInt8> {
    tokenizer.term(ofEntry: entry)
  }
}
