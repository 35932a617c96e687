// A folder of a test's own.

import Glibc
import Synchronization

/// A folder, removed with its files when the last reference to it goes, at the latest when the tests end.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/verbatim-end-to-end-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ChildProcessError.system(call: "mkdtemp", errno: errno) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.path = path
    _ = Self.removingRest
    Self.existing.withLock { _ = $0.insert(path) }
  }

  deinit {
    Self.existing.withLock { _ = $0.remove(path) }
    Self.remove([path])
  }

  private static let existing = Mutex<Set<String>>([])
  /// What is kept for all tests is never let go of.
  private static let removingRest: Void = {
    atexit { TemporaryFolder.remove(TemporaryFolder.existing.withLock { $0.sorted() }) }
  }()

  private static func remove(_ paths: [String]) {
    for path in paths { _ = system("chmod -R u+rwx '\(path)' 2>/dev/null; rm -rf '\(path)'") }
  }

  /// The absolute path of `name`.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and the folders above it.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    try Self.write("\(path)/\(name)", bytes)
  }

  func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  func read(_ name: String) throws -> [UInt8] { try Self.read("\(path)/\(name)") }

  /// The names in a folder, sorted.
  func names(in folder: String) throws -> [String] {
    guard let stream = opendir("\(path)/\(folder)") else {
      throw ChildProcessError.system(call: "opendir \(folder)", errno: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func write(_ path: String, _ bytes: [UInt8]) throws {
    guard let file = fopen(path, "w") else { throw ChildProcessError.system(call: "fopen \(path)", errno: errno) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else {
      throw ChildProcessError.system(call: "fwrite \(path)", errno: errno)
    }
  }

  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw ChildProcessError.system(call: "fopen \(path)", errno: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
