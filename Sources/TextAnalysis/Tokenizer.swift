// Puts the words of a text together as tokens: terms, positions, and the joined wholes of hyphenated words.
// It owns everything that is kept from text to text; Analyzer is its face.

/// Makes tokens from words.
struct Tokenizer: ~Copyable {
  /// A chain of more hyphens than this is a dash with words around it, not a word.
  private static let mostParts = 6

  private let maker: TermMaker
  private var scanner = WordScanner()
  private var table = TermTable()
  /// The key of the joined whole, and of the words from the slow path.
  private var spare = WordKey()
  /// The hyphenated word being put together.
  private var parts = Parts()

  /// Tokens that hyphens, or nothing at all ("40mg"), hold together.
  private struct Parts {
    /// The first part, in the buffer's tokens.
    var first = 0
    var count = 0
    /// Where the last part ends in the text.
    var end = -1
    /// Hyphens, and joints between a number and its unit.
    var joints: [Bool] = []
    /// A hyphen stands between two digits: a range or a date, and no whole.
    var isRange = false
  }

  init?(language: String) {
    guard let maker = TermMaker(language: language) else { return nil }
    self.maker = maker
  }

  /// Replaces what `buffer` holds by the tokens of `text`; O(bytes).
  mutating func tokenize(_ text: Span<UInt8>, into buffer: inout TokenBuffer) {
    buffer.removeAll()
    parts.count = 0
    parts.end = -1
    var offset = 0
    var isValid: Bool?
    scan: while true {
      switch scanner.next(in: text, from: offset) {
      case .word:
        addScannedWord(of: text, to: &buffer)
        offset = scanner.key.source.upperBound
      case .hard(let run):
        let canBeCut = isValid ?? ((try? UTF8Span(validating: text)) != nil)  // not UTF-8: such runs give no words
        isValid = canBeCut
        if canBeCut { addHardWords(of: text, in: run, to: &buffer) }
        offset = run.upperBound
      case .end:
        break scan
      }
    }
    closeParts(in: &buffer)
  }

  /// Adds the scanner's word: as a number and its unit, where it is one.
  private mutating func addScannedWord(of text: Span<UInt8>, to buffer: inout TokenBuffer) {
    let source = scanner.key.source
    let key = scanner.key
    guard let unit = Units.start(in: key) else {
      add(key, of: text, isJoined: false, to: &buffer)
      return
    }
    let unitLength = key.count - unit
    spare.replace(by: key.bytes[..<unit])
    spare.source = source.lowerBound..<(source.upperBound - unitLength)
    add(spare, of: text, isJoined: false, to: &buffer)
    spare.replace(by: key.bytes[unit..<key.count])
    spare.source = (source.upperBound - unitLength)..<source.upperBound
    add(spare, of: text, isJoined: true, to: &buffer)
  }

  /// Adds the words of a run that only UAX #29 as a whole can cut.
  private mutating func addHardWords(of text: Span<UInt8>, in run: Range<Int>, to buffer: inout TokenBuffer) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(run.count)
    for index in run { bytes.append(text[index]) }
    for range in SegmentedWords(String(decoding: bytes, as: UTF8.self)).ranges {
      spare.removeAll()
      for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
        let encoded = scalar == "\u{2019}" ? [UInt8(ascii: "'")] : Array(String(scalar).utf8)
        spare.append(contentsOf: encoded.span)
      }
      spare.source = run.lowerBound + range.lowerBound..<run.lowerBound + range.upperBound
      add(spare, of: text, isJoined: false, to: &buffer)
    }
  }

  /// Adds one word or part.
  private mutating func add(_ key: WordKey, of text: Span<UInt8>, isJoined: Bool, to buffer: inout TokenBuffer) {
    let entry = entry(for: key)
    continueParts(with: key.source, isJoined: isJoined, of: text, in: &buffer)
    buffer.append(entry, in: table.arena, source: key.source, position: buffer.length, isCompound: false)
    buffer.length += 1
  }

  private mutating func entry(for key: WordKey) -> TermTable.Entry {
    if let entry = table.find(key) { return entry }
    let bytes = key.bytes[..<key.count]
    let word = bytes.allSatisfy { $0 < 0x80 } ? Array(bytes.prefix(WordFolding.longest)) : WordFolding.fold(bytes)
    return table.insert(key, word: word, term: maker.term(for: word))
  }
}

// MARK: - Hyphenated words

extension Tokenizer {
  /// Notes that a word at `source` comes next: a further part of the hyphenated word, or the first of a new one.
  private mutating func continueParts(
    with source: Range<Int>, isJoined: Bool, of text: Span<UInt8>, in buffer: inout TokenBuffer
  ) {
    let gap = parts.count > 0 ? hyphenLength(in: text, at: parts.end) : 0
    if isJoined || (gap > 0 && parts.end + gap == source.lowerBound) {
      parts.joints.append(!isJoined)
      let isBetweenDigits = Self.isDigit(text[parts.end - 1]) && Self.isDigit(text[source.lowerBound])
      parts.isRange = parts.isRange || (!isJoined && isBetweenDigits)
    } else {
      closeParts(in: &buffer)
      parts.first = buffer.tokens.count
      parts.joints.removeAll(keepingCapacity: true)
      parts.isRange = false
    }
    parts.count += 1
    parts.end = source.upperBound
  }

  /// Ends the hyphenated word, if there is one: puts its joined whole before its parts, or a number in their place.
  private mutating func closeParts(in buffer: inout TokenBuffer) {
    defer { parts.count = 0 }
    guard 2...Self.mostParts ~= parts.count, !parts.isRange else { return }
    let tokens = buffer.tokens[parts.first...]
    guard let first = tokens.first, let last = tokens.last else { return }
    spare.removeAll()
    for (index, token) in tokens.enumerated() {
      if index > 0, parts.joints[index - 1] { spare.append(UInt8(ascii: "-")) }
      for byte in buffer.bytes[token.word] { spare.append(byte) }
    }
    let entry = wholeEntry()
    let source = first.source.lowerBound..<last.source.upperBound
    let isNumber = parts.joints[0] && parts.count == 2 && isNumber(entry)
    if isNumber {
      buffer.tokens.removeLast(2)
      buffer.length -= 1
    }
    let place = parts.first
    buffer.append(entry, in: table.arena, source: source, position: first.position, isCompound: !isNumber)
    let whole = buffer.tokens.removeLast()
    buffer.tokens.insert(whole, at: place)
  }

  private mutating func wholeEntry() -> TermTable.Entry {
    if let entry = table.find(spare) { return entry }
    var word: [UInt8] = []
    for byte in spare.bytes[..<spare.count] { word.append(byte) }
    word = WordFolding.cut(word)
    return table.insert(spare, word: word, term: maker.term(for: word))
  }

  /// Whether a whole is a number: "twenty-four", but not "treatment-resistant" or "covid-19".
  private func isNumber(_ entry: TermTable.Entry) -> Bool {
    table.arena[entry.term].allSatisfy(Self.isDigit) && !table.arena[entry.word].contains(where: Self.isDigit)
  }

  /// The bytes of the hyphen at `offset`; 0 where there is none.
  private func hyphenLength(in text: Span<UInt8>, at offset: Int) -> Int {
    guard offset < text.count else { return 0 }
    if text[offset] == UInt8(ascii: "-") { return 1 }
    guard text[offset] >= 0x80 else { return 0 }
    let scalar = ForeignScalar(at: offset, of: text)
    return scalar.kind == .hyphen ? scalar.byteCount : 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte
  }
}
