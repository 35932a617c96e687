// What three people see, from the first line to the last, as it was reviewed: a patient, a member of staff, a script.
// VERBATIM_UPDATE_GOLDEN=1 writes the files anew.

import Glibc
import Testing

@Suite struct GoldenTranscriptTests {
  private static let lines = [
    "patient": [
      "help", "my tyre is flat", "more", "open", "back", "a", "topics", "3", "how do I paint it", "efect of braks",
      "why do brakes squeel",
      "and the chain?", "sources", "new", "¿dónde está el baño?", "hello", ":why", "i cant do this anymore", "done",
    ],
    "staff": [
      ":help", "my tyre is flat", ":open 2", ":cite 1", ":why 1", ":raw 1", "more", ":all", ":compare tyre oil",
      "how do I paint it",
      ":why", "\"turn the cranks\"", "squeal source:tyres", ":hlep", ":open 99", ":history", ":quit",
    ],
  ]

  /// One corpus for all sessions, its index of a known time.
  private static let corpus = Result {
    let corpus = try BicycleCorpus()
    var times = [timeval(tv_sec: 1_767_323_640, tv_usec: 0), timeval(tv_sec: 1_767_323_640, tv_usec: 0)]
    guard utimes("\(corpus.indexFolder)/verbatim.index", &times) == 0 else {
      throw ChildProcessError.system(call: "utimes", errno: errno)
    }
    return corpus
  }

  /// What the terminal shows while `lines` are typed, each at a prompt of its own.
  private func transcript(
    of lines: [String], _ options: [String], prompt: String, environment: [String: String] = ["TERM": "dumb"]
  ) throws -> [UInt8] {
    let corpus = try Self.corpus.get()
    let terminal = try PseudoTerminal(
      [Verbatim.path(), "chat", "--index", corpus.indexFolder] + options, environment: environment, rows: 200,
      directory: corpus.folder.path)
    for line in lines {
      try terminal.expect("\n\(prompt)")
      // Character by character, as the line editor shows what is typed.
      try terminal.send(line + "\r")
    }
    #expect(try terminal.ending() == .status(0))
    return Array(terminal.transcript.utf8)
  }

  @Test func `a patient`() throws {
    let lines = try #require(Self.lines["patient"])
    try Golden.expect(transcript(of: lines, [], prompt: "> "), equals: "session-patient.txt")
  }

  @Test func `a patient who speaks Spanish`() throws {
    let lines = [
      "ayuda", "why do brakes squeal", "más", "abrir", "temas", ":porque", "nuevo", "i cant do this anymore", "salir",
    ]
    try Golden.expect(
      transcript(of: lines, ["--language", "es"], prompt: "> "), equals: "session-patient-spanish.txt")
  }

  @Test func `a patient who listens`() throws {
    let lines = try #require(Self.lines["patient"])
    try Golden.expect(
      transcript(of: lines, ["--plain"], prompt: "Your question: ", environment: ["TERM": "xterm"]),
      equals: "session-patient-plain.txt")
  }

  @Test func `a patient with low vision`() throws {
    let lines = ["my tyre is flat", "how do I paint it", "done"]
    try Golden.expect(
      transcript(of: lines, ["--large"], prompt: "            Your question: "), equals: "session-patient-large.txt")
  }

  @Test func `a member of staff`() throws {
    let lines = try #require(Self.lines["staff"])
    try Golden.expect(transcript(of: lines, ["--staff"], prompt: "> "), equals: "session-staff.txt")
  }

  @Test func `a script`() throws {
    let commands = [
      "printf 'worn chain\\nhelmet\\n' | verbatim ask --format jsonl",
      "verbatim ask --quiet brakes squeal && echo covered",
      "verbatim ask --quiet helmet || echo 'not covered'",
      "printf 't1\\tworn chain\\nt2\\thelmet\\n' | verbatim ask --ids --format trec --top 100",
      "verbatim ask --format tsv --top 1 worn chain",
      "printf 'how hard should a tyre be\\nand when does it need replacing\\n' | verbatim ask --session --top 1",
      "verbatim sources", "verbatim ask --top 0 worn chain",
    ]
    var transcript: [UInt8] = []
    for command in commands {
      let run = try ChildProcess.run(
        "/bin/sh", ["-c", "exec 2>&1\nverbatim() { \"$binary\" \"$@\"; }\n\(command)\n"],
        environment: ["binary": Verbatim.path(), "VERBATIM_INDEX": Self.corpus.get().indexFolder])
      transcript += Array("$ \(command)\n".utf8) + run.output + Array("(\(run.ending))\n".utf8)
    }
    try Golden.expect(transcript, equals: "session-script.txt")
  }
}
