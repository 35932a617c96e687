// Adding a question to a file of golden questions.

import Glibc
import Terminal

/// A file of golden questions that grows by a line.
package struct GoldenFile {
  package enum Failure: Error, Hashable {
    /// The file is there, and holds something else.
    case wrong(GoldenProblem)
    case system(call: String, errno: Int32)
  }

  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Adds one question, under a new id `g-0001` and so on; a file that is not there begins with its header.
  ///
  /// - Parameter expected: as the column of that name holds it.
  /// - Returns: the id.
  /// - Throws: `Failure`; the file is then as it was.
  package func append(question: String, context: [String], expected: String) throws(Failure) -> String {
    let lines = try existingLines()
    let header = GoldenQuestionParser.columns.joined(separator: "\t")
    let begun = lines.isEmpty ? [header] : lines
    var parser = GoldenQuestionParser()
    do throws(GoldenProblem) {
      for line in begun { try parser.read(line) }
    } catch {
      throw .wrong(error)
    }
    let numbers = parser.questions.compactMap { $0.id.hasPrefix("g-") ? Int($0.id.dropFirst(2)) : nil }
    let digits = String((numbers.max() ?? 0) + 1)
    let id = "g-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let row = [id, question, context.joined(separator: " || "), expected].map(Self.field).joined(separator: "\t")
    do throws(GoldenProblem) {
      try parser.read(row)
    } catch {
      throw .wrong(error)
    }
    try write((lines.isEmpty ? [header] : []) + [row])
    return id
  }

  /// Tabs and line ends would end a column.
  private static func field(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  private func existingLines() throws(Failure) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return [] }
    guard descriptor >= 0 else { throw .system(call: "open", errno: errno) }
    defer { close(descriptor) }
    let input = InputLines(descriptor: descriptor)
    var lines: [String] = []
    do throws(InputError) {
      while let line = try input.next() { lines.append(line.text) }
    } catch {
      switch error {
      case .system(let call, let code): throw .system(call: call, errno: code)
      }
    }
    return lines
  }

  private func write(_ rows: [String]) throws(Failure) {
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(call: "open", errno: errno) }
    let output = OutputWriter(descriptor: descriptor)
    do throws(OutputError) {
      if Self.lacksLineEnd(descriptor) { try output.write("\n") }
      for row in rows { try output.writeLine(row) }
      try output.close()
    } catch {
      close(descriptor)
      switch error {
      case .pipeClosed: throw .system(call: "write", errno: EPIPE)
      case .system(let call, let code): throw .system(call: call, errno: code)
      }
    }
  }

  private static func lacksLineEnd(_ descriptor: Int32) -> Bool {
    let end = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    return end > 0 && pread(descriptor, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
  }
}
