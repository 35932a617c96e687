// How long each field of a passage is, and the byte each length is ranked by.

import ByteIO

/// The lengths of a passage's three fields, in words.
struct FieldLengths: Hashable, Sendable {
  /// At most 65,535; a longer body counts as that long.
  let body: Int
  /// At most 255, as is `title`.
  let heading: Int
  let title: Int

  init(body: Int, heading: Int, title: Int) {
    self.body = min(body, 0xffff)
    self.heading = min(heading, 0xff)
    self.title = min(title, 0xff)
  }

  init(packed: UInt32) {
    self.init(body: Int(packed & 0xffff), heading: Int(packed >> 16 & 0xff), title: Int(packed >> 24))
  }

  /// While an index is made: the body in the low 16 bits, then 8 bits each for heading and title.
  var packed: UInt32 {
    UInt32(body) | UInt32(heading) << 16 | UInt32(title) << 24
  }

  /// The section `lengths`: for every passage the class of its body length; then heading lengths; then title lengths, a byte
  /// each; then, in 16 bits, the length of every body whose class does not tell it.
  static func encode(_ lengths: [FieldLengths]) -> [UInt8] {
    var writer = ByteWriter(capacity: 3 * lengths.count)
    for length in lengths { writer.append(LengthClass.of(length.body)) }
    for length in lengths { writer.append(UInt8(length.heading)) }
    for length in lengths { writer.append(UInt8(length.title)) }
    for length in lengths where length.body >= LengthClass.exactCount {
      writer.append(UInt8(length.body & 0xff))
      writer.append(UInt8(length.body >> 8))
    }
    return writer.bytes
  }

  /// What `encode` wrote, for `count` passages; O(count).
  ///
  /// - Throws: `MalformedBytes` where the section's size or a length does not fit.
  static func decode(_ bytes: RawSpan, count: Int) throws(MalformedBytes) -> [FieldLengths] {
    guard bytes.byteCount >= 3 * count else { throw MalformedBytes(offset: 0) }
    var classes = ByteCursor(offset: 0, end: count)
    var headings = ByteCursor(offset: count, end: 2 * count)
    var titles = ByteCursor(offset: 2 * count, end: 3 * count)
    var long = ByteCursor(offset: 3 * count, end: bytes.byteCount)
    var lengths: [FieldLengths] = []
    lengths.reserveCapacity(count)
    for _ in 0..<count {
      let bodyClass = try classes.readByte(bytes)
      var body = Int(bodyClass)
      if body >= LengthClass.exactCount {
        let start = long.offset
        body = Int(try long.readByte(bytes)) | Int(try long.readByte(bytes)) << 8
        guard LengthClass.of(body) == bodyClass else { throw MalformedBytes(offset: start) }
      }
      lengths.append(
        FieldLengths(body: body, heading: Int(try headings.readByte(bytes)), title: Int(try titles.readByte(bytes))))
    }
    guard long.isAtEnd else { throw MalformedBytes(offset: long.offset) }
    return lengths
  }
}

/// Body lengths as one byte: exact below 192 words, as nearly all passages are; above in steps of an eighth to a fifteenth,
/// rounded down, to 46,080 at most. One byte a passage keeps the lengths of a million passages in the processor's cache.
enum LengthClass {
  /// Lengths below this are their own class.
  static let exactCount = 192

  /// The class of a length: the last whose length is not above it.
  static func of(_ length: Int) -> UInt8 {
    guard length >= exactCount else { return UInt8(max(0, length)) }
    var octave = 0
    while octave < 7, length >= exactCount << (octave + 1) { octave += 1 }
    let step = min(7, (length >> octave) / 24 - 8)
    return UInt8(exactCount + 8 * octave + step)
  }

  /// The length that every length of a class is ranked as.
  static func length(_ lengthClass: UInt8) -> Int {
    let number = Int(lengthClass)
    guard number >= exactCount else { return number }
    let (octave, step) = (number - exactCount).quotientAndRemainder(dividingBy: 8)
    return (24 * (8 + step)) << octave
  }
}
