// Scalars beyond ASCII that the fast path understands: the letters of European scripts, and common punctuation.
// Everything else is told to be hard, and left to the standard library's word segmentation.

/// One scalar beyond ASCII, as far as cutting words goes.
struct ForeignScalar {
  enum Kind {
    /// A letter of Latin, Greek or Cyrillic script, without combining marks of its own.
    case letter
    /// U+2019, the typographic apostrophe.
    case apostrophe
    /// U+2010 and U+2011.
    case hyphen
    /// U+00AD: shown at a line's end only, so no part of the word.
    case softHyphen
    /// Stands in no word.
    case none
    /// Needs the whole of UAX #29.
    case hard
  }

  let kind: Kind
  /// In bytes, >= 1; does not reach beyond the text.
  let byteCount: Int

  /// The scalar at `offset` of `text`, whose first byte is >= 0x80. Bytes that are no UTF-8 are `none`, or `hard`.
  init(at offset: Int, of text: Span<UInt8>) {
    let lead = text[offset]
    let left = text.count - offset
    let needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    guard needed > 1, needed <= left else {
      self.init(kind: .none, byteCount: 1)
      return
    }
    let second = text[offset + 1]
    let kind: Kind =
      switch lead {
      case 0xC2...0xD4: Self.twoBytes(lead, second)
      case 0xE1: 0xB8...0xBB ~= second ? .letter : .hard  // U+1E00 to U+1EFF
      case 0xE2: Self.generalPunctuation(second, text[offset + 2])
      case 0xE3: second == 0x80 && 0x80...0x82 ~= text[offset + 2] ? .none : .hard  // U+3000 to U+3002
      case 0xEF: second == 0xBF && text[offset + 2] == 0xBD ? .none : .hard  // U+FFFD
      case 0xF0: second == 0x9F ? .none : .hard  // emoji
      default: .hard
      }
    self.init(kind: kind, byteCount: needed)
  }

  private init(kind: Kind, byteCount: Int) {
    self.kind = kind
    self.byteCount = byteCount
  }

  /// U+0080 to U+053F.
  private static func twoBytes(_ lead: UInt8, _ second: UInt8) -> Kind {
    guard second & 0xC0 == 0x80 else { return .hard }
    switch (lead, second) {
    case (0xC2, 0xAD): return .softHyphen
    case (0xC2, 0xAA), (0xC2, 0xB5), (0xC2, 0xBA): return .letter  // ª µ º
    case (0xC2, 0xB7): return .hard  // the Catalan middle dot
    case (0xC2, _), (0xC3, 0x97), (0xC3, 0xB7): return .none  // Latin-1 punctuation, × and ÷
    case (0xC3...0xC9, _): return .letter  // U+00C0 to U+027F
    case (0xCA, 0x80...0xAF): return .letter  // U+0280 to U+02AF
    case (0xCE, 0x86), (0xCE, 0x88...0x8A), (0xCE, 0x8C), (0xCE, 0x8E...0xA1), (0xCE, 0xA3...0xBF): return .letter
    case (0xCF, _): return second == 0xB6 ? .none : .letter  // U+03C0 to U+03FF
    case (0xD0...0xD1, _), (0xD2, 0x8A...0xBF), (0xD3, _), (0xD4, 0x80...0xAF): return .letter  // Cyrillic
    default: return .hard
    }
  }

  /// U+2000 to U+2FFF.
  private static func generalPunctuation(_ second: UInt8, _ third: UInt8) -> Kind {
    switch (second, third) {
    case (0x80, 0x99): .apostrophe
    case (0x80, 0x90), (0x80, 0x91): .hyphen
    case (0x80, 0x8C), (0x80, 0x8D): .hard  // joiners
    case (0x80, _): .none
    case (0x81, 0x80...0x9F): .none
    case (0x82, 0xA0...0xBF): .none  // currency signs
    case (0x84, 0xA2): .none  // ™
    case (0x86...0x91, _), (0x94...0xAF, _): .none  // arrows, mathematics, boxes, dingbats
    default: .hard
    }
  }
}
