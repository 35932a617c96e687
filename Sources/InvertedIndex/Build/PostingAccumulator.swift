// Inverts passages in memory: in goes one passage's tokens after another, out come the terms' raw postings.

import ByteIO
import TextAnalysis

/// A term of a heading or title, with how often it occurs there.
struct FieldTerm {
  let term: UInt32
  var heading: UInt32
  var title: UInt32
}

/// The postings of the passages added since it was last emptied, term by term, as raw streams; and how often each word
/// occurs.
///
/// A raw stream needs no final passage numbers, since those are known only when all parts before are:
///
/// ```text
/// stream  := posting*
/// posting := place v:code [v:heading] [v:title] v:position*      code: body · 16 + min(heading, 3) · 4 + min(title, 3)
/// place   := v:gap | 0 v:part v:passage                          gap ≥ 1, within a part; passage from the part's first on
/// ```
///
/// heading and title follow where they are 3 or more; positions are `body` differences, the first from 0.
struct PostingAccumulator: ~Copyable {
  /// What is known of a term.
  private struct TermState: BitwiseCopyable {
    var chain = SliceArena.Chain()
    /// The number, plus one, of the last passage that holds it, counted from the accumulator's first.
    var last: UInt32 = 0
    /// Its place among the terms of the passage at hand, if `slots` agrees.
    var slot: UInt32 = 0
  }

  /// A term of the passage at hand.
  private struct Slot: BitwiseCopyable {
    var term: UInt32 = 0
    /// Occurrences in the body.
    var body: UInt32 = 0
    var heading: UInt32 = 0
    var title: UInt32 = 0
    /// Where its positions end in `positions`; they are filled in from the back.
    var end: UInt32 = 0
  }

  /// What an entry of the analyzer's table stands for.
  private struct EntryState: BitwiseCopyable {
    /// No term has this number.
    static let none = UInt32.max

    var term = none
    var word = none
  }

  private(set) var terms = TermMap()
  private(set) var words = TermMap()
  private var states = Column(filledWith: TermState())
  private var occurrences = Column(filledWith: 0 as UInt32)
  private var arena = SliceArena()

  /// For each entry of the analyzer's table its term and its word.
  private var entries = Column(filledWith: EntryState())
  /// The table's state that the entries are of; -1 for none.
  private var epoch = -1
  private var markTerms = MarkTerms()

  private var slots = Column(filledWith: Slot())
  private var slotCount = 0
  /// The slot of each token of the passage at hand.
  private var tokenSlots = Column(filledWith: 0 as UInt32)
  private var positions = Column(filledWith: 0 as UInt32)
  private var encoded = Column(filledWith: 0 as UInt8)

  /// What `touchChains` read, kept so that it is read at all.
  private var touched: UInt8 = 0

  private var part = 0
  /// The first passage of the part since the accumulator was last emptied, as `TermState.last` counts.
  private var firstOfPart: UInt32 = 0
  /// Passages since it was last emptied.
  private var passageCount: UInt32 = 0
  /// Passages of the part.
  private var passageOfPart: UInt32 = 0

  /// Nothing was added since it was last emptied.
  var isEmpty: Bool { passageCount == 0 && words.count == 0 }

  /// The memory taken.
  var byteCount: Int {
    arena.byteCount + terms.byteCount + words.byteCount + states.byteCount + occurrences.byteCount
      + entries.byteCount
  }

  /// The memory that raw streams take.
  var rawByteCount: Int { arena.byteCount }

  /// Whether it must be emptied before an article of many megabytes is added: its streams' places have 32 bits.
  var isFull: Bool { arena.room < 1 << 31 }

  /// Begins the part that the passages from now on belong to.
  ///
  /// - Precondition: `number` is greater than that of the part before.
  mutating func beginPart(_ number: Int) {
    part = number
    firstOfPart = passageCount
    passageOfPart = 0
  }

  /// `others`, and the terms of one heading or title with how often each occurs in it.
  ///
  /// - Parameter others: terms of another field, each once; of this accumulator since it was last emptied.
  mutating func fieldTerms(
    of buffer: TokenBuffer, isTitle: Bool, adding others: [FieldTerm] = [], _ analyzer: Analyzer
  ) throws(IndexError) -> [FieldTerm] {
    adopt(buffer)
    slotCount = 0
    for other in others {
      let slot = slot(of: other.term)
      unsafe slots.base[slot].heading = other.heading
      unsafe slots.base[slot].title = other.title
    }
    for token in buffer.tokens {
      let slot = slot(of: try term(of: token, analyzer))
      if isTitle { unsafe slots.base[slot].title += 1 } else { unsafe slots.base[slot].heading += 1 }
    }
    return (0..<slotCount).map { FieldTerm(term: slots[$0].term, heading: slots[$0].heading, title: slots[$0].title) }
  }

  /// Counts the words of a text.
  mutating func countWords(of buffer: TokenBuffer, _ analyzer: Analyzer) throws(IndexError) {
    adopt(buffer)
    for token in buffer.tokens where !token.isCompound {
      _ = try term(of: token, analyzer)
      occurrences[Int(entries[Int(token.entry)].word)] += 1
    }
  }

