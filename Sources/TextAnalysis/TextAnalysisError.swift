// What can be asked of text analysis that it cannot do.
// Facts only: the words for people stand in Commands.

/// Why an analyzer cannot be made.
package enum TextAnalysisError: Error, Hashable {
  /// Snowball has no stemmer for `code`.
  case unknownLanguage(code: String)
}
