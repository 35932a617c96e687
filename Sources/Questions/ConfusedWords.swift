// Real English words that are often typed for others: letters swapped ("brian", "cots"), and words that sound alike ("hart").
// A real word is never replaced: what it may stand for is searched besides, and said.

import InvertedIndex
import TextAnalysis

/// Finds what a real word that no article has may have been meant to be.
enum ConfusedWords {
  /// Beside 1 for the question's own words.
  static let weight: Float = 0.5
  private static let leastLetters = 4

  /// What `word`, an English word of no article, may have been meant to be: with two neighbouring letters swapped, an English
  /// word or one of the articles; or sounding alike. In the order in which they are tried, each once.
  ///
  /// Other slips, a letter more, less, or another, are not undone in real words: "liver" is not "live", nor "wine" "line".
  static func meant(by word: [UInt8], in index: IndexReader) throws(IndexError) -> [[UInt8]] {
    guard word.count >= leastLetters, EnglishWords.contains(word) else { return [] }
    var found: [[UInt8]] = []
    for first in word.indices.dropLast() where word[first] != word[first + 1] {
      var swapped = word
      swapped.swapAt(first, first + 1)
      let isInArticles = try index.hasWord(swapped)
      if !found.contains(swapped), isInArticles || EnglishWords.contains(swapped) { found.append(swapped) }
    }
    for other in soundingLike(word) where !found.contains(other) { found.append(other) }
    return found
  }

  /// The words of the groups that `word` is in, itself not.
  static func soundingLike(_ word: [UInt8]) -> [[UInt8]] {
    groups.withUTF8Buffer { buffer in
      let bytes = unsafe buffer.span
      var found: [[UInt8]] = []
      var group: [[UInt8]] = []
      var current: [UInt8] = []
      for index in 0...bytes.count {
        let byte = index < bytes.count ? bytes[index] : UInt8(ascii: ",")
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\n"):
          if !current.isEmpty { group.append(current) }
          current = []
          guard byte == UInt8(ascii: ",") else { continue }
          if group.contains(word) { found += group.filter { $0 != word } }
          group = []
        default: current.append(byte)
        }
      }
      return found
    }
  }

  /// Words that English writers confuse since they sound alike or nearly so. Function words are in none: those are dropped.
  private static let groups: StaticString = """
    heart hart, hearts harts, brake break, brakes breaks, pain pane, pains panes, vein vain vane, veins vanes, weak week, \
    weakly weekly, heal heel, heals heels, healing heeling, soul sole, muscle mussel, muscles mussels, \
    patients patience, presence presents, effect affect, effects affects, effected affected, \
    lose loose, loses looses, losing loosing, weight wait, peace piece, whole hole, waist waste, \
    counsel council, counselor councilor, advice advise, breath breathe, breaths breathes, cloth clothe, \
    insure ensure assure, flour flower, hair hare, mail male, meat meet, metal medal mettle, \
    morale moral, personal personnel, role roll, sale sail, scene seen, scent sent cent, steal steel, stake steak, \
    current currant, die dye, dying dyeing, feet feat, herd heard, lessen lesson, made maid, nose knows, pale pail, \
    pear pair, pour pore, pray prey, route root, severe sever, stair stare, throne thrown, tide tied, \
    principal principle, stationary stationery, complement compliment, desert dessert, proceed precede, adapt adopt, \
    illicit elicit, insight incite, site sight cite, tail tale, wander wonder, \
    dose doze, doses dozes, prescription proscription, perspective prospective, \
    decease disease, deceased diseased, cell sell, cells sells, serial cereal, sun son, plain plane, fair fare, \
    access excess, allude elude, conscience conscious, formerly formally, idle idol, rain reign rein, sore soar, \
    bear bare, bore boar, cast caste, chord cord, coarse course, gate gait, great grate, groan grown, guest guessed, \
    pause paws, peak peek pique, pedal peddle, pole poll, raise raze, rays raise, ring wring, seam seem, shoot chute, \
    slay sleigh, thyme time, toe tow, vial vile, wear ware, wave waive, wrap rap, write right rite, yolk yoke
    """
}

/// Function words typed for words of meaning, and the other way: told by the words beside them.
enum MisplacedWords {
  /// What stands at `number` in `words`, folded, for another word; `nil` where it is in its place.
  ///
  /// "how fast dose it work": before a pronoun stands "does". "the right does": behind an article stands "dose".
  static func meant(at number: Int, in words: [[UInt8]]) -> [UInt8]? {
    let next = number + 1 < words.count ? words[number + 1] : []
    let before = number > 0 ? words[number - 1] : []
    if let heard = heard.first(where: { words[number] == Array($0.typed.utf8) }), subjects.contains(next),
      !determiners.contains(before), !verbsBefore.contains(before)
    {
      return Array(heard.meant.utf8)
    }
    switch words[number] {
    case Array("dose".utf8) where pronouns.contains(next) && !determiners.contains(before): return Array("does".utf8)
    case Array("does".utf8) where determiners.contains(before) && !pronouns.contains(next): return Array("dose".utf8)
    default: return nil
    }
  }

  /// Real words written by ear for function words, where somebody or something comes next: "cud i", "wen will it", "witch is".
  private static let heard: [(typed: String, meant: String)] = [
    ("cud", "could"), ("wood", "would"), ("wen", "when"), ("wear", "where"), ("weather", "whether"), ("witch", "which"),
  ]
  private static let subjects = WordList(
    "i it he she they we you u my this that is are will can do does did should the")
  /// "the bad weather is", "things I wear do"
  private static let verbsBefore = WordList("i you we they to of or and bad good what no hot cold my your")

  private static let pronouns = WordList("it this that they he she anyone anybody everyone insurance the")
  private static let determiners = WordList("the a right best correct usual normal high low big small strong")
}
