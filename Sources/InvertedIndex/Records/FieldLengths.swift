// How long each field of a passage is, packed for the scorer.

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

  /// The body in the low 16 bits, then 8 bits each for heading and title.
  var packed: UInt32 {
    UInt32(body) | UInt32(heading) << 16 | UInt32(title) << 24
  }
}
