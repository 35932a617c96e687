// A small corpus of its own invention, indexed in a temporary folder: what these tests read questions for.

import Documents
import Glibc
import InvertedIndex
import Questions

/// An index of two invented articles about valerian, and the folder it lies in.
enum SmallIndex {
  /// A reader of questions over the articles, with the tables of `settings()`.
  static func questionReader(_ settings: Settings = settings()) throws -> QuestionReader {
    try QuestionReader(index: index(settings))
  }

  static func index(_ settings: Settings = settings()) throws -> IndexReader {
    var template = Array("/tmp/verbatim-questions-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw IndexError.missing(path: "a temporary folder") }
    let folder = String(cString: made)
    defer {
      unlink(folder + "/verbatim.index")
      unlink(folder + "/verbatim.lock")
      rmdir(folder)
    }
    var builder = try IndexBuilder(settings: settings)
    for (path, title, passages) in articles {
      var number = 0
      let indexed = passages.map { heading, text in
        number += 1
        return Passage(section: number, heading: heading, text: text, lines: LineRange(number, number))
      }
      try builder.add(Article(path: CorpusPath(path), title: title), passages: indexed)
    }
    _ = try builder.finish(folder: folder)
    return try IndexReader(folder: folder)
  }

  static func settings() -> Settings {
    var settings = Settings()
    settings.topic = ["valerian"]
    settings.layWords = [
      Settings.LayWord(say: ["addictive", "hooked", "habit-forming"], search: ["dependence"]),
      Settings.LayWord(say: ["will insurance pay", "covered"], search: ["cover"]),
      Settings.LayWord(say: ["throw up", "queasy"], search: ["nausea", "unheard-of"]),
      Settings.LayWord(say: ["what is it like"], search: ["drowsy"]),
      Settings.LayWord(say: ["didn't help"], search: ["treatment-resistant"]),
    ]
    settings.cues = [Settings.Cue(ask: ["how quickly"], prefer: ["evenings"], evidence: .duration)]
    return settings
  }

  private static let articles: [(path: String, title: String, passages: [(heading: String?, text: String)])] = [
    (
      "teas/valerian.md", "Valerian tea for insomnia",
      [
        ("How fast does valerian work?", "Valerian works within hours. Most people notice calmer evenings after days."),
        (
          "Side effects",
          "Common side effects are nausea, dizziness and a headache. Dependence is rare. It is no cure for restless legs syndrome."
        ),
        (
          "Who should be careful",
          "People with restless legs syndrome (RLS) should ask first. RLS is common. Tell the nurse about antidepressants."
        ),
        ("What it costs", "The price is about forty dollars a month, and insurance may cover it."),
        (nil, "Treatment-resistant insomnia, or insomnia that nothing eases, needs a doctor. Some feel drowsy."),
      ]
    ),
    (
      "baths.md", "Warm baths",
      [
        (
          nil,
          "A warm bath calms the evenings. SPA (soothing plain aqua) is an old word for it, and email brings the plan."
        ),
        ("Behavior in the bath", "Nobody should sleep there. The water cools within minutes."),
      ]
    ),
  ]
}
