// English words that the stemmer would make one with others of another meaning. It knows single words only.

/// Terms for words that Porter2 conflates wrongly.
///
/// "several" and "severe", "emergency" and "emerge", "fasting" and "fast" have one stem each: who asks if to come fasting would be
/// told how fast it works. These keep terms of their own, shared by the forms of one word.
enum StemExceptions {
  /// The term for `word`, folded and in American spelling; `nil` for most. O(pairs with its first letter).
  static func term(for word: [UInt8]) -> [UInt8]? {
    pairs.replacement(for: word)
  }

  private static let pairs = WordPairs(
    """
    authority>authority authorities>authority emergency>emergency emergencies>emergency executive>executive \
    executives>executive experiment>experiment experiments>experiment experimental>experiment experimentally>experiment \
    experimentation>experiment fasting>fasting fasted>fasting hospitality>hospitality important>important nursing>nursing \
    importance>important importantly>important informal>informal informally>informal internal>internal internally>internal \
    international>international internationally>international objective>objective objectives>objective organic>organic \
    organically>organic organism>organism organisms>organism organization>organize organizations>organize \
    organizational>organize organize>organize organizes>organize organized>organize organizing>organize paste>paste \
    pastes>paste pasted>paste positive>positive positives>positive positively>positive rational>rational \
    rationally>rational rationale>rationale several>several universal>universal universally>universal \
    university>university universities>university
    """)
}
