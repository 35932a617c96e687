// Takes out what surrounds an article without belonging to it. Each rule is a type of its own; each removal is entered.

import Documents

/// Removes bare addresses, captions, navigation, the author's biography, and the operator's patterns, in this order.
///
/// Every rule of ours needs the look *and* the place of what it removes: real text that only looks odd stays. So the
/// operator's patterns come last: "Previous", taken out first, would leave a biography without the end it is known by.
enum BoilerplateFilter {
  /// `fragments` without boilerplate; O(text), a constant for each of the operator's patterns.
  static func clean(_ fragments: [Fragment], patterns: [String], ledger: inout ArticleLedger) -> [Fragment] {
    var fragments = fragments
    removeAddresses(from: &fragments, ledger: &ledger)
    if fragments.count > 1 {
      CaptionRule.remove(from: &fragments, ledger: &ledger)
      NavigationRule.remove(from: &fragments, ledger: &ledger)
      BiographyRule.remove(from: &fragments, ledger: &ledger)
    }
    if !patterns.isEmpty { removeMatches(patterns.map(LinePattern.init), from: &fragments, ledger: &ledger) }
    return fragments
  }

  private static func removeMatches(
    _ patterns: [LinePattern], from fragments: inout [Fragment], ledger: inout ArticleLedger
  ) {
    removePieces(from: &fragments, .boilerplateRemoved, ledger: &ledger) { piece in
      patterns.contains { $0.matches(piece.text) }
    }
  }

  private static func removeAddresses(from fragments: inout [Fragment], ledger: inout ArticleLedger) {
    removePieces(from: &fragments, .addressRemoved, ledger: &ledger) { piece in
      piece.text.utf8.count < 2048 && !piece.text.utf8.contains(0x20) && LineShape(piece.text).isAddress
    }
  }

  /// Takes out the pieces that `isUnwanted`, and the fragments that nothing is left of.
  private static func removePieces(
    from fragments: inout [Fragment], _ action: LedgerEntry.Action, ledger: inout ArticleLedger,
    where isUnwanted: (SourceText) -> Bool
  ) {
    for index in fragments.indices {
      guard fragments[index].pieces.contains(where: isUnwanted) else { continue }
      for piece in fragments[index].pieces where isUnwanted(piece) { ledger.noteRemoval(action, of: piece) }
      fragments[index].pieces.removeAll(where: isUnwanted)
    }
    fragments.removeAll { $0.pieces.isEmpty }
  }
}
