// What --help and --version write, to the byte.

import Testing

@Suite struct HelpTests {
  static let commands = ["", "ask", "chat", "index", "check", "status", "sources", "eval"]

  @Test(arguments: commands)
  func `help is as it was reviewed, fits 80 columns and shows an example`(command: String) throws {
    let run = try Verbatim.run((command.isEmpty ? [] : [command]) + ["--help"])
    #expect(run.ending == .status(0))
    #expect(run.errors == "")
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    #expect(run.lines.contains { $0.contains("  verbatim \(command)") && !$0.hasPrefix("USAGE") })
    try Golden.expect(run.output, equals: command.isEmpty ? "help.txt" : "help-\(command).txt")
  }

  @Test func `the root's help names every command that has help of its own`() throws {
    let lines = try Verbatim.run(["--help"]).lines
    let listed = lines.drop { $0 != "SUBCOMMANDS:" }.dropFirst().filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
    let names = listed.compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0 != "See" }
    #expect(Set(names) == Set(Self.commands.dropFirst()))
  }

  @Test(arguments: commands.dropFirst())
  func `"help NAME" writes the same as "NAME --help"`(command: String) throws {
    let help = try Verbatim.run(["help", command])
    #expect(help.text.contains("OVERVIEW: "))
    #expect(try help.text == Verbatim.run([command, "--help"]).text)
  }

  @Test(arguments: commands)
  func `--version writes the version`(command: String) throws {
    let run = try Verbatim.run((command.isEmpty ? [] : [command]) + ["--version"])
    #expect(run.text.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
    #expect(run.ending == .status(0))
  }
}
