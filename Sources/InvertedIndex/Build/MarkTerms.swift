// The terms that stand for a passage's marks, among those of the passages added.

import TextAnalysis

/// Numbers the marks of passages as terms. Used for one passage after another, so that it allocates little.
struct MarkTerms {
  /// No term has this number.
  private static let none = UInt32.max
  /// By the place of the aspect among all; `none` before one is met.
  private var ofAspects = [UInt32](repeating: none, count: PassageMarks.ofAspects.count)
  /// Of the passage at hand; each once.
  private(set) var numbers: [UInt32] = []

  /// Replaces `numbers` by those of `marks`, which `terms` gives. O(marks).
  mutating func read(_ marks: PassageMarks, numberedBy terms: inout TermMap) throws(IndexError) {
    numbers.removeAll(keepingCapacity: true)
    var aspects = marks.aspects
    while aspects != 0 {
      let place = aspects.trailingZeroBitCount
      aspects &= aspects &- 1
      if ofAspects[place] == MarkTerms.none {
        let mark = PassageMarks.ofAspects[place]
        ofAspects[place] = UInt32(truncatingIfNeeded: try terms.id(of: mark.span))
      }
      numbers.append(ofAspects[place])
    }
    for shortForm in marks.shortForms {
      numbers.append(UInt32(truncatingIfNeeded: try terms.id(of: shortForm.span)))
    }
  }

  /// Forgets the numbers: those that gave them were emptied.
  mutating func removeAll() {
    self = MarkTerms()
  }
}
