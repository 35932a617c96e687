// What is typed after the program's name.

import Glibc

/// Options of a run, checked.
struct Options {
  /// Sizes of the corpora, in passages.
  var sizes = [10_000, 100_000]
  /// The verbatim binary.
  var program = ".build/verbatim"
  /// Where corpora and indexes are made.
  var folder = ".build/benchmark"
  /// Of each measure; the least time counts.
  var rounds = 3
  /// Bags of words of each length from 2 to 8.
  var queriesPerLength = 100
  /// A Python that may have tantivy.
  var python = "python3"
  /// A Java class path that may have Lucene; Debian's folder of jars where the environment names none.
  var classPath = getenv("CLASSPATH").map { String(cString: $0) } ?? "/usr/share/java/*"
  /// The committed instruction counts.
  var thresholds = "Packaging/instruction-thresholds.txt"
  /// Writes thresholds instead of comparing with them.
  var isUpdate = false

  static let usage = """
    usage: verbatim-benchmark run [OPTIONS]            measures everything
           verbatim-benchmark pages [OPTIONS]          writes the last run into Documentation
           verbatim-benchmark instructions [OPTIONS]   counts instructions, and compares with the thresholds
           verbatim-benchmark corpus FOLDER PASSAGES   writes a synthetic corpus
           verbatim-benchmark work NAME INDEX FILE     one fixed piece of work, for the other commands

      --sizes N,N,...      passages of each corpus; 10000,100000 unless given
      --program FILE       the program measured; .build/verbatim unless given
      --folder FOLDER      for corpora and indexes, overwritten; .build/benchmark unless given
      --rounds N           the least time of so many counts; 3 unless given
      --queries N          queries of each length; 100 unless given
      --python FILE        a Python with the module tantivy; python3 unless given
      --classpath JARS     a Java class path with Lucene; $CLASSPATH, else /usr/share/java/*, unless given
      --thresholds FILE    Packaging/instruction-thresholds.txt unless given
      --update             writes the thresholds anew
    """

  /// - Throws: For an unknown option, or a value that makes no sense.
  init(_ arguments: ArraySlice<String>) throws {
    var left = arguments
    while let name = left.popFirst() {
      if name == "--update" {
        isUpdate = true
        continue
      }
      guard let value = left.popFirst() else { throw BenchmarkError(text: "\(name) needs a value, or is unknown") }
      switch name {
      case "--sizes": sizes = try value.split(separator: ",").map { try Options.number(String($0), of: name) }
      case "--program": program = value
      case "--folder": folder = value
      case "--rounds": rounds = try Options.number(value, of: name)
      case "--queries": queriesPerLength = try Options.number(value, of: name)
      case "--python": python = value
      case "--classpath": classPath = value
      case "--thresholds": thresholds = value
      default: throw BenchmarkError(text: "unknown option \(name)")
      }
    }
    guard !sizes.isEmpty else { throw BenchmarkError(text: "--sizes needs a number") }
  }

  static func number(_ text: String, of name: String) throws -> Int {
    guard let number = Int(text), number > 0, number < 1 << 31 else {
      throw BenchmarkError(text: "\(name): \(text) is no number from 1 on")
    }
    return number
  }
}
