// Exact bytes, kept in files under Golden/. With VERBATIM_UPDATE_GOLDEN=1 the files are written anew, and the tests fail
// once, so that nobody takes a rewriting for a test that passed.

import Glibc
import Testing

/// A file with what the program should write.
enum Golden {
  /// Holds `bytes` against the file `name`.
  static func expect(_ bytes: [UInt8], equals name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let path = "\(Verbatim.repository)/Tests/EndToEndTests/Golden/\(name)"
    guard getenv("VERBATIM_UPDATE_GOLDEN") == nil else {
      try TemporaryFolder.write(path, bytes)
      Issue.record("Golden/\(name) was written anew: look at the difference", sourceLocation: sourceLocation)
      return
    }
    let expected = try TemporaryFolder.read(path)
    let difference = difference(between: bytes, and: expected)
    #expect(difference == nil, "not as in Golden/\(name)", sourceLocation: sourceLocation)
  }

  /// The first line that differs, for a message that can be read.
  private static func difference(between bytes: [UInt8], and expected: [UInt8]) -> String? {
    guard bytes != expected else { return nil }
    let got = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let wanted = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
    let number = zip(got, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(got.count, wanted.count)
    func line(_ lines: [ArraySlice<UInt8>]) -> String {
      number < lines.count ? String(decoding: lines[number], as: UTF8.self) : "(no such line)"
    }
    return "line \(number + 1) is: \(line(got))\nand should be: \(line(wanted))"
  }
}
