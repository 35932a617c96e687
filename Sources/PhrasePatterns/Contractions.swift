// One form for words that are written in several: contractions in full, "any more" and "my self" as one word.

import TextAnalysis

/// Rewrites the words of a folded text.
///
/// "can't", "cant", "cannot" and "can not" are "can not"; "I'm", "im" and "I am" are "i am"; "wanna" is "want to"; "my self" is "myself".
/// So a pattern says it once: `not want to live`.
enum Contractions {
  static func expanded(_ raw: FoldedText) -> FoldedText {
    var result = FoldedText()
    result.reserveCapacity(like: raw)
    var index = 0
    while index < raw.words.count {
      let one = raw.word(index)
      let stop = raw.breaks[index]
      if index + 1 < raw.words.count, !isSelfHarm(raw, index + 1), let both = joined(one, raw.word(index + 1)) {
        append(both, after: stop, to: &result)
        index += 2
        continue
      }
      if one.count <= 8, let full = full(key(one)) {
        append(full, after: stop, to: &result)
      } else {
        result.append(one, after: stop)
      }
      index += 1
    }
    return result
  }

  /// "my self-harm" is no "myself".
  private static func isSelfHarm(_ raw: FoldedText, _ index: Int) -> Bool {
    guard index + 1 < raw.words.count, raw.word(index).elementsEqual("self".utf8) else { return false }
    let next = raw.word(index + 1)
    return next.starts(with: "harm".utf8) || next.starts(with: "inj".utf8)
  }

  private static func append(_ text: StaticString, after stop: FoldedText.Break, to result: inout FoldedText) {
    var stop = stop
    for word in WordList(text).words {
      result.append(word, after: stop)
      stop = .none
    }
  }

  private static func key(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: word, as: UTF8.self)
  }

  /// Two words that are written as one; `nil` for most.
  private static func joined(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> StaticString? {
    guard first.count <= 5, second.count <= 6 else { return nil }
    return switch key(second) {
    case "more": first.elementsEqual("any".utf8) ? "anymore" : nil
    case "self", "selfs", "selves": reflexive(key(first))
    case "t": negated(key(first))
    // "I'm" with a space for the apostrophe.
    case "m": first.elementsEqual("i".utf8) ? "i am" : nil
    case "ve": first.elementsEqual("i".utf8) ? "i have" : nil
    case "d": first.elementsEqual("i".utf8) ? "i would" : nil
    case "ll": first.elementsEqual("i".utf8) ? "i will" : nil
    default: nil
    }
  }

  private static func reflexive(_ word: String) -> StaticString? {
    switch word {
    case "my": "myself"
    case "him", "his": "himself"
    case "her": "herself"
    case "them", "their": "themselves"
    case "your": "yourself"
    case "our": "ourselves"
    default: nil
    }
  }

  /// What stands before a lone "t".
  private static func negated(_ word: String) -> StaticString? {
    switch word {
    case "don": "do not"
    case "can": "can not"
    case "won": "will not"
    case "didn": "did not"
    case "isn": "is not"
    default: nil
    }
  }

  /// What stands for `ending` behind an apostrophe; `nil` where that is no word of its own.
  static func full(ending: ArraySlice<UInt8>) -> [UInt8]? {
    guard ending.count <= 2 else { return nil }
    return switch key(ending) {
    case "ll": Array("will".utf8)
    case "re": Array("are".utf8)
    case "ve": Array("have".utf8)
    case "d": Array("would".utf8)
    case "m": Array("am".utf8)
    default: nil
    }
  }

  /// What a word is short for, or often written as; `nil` for most.
  static func full(_ word: String) -> StaticString? {
    switch word {
    case "cant", "cannot", "cnt", "cnat", "kant", "caint": "can not"
    case "dont", "dnt", "dontt", "dotn", "donot", "donnt": "do not"
    case "doesnt", "dosnt", "dosent", "doesent", "doenst": "does not"
    case "didnt", "dint", "didint", "ddnt": "did not"
    case "wont": "will not"
    case "isnt", "aint", "isint", "insnt": "is not"
    case "arent": "are not"
    case "wasnt": "was not"
    case "werent": "were not"
    case "havent", "havnt": "have not"
    case "hasnt", "hasent": "has not"
    case "hadnt": "had not"
    case "couldnt", "coudnt", "couldn": "could not"
    case "wouldnt", "woudnt": "would not"
    case "shouldnt": "should not"
    case "im", "iam": "i am"
    case "ive": "i have"
    case "id": "i would"
    case "ima", "imma": "i am going to"
    case "its": "it is"
    case "hes": "he is"
    case "shes": "she is"
    case "theyre": "they are"
    case "youre", "ur": "you are"
    case "theyd": "they would"
    case "thats": "that is"
    case "theres", "thers": "there is"
    case "whats": "what is"
    case "lets": "let us"
    case "everyones": "everyone is"
    case "wnt", "wnat": "want"
    case "wanna", "wana", "wannna": "want to"
    case "gonna", "gona", "gunna", "gon": "going to"
    case "gotta": "got to"
    case "dunno": "do not know"
    case "idk": "i do not know"
    case "bc", "cuz", "coz", "cos", "becuz", "becos", "becoz", "bcoz": "because"
    case "u": "you"
    case "dis": "this"
    case "dat": "that"
    case "lyk": "like"
    case "wud": "would"
    case "cud": "could"
    case "wen": "when"
    case "wat": "what"
    case "b": "be"
    case "ded": "dead"
    case "lyf": "life"
    case "tuk": "took"
    case "wan": "want"
    case "ppl": "people"
    case "abt", "bout": "about"
    case "tmrw", "tmr", "tomoro", "tommorow", "tomorow", "tmw": "tomorrow"
    case "tonite", "2nite", "tonihgt": "tonight"
    case "anymor", "anymre", "nomore": word == "nomore" ? "no more" : "anymore"
    case "pls", "plz", "plse": "please"
    case "wout": "without"
    case "evry1", "evryone", "every1", "evry", "everyon": "everyone"
    case "noone", "no1": "no one"
    case "sum1", "some1": "someone"
    case "any1": "anyone"
    case "rn": "right now"
    default: nil
    }
  }
}
