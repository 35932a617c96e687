// Pipes that close, disks that are full, streams that are not there: quiet or an error, never a false success.

import Testing

@Suite struct OutputTests {
  private let bicycles: BicycleCorpus

  init() throws {
    bicycles = try BicycleCorpus.shared.get()
  }

  /// Every command that writes to standard output.
  private var commands: [[String]] {
    let index = ["--index", bicycles.indexFolder]
    return [
      ["ask", "chain"] + index, ["ask", "--format", "json", "chain"] + index,
      ["ask", "--format", "tsv", "chain"] + index, ["ask", "--format", "trec", "chain"] + index,
      ["status"] + index, ["status", "--json"] + index, ["sources"] + index, ["check"] + index, ["--help"],
      ["--version"],
    ]
  }

  @Test func `a full disk is an error`() throws {
    for command in commands {
      let run = try Verbatim.run(command, output: .file("/dev/full"))
      #expect(run.ending == .status(2), "\(command)")
      #expect(run.errors.contains("No space left on device"), "\(command)")
    }
  }

  @Test func `a closed standard output is an error`() throws {
    for command in commands {
      let run = try Verbatim.run(command, output: .closed)
      #expect(run.ending == .status(2), "\(command)")
      #expect(run.errors.hasPrefix("verbatim: cannot write the output"), "\(command)")
    }
  }

  @Test func `a closed standard input is an error where it is to be read`() throws {
    let run = try bicycles.ask([], input: .closed)
    #expect(run.ending == .status(2))
    #expect(run.errors.contains("cannot read the questions"))
    #expect(try bicycles.ask(["chain"], input: .closed).ending == .status(0))
  }

  @Test(arguments: ["text", "jsonl", "tsv", "trec"])
  func `a reader that closes the pipe ends the program quietly`(format: String) throws {
    let questions = String(repeating: "worn chain\\n", count: 5_000)
    let script = """
      printf '\(questions)' | { "$0" ask --index "$1" --format \(format) --top 9; echo "status $?" >&2; } | head -1
      """
    let run = try ChildProcess.run("/bin/sh", ["-c", script, Verbatim.path(), bicycles.indexFolder])
    #expect(run.lines.count == 1)
    #expect(run.errors == "status 0\n")
  }

  @Test func `many answers pass through a pipe without loss`() throws {
    let count = 3_000
    let run = try bicycles.ask(
      ["--format", "jsonl", "--top", "1"], input: .text(String(repeating: "worn chain\n", count: count)))
    #expect(run.ending == .status(0))
    try #require(run.lines.count == count)
    #expect(try JSONTree(run.lines[count - 1])["id"]?.text == String(count))
  }

  @Test func `an answer comes before the next question is asked`() throws {
    let folder = try TemporaryFolder()
    let script = """
      cd "$2" && mkfifo questions answers
      "$0" ask --index "$1" --format jsonl <questions >answers &
      exec 3>questions 4<answers
      echo 'worn chain' >&3
      read -r record <&4
      exec 3>&-
      wait "$!" && printf '%.20s' "$record"
      """
    let run = try ChildProcess.run("/bin/sh", ["-c", script, Verbatim.path(), bicycles.indexFolder, folder.path])
    #expect(run.text == #"{"v":1,"id":"1","que"#)
  }
}
