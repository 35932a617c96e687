// Measures the index and the program: what `make bench` and `make bench-check` run.

import Glibc

func runBenchmark(_ arguments: [String]) throws {
  switch arguments.dropFirst().first {
  case "run":
    try Run.everything(Options(arguments.dropFirst(2)))
  case "pages":
    try Pages.write(Options(arguments.dropFirst(2)))
  case "instructions":
    try InstructionCounts.run(Options(arguments.dropFirst(2)))
  case "corpus" where arguments.count == 4:
    let count = try Options.number(arguments[3], of: "PASSAGES")
    TextFile.makeFolder(arguments[2])
    print("\(try SyntheticCorpus(passageCount: count).write(to: arguments[2])) bytes")
  case "work" where arguments.count == 5:
    try FixedWork.run(arguments[2], indexFolder: arguments[3], queryFile: arguments[4])
  default:
    throw BenchmarkError(text: Options.usage)
  }
}

do {
  try runBenchmark(CommandLine.arguments)
} catch let error as BenchmarkError {
  let message = Array("\(error.text)\n".utf8)
  _ = write(2, message, message.count)
  exit(2)
}
