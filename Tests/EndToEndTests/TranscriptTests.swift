// Three people at work: a patient, a member of staff, a script. What they type, and what they are told.

import Testing

@Suite struct TranscriptTests {
  @Test func `a patient asks, asks on, reads further, is told what cannot be answered, and is seen in a crisis`() throws
  {
    let shipped = try ShippedCorpus.shared.get()
    let terminal = try PseudoTerminal([Verbatim.path(), "chat", "--index", shipped.indexFolder], rows: 90)
    try terminal.expect("General information, not medical advice.")
    try terminal.type("how fast does it work")
    #expect(try !terminal.expect("1 of 3   ").contains("Also searched:"))
    let answer = try terminal.expect("more  next passage")
    #expect(answer.contains("\n  From \"") && !answer.contains(".md:"))
    try terminal.expect("Also in the articles (type the letter):\n    a  ")
    try terminal.type("and for PTSD?")
    try terminal.expect("Following on from: how fast does it work.")
    try terminal.expect("PTSD")
    try terminal.type("ok thanks")
    try terminal.expect("Please type your next question.")
    try terminal.type("tell me more")
    try terminal.expect("2 of 3   ")
    try terminal.type("open")
    #expect(try !terminal.expect("back  go back").contains("---"))
    try terminal.type("back")
    try terminal.expect("2 of 3   ")
    try terminal.type("a")
    try terminal.expect("\n  From \"")
    try terminal.type("topics")
    try terminal.expect("\n   1  ")
    try terminal.type("1")
    try terminal.expect("more  next section      back  go back")
    try terminal.type("help")
    try terminal.expect("more      the next passage")
    try terminal.expect("Tell a member of staff now.")
    try terminal.type("is it safe in pregnancy")
    try terminal.expect("None of the 4 articles mentions \"pregnancy\".")
    try terminal.type("i cant do this anymore")
    let card = try terminal.expect("Tell a member of staff now.")
    #expect(!card.contains(".md:") && !card.contains("Following on"))
    #expect(try !terminal.expect("\n> ").contains(".md:"))
    try terminal.send("done\r")
    #expect(try terminal.ending() == .status(0))
    #expect(terminal.attributes == terminal.attributesBefore)
    #expect(terminal.screen.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `a member of staff opens, cites, and looks behind a passage`() throws {
    let bicycles = try BicycleCorpus.shared.get()
    let terminal = try PseudoTerminal([Verbatim.path(), "chat", "--staff", "--index", bicycles.indexFolder], rows: 60)
    try terminal.expect("6 articles, 11 passages, index of ")
    try terminal.type("how do I mend a flat tyre")
    try terminal.expect("Also searched: puncture (for \"flat\").")
    try terminal.expect("1 of 3   How do I mend a puncture?")
    try terminal.type(":open 1")
    try terminal.expect("--- tyres.md, lines 15-17 ")
    try terminal.expect("\n15> Take the wheel out")
    try terminal.type(":cite")
    let citation = try terminal.expect("(index ")
    let record = try bicycles.records("how do I mend a flat tyre\n")[0]
    #expect(citation.contains(try #require(record["results"]?.elements.first?["citation"]?.text)))
    #expect(
      citation.contains("and press the patch on for a minute.\" — \"How do I mend a\n  puncture?\", tyres.md:15#"))
    try terminal.expect(try #require(record["index"]?.text) + ")\n  \(bicycles.corpusFolder)/tyres.md:15\n")
    try terminal.type(":why 1")
    try terminal.expect("searched: mend flat tyre")
    try terminal.expect("x tf/(k1+tf) ")
    try terminal.expect("verdict: answered")
    try terminal.expect("decided by: no word is missing, coverage is at least 0.600")
    try terminal.type(":raw 1")
    try terminal.expect("\n15  Take the wheel out")
    try terminal.expect("Nothing here was repaired or removed.")
    try terminal.type(":all")
    try terminal.expect("\n 2  ")
    try terminal.type(":compare patches")
    let compared = try terminal.expect("Only tyres.md mentions \"patches\".")
    #expect(
      compared.contains("tyres.md:15#")
        && compared.split { $0.isWhitespace }.joined(separator: " ").contains("press the patch on for a minute.\""))
    try terminal.type(":compare helmet")
    try terminal.expect("None of the 6 articles mentions \"helmet\".")
    try terminal.type(":hlep")
    try terminal.expect("There is no command :hlep. Did you mean :help?")
    try terminal.type(":open 99")
    try terminal.expect("There is no passage 99; the last answer has ")
    try terminal.type(":history")
    try terminal.expect("\n  how do I mend a flat tyre\n> ")
    try terminal.send("\u{4}")
    #expect(try terminal.ending() == .status(0))
    #expect(terminal.attributes == terminal.attributesBefore)
    #expect(terminal.transcript.hasSuffix("\n"))
  }

  @Test func `a script asks through pipes, and goes by statuses and records`() throws {
    let bicycles = try BicycleCorpus.shared.get()
    let folder = try TemporaryFolder()
    try folder.write("topics.tsv", "t1\tworn chain\nt2\thelmet\nt3\thow do brakes squeal\n")
    let script = """
      set -u
      verbatim() { "$binary" "$@"; }
      printf 'worn chain\\nhelmet\\n' | verbatim ask --format jsonl >answers.jsonl; echo "asked $?"
      wc -l <answers.jsonl
      grep -c '"verdict":"answered"' answers.jsonl
      verbatim ask --quiet brakes squeal && echo covered
      verbatim ask --quiet helmet || echo "not covered"
      verbatim ask --ids --format trec --top 100 <topics.tsv >run.txt; echo "ran $?"
      cut -d' ' -f1,2,6 run.txt | sort -u
      verbatim ask --format tsv worn chain | tail -n +2 | head -1 | cut -f4 | cut -d'#' -f1
      cat topics.tsv | cut -f2 | verbatim | tail -1
      """
    let run = try ChildProcess.run(
      "/bin/sh", ["-c", script], environment: ["binary": Verbatim.path(), "VERBATIM_INDEX": bicycles.indexFolder],
      directory: folder.path)
    #expect(run.errors == "")
    #expect(
      run.lines.dropLast() == [
        "asked 1", "2", "1", "covered", "not covered", "ran 1", "t1 Q0 verbatim", "t2 Q0 verbatim", "t3 Q0 verbatim",
        "chain.txt:9",
      ])
    #expect(run.lines.last?.hasPrefix("  ") == true)
    #expect(run.ending == .status(0))
  }

  @Test func `after a resize the next answer fits the new width`() throws {
    let bicycles = try BicycleCorpus.shared.get()
    let terminal = try PseudoTerminal([Verbatim.path(), "chat", "--staff", "--index", bicycles.indexFolder], rows: 60)
    try terminal.expect("\n> ")
    terminal.resize(columns: 40, rows: 60)
    try terminal.send("worn chain\r")
    let answer = try terminal.expect("chain.txt:9#")
    let lines = answer.split(separator: "\n").dropFirst()
    #expect(lines.count > 4 && lines.allSatisfy { $0.count <= 40 })
    #expect(lines.contains { $0.count > 30 })
  }

  @Test func `NO_COLOR leaves the text undecorated`() throws {
    let bicycles = try BicycleCorpus.shared.get()
    for (environment, isDecorated) in [([:], true), (["NO_COLOR": "1"], false)] as [([String: String], Bool)] {
      let terminal = try PseudoTerminal(
        [Verbatim.path(), "chat", "--staff", "--index", bicycles.indexFolder], environment: environment, rows: 60)
      try terminal.type("worn chain")
      try terminal.expect("chain.txt:9#")
      try terminal.expect("\n> ")
      var output = TerminalOutput()
      let decorations = terminal.written.compactMap { output.read($0) }.filter { event in
        if case .sequence(_, UInt8(ascii: "m")) = event { true } else { false }
      }
      #expect(decorations.isEmpty != isDecorated)
    }
  }

  @Test func `without a command the prompt is what a terminal gets, and "ask" at one decorates its answer`() throws {
    let bicycles = try BicycleCorpus.shared.get()
    let environment = ["VERBATIM_INDEX": bicycles.indexFolder]
    let terminal = try PseudoTerminal([Verbatim.path()], environment: environment)
    try terminal.type(":quit")
    #expect(try terminal.ending() == .status(0))
    let asking = try PseudoTerminal([Verbatim.path(), "ask", "worn chain"], environment: environment, columns: 50)
    #expect(try asking.ending() == .status(0))
    #expect(asking.written.contains(0x1B))
    #expect(asking.screen.lines.allSatisfy { $0.count <= 50 })
  }

  @Test func `a missing or damaged index ends the prompt before it begins, with what to run`() throws {
    let own = try BicycleCorpus()
    try own.folder.write("Index/verbatim.index", "no index\n")
    for index in [own.indexFolder, own.folder("none")] {
      let terminal = try PseudoTerminal([Verbatim.path(), "chat", "--index", index])
      #expect(try terminal.ending() == .status(3))
      #expect(terminal.transcript.contains("verbatim index"))
    }
  }
}
