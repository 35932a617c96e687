// Whether a question asks if something may be done. English; what it may be done with is not told here.

import TextAnalysis

/// Recognises "can I", "is it ok", "do I have to".
///
/// To such a question a passage that merely speaks of the thing is soon taken for a yes.
enum PermissionQuestion {
  /// Whether `words`, folded, ask if something may be done, or must be.
  static func asks(_ words: [[UInt8]]) -> Bool {
    guard let found = patterns.firstMatch(in: words) else { return false }
    return found.lowerBound == 0 || !means.contains(words[found.lowerBound - 1])
  }

  /// "How can I keep it" asks for a way, not for leave.
  private static let means = WordList("how what where why which who")

  private static let patterns = WordPatterns(
    """
    can|could|may|should|must|cant i|we|he|she|they|you|my, am|are|is i|we|he|she allowed, is|are|would it|they|this|that \
    ok|okay|alright|fine|bad|safe|allowed|possible|wise|risky|dangerous, do|does i|he|she have|need|has to, all right to
    """)
}
