// What a patient's conversation has not.

import Commands
import Testing

@Suite struct PatientPromptTests {
  private let library = SampleLibrary()

  @Test(arguments: [
    ":why", ":cite 1", ":raw", ":all", ":compare oil", ":history", ":why not", ":hist", ":set", ":copy 1", ":wrong 1",
    ":raw 1",
  ])
  func `a patient has no command of staff, and is told of none`(line: String) throws {
    let console = SampleConsole(["roses", line])
    var session = PromptSession(library: library, console: console, audience: .patient)
    _ = try session.run()
    let name = line.split(separator: " ")[0]
    let told = try #require(console.shown.last).joined(separator: " ")
    #expect(told.contains("There is no command \(name).") && !told.contains("Did you mean"))
    #expect(library.asked == ["roses"])
  }

  @Test func `a patient's question is text, staff have operators`() throws {
    for (audience, allowed) in [(PromptAudience.patient, false), (.staff, true)] {
      var session = PromptSession(
        library: library, console: SampleConsole(["\"dry day\" source:roses"]), audience: audience)
      _ = try session.run()
      #expect(library.options.last?.allowsOperators == allowed)
    }
  }
}
