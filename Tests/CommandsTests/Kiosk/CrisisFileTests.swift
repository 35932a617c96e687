// The crisis card beside the index: written, read, and refused where it is not as it was written.

import ByteIO
import Commands
import Documents
import Glibc
import Testing

@Suite final class CrisisFileTests {
  private let folder: String

  init() {
    var template = Array("/tmp/verbatim-crisis-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "a temporary folder can be made")
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    unlink("\(folder)/\(CrisisFile.fileName)")
    rmdir(folder)
  }

  private var settings: Settings {
    var settings = Settings()
    settings.kioskLanguage = "es"
    settings.crisis = Settings.Crisis(card: "Llame al 555.\nNo espere.\n")
    return settings
  }

  private func write(_ bytes: [UInt8]) throws {
    let name = CrisisFile.fileName
    var file = try ReplacedFile(folder: folder, name: name)
    try file.append(bytes.span.bytes)
    try file.commit()
  }

  @Test func `what was written is read`() throws {
    #expect(CrisisFile(readingFrom: folder) == nil)
    try CrisisFile.update(from: settings, in: folder)
    #expect(CrisisFile(readingFrom: folder) == CrisisFile(card: "Llame al 555.\nNo espere.\n", language: "es"))
  }

  @Test func `without a card there is none`() throws {
    try CrisisFile.update(from: settings, in: folder)
    try CrisisFile.update(from: Settings(), in: folder)
    #expect(CrisisFile(readingFrom: folder) == nil)
  }

  @Test func `a file that was changed, cut short or mixed up is refused`() throws {
    // 0xE3069283 is the CRC-32C of "123456789" (RFC 3720's check value).
    let whole = Array("verbatim-crisis 1 en e3069283\n123456789".utf8)
    try write(whole)
    #expect(CrisisFile(readingFrom: folder) == CrisisFile(card: "123456789", language: "en"))
    for count in 0..<whole.count {
      try write(Array(whole[..<count]))
      #expect(CrisisFile(readingFrom: folder) == nil)
    }
    for index in whole.indices where !(18...19).contains(index) {
      var changed = whole
      changed[index] ^= 1
      try write(changed)
      #expect(CrisisFile(readingFrom: folder) == nil, "byte \(index)")
    }
  }
}
