import ByteIO
import CorpusReading
import Documents
import Glibc
import Testing

/// A corpus folder that a test makes and changes at random; the same seed gives the same changes.
final class ChangingCorpus {
  let path: String
  private var state: UInt64
  private var names: [String] = []
  private var made = 0

  init(seed: UInt64, fileCount: Int) throws {
    var template = "/tmp/verbatim-test-XXXXXX".utf8CString.map { $0 }
    precondition(mkdtemp(&template) != nil, "a temporary folder can be made")
    path = template.withUnsafeBufferPointer { name in
      String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    state = seed
    mkdir("\(path)/Corpus", 0o755)
    for _ in 0..<fileCount { try add() }
  }

  deinit {
    _ = system("rm -rf '\(path)'")
  }

  func folder(_ name: String) -> String { "\(path)/\(name)" }

  func bytes(_ name: String) throws -> [UInt8] {
    let file = try MappedFile(path: folder(name))
    return file.bytes.withUnsafeBytes { Array($0) }
  }

  /// One change at random; its name, for the message of a test that fails.
  func change() throws -> String {
    let name = names[below(names.count)]
    switch below(9) {
    case 0:
      try add()
      return "added \(names.last ?? "")"
    case 1:
      unlink("\(path)/Corpus/\(name)")
      names.removeAll { $0 == name }
      return "removed \(name)"
    case 2:
      let other = "m\(made)-\(name)"
      made += 1
      rename("\(path)/Corpus/\(name)", "\(path)/Corpus/\(other)")
      names.removeAll { $0 == name }
      names.append(other)
      return "renamed \(name)"
    case 3:
      try write(name, [])
      return "emptied \(name)"
    case 4:
      try write("p\(made).png", Array("no article".utf8))
      made += 1
      return "added a picture"
    case 5:
      try write(name, Array("Home\n\nNext\n".utf8))
      return "left no text in \(name)"
    default:
      try write(name, content(of: name))
      return "changed \(name)"
    }
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = open("\(path)/Corpus/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    try #require(file >= 0)
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      try #require(count > 0)
      done += count
    }
  }

  /// Half of the names make a cut before even a small file, as only chance does else.
  private func add() throws {
    let suffix = ["md", "txt", "html", "jsonl"][below(4)]
    let makesCut = below(2) == 0
    var name = ""
    repeat {
      name = "\(below(10))\(made).\(suffix)"
      made += 1
    } while (StableHash.hash(Array(name.utf8).span) % (1 << 18) < 300) != makesCut && makesCut
    names.append(name)
    try write(name, content(of: name))
  }

  func content(of name: String, paragraphs: Int? = nil) -> [UInt8] {
    let count = paragraphs ?? 1 + below(6)
    var text = ""
    for number in 0..<count {
      if name.hasSuffix("jsonl") {
        text += "{\"id\":\"\(below(50))\",\"title\":\"\(words(2))\",\"text\":\"\(words(12))\\n\\n\(words(9))\"}\n"
      } else if name.hasSuffix("html") {
        text += number == 0 ? "<title>\(words(3))</title>" : "<h2>\(words(2))</h2>"
        text += "<p>\(words(25))</p>\n"
      } else {
        text += (name.hasSuffix("md") ? "# \(words(2))\n\n" : "") + "\(words(20))\n\n\(words(30))\n\n"
      }
    }
    return Array(text.utf8)
  }

  /// A few words are in most passages, most are rare.
  private func words(_ count: Int) -> String {
    let words = (0..<count).map { _ in "w" + String(below(2) == 0 ? below(8) : below(3000), radix: 26) }
    return words.joined(separator: " ") + "."
  }

  private func below(_ limit: Int) -> Int {
    // Steele, Lea and Flood's SplitMix64.
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ mixed >> 31) % UInt64(limit))
  }
}
