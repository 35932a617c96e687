// Which index a command reads, and which corpus that index was made from.

import ArgumentParser
import ByteIO
import Documents
import Glibc
import InvertedIndex

/// `--index DIR`, else `$VERBATIM_INDEX`, else the nearest `Index/` at or above the working folder, else the installed one.
struct IndexLocation: ParsableArguments {
  @Option(name: .customLong("index"), help: ArgumentHelp("The folder that holds the index.", valueName: "folder"))
  var folder: String?

  /// The folder to open; where none is found, the one that a person would expect it in.
  var resolved: String {
    IndexLocation.resolved(folder)
  }

  /// The folder that `given` and the surroundings lead to.
  static func resolved(_ given: String?) -> String {
    if let given { return given }
    if let named = environment("VERBATIM_INDEX"), !named.isEmpty { return named }
    var above = "."
    for _ in 0..<64 {
      if IndexLocation.holdsIndex("\(above)/Index") { return above == "." ? "Index" : "\(above)/Index" }
      guard let here = IndexLocation.realPath(above), here != "/" else { break }
      above = above == "." ? ".." : "../\(above)"
    }
    if let installed = IndexLocation.installed, IndexLocation.holdsIndex(installed) { return installed }
    return "Index"
  }

  func open() throws -> IndexReader {
    try IndexReader(folder: resolved)
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static func holdsIndex(_ folder: String) -> Bool {
    access("\(folder)/\(SegmentFormat.fileName)", F_OK) == 0
  }

  /// `share/verbatim/Index` beside the `bin` folder that the program was installed in.
  private static var installed: String? {
    guard let program = realPath("/proc/self/exe"), let slash = program.lastIndex(of: "/") else { return nil }
    return realPath(program[..<slash] + "/../share/verbatim/Index")
  }

  static func realPath(_ path: some StringProtocol) -> String? {
    guard let resolved = realpath(String(path), nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
