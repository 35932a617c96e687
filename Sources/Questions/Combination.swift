// Whether a question asks what goes together with the subject: "with sertraline", "while on lithium".
// The answer to such a question is about that other thing, by name: what stands for it in a table is not it.

import TextAnalysis

/// Finds what a question combines with its subject.
package enum Combination {
  /// The places in `words`, folded, of what stands behind "with", "while on", "mixed with" and their like, up to the next
  /// verb, preposition or connective. What somebody has help with is not combined: "does it help with flashbacks".
  package static func tokens(in words: [[UInt8]]) -> [Int] {
    var found: [Int] = []
    for number in words.indices.dropLast() where joins.contains(words[number]) {
      if number > 0, companions.contains(words[number - 1]) { continue }
      for place in (number + 1)..<min(words.count, number + 1 + reach) {
        if ends.contains(words[place]) { break }
        if joins.contains(words[place]) { continue }
        if !found.contains(place) { found.append(place) }
      }
    }
    return found
  }

  private static let reach = 5
  private static let joins = WordList(
    "with while on plus alongside interact interacts mix mixing mixed combine combined combining")
  /// "help with", "based on": what follows belongs to them.
  private static let companions = WordList(
    """
    help helps helped helping deal deals dealing cope copes coping struggle struggles struggling diagnosed wrong problem problems \
    trouble live lives living start starts started based depend depends hooked focus focused effect effects information work works
    """)
  private static let ends = WordList(
    """
    for in at by to from of before after during when if is are was were do does did can could will would should may might or but because \
    since than then while
    """)
}
