// How long does one question take from the shell, the program's start and end included?

extension Bench {
  /// `verbatim ask` for two words, sqlite3 for the same two, and `/bin/true` for what starting anything costs, in turns.
  mutating func measureOneShot(_ others: [any Engine]) throws {
    let words = queries.bags[0].words
    var commands = [("true", ["/bin/true"])]
    commands.append(("verbatim ask", [options.program, "ask", "--index", indexFolder] + words))
    for engine in others {
      if let command = engine.oneShot(words) { commands.append((engine.name, command)) }
    }
    var times: [String: [Double]] = [:]
    // On many passages FTS5 takes its time, so that few rounds tell enough.
    for _ in 0..<(passageCount > 500_000 ? 3 : 20) * options.rounds {
      for (name, command) in commands {
        // 1 is no failure: the question is not covered well enough.
        let run = try Subprocess.run(command, statuses: 0...1)
        times[name, default: []].append(run.seconds * 1000)
      }
    }
    for (name, _) in commands { row("one-shot", "\(name), median", times[name, default: []].percentile(0.5), "ms") }
  }
}
