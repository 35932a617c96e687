// The root of the command line: which commands there are.

import ArgumentParser

/// `verbatim`.
struct VerbatimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbatim",
    abstract: "Answers questions with passages from your articles, word for word.",
    discussion: """
      Every answer is a quotation with a citation that can be checked. Without a
      command: the prompt at a terminal, else one answer for each line of
      standard input.

        verbatim index --corpus Corpus
        verbatim ask "what are the side effects"
        verbatim ask --format jsonl < questions.txt
      """,
    version: Program.version,
    subcommands: [
      AskCommand.self, ChatCommand.self, IndexCommand.self, CheckCommand.self, StatusCommand.self, SourcesCommand.self,
      EvalCommand.self,
    ])
}
