// Files of text, read whole, and written whole or piece by piece.

import Glibc

/// A file of text.
enum TextFile {
  static func read(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw BenchmarkError(text: "cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func write(_ text: String, to path: String) throws {
    let file = try Writer(path)
    try file.append(text)
    try file.close()
  }

  /// A file written piece by piece.
  final class Writer {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>

    /// Empties the file at `path`, or makes it.
    init(_ path: String) throws {
      guard let file = fopen(path, "w") else { throw BenchmarkError(text: "cannot write \(path)") }
      self.path = path
      self.file = file
    }

    func append(_ text: String) throws {
      var text = text
      let isWritten = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
      guard isWritten else { throw BenchmarkError(text: "cannot write \(path)") }
    }

    /// Must be called once, after all pieces.
    func close() throws {
      guard fclose(file) == 0 else { throw BenchmarkError(text: "cannot write \(path)") }
    }
  }

  /// Of the file at `path`, in bytes; 0 where there is none.
  static func byteCount(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Makes a folder, and those above it, where they are missing.
  static func makeFolder(_ path: String) {
    var parent = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      parent += parent.isEmpty || parent.hasSuffix("/") ? String(name) : "/\(name)"
      mkdir(parent, 0o755)
    }
  }
}
