// The form of a turn: what it opens with, whether it names its subject, and where its words stand. It knows no turn before.

import Questions
import TextAnalysis

/// The words of one turn, folded, with what an ellipsis shows itself by. English; other languages show none of it.
struct TurnShape {
  /// A place in a question that a new condition may take.
  enum Slot: Hashable {
    /// Behind one of these prepositions, or as the object of a verb.
    case condition(Set<String>)

    func holds(_ word: AnsweredTurn.Word) -> Bool {
      switch self {
      case .condition(let prepositions):
        if let preposition = word.preposition { return prepositions.contains(preposition) }
        return word.isObject
      }
    }
  }

  private struct Form {
    /// Folded, "it's" as "it".
    let text: String
    /// The place in `ReadQuestion.words`.
    let content: Int?
  }

  private let forms: [Form]
  let contentCount: Int

  init(_ question: ReadQuestion, analyzer: Analyzer) {
    let buffer = analyzer.analyze(question.text)
    forms = buffer.tokens.filter { !$0.isCompound }.map { token in
      let word = Self.folded(buffer.word(of: token))
      let term = Array(buffer.term(of: token))
      return Form(text: word, content: question.words.firstIndex { $0.term == term || $0.typed == word })
    }
    contentCount = question.words.count
  }

  private static func folded(_ word: ArraySlice<UInt8>) -> String {
    let text = String(decoding: word, as: UTF8.self)
    return text.hasSuffix("'s") ? String(text.dropLast(2)) : text
  }
}

// MARK: - What kind of turn

extension TurnShape {
  private static let openers = WordList("and but even or also plus")
  private static let pronouns = WordList(
    """
    it its they them their this that these those one ones he she him her his there either both another else
    """)
  private static let auxiliaries = WordList(
    """
    is are was were am be do does did can could will would should may might must has have had isn't aren't \
    doesn't don't can't won't
    """)

  /// What makes a turn incomplete.
  enum Ellipsis: Hashable {
    /// It opens with a connective, or has fewer than three content words and no clause ("side effects", "how often").
    case fragment
    /// It speaks of "it", and has fewer than three content words.
    case pronoun
  }

  /// What the turn leaves out; `nil` for one that is full in form.
  var ellipsis: Ellipsis? {
    guard let first = forms.first?.text else { return nil }
    if Self.openers.contains(first) { return .fragment }
    if forms.count > 1, first == "what" || first == "how", forms[1].text == "about" { return .fragment }
    guard contentCount < 3 else { return nil }
    if hasPronoun { return .pronoun }
    return hasSubject ? nil : .fragment
  }

  /// "it", "they", "that one": something the turn itself does not name.
  var hasPronoun: Bool {
    forms.contains { $0.content == nil && Self.pronouns.contains($0.text) }
  }

  private static let plainPronouns = WordList("it its there else")

  /// It speaks of "them" or "that one". "It" may be the declared subject of the articles; these are something said before.
  var pointsBack: Bool {
    forms.contains {
      $0.content == nil && Self.pronouns.contains($0.text) && !Self.plainPronouns.contains($0.text)
    }
  }

  /// A content word or a name behind an auxiliary verb ("is admission free"), or before one ("admission is").
  private var hasSubject: Bool {
    guard let verb = forms.firstIndex(where: { Self.auxiliaries.contains($0.text) }) else { return false }
    return forms[(verb + 1)...].contains { $0.content != nil } || forms[..<verb].contains { $0.content != nil }
  }

