// Lucene, through a small Java program of ours that is compiled where Java and Lucene are found.

/// Three fields with the English stemmer, no stop words, and positions; the body is stored.
///
/// Java compiles what runs often while it runs: the queries are timed in the process, after rounds that warm it up.
struct Lucene: Engine {
  let folder: String
  let classPath: String
  let name = "Lucene"

  private var indexFolder: String { "\(folder)/lucene" }

  /// Compiles the program; `nil` where that is not possible.
  init?(folder: String, classPath: String) throws {
    self.folder = folder
    let source = "\(folder)/LuceneDriver.java"
    try TextFile.write(LuceneDriver.source, to: source)
    guard Subprocess.works("javac", "-nowarn", "-cp", classPath, "-d", folder, source) else { return nil }
    self.classPath = "\(folder):\(classPath)"
    guard (try? run(["version"], output: "\(folder)/lucene.version")) != nil else { return nil }
  }

  /// As `8.8.1`.
  var version: String {
    get throws { try TextFile.read("\(folder)/lucene.version").split(separator: "\n").last.map(String.init) ?? "" }
  }

  var byteCount: Int { folderByteCount(indexFolder) }

  /// With one writing thread, then merged into one segment.
  func build() throws -> [(name: String, time: Subprocess)] {
    try Subprocess.run(["rm", "-rf", indexFolder])
    return [("", try run(["build", indexFolder, "\(folder)/passages.tsv"]))]
  }

  func variants() -> [String] { ["", ", body only"] }

  func prepare(_ queries: [SampleQuery], file: String, variant: String) throws {
    let lines = queries.map { ($0.isPhrase ? "\"" : "") + $0.words.joined(separator: " ") + "\n" }
    try TextFile.write((variant.isEmpty ? "title heading body\n" : "body\n") + lines.joined(), to: file)
  }

  /// The program's own count of the seconds: 0 where there is no query.
  func answer(_ file: String) throws -> Double {
    let output = "\(folder)/lucene.seconds"
    try run(["ask", indexFolder, file], output: output)
    guard let seconds = try TextFile.read(output).split(separator: "\n").last.flatMap({ Double($0) }) else {
      throw BenchmarkError(text: "\(output): Lucene gave no time")
    }
    return seconds
  }

  func oneShot(_ words: [String]) -> [String]? { nil }

  @discardableResult
  private func run(_ arguments: [String], output: String = "/dev/null") throws -> Subprocess {
    try Subprocess.run(["java", "-Xmx2g", "-cp", classPath, "LuceneDriver"] + arguments, output: output)
  }
}
