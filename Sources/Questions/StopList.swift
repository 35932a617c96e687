// Words that say what kind of sentence a question is, not what it is about.
// Dropped from a question, never from a quoted phrase, and never from the index.

import TextAnalysis

/// The function and question words of one language.
package struct StopList: Sendable {
  /// `nil` for English, whose list is the program's own.
  private let others: Set<[UInt8]>?

  package init(language: String) {
    others = language == "en" ? nil : FunctionWords.of(language)
  }

  /// Whether `word`, folded, is on the list, as it stands or before an apostrophe ("what's", "don't").
  package func contains(_ word: [UInt8]) -> Bool {
    if lists(word) { return true }
    guard let apostrophe = word.firstIndex(of: UInt8(ascii: "'")) else { return false }
    let base = Array(word[..<apostrophe])
    let end = Array(word[(apostrophe + 1)...])
    if end == Array("t".utf8), base.last == UInt8(ascii: "n") {
      return lists(base + end) || lists(Array(base.dropLast()))
    }
    return Self.contractions.contains(end) && lists(base)
  }

  /// The list, in byte order.
  var all: [[UInt8]] {
    (others.map(Array.init) ?? Self.english.words).sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func lists(_ word: [UInt8]) -> Bool {
    others?.contains(word) ?? Self.english.contains(word)
  }

  /// Function words that are names where they stand in capitals, in a question that is not all capitals.
  static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    capitalNames.contains(Array(bytes))
  }

  private static let capitalNames = WordList("ID US IT WHO")

  private static let contractions = WordList("s re ve ll d m")

  private static let english = WordList(
    """
    a an the i me my mine myself you your yours yourself he him his she her hers it its itself we us our ours they them \
    their theirs this that these those there here someone anyone something anything who whom whose which what how when \
    where why am is are was were be been being isnt arent wasnt have has had having havent hasnt do does did doing dont \
    doesnt didnt can could will would shall should may might must cant cannot couldnt wont wouldnt shouldnt not no nor \
    and or but if so because as of at by for with about into to from in on up out off over than then too very just also \
    again while until between through any some all each every other another such only own same both more most much many \
    few lot one ones get gets got getting like thing things kind sort really actually ever still yet even please thanks thank \
    hello hi hey ok okay tell know wondering wondered want whats hows whos wheres im ive youre theyre thats u ur r pls plz wanna \
    gonna anymore maybe perhaps else though make makes made making happen happens wants wanted himself herself themselves till yes id teh adn wat wot gotta kinda sorta dunno lemme gimme oughta shoulda woulda \
    coulda hafta hasta whatcha gotcha aint yall cuz coz bc tho thru abt innit um uh uhm hmm oh ah wow huh ugh btw fyi idk imo tbh \
    sir madam maam somethin anythin nothin til dem dat dis wats wots
    """
  )
}
