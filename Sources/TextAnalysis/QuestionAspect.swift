// What a question wants to know of its subject: the causes, the symptoms, how long, how much, for whom.
// Words of English questions and answers in general; nothing about any subject.

/// One thing that can be asked about a subject.
package enum QuestionAspect: String, CaseIterable, Sendable {
  // In the order in which they are looked for: the more special goes before the more general.
  case sideEffects, dose, date, speed, duration, frequency, cost, exclusion, eligibility, administration, occurrence
  case research, inheritance, genetics, complications, riskFactors, diagnosis, prevention, outlook, symptoms, causes
  case treatment, safety, definition

  /// How a question asks for it.
  var asks: WordPatterns {
    switch self {
    case .sideEffects: WordPatterns("side effect*, adverse effect*|event*|reaction*")
    case .dose: WordPatterns("dose|doses|dosage|dosages, how many mg|milligrams")
    case .date:
      WordPatterns(
        "when was|were|did|has|have, what year|date, since when, how long ago, how old is, been around|known|used")
    case .speed: WordPatterns("how fast|quickly|quick|soon|rapidly, when will|does it work|start|help")
    case .duration:
      WordPatterns("how long do|does|did|will|would|can it|they|this|that|these|those last|take|stay|go, how long")
    case .frequency: WordPatterns("how often|frequently, how many times|sessions|visits|treatments|infusions|doses")
    case .cost:
      WordPatterns(
        """
        cost|costs|price|prices|expensive|afford|affordable|insurance|medicare|medicaid, \
        pay|paid|paying|fee|fees|charge|charges, how much is|are|will|would it|they|this|that
        """)
    case .exclusion:
      WordPatterns(
        """
        who should|must|can|may not, who shouldnt|cant|cannot|mustnt, should not|never, who should|must avoid, \
        contraindicat*
        """)
    case .eligibility:
      WordPatterns(
        "who can|should|may|qualifies, who is eligible|it|this, candidate|candidates, eligib*, do i qualify, who is|are it|this|that|they for|meant, meant for, right for me, right kind|sort of person"
      )
    case .administration:
      WordPatterns("given|administered, how do|does|will i|they|you|it take|get|give")
    case .occurrence:
      WordPatterns(
        "how many people|persons|children|adults|men|women|patients|cases, how common|rare|widespread, prevalence, incidence"
      )
    case .research: WordPatterns("research, clinical trial|trials, studies|study")
    case .inheritance:
      WordPatterns("inherit*, hereditary, in the|my family, in families, run|runs in, passed down|on")
    case .genetics: WordPatterns("gene|genes|genetic|genetics, mutation|mutations, chromosom*")
    case .complications: WordPatterns("complication*")
    case .riskFactors: WordPatterns("at risk, risk factor|factors, who gets, more likely")
    case .diagnosis: WordPatterns("diagnos*, test|tests|tested|testing, exam|exams, detect*")
    case .prevention: WordPatterns("prevent*")
    case .outlook: WordPatterns("outlook, prognosis, life expectancy|span, survival, recover*")
    case .symptoms: WordPatterns("symptom*, sign|signs, how do|can|would|will i know|tell")
    case .causes: WordPatterns("cause|causes|caused, why do|does|did, what leads")
    case .treatment: WordPatterns("treat|treats|treated|treating|treatment|treatments, cure|cured|cures, manage*")
    case .safety: WordPatterns("safe|safely|safety|unsafe, danger*, risk|risks|risky, harm*")
    case .definition: WordPatterns("what is|are|s, define, definition, information about|on, tell me, explain")
    }
  }

  /// What heading or first sentence of a passage about it holds; `nil` for a definition, which has a form instead.
  var answers: WordPatterns? {
    switch self {
    case .sideEffects: WordPatterns("side effect*, adverse effect*|event*|reaction*")
    case .dose: WordPatterns("dose*|dosage*|dosing, mg|milligram*")
    case .date: WordPatterns("in|since|from|until|before the|about #, # years ago, century, decade|decades ago")
    case .speed:
      WordPatterns(
        "within|in|after #|hours|minutes|days|weeks|one|two|a, rapid*|quick*|fast*|immediate*, hour*|minute*")
    case .duration:
      WordPatterns("minute*|hour*|days|weeks|months|years, last|lasts|lasting, long term, duration, how long")
    case .frequency:
      WordPatterns(
        """
        weekly|daily|monthly|twice|once, # times|sessions|infusions|treatments, per|a|every|each week|day|month, how often, \
        sessions, series
        """)
    case .cost: WordPatterns("cost*|price*|insur*|expens*|afford*|dollar*|fee|fees|pay|paid|payment*")
    case .exclusion:
      WordPatterns(
        """
        not recommended|suitable|right|appropriate|for, should|must|may not, avoid*, contraindicat*, history of, \
        caution*, careful*, not everyone
        """)
    case .eligibility: WordPatterns("candidate*, eligib*, suitable, qualif*, who can|may|should, right for")
    case .administration:
      WordPatterns(
        "given|administered|delivered, infusion*|injection*, intravenous*|nasal*|oral|orally, by mouth, route*|method*")
    case .occurrence:
      WordPatterns(
        """
        prevalence, incidence, affect|affects|affecting an|about|approximately|fewer|up|more|between|roughly|around|nearly|#, \
        estimated to|that|at|#, occur|occurs in an|about|approximately|#|one|fewer|at|every|up, # in #, one in #, \
        have|has been reported|described|identified|diagnosed|documented, is|are rare|uncommon|common, \
        very|extremely|relatively rare|common|uncommon, worldwide, million|thousand*|percent
        """)
    case .research: WordPatterns("clinical trial*, research*, study|studies|studied, tested")
    case .inheritance:
      WordPatterns(
        "inherit*, autosomal, x linked, x-linked, passed down|on|from|to, run|runs in famil*, sporadic, hereditary")
    case .genetics: WordPatterns("mutation*, gene|genes|genetic*, chromosom*, deletion*")
    case .complications: WordPatterns("complication*, lead|leads to")
    case .riskFactors: WordPatterns("risk*, more likely|common, higher|increase*")
    case .diagnosis: WordPatterns("diagnos*, test|tests|testing|tested, exam*, detect*, suspected")
    case .prevention: WordPatterns("prevent*, avoid*, lower|reduce|reduces the|your|risk")
    case .outlook: WordPatterns("outlook, prognosis, life expectancy|span, surviv*, recover*, fatal, long term, course")
    case .symptoms: WordPatterns("sign|signs, symptom*, characteri*, feature|features, include|includes")
    case .causes:
      WordPatterns("cause*|causing, result|results from, due to, because, lead|leads to, mutation*, trigger*")
    case .treatment: WordPatterns("treat*, therap*, manag*, cure|cured")
    case .safety: WordPatterns("safe|safely|safety, risk*, danger*, harm*")
    case .definition: nil
    }
  }

  /// What `words` ask for, folded and in their order, with the words that say so; `nil` where that is not recognised.
  package static func asked(in words: FoldedWords) -> (aspect: QuestionAspect, words: Range<Int>)? {
    let plain = words.withoutApostrophes()
    for aspect in allCases {
      guard let range = aspect.asks.firstMatch(in: plain) else { continue }
      // "what is" makes a definition of what it begins: the "what is" of "I asked what is wrong with me" does not.
      if aspect == .definition, range.lowerBound > 0 { continue }
      return (aspect, range)
    }
    return nil
  }

  /// Whether `words`, folded, ask for it among other things. Not told of a definition: "what are" begins many questions.
  package func isAsked(in words: FoldedWords) -> Bool {
    self != .definition && asks.firstMatch(in: words.withoutApostrophes()) != nil
  }

  /// Whether a text with these folded words, a heading or a sentence, speaks about it.
  package func isAnswered(by words: FoldedWords) -> Bool {
    if let answers { return answers.firstMatch(in: words) != nil }
    return Self.definitionForms.firstMatch(in: words.prefix(Self.definitionReach)) != nil
  }

  /// "X is a", within the first words of a sentence.
  static let definitionForms = WordPatterns(
    """
    is|are|was|were a|an|the|one|any|when|caused|inherited|term|group|type|form|rare|common|chronic|characterized, \
    refer|refers to, means, describes
    """)
  static let definitionReach = 24
}
