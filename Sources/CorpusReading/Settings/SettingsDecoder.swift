// What each key of `verbatim.yaml` may hold. Unknown keys, wrong types and values out of range are errors.

import Documents
import TextAnalysis

/// Makes settings of a YAML tree.
enum SettingsDecoder {
  /// The settings that `root` holds; defaults for the keys it leaves out.
  static func settings(_ root: YAMLNode) throws(YAMLProblem) -> Settings {
    var fields = try SettingsFields(root, place: "the settings")
    var settings = Settings()
    settings.title = try fields.text("title")
    settings.topic = try fields.texts("topic") ?? []
    settings.language = try language(&fields) ?? settings.language
    settings.kioskLanguage = try kioskLanguage(&fields) ?? settings.kioskLanguage
    settings.welcome = try fields.text("welcome")
    settings.contact = try fields.text("contact")
    if let node = fields.take("crisis") { settings.crisis = try crisis(node) }
    if let node = fields.take("spanish") { settings.spanish = try texts(node, "spanish") }
    for node in try fields.list("lay_words") { settings.layWords.append(try layWord(node)) }
    for node in try fields.list("cues") { settings.cues.append(try cue(node)) }
    settings.boilerplate = try boilerplate(&fields)
    if let node = fields.take("ranking") { settings.ranking = try ranking(node) }
    try fields.finish()
    return settings
  }

  private static func language(_ fields: inout SettingsFields) throws(YAMLProblem) -> String? {
    let line = fields.line(of: "language")
    guard let code = try fields.text("language") else { return nil }
    do throws(TextAnalysisError) {
      _ = try Analyzer(language: code)
      return code
    } catch {
      throw YAMLProblem(line: line, problem: "language \(code) has no stemmer")
    }
  }

  private static func kioskLanguage(_ fields: inout SettingsFields) throws(YAMLProblem) -> String? {
    let line = fields.line(of: "kiosk_language")
    guard let code = try fields.text("kiosk_language") else { return nil }
    guard code == "en" || code == "es" else {
      throw YAMLProblem(line: line, problem: "kiosk_language must be en or es")
    }
    return code
  }

  private static func crisis(_ node: YAMLNode) throws(YAMLProblem) -> Settings.Crisis {
    var fields = try SettingsFields(node, place: "crisis")
    guard let card = try fields.text("card") else {
      throw YAMLProblem(line: node.line, problem: "crisis needs a card")
    }
    var crisis = Settings.Crisis(card: card)
    crisis.reviewed = try fields.text("reviewed")
    crisis.patterns = try CrisisDecoder.patterns(&fields)
    try fields.finish()
    return crisis
  }

  private static func texts(_ node: YAMLNode, _ place: String) throws(YAMLProblem) -> Settings.Texts {
    var fields = try SettingsFields(node, place: place)
    var texts = Settings.Texts()
    texts.title = try fields.text("title")
    texts.welcome = try fields.text("welcome")
    texts.contact = try fields.text("contact")
    texts.card = try fields.text("card")
    try fields.finish()
    return texts
  }

  private static func layWord(_ node: YAMLNode) throws(YAMLProblem) -> Settings.LayWord {
    var fields = try SettingsFields(node, place: "a lay word")
    let say = try filled("say", of: &fields, node)
    let means = try meaning(&fields, node)
    let search = means == nil ? try filled("search", of: &fields, node) : []
    let because = try fields.text("because")
    try fields.finish()
    return Settings.LayWord(say: say, search: search, means: means, because: because)
  }

  /// The one word that a lay word means; `nil` where it is searched by others.
  private static func meaning(_ fields: inout SettingsFields, _ node: YAMLNode) throws(YAMLProblem) -> String? {
    let line = fields.line(of: "means")
    guard let means = try fields.text("means") else { return nil }
    guard fields.take("search") == nil else {
      throw YAMLProblem(line: node.line, problem: "a lay word takes search or means, not both")
    }
    guard !means.contains(where: \.isWhitespace) else {
      throw YAMLProblem(line: line, problem: "means must be one word")
    }
    return means
  }

  private static func cue(_ node: YAMLNode) throws(YAMLProblem) -> Settings.Cue {
    var fields = try SettingsFields(node, place: "a cue")
    let ask = try filled("ask", of: &fields, node)
    let prefer = try fields.texts("prefer") ?? []
    let line = fields.line(of: "evidence")
    var evidence: Settings.Cue.Evidence?
    if let name = try fields.text("evidence") {
      evidence = Settings.Cue.Evidence(rawValue: name)
      guard evidence != nil else {
        let names = Settings.Cue.Evidence.allCases.map(\.rawValue).joined(separator: ", ")
        throw YAMLProblem(line: line, problem: "evidence must be one of \(names)")
      }
    }
    guard !prefer.isEmpty || evidence != nil else {
      throw YAMLProblem(line: node.line, problem: "a cue needs prefer or evidence")
    }
    try fields.finish()
    return Settings.Cue(ask: ask, prefer: prefer, evidence: evidence)
  }

  /// A list that must be there and hold something.
  private static func filled(_ key: String, of fields: inout SettingsFields, _ node: YAMLNode) throws(YAMLProblem)
    -> [String]
  {
    let line = fields.line(of: key)
    guard let texts = try fields.texts(key), !texts.isEmpty else {
      throw YAMLProblem(line: line, problem: "\(key) must name at least one word")
    }
    return texts
  }

  /// Patterns with something between their anchors: a bare `^` would remove every line.
  private static func boilerplate(_ fields: inout SettingsFields) throws(YAMLProblem) -> [String] {
    let line = fields.line(of: "boilerplate")
    let patterns = try fields.texts("boilerplate") ?? []
    for pattern in patterns where LinePattern(pattern).literal.isEmpty {
      throw YAMLProblem(line: line, problem: "boilerplate \(pattern) would match every line")
    }
    return patterns
  }

  private static func ranking(_ node: YAMLNode) throws(YAMLProblem) -> Settings.Ranking {
    var fields = try SettingsFields(node, place: "ranking")
    var ranking = Settings.Ranking()
    ranking.k1 = try fields.number("k1", in: 0.01...100) ?? ranking.k1
    ranking.b = try fields.number("b", in: 0...1) ?? ranking.b
    ranking.title = try fields.number("title", in: 0...100) ?? ranking.title
    ranking.heading = try fields.number("heading", in: 0...100) ?? ranking.heading
    ranking.body = try fields.number("body", in: 0...100) ?? ranking.body
    try fields.finish()
    guard ranking.title + ranking.heading + ranking.body > 0 else {
      throw YAMLProblem(line: node.line, problem: "ranking may not weigh every field with 0")
    }
    return ranking
  }
}
