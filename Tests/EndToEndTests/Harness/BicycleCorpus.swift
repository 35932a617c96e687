// Articles about looking after bicycles, in every format the program reads, and settings with a small crisis card.

import Glibc

/// A corpus of the tests' own, and its index.
struct BicycleCorpus {
  /// Holds `Corpus/` and `Index/`. Tests read it; whoever changes something makes a copy of their own.
  static let shared = Result { try BicycleCorpus() }

  let folder: TemporaryFolder

  /// Writes the articles, and indexes them.
  init() throws {
    folder = try TemporaryFolder()
    try write()
    try Verbatim.index(corpusFolder, into: indexFolder)
  }

  /// The folder to give to `--index`.
  var indexFolder: String { folder("Index") }
  var corpusFolder: String { folder("Corpus") }

  /// Runs `verbatim ask` on this index.
  func ask(
    _ arguments: [String], input: ChildProcess.Input = .nothing, output: ChildProcess.Output = .gathered,
    environment: [String: String] = [:]
  ) throws -> Run {
    try Verbatim.run(
      ["ask", "--index", indexFolder] + arguments, input: input, output: output, environment: environment)
  }

  /// The records of the questions in `text`, one a line.
  func records(_ text: String, _ arguments: [String] = []) throws -> [JSONTree] {
    try Verbatim.records(text, arguments, index: indexFolder)
  }

  /// Brings the index up to date.
  func index() throws -> Run {
    try Verbatim.run(["index", "--corpus", corpusFolder, "--index", indexFolder])
  }

  private func write() throws {
    for (name, text) in Self.articles + Self.skipped { try folder.write("Corpus/\(name)", text) }
    try folder.write("Corpus/verbatim.yaml", Self.settings)
  }

  /// What is skipped, each for a reason of its own.
  static let skipped = [("empty.md", ""), ("photo.png", "\u{89}PNG"), ("sizes.csv", "tyre,pressure\n")]

  static let articles = [
    (
      "tyres.md",
      """
      ---
      title: Looking after tyres
      author: Ada Spoke
      date: 2024-05-01
      url: https://bicycles.example/tyres
      ---

      ## How hard should a tyre be?

      A narrow road tyre wants six to eight bar, and a wide touring tyre three to four. The range is printed on the
      wall of the tyre. Pump it up every two weeks, because rubber lets a little air out even when nobody rides.

      ## How do I mend a puncture?

      Take the wheel out and lift one edge of the tyre off the rim with two levers. Find the hole: blow the tube up and
      hold it under water, and bubbles show where it is. Roughen the place, spread the glue thinly, wait five minutes,
      and press the patch on for a minute.

      ## When does a tyre need replacing?

      Replace a tyre when the threads show through, when cuts go down to the casing, or when flats come every week. A
      rear tyre wears about twice as fast as a front tyre, since it carries more of the rider's weight.

      """
    ),
    (
      "brakes.md",
      """
      # Brakes that stop you

      ## Why do brakes squeal?

      Brakes squeal when the pads stand flat against the rim and chatter. Turn each pad so that its front edge touches
      first, by the thickness of a coin. Grease or glaze on the rim squeals too: clean it with alcohol.

      ## How do I know that brake pads are worn?

      Look for the grooves in the pad. When they are gone the pad is worn, and the metal behind it will soon scratch the
      rim. Expect this after about 3000 kilometres, sooner where it is wet and hilly.

      ## What should I carry?

      For a long tour, carry:

      - two spare pads,
      - a brake cable, cut to length,
      - a hexagon key of five millimetres.

      """
    ),
    (
      "chain.txt",
      "The Chain\r\n\r\nCleaning and Oiling\r\n\r\n"
        + "Oil the chain every 200 kilometres, and after each ride in the rain. Put one drop on every link, turn the "
        + "cranks backwards for a while, and wipe off what is left: oil on the outside only gathers dirt.\r\n\r\n"
        + "Measuring Wear\r\n\r\n"
        + "A worn chain grows longer. When a gauge of 0.75 per cent drops in between two links, put on a new chain, or "
        + "the sprockets will wear with it and everything has to be replaced together."
    ),
    (
      "lights.html",
      """
      <!DOCTYPE html><html><head><title>Lights &amp; being seen</title></head><body>
      <h1>Lights &amp; being seen</h1>
      <h2>Which lamp does the law ask for?</h2>
      <p>After dark a bicycle shows a white light in front and a red one behind. The beam must not dazzle: aim it so that
      its middle meets the road ten metres ahead. In a café in Besançon an old dynamo still glows — for decoration.</p>
      </body></html>

      """
    ),
    (
      "workshop/notes.jsonl",
      """
      {"id": "bolt 1", "title": "Tight enough", "text": "Tighten the bolts of the handlebar stem to five newton metres with a torque wrench. Carbon parts crack when a bolt is turned further than the number printed beside it."}
      {"_id": "saddle-2", "title": "Saddle height", "contents": "With the heel on the pedal at its lowest point the leg should be just straight. A saddle that is too low hurts the knees, and one that is too high makes the hips rock from side to side.", "url": "https://bicycles.example/saddle"}

      """
    ),
  ]

  static let settings = """
    title: "Looking after a bicycle"
    topic: [bicycle]
    language: en
    contact: "Please ask in the workshop."
    welcome: |
      Passages from our leaflets, word for word.
    crisis:
      card: |
        Stop here and tell somebody now.
        Whoever is at the door has time for you.
      phrases: ["want to die", "can't do this anymore"]
    lay_words:
      - say: [flat]
        search: [puncture]
        because: "riders say flat; the leaflets say puncture"

    """
}
