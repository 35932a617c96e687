// What stops a benchmark, in a sentence.

/// Why something cannot be measured.
struct BenchmarkError: Error {
  let text: String
}
