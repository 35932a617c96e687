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
    table.emptyIfLarge()
    buffer.removeAll()
    buffer.epoch = table.epoch
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

  /// The folded word of an entry of the table, and its term; as long as the table is not emptied.
  func word(ofEntry entry: UInt32) -> ArraySlice<UInt8> { table.arena[table.entry(entry).word] }
  func term(ofEntry entry: UInt32) -> ArraySlice<UInt8> { table.arena[table.entry(entry).term] }

  /// Adds the scanner's word: as a number and its unit, where it is one.
  @inline(__always)
  private mutating func addScannedWord(of text: Span<UInt8>, to buffer: inout TokenBuffer) {
    guard let unit = Units.start(in: scanner.key) else {
      let entry = table.find(scanner.key) ?? Self.insert(scanner.key, into: &table, maker)
      return add(entry, at: scanner.key.source, of: text, isJoined: false, to: &buffer)
    }
    let source = scanner.key.source
    let unitStart = source.upperBound - (scanner.key.count - unit)
    spare.replace(by: 0..<unit, of: scanner.key)
    addSpare(at: source.lowerBound..<unitStart, of: text, isJoined: false, to: &buffer)
    spare.replace(by: unit..<scanner.key.count, of: scanner.key)
    addSpare(at: unitStart..<source.upperBound, of: text, isJoined: true, to: &buffer)
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
      let source = run.lowerBound + range.lowerBound..<run.lowerBound + range.upperBound
      addSpare(at: source, of: text, isJoined: false, to: &buffer)
    }
  }

  /// Adds the word whose key is in `spare`.
  private mutating func addSpare(
    at source: Range<Int>, of text: Span<UInt8>, isJoined: Bool, to buffer: inout TokenBuffer
  ) {
    spare.finish()
    let entry = table.find(spare) ?? Self.insert(spare, into: &table, maker)
    add(entry, at: source, of: text, isJoined: isJoined, to: &buffer)
  }

  /// Adds one word or part.
  @inline(__always)
  private mutating func add(
    _ entry: UInt32, at source: Range<Int>, of text: Span<UInt8>, isJoined: Bool, to buffer: inout TokenBuffer
  ) {
    continueParts(with: source, isJoined: isJoined, of: text, in: &buffer)
    buffer.append(entry, in: table, source: source, position: buffer.length, isCompound: false)
    buffer.length += 1
  }

  /// Folds and stems the word of `key`, which is not in `table`, and adds it there.
  private static func insert(
    _ key: borrowing WordKey, into table: inout TermTable, _ maker: borrowing TermMaker
  ) -> UInt32 {
    let bytes = key.bytes[..<key.count]
    let word = bytes.allSatisfy { $0 < 0x80 } ? Array(bytes.prefix(WordFolding.longest)) : WordFolding.fold(bytes)
    return table.insert(key, word: word, term: maker.term(for: word))
  }
}

// MARK: - Hyphenated words

extension Tokenizer {
  /// Notes that a word at `source` comes next: a further part of the hyphenated word, or the first of a new one.
  @inline(__always)
  private mutating func continueParts(
    with source: Range<Int>, isJoined: Bool, of text: Span<UInt8>, in buffer: inout TokenBuffer
  ) {
    let gap = parts.count > 0 ? hyphenLength(in: text, at: parts.end) : 0
    if isJoined || (gap > 0 && parts.end + gap == source.lowerBound) {
      parts.joints.append(!isJoined)
      let isBetweenDigits = Self.isDigit(text[parts.end - 1]) && Self.isDigit(text[source.lowerBound])
      parts.isRange = parts.isRange || (!isJoined && isBetweenDigits)
    } else {
      if parts.count > 1 { closeParts(in: &buffer) }
      parts.first = buffer.tokens.count
      parts.count = 0
    }
    parts.count += 1
    parts.end = source.upperBound
  }

  /// Ends the hyphenated word, if there is one: puts its joined whole before its parts, or a number in their place.
  private mutating func closeParts(in buffer: inout TokenBuffer) {
    defer {
      parts.count = 0
      parts.joints.removeAll(keepingCapacity: true)
      parts.isRange = false
    }
    guard 2...Self.mostParts ~= parts.count, !parts.isRange else { return }
    let tokens = buffer.tokens[parts.first...]
    guard let first = tokens.first, let last = tokens.last else { return }
    spare.removeAll()
    for (index, token) in tokens.enumerated() {
      if index > 0, parts.joints[index - 1] { spare.append(UInt8(ascii: "-")) }
      for byte in table.arena[table.entry(token.entry).word] { spare.append(byte) }
    }
    let entry = wholeEntry()
    let source = first.source.lowerBound..<last.source.upperBound
    let isNumber = parts.joints[0] && parts.count == 2 && isNumber(entry)
    if isNumber {
      buffer.tokens.removeLast(2)
      buffer.length -= 1
    }
    let place = parts.first
    buffer.append(entry, in: table, source: source, position: first.position, isCompound: !isNumber)
    let whole = buffer.tokens.removeLast()
    buffer.tokens.insert(whole, at: place)
  }

  private mutating func wholeEntry() -> UInt32 {
    spare.finish()
    if let entry = table.find(spare) { return entry }
    var word: [UInt8] = []
    for byte in spare.bytes[..<spare.count] { word.append(byte) }
    word = WordFolding.cut(word)
    return table.insert(spare, word: word, term: maker.term(for: word))
  }

  /// Whether a whole is a number: "twenty-four", but not "treatment-resistant" or "covid-19".
  private func isNumber(_ number: UInt32) -> Bool {
    let entry = table.entry(number)
    return table.arena[entry.term].allSatisfy(Self.isDigit) && !table.arena[entry.word].contains(where: Self.isDigit)
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
