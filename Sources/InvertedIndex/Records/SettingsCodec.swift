// The operator's settings as a section of the index.

import ByteIO
import Documents
import PhrasePatterns

/// Encodes and decodes `Settings`, field by field in the order of their declaration.
enum SettingsCodec {
  static func encode(_ settings: Settings) -> [UInt8] {
    var writer = ByteWriter()
    writer.appendOptional(settings.title)
    append(settings.topic, to: &writer)
    writer.appendPrefixed(settings.language)
    writer.appendPrefixed(settings.kioskLanguage)
    writer.appendOptional(settings.welcome)
    writer.appendOptional(settings.contact)
    writer.append(settings.crisis == nil ? 0 : 1)
    if let crisis = settings.crisis {
      writer.appendPrefixed(crisis.card)
      writer.appendOptional(crisis.reviewed)
      writer.appendPrefixed(crisis.patterns.bytes)
    }
    writer.appendVariable(settings.layWords.count)
    for word in settings.layWords {
      append(word.say, to: &writer)
      append(word.search, to: &writer)
      writer.appendOptional(word.means)
      writer.appendOptional(word.because)
    }
    writer.appendVariable(settings.cues.count)
    for cue in settings.cues {
      append(cue.ask, to: &writer)
      append(cue.prefer, to: &writer)
      writer.appendOptional(cue.evidence?.rawValue)
    }
    append(settings.boilerplate, to: &writer)
    let spanish = settings.spanish
    for text in [spanish.title, spanish.welcome, spanish.contact, spanish.card] { writer.appendOptional(text) }
    let ranking = settings.ranking
    for value in [ranking.k1, ranking.b, ranking.title, ranking.heading, ranking.body] {
      writer.appendFixed(value.bitPattern)
    }
    return writer.bytes
  }

  static func decode(_ bytes: RawSpan) throws(MalformedBytes) -> Settings {
    var cursor = ByteCursor(bytes)
    var settings = Settings()
    settings.title = try cursor.readOptional(bytes)
    settings.topic = try strings(bytes, &cursor)
    settings.language = try cursor.readString(bytes)
    settings.kioskLanguage = try cursor.readString(bytes)
    settings.welcome = try cursor.readOptional(bytes)
    settings.contact = try cursor.readOptional(bytes)
    if try cursor.readByte(bytes) == 1 {
      var crisis = Settings.Crisis(card: try cursor.readString(bytes))
      crisis.reviewed = try cursor.readOptional(bytes)
      let byteCount = try cursor.readVariable(bytes)
      let start = cursor.offset
      try cursor.skip(byteCount)
      crisis.patterns = try PatternProgram(bytes.extracting(start..<cursor.offset))
      settings.crisis = crisis
    }
    for _ in 0..<(try cursor.readVariable(bytes)) {
      let say = try strings(bytes, &cursor)
      let search = try strings(bytes, &cursor)
      let means = try cursor.readOptional(bytes)
      settings.layWords.append(.init(say: say, search: search, means: means, because: try cursor.readOptional(bytes)))
    }
    for _ in 0..<(try cursor.readVariable(bytes)) {
      let ask = try strings(bytes, &cursor)
      let prefer = try strings(bytes, &cursor)
      let evidence = try cursor.readOptional(bytes).flatMap(Settings.Cue.Evidence.init(rawValue:))
      settings.cues.append(.init(ask: ask, prefer: prefer, evidence: evidence))
    }
    settings.boilerplate = try strings(bytes, &cursor)
    settings.spanish.title = try cursor.readOptional(bytes)
    settings.spanish.welcome = try cursor.readOptional(bytes)
    settings.spanish.contact = try cursor.readOptional(bytes)
    settings.spanish.card = try cursor.readOptional(bytes)
    settings.ranking = try ranking(bytes, &cursor)
    return settings
  }

  private static func append(_ list: [String], to writer: inout ByteWriter) {
    writer.appendVariable(list.count)
    for text in list { writer.appendPrefixed(text) }
  }

  private static func strings(_ bytes: RawSpan, _ cursor: inout ByteCursor) throws(MalformedBytes) -> [String] {
    var list: [String] = []
    for _ in 0..<(try cursor.readVariable(bytes)) { list.append(try cursor.readString(bytes)) }
    return list
  }

  private static func ranking(_ bytes: RawSpan, _ cursor: inout ByteCursor) throws(MalformedBytes) -> Settings.Ranking {
    let start = cursor.offset
    var values: [Float] = []
    for _ in 0..<5 { values.append(Float(bitPattern: try cursor.readUInt32(bytes))) }
    var ranking = Settings.Ranking()
    ranking.k1 = values[0]
    ranking.b = values[1]
    ranking.title = values[2]
    ranking.heading = values[3]
    ranking.body = values[4]
    let isValid = values[0] > 0 && (0...1).contains(values[1]) && values.allSatisfy { $0.isFinite && $0 >= 0 }
    guard isValid else { throw MalformedBytes(offset: start) }
    return ranking
  }
}
