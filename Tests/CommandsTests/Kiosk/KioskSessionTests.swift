// A visit without a terminal: what is said to a patient, and how it ends.

import Commands
import Conversation
import Documents
import InvertedIndex
import Testing

@Suite struct KioskSessionTests {
  private let library = SampleLibrary()

  init() {
    library.settings.crisis = Settings.Crisis(card: "Call 555 0100.")
  }

  private func visit(_ console: SampleConsole) throws -> KioskSession.End {
    var session = KioskSession(library: library, console: console, wording: KioskWording(.english))
    return try session.run()
  }

  @Test func `done, the end of input and idleness end the visit, a signal the program`() throws {
    for word in ["done", "Done", ":done", "quit", "exit", ":q"] {
      let console = SampleConsole([word, "never asked"])
      #expect(try visit(console) == .over, "\(word)")
    }
    let console = SampleConsole([])
    #expect(try visit(console) == .over)
    console.events = [.idle]
    #expect(try visit(console) == .over)
    console.events = [.ended(signal: 15)]
    #expect(try visit(console) == .ended(signal: 15))
    console.events = [.line("help")]
    console.outcome = .ended(signal: 1)
    #expect(try visit(console) == .ended(signal: 1))
    #expect(library.asked.isEmpty)
  }

  @Test func `a patient's line is text, and no command of staff does anything`() throws {
    let console = SampleConsole(["\"dry day\" source:roses", ":why", ":compare oil", "help"])
    _ = try visit(console)
    #expect(library.options.map(\.allowsOperators) == [false])
    #expect(
      console.text.contains("There is no command :why.") && console.text.contains("There is no command :compare."))
    #expect(console.text.contains("what the articles cover") && !console.text.contains(":cite"))
  }

  @Test func `the language is the person's choice, and its commands are understood`() throws {
    let console = SampleConsole(["Español", "roses", "ayuda", "english", "salir", "done", "never asked"])
    #expect(try visit(console) == .over)
    #expect(library.asked == ["roses", "salir"] && library.resetCount == 2)
    #expect(
      console.shown[1].joined().contains("Escriba una pregunta") && console.shown[1].joined().contains("Call 555 0100.")
    )
    #expect(console.shown[2].joined().contains("No puedo responder a eso."))
    #expect(console.shown[3].joined(separator: " ").contains("de qué tratan los artículos"))
    #expect(console.shown[4].joined().contains("Type a question"))
    #expect(console.prompts.prefix(3) == ["Your question: ", "Su pregunta: ", "Su pregunta: "])
  }

  @Test func `an index that can no longer be read is out of order, and the visit goes on`() throws {
    library.failure = IndexError.damaged(path: "x", section: "texts", offset: 7)
    let console = SampleConsole(["roses", "roses"])
    #expect(try visit(console) == .over)
    #expect(library.asked == ["roses", "roses"])
    #expect(console.text.contains("Out of order.") && console.text.contains("Call 555 0100."))
    #expect(!console.text.contains("damaged"))
  }
}
