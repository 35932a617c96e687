// A small library of articles about bicycles, indexed in a temporary folder, for the tests of conversations.

import Documents
import Glibc
import InvertedIndex
import PhrasePatterns

@testable import Conversation

/// An index of a few articles, removed with the object.
final class Library {
  let index: IndexReader
  private let folder: String

  /// - Parameter articles: The text of each passage, under its heading, under the article's title and file name.
  init(
    _ articles: [(file: String, title: String?, passages: [(heading: String?, text: String)])] = Library.bicycles,
    settings: Settings = Library.settings
  ) throws {
    var template = Array("/tmp/conversation-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw IndexError.system(path: "/tmp", call: "mkdtemp", errno: errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var builder = try IndexBuilder(settings: settings)
    for article in articles {
      var passages: [Passage] = []
      for (number, passage) in article.passages.enumerated() {
        passages.append(
          Passage(
            section: number, heading: passage.heading, text: passage.text,
            lines: LineRange(number * 4 + 1, number * 4 + 2)))
      }
      try builder.add(Article(path: CorpusPath(article.file), title: article.title), passages: passages)
    }
    _ = try builder.finish(folder: folder)
    index = try IndexReader(folder: folder)
  }

  deinit {
    unlink(folder + "/verbatim.index")
    unlink(folder + "/verbatim.lock")
    rmdir(folder)
  }

  /// The answers to `questions`, one conversation.
  func answers(_ questions: String..., options: AnswerOptions = AnswerOptions()) throws -> [Answer] {
    var dialogue = try Dialogue(index: index)
    var answers: [Answer] = []
    for question in questions { answers.append(try dialogue.answer(question, options: options)) }
    return answers
  }

  /// The answer to one question, asked first.
  func answer(_ question: String, options: AnswerOptions = AnswerOptions()) throws -> Answer {
    try answers(question, options: options)[0]
  }

  static let settings: Settings = {
    var settings = Settings()
    settings.layWords = [Settings.LayWord(say: ["squeaky", "squeak"], search: ["noise", "dry links"])]
    var crisis = Settings.Crisis(card: "Tell a member of staff now.")
    let lists = [["want to die"], ["dark thoughts"], ["i feel empty"], []]
    // Without them, the tests that want a card fail.
    crisis.patterns = (try? PatternProgram(lists)) ?? PatternProgram()
    settings.crisis = crisis
    return settings
  }()

  static let bicycles: [(file: String, title: String?, passages: [(heading: String?, text: String)])] = [
    (
      "brakes.md", "Caring for brakes",
      [
        (
          "How long do brake pads last?",
          "Brake pads last for about two years. In wet hills they wear down within 6 months."
        ),
        ("Are disc brakes safe?", "Disc brakes are safe in rain, provided that the rotor is clean and straight."),
        ("Cost of pads", "A pair of pads costs 12 dollars in most shops, and fitting them takes ten minutes."),
        (nil, "Rim brakes stop a bicycle by squeezing the rim; they are light and easy to repair on a long tour."),
      ]
    ),
    (
      "chain.md", "Caring for chains",
      [
        (
          "Oil",
          "A chain wants oil every 200 kilometers. Wipe off what drips, since dust sticks to it and grinds the links."
        ),
        (
          "Dry chains",
          "A chain with dry links makes a noise at each turn of the crank, and it wears the cassette down."
        ),
        ("Cost", "A new chain costs 25 dollars. Riders who clean theirs each week buy one every second year."),
      ]
    ),
    (
      "touring.md", "Touring",
      [
        ("Luggage", "Panniers hang low on a rack. For children a trailer is steadier than a seat behind the saddle."),
        (
          "Oil on tour",
          "On tour a chain wants oil every 200 kilometers too. Wipe off what drips, since dust sticks to it."
        ),
        ("Weather", "Rain is no reason to stay at home: mudguards and wool keep the rider warm for hours."),
      ]
    ),
  ]
}
