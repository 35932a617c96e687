// What Tab offers, and in which order.

import Commands
import Testing

@Suite struct PromptCompleterTests {
  private let completer = PromptCompleter(library: SampleLibrary())

  @Test func `tab completes commands at the beginning and words anywhere, never a file`() {
    #expect(completer.candidates(line: ":h", wordStart: 0) == [":help", ":history"])
    #expect(completer.candidates(line: "he", wordStart: 0) == ["help", "helpful"])
    #expect(completer.candidates(line: "when :h", wordStart: 5).isEmpty)
    #expect(completer.candidates(line: "when p", wordStart: 5).isEmpty)
    #expect(completer.candidates(line: "/et", wordStart: 0).isEmpty)
  }

  @Test func `headings that go on with what was typed come before words, the most words shared first`() {
    #expect(
      completer.candidates(line: "so when to pru", wordStart: 11)
        == ["prune", "pruning"])
    #expect(completer.candidates(line: "pruning hed", wordStart: 8) == ["hedges: when?"])
    #expect(completer.candidates(line: "how t", wordStart: 4).isEmpty)
    #expect(completer.candidates(line: "how to", wordStart: 4) == ["to prune"])
  }

  @Test func `with one word, words come before the headings that have it, and what was typed stays as it was typed`() {
    #expect(
      completer.candidates(line: "PRU", wordStart: 0) == ["PRUne", "PRUning", "PRUning hedges: when?"])
    #expect(completer.candidates(line: "ros", wordStart: 0) == ["rose", "roses"])
  }
}