  /// What stands behind "no, I meant" at the beginning of `text`; `nil` where it corrects nothing.
  static func correction(in text: String, analyzer: Analyzer) -> String? {
    let leads = WordList("no nope sorry actually wait oops not that well i")
    let buffer = analyzer.analyze(String(text.prefix(80)))
    let forms = buffer.tokens.filter { !$0.isCompound }.map { folded(buffer.word(of: $0)) }
    guard let verb = forms.prefix(6).firstIndex(where: { $0 == "meant" || $0 == "mean" }) else { return nil }
    let before = forms[..<verb]
    guard before.allSatisfy(leads.contains), before.last == "i" || before.isEmpty else { return nil }
    var last = verb
    while last + 1 < forms.count, ["to", "ask", "say", "about"].contains(forms[last + 1]) { last += 1 }
    guard last + 1 < forms.count else { return nil }
    let end = buffer.tokens.filter { !$0.isCompound }[last].source.upperBound
    return String(text[text.utf8.index(text.startIndex, offsetBy: end)...])
  }
}

// MARK: - Where its words stand

extension TurnShape {
  private static let prepositions = WordList(
    """
    for with without in on at during after before against from by while if when under over between than \
    about
    """)
  /// What a condition stands behind: "for PTSD", "in people with PTSD", "against pain".
  private static let conditional: Set<String> = ["for", "with", "in", "against", "about", "on"]

  /// What a turn that opens with a connective replaces in the one before: "and for PTSD?" and "what about PTSD?" take the
  /// place of what the question before was asked for; "and after the infusion?" that of what stood behind "after".
  var replacedSlot: Slot? {
    guard ellipsis != nil, let content = forms.firstIndex(where: { $0.content != nil }) else { return nil }
    let lead = forms[..<content].map(\.text)
    guard let first = lead.first, Self.openers.contains(first) || lead.contains("about") || isPreposition(first) else {
      return nil
    }
    let preposition = lead.last(where: Self.prepositions.contains)
    guard let preposition, !Self.conditional.contains(preposition) else { return .condition(Self.conditional) }
    return .condition([preposition])
  }

  /// It names one thing without a preposition ("and ketamine?", "what about the spray?"): where nothing in the question before
  /// stands as a condition or an object, that takes the place of its subject.
  var replacesSubject: Bool {
    guard let content = forms.firstIndex(where: { $0.content != nil }) else { return false }
    return contentCount == 1
      && !forms[..<content].contains { Self.prepositions.contains($0.text) && $0.text != "about" }
  }

  private func isPreposition(_ word: String) -> Bool {
    Self.prepositions.contains(word)
  }

  /// The turn's content words with their places.
  func placed(_ question: ReadQuestion) -> [AnsweredTurn.Word] {
    question.words.enumerated().map { position, word in
      guard let at = forms.firstIndex(where: { $0.content == position }) else {
        return AnsweredTurn.Word(word: word, preposition: nil, isObject: false)
      }
      let before = forms[..<at].last { Self.prepositions.contains($0.text) || Self.auxiliaries.contains($0.text) }
      let preposition = before.flatMap { Self.prepositions.contains($0.text) ? $0.text : nil }
      return AnsweredTurn.Word(
        word: word, preposition: preposition, isObject: preposition == nil && isObject(at), isSubject: isSubject(at))
    }
  }

  private static let doers = WordList("do does did can could will would should may might")

  /// The first content word behind "does", "can" and their like, if another follows.
  private func isSubject(_ at: Int) -> Bool {
    guard let verb = forms[..<at].lastIndex(where: { Self.doers.contains($0.text) }) else { return false }
    return !forms[(verb + 1)..<at].contains { $0.content != nil || Self.pronouns.contains($0.text) }
      && forms[(at + 1)...].contains { $0.content != nil }
  }

  /// Behind "does", "can" and their like come subject, verb, object: a pronoun or one content word is the subject.
  private func isObject(_ at: Int) -> Bool {
    guard let verb = forms[..<at].lastIndex(where: { Self.doers.contains($0.text) }) else { return false }
    let between = forms[(verb + 1)..<at]
    let isPronounSubject = between.first.map { $0.content == nil && ($0.text != "the" && $0.text != "a") } ?? false
    return between.count { $0.content != nil } >= (isPronounSubject ? 1 : 2)
  }
}
