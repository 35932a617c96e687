// The crisis card in a file of its own beside the index: it can be shown where the index cannot be read.

import ByteIO
import Documents

/// `verbatim.crisis`: the operator's crisis card as text, under a first line that tells the format, the language of the program's own
/// sentences, and the CRC-32C of the card's bytes:
///
///     verbatim-crisis 1 en 9ae0daaf
///     Tell a member of staff now.
package struct CrisisFile: Hashable, Sendable {
  package static let fileName = "verbatim.crisis"
  private static let format = "verbatim-crisis 1"

  package var card: String
  /// `kiosk_language` of the settings.
  package var language: String

  package init(card: String, language: String) {
    self.card = card
    self.language = language
  }

  /// What stands beside the index in `folder`; `nil` where that is missing, or not as it was written.
  package init?(readingFrom folder: String) {
    // What cannot be read is as good as missing: the built-in line stands behind it.
    guard let file = try? MappedFile(path: "\(folder)/\(Self.fileName)") else { return nil }
    let bytes = file.bytes.withUnsafeBytes { Array($0) }
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let head = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
    let card = Array(bytes[(end + 1)...])
    guard head.count == 4, head[0...1].joined(separator: " ") == Self.format,
      head[3] == Self.checksum(of: card), let text = String(validating: card, as: UTF8.self), !text.isEmpty
    else { return nil }
    self.card = text
    language = String(head[2])
  }

  /// Brings the file in `folder` up to date with `settings`: writes it, writes nothing where it says that already, and empties it
  /// where there is no card.
  package static func update(from settings: Settings, in folder: String) throws(FileError) {
    let wanted = settings.spoken(in: settings.kioskLanguage).crisis.map {
      CrisisFile(card: $0.card, language: settings.kioskLanguage)
    }
    if wanted == CrisisFile(readingFrom: folder) { return }
    var file = try ReplacedFile(folder: folder, name: fileName)
    let bytes = wanted?.bytes ?? []
    try file.append(bytes.span.bytes)
    try file.commit()
  }

  private var bytes: [UInt8] {
    let card = Array(card.utf8)
    return Array("\(Self.format) \(language) \(Self.checksum(of: card))\n".utf8) + card
  }

  /// Eight lower-case hexadecimal digits.
  private static func checksum(of bytes: [UInt8]) -> String {
    let digits = String(CRC32C.checksum(bytes.span.bytes), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
