// Measures the index by itself: what `make bench` runs.

import Glibc
import InvertedIndex

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: verbatim-benchmark queries|check INDEX QUESTIONS [K] [ROUNDS]")
  exit(2)
}
let index = try IndexReader(folder: arguments[2])
let questions = try QuestionSet(path: arguments[3], language: index.settings.language)
let benchmark = QueryBenchmark(index: index, queries: questions.queries)
let count = arguments.count > 4 ? Int(arguments[4]) ?? 10 : 10
if arguments[1] == "check" {
  print("\(try benchmark.differences(top: count)) of \(questions.queries.count) questions differ")
} else {
  let times = try benchmark.times(top: count, rounds: arguments.count > 5 ? Int(arguments[5]) ?? 3 : 3).sorted()
  let mean = times.reduce(0, +) / Double(times.count)
  print("mean \(mean) p50 \(times[times.count / 2]) p99 \(times[times.count * 99 / 100]) max \(times[times.count - 1])")
}
