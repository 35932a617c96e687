// Whether a sentence holds a duration, an amount, a number, or names a person. English words; digits in any script.

import TextAnalysis

/// Tells whether a sentence holds the kind of fact that a form of question asks for, whatever it is about.
struct EvidenceReader {
  /// A kind of fact.
  enum Kind: Hashable, CaseIterable {
    case duration
    /// Money, a dose, a measure.
    case amount
    case number
    /// "once a week".
    case frequency
    case person
  }

  private let words: [EvidenceWord]

  /// Reads the sentence that stands in `range`, in bytes, of `text`; O(bytes).
  init(_ text: String, in range: Range<Int>) {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(start, offsetBy: range.count)
    words = EvidenceWord.words(of: Array(text.utf8[start..<end])[...])
  }

  /// Whether it holds one of `kinds`.
  func holds(oneOf kinds: [Kind]) -> Bool {
    kinds.contains { kind in
      words.indices.contains { index in
        switch kind {
        case .duration: isDuration(at: index)
        case .amount: isAmount(at: index)
        case .number: isNumber(at: index) || isFrequency(at: index)
        case .frequency: isFrequency(at: index) || isCourse(at: index)
        case .person: isPerson(at: index)
        }
      }
    }
  }

  private func word(_ index: Int) -> String {
    words.indices.contains(index) ? words[index].text : ""
  }

  // MARK: - Durations

  private static let units = WordList(
    "second minute hour day night week month year decade hr min sec h wk yr mo")
  private static let manyUnits = WordList(
    "seconds minutes hours days nights weeks months years decades hrs mins secs wks yrs centuries")
  /// Tell a duration without a unit.
  private static let spans = WordList(
    "immediately immediate instantly instant overnight forever lifelong permanent permanently indefinitely")
  /// With one of these before it, a unit says how often and not how long.
  private static let rates = WordList("every each per once twice thrice times")
  /// What stands before "an hour" where that is how long: "for an hour", not "twice an hour".
  private static let lengths = WordList(
    """
    for in within after before about around nearly almost over under than takes take took last lasts lasted is half to or \
    of and only until roughly approximately some least most by up
    """)

  /// "two to four hours", "a 24-hour fast", "for weeks", "half an hour", "the rest of the day"; not "every two weeks",
  /// "once a day", "these days", "four years old".
  private func isDuration(at index: Int) -> Bool {
    let unit = word(index)
    if Self.spans.contains(unit) { return true }
    let isMany = Self.manyUnits.contains(unit)
    guard isMany || Self.units.contains(unit) else { return false }
    if unit == "second", !isCardinal(at: index - 1) { return false }
    if word(index + 1) == "old" || (word(index + 1) == "of" && word(index + 2) == "age") { return false }
    let before = [word(index - 1), word(index - 2), word(index - 3)]
    if Self.rates.contains(before[0]) || Self.rates.contains(before[1]) { return false }
    if isMany { return before[0] != "these" && before[0] != "those" }
    switch before[0] {
    case "a", "an": return index < 2 || Self.lengths.contains(before[1])
    case "the", "that", "this": return before[1] == "of" && before[2] == "rest"
    default: return isCardinal(at: index - 1)
    }
  }

  // MARK: - Amounts

  private static let currencies = WordList(
    "dollar dollars cent cents euro euros pound pounds pence yen franc francs rupee rupees usd eur gbp")
  private static let measures = WordList(
    """
    mg mcg g kg ml l cc iu milligram milligrams microgram micrograms gram grams kilogram kilograms milliliter milliliters \
    millilitre millilitres liter liters litre litres ounce ounces oz lb lbs cup cups pint pints quart quarts gallon gallons \
    teaspoon teaspoons tablespoon tablespoons tsp tbsp tablet tablets pill pills capsule capsules drop drops dose doses \
    percent calories kcal
    """)