  /// Adds the next passage: its body's tokens, whose words are counted too, the terms of its heading and title, and its marks.
  mutating func add(
    body: TokenBuffer, fields: [FieldTerm], marks: PassageMarks, _ analyzer: Analyzer
  ) throws(IndexError) {
    adopt(body)
    slotCount = 0
    let tokens = body.tokens.span
    tokenSlots.reach(tokens.count)
    positions.reach(tokens.count)
    for index in tokens.indices {
      let token = tokens[index]
      let slot = slot(of: try term(of: token, analyzer))
      unsafe slots.base[slot].body &+= 1
      tokenSlots[index] = UInt32(truncatingIfNeeded: slot)
      if !token.isCompound { unsafe occurrences.base[Int(entries.base[Int(token.entry)].word)] &+= 1 }
    }
    layOutPositions(of: tokens)
    for field in fields {
      let slot = slot(of: field.term)
      unsafe slots.base[slot].heading = field.heading
      unsafe slots.base[slot].title = field.title
    }
    try markTerms.read(marks, numberedBy: &terms)
    for term in markTerms.numbers {
      states.reach(Int(term))
      let slot = slot(of: term)
      unsafe slots.base[slot].heading = 1
    }
    touchChains()
    for slot in 0..<slotCount { encode(slots[slot]) }
    passageCount += 1
    passageOfPart += 1
  }

  /// Appends the raw stream of `term` to `target`.
  func copyStream(of term: UInt32, to target: inout [UInt8]) {
    arena.copy(states[Int(term)].chain, to: &target)
  }

  func hasPosting(of term: UInt32) -> Bool {
    states[Int(term)].last > 0
  }

  func occurrences(of word: UInt32) -> Int {
    Int(occurrences[Int(word)])
  }

  /// Forgets everything but the place it has come to.
  mutating func removeAll() {
    terms.removeAll()
    words.removeAll()
    states.reset()
    occurrences.reset()
    arena.removeAll()
    entries.reset()
    epoch = -1
    markTerms.removeAll()
    passageCount = 0
    firstOfPart = 0
  }
}

// MARK: - One passage

extension PostingAccumulator {
  /// Makes the entries' numbers those of the table that `buffer` was analysed with.
  private mutating func adopt(_ buffer: TokenBuffer) {
    guard buffer.epoch != epoch else { return }
    entries.clear()
    epoch = buffer.epoch
  }

  @inline(__always)
  private mutating func term(of token: Token, _ analyzer: Analyzer) throws(IndexError) -> UInt32 {
    let entry = Int(token.entry)
    if entry < entries.count {
      let term = unsafe entries.base[entry].term
      if term != EntryState.none { return term }
    }
    return try addEntry(token.entry, analyzer)
  }

  /// Finds the term and the word of an entry of the table that was not met before.
  @inline(never)
  private mutating func addEntry(_ entry: UInt32, _ analyzer: Analyzer) throws(IndexError) -> UInt32 {
    let term = try terms.id(of: analyzer.term(ofEntry: entry).span)
    states.reach(term)
    // The same entry may stand for a whole and for a word; a word that never occurs is left out in the end.
    let word = try words.id(of: analyzer.word(ofEntry: entry).span)
    occurrences.reach(word)
    let entry = Int(entry)
    entries.reach(entry)
    entries[entry] = EntryState(term: UInt32(truncatingIfNeeded: term), word: UInt32(truncatingIfNeeded: word))
    return UInt32(truncatingIfNeeded: term)
  }

  /// The place of `term` among those of the passage at hand (a sparse set, Briggs and Torczon 1993).
  @inline(__always)
  private mutating func slot(of term: UInt32) -> Int {
    let slot = unsafe Int(states.base[Int(term)].slot)
    if slot < slotCount, unsafe slots.base[slot].term == term { return slot }
    return addSlot(for: term)
  }

  private mutating func addSlot(for term: UInt32) -> Int {
    slots.reach(slotCount)
    slots[slotCount] = Slot(term: term)
    unsafe states.base[Int(term)].slot = UInt32(truncatingIfNeeded: slotCount)
    slotCount += 1
    return slotCount - 1
  }

  /// Sorts the tokens' positions by slot, in rising order within each.
  private mutating func layOutPositions(of tokens: Span<Token>) {
    var start: UInt32 = 0
    for slot in 0..<slotCount {
      unsafe slots.base[slot].end = start
      start &+= unsafe slots.base[slot].body
    }
    for index in tokens.indices {
      let slot = Int(tokenSlots[index])
      let place = unsafe slots.base[slot].end
      positions[Int(place)] = UInt32(truncatingIfNeeded: tokens[index].position)
      unsafe slots.base[slot].end = place &+ 1
    }
  }

  /// Reads a byte where each term's chain goes on: these come from memory all at once, not one after another.
  private mutating func touchChains() {
    var sum: UInt8 = 0
    for slot in 0..<slotCount {
      let state = unsafe states.base + Int(slots[slot].term)
      if unsafe state.pointee.last > 0 { sum &+= unsafe arena.lastByte(of: state.pointee.chain) }
    }
    touched = sum
  }

  /// Appends the posting of one term.
  @inline(__always)
  private mutating func encode(_ slot: Slot) {
    encoded.reach(40 + 5 * Int(slot.body))
    var cursor = unsafe VariableByteEncoder(encoded.base)
    let state = unsafe states.base + Int(slot.term)
    let number = passageCount &+ 1
    if unsafe state.pointee.last > firstOfPart {
      unsafe cursor.append(number &- state.pointee.last)
    } else {
      cursor.append(0 as UInt32)
      cursor.append(UInt32(truncatingIfNeeded: part))
      cursor.append(passageOfPart)
    }
    unsafe state.pointee.last = number
    cursor.append(UInt64(slot.body) << 4 | UInt64(min(slot.heading, 3) << 2 | min(slot.title, 3)))
    if slot.heading >= 3 { cursor.append(slot.heading) }
    if slot.title >= 3 { cursor.append(slot.title) }
    var previous: UInt32 = 0
    for place in Int(slot.end &- slot.body)..<Int(slot.end) {
      cursor.append(positions[place] &- previous)
      previous = positions[place]
    }
    unsafe arena.append(encoded.base, count: cursor.count, to: &state.pointee.chain)
  }
}
