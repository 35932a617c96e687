// One content word of a question: as typed, as corrected, as searched.
// Function words never become one.

import TextAnalysis

/// One content word of a question.
package struct QuestionWord: Hashable, Sendable {
  /// The word as typed, folded: what a person is shown in "no article mentions".
  package var typed: String
  /// The word searched instead, where the spelling was corrected.
  package var corrected: String?
  /// The term searched for it.
  package var term: [UInt8]
  /// In how many passages the term occurs; 0 where no article has it.
  package var passageFrequency: Int
  /// The operator's table says that `corrected` is what was meant: "alcohol" by "a drink".
  package var isMeant = false
  /// Of general meaning ("happen", "stuff"): some article has it, but the question is about something else.
  package var isLight: Bool

  package init(typed: String, corrected: String? = nil, term: [UInt8], passageFrequency: Int, isLight: Bool = false) {
    self.typed = typed
    self.corrected = corrected
    self.term = term
    self.passageFrequency = passageFrequency
    self.isLight = isLight
  }

  /// What a person is told that no article mentions: the word as typed, unless another was meant by it.
  package var named: String { isMeant ? corrected ?? typed : typed }

  /// Whether the word asks if something does harm.
  ///
  /// A question with such a word, and one in it that no article mentions, is never answered by passages about the rest: "is it safe in
  /// pregnancy" must not be met with "it is safe".
  package var asksForSafety: Bool {
    Self.safetyWords.contains(corrected ?? typed)
  }

  private static let safetyWords = WordList(
    """
    safe safely safety unsafe danger dangers dangerous dangerously risk risks risky harm harms harmful harmless toxic fatal deadly lethal
    """)
}
