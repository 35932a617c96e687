import ByteIO
import Glibc

/// A folder of a test's own, removed with its files when the test is over.
final class TemporaryFolder {
  let path: String

  init() {
    var template = "/tmp/verbatim-test-XXXXXX".utf8CString.map { $0 }
    precondition(mkdtemp(&template) != nil, "a temporary folder can be made")
    path = template.withUnsafeBufferPointer { name in
      String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  func read(_ name: String) throws -> [UInt8] {
    let file = try MappedFile(path: "\(path)/\(name)")
    return file.bytes.withUnsafeBytes { Array($0) }
  }

  deinit {
    _ = system("rm -rf '\(path)'")
  }
}