  /// "$400", "several hundred dollars", "0.5 mg", "two tablets", "40 percent", "free of charge".
  private func isAmount(at index: Int) -> Bool {
    if words[index].isMoney || words[index].isPercent { return true }
    if word(index) == "free" {
      return word(index + 1) == "of" && (word(index + 2) == "charge" || word(index + 2) == "cost")
    }
    guard Self.currencies.contains(word(index)) || Self.measures.contains(word(index)) else { return false }
    return isCardinal(at: index - 1) || (word(index - 1) == "of" && isCardinal(at: index - 2))
  }

  // MARK: - Numbers

  private static let cardinals = WordList(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen \
    twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion \
    billions dozen dozens several couple few half
    """)
  private static let frequencies = WordList(
    "twice thrice daily weekly monthly yearly annually hourly nightly fortnightly quarterly biweekly")

  /// A number of things: digits, unless they name a year; a word for a number.
  private func isNumber(at index: Int) -> Bool {
    isCardinal(at: index) && !isYear(at: index)
  }

  /// "40", "forty", "several"; "one" only in a count: "one in ten", "one or two".
  private func isCardinal(at index: Int) -> Bool {
    guard words.indices.contains(index) else { return false }
    if words[index].isNumeral { return true }
    switch words[index].text {
    case "one":
      let next = word(index + 1)
      return ["in", "out", "or", "to", "per", "hundred", "thousand", "million"].contains(next)
        || Self.units.contains(next) || Self.currencies.contains(next) || Self.measures.contains(next)
    case "few": return word(index - 1) == "a" || word(index - 1) == "every" || word(index - 1) == "next"
    default: return Self.cardinals.contains(words[index].text)
    }
  }

  /// "in 2019", "the 1960s".
  private func isYear(at index: Int) -> Bool {
    guard words[index].isNumeral, let number = Int(words[index].text), 1500...2199 ~= number else { return false }
    return word(index + 1) == "s" || ["in", "since", "by", "until", "from", "of", "the"].contains(word(index - 1))
  }

  /// "twice weekly", "once a week", "three times", "every other day", "per month".
  private func isFrequency(at index: Int) -> Bool {
    let next = word(index + 1)
    switch word(index) {
    case "once":
      return ["a", "an", "per", "every", "each", "or", "daily"].contains(next) || Self.frequencies.contains(next)
    case "times": return isCardinal(at: index - 1)
    case "every", "each", "per":
      return Self.units.contains(next) || Self.units.contains(word(index + 2))
        || Self.manyUnits.contains(word(index + 2))
    default: return Self.frequencies.contains(word(index))
    }
  }

  /// So many in such a time: "six infusions in two to three weeks".
  private func isCourse(at index: Int) -> Bool {
    guard isCardinal(at: index), let link = (index + 1...index + 4).first(where: { Self.links.contains(word($0)) })
    else {
      return false
    }
    return (link + 1...link + 4).contains { words.indices.contains($0) && isDuration(at: $0) }
  }

  private static let links = WordList("in within over during for")

  // MARK: - People

  private static let people = WordList(
    """
    people person persons patient patients adult adults child children woman women man men boy girl boys girls anyone \
    everyone nobody somebody someone those doctor doctors nurse nurses staff physician physicians surgeon surgeons \
    professional professionals provider providers expert experts specialist specialists candidate candidates member members \
    customer customers owner owners user users worker workers driver drivers teacher teachers student students manager \
    managers officer officers director directors president minister king queen judge engineer engineers scientist \
    scientists researcher researchers author authors inventor founder team teams veteran veterans parent parents mother \
    father husband wife partner partners
    """)
  private static let titles = WordList("dr mr mrs ms prof professor sir saint")

  /// A role, a word for people, or a name: two words with capitals behind the first word of the sentence, or a title and one.
  private func isPerson(at index: Int) -> Bool {
    let text = words[index].text
    if Self.people.contains(text) || text.hasSuffix("ologist") || text.hasSuffix("ologists") { return true }
    if text.hasSuffix("iatrist") || text.hasSuffix("iatrists") || text.hasSuffix("therapist")
      || text.hasSuffix("pharmacist")
    {
      return true
    }
    guard words[index].isCapital, words.indices.contains(index + 1), words[index + 1].isCapital else { return false }
    return index > 0 || Self.titles.contains(text)
  }
}
