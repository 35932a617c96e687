// Words written as they sound or as people text ("shud", "becos", "b4"): which word of general meaning they stand for.
// Only function words and light words are found. That the word typed is one nobody knows, was decided before.

import TextAnalysis

/// Function words and light words by how they sound.
struct SoundSpelling {
  /// Two letters may be anything.
  private static let leastLetters = 3
  private static let mostLetters = 12

  private var words: [[UInt8]: [[UInt8]]] = [:]
  /// By short forms that do not sound like their words: of `ppl`, "people".
  private var texted: [[UInt8]: [UInt8]] = [:]

  /// Finds `words`, folded, the first of them before others; O(bytes of the words).
  init(_ words: [[UInt8]]) {
    let pairs = Self.shortForms.words
    for place in stride(from: 0, to: pairs.count - 1, by: 2) { texted[pairs[place]] = pairs[place + 1] }
    for word in words where word.count >= Self.leastLetters {
      self.words[Self.sound(of: word), default: []].append(word)
    }
  }

  /// The word that `typed`, folded, stands for: texted, with two neighbours of three letters swapped, or of the same sound; of those
  /// of one sound the one with the fewest typing errors, then the first. `nil` for none.
  func word(for typed: [UInt8], isFunctionWord: ([UInt8]) -> Bool) -> [UInt8]? {
    if let word = texted[typed] { return word }
    guard Self.leastLetters...Self.mostLetters ~= typed.count || typed.contains(where: Self.isFigure),
      typed.contains(where: { 0x61...0x7A ~= $0 })
    else { return nil }
    if typed.count == 3 {
      for first in 0...1 {
        var swapped = typed
        swapped.swapAt(first, first + 1)
        if isFunctionWord(swapped) { return swapped }
      }
    }
    let alike = words[Self.sound(of: typed)] ?? []
    return (0...4).lazy.compactMap { limit in
      alike.first { EditDistance.isWithin(limit, typed[...], $0[...]) }
    }.first ?? alike.first
  }

  /// Whether `word`, folded, is written in letters, or with figures that are read aloud ("2day").
  static func mayBeWord(_ word: [UInt8]) -> Bool {
    word.contains { 0x61...0x7A ~= $0 } && word.allSatisfy { 0x61...0x7A ~= $0 || isFigure($0) }
      && word.count(where: isFigure) <= 1
  }

  private static func isFigure(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "2") || byte == UInt8(ascii: "4") || byte == UInt8(ascii: "8")
  }

  /// Letters that sound alike as one writing of them: "should" and "shud" are `shud`, "this" and "dis" `dis`.
  ///
  /// Vowels stay apart, but for those that are written with two letters: "hiv" is not "have".
  static func sound(of word: [UInt8]) -> [UInt8] {
    var sound = word
    for (letters, alike, place) in rules { replace(Array(letters.utf8), by: Array(alike.utf8), place, in: &sound) }
    var single: [UInt8] = []
    for letter in sound where letter != single.last { single.append(letter) }
    if single.count > 2, single.last == UInt8(ascii: "e") { single.removeLast() }
    return single
  }

  private enum Place { case first, last, anywhere }

  /// Tried one after another, each once.
  private static let rules: [(letters: String, alike: String, place: Place)] = [
    ("b4", "befor", .first), ("2", "to", .anywhere), ("4", "for", .anywhere), ("8", "at", .anywhere),
    ("wh", "w", .first), ("kn", "n", .first), ("wr", "r", .first), ("wor", "wer", .first), ("bcau", "becau", .first),
    ("bco", "beco", .first), ("some", "sum", .anywhere), ("ould", "ud", .last), ("ight", "it", .last),
    ("ite", "it", .last), ("tch", "ch", .anywhere), ("ph", "f", .anywhere), ("th", "d", .anywhere),
    ("ck", "k", .anywhere),
    ("ch", "C", .anywhere), ("ce", "se", .anywhere), ("ci", "si", .anywhere), ("c", "k", .anywhere),
    ("C", "ch", .anywhere),
    ("qu", "kw", .anywhere), ("x", "ks", .anywhere), ("z", "s", .anywhere), ("au", "o", .anywhere),
    ("ou", "u", .anywhere),
    ("ow", "u", .anywhere), ("oo", "u", .anywhere), ("ea", "e", .anywhere), ("ai", "a", .anywhere),
    ("ay", "a", .anywhere),
    ("ey", "a", .last), ("ing", "in", .last), ("ie", "i", .last), ("ly", "li", .last), ("y", "i", .last),
    ("ir", "er", .last),
  ]

  private static func replace(_ letters: [UInt8], by alike: [UInt8], _ place: Place, in word: inout [UInt8]) {
    guard word.count >= letters.count else { return }
    switch place {
    case .first where word.starts(with: letters): word.replaceSubrange(..<letters.count, with: alike)
    case .last where word.suffix(letters.count).elementsEqual(letters):
      word.replaceSubrange((word.count - letters.count)..., with: alike)
    case .anywhere:
      var start = 0
      while start + letters.count <= word.count {
        if word[start...].starts(with: letters) {
          word.replaceSubrange(start..<start + letters.count, with: alike)
          start += alike.count
        } else {
          start += 1
        }
      }
    default: break
    }
  }

  /// A short form, then its word, and so on.
  private static let shortForms = WordList(
    """
    ppl people peeps people thx thanks tnx thanks tanks thanks abt about btwn between becuz because becus because wht what whut what \
    wut what wats what hw how hv have hav have cld could wld would shld should wudnt wouldnt shudnt shouldnt cudnt couldnt \
    whn when whr where jst just mor more sum some sth something smth something sumthing something evry every evrything everything \
    hrs hours wks weeks wk week yrs years yr year mnths months mins minutes tmrw tomorrow tmr tomorrow \
    rly really prolly probably probs probably dey they dem them den then da the dr doctor tx treatment txs treatments pt patient pts patients \
    appt appointment appts appointments hx history pls please thru through enuf enough anyting anything everyting everything \
    sumone someone sum1 someone ne1 anyone every1 everyone some1 someone any1 anyone
    """)
}
