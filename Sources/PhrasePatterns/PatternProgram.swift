// Compiled patterns: what is kept in the index, and run over a text. How they are written is Pattern's affair.

import ByteIO

/// Lists of patterns, compiled. What each list is for is known to whoever made it.
///
/// All numbers have sixteen bits, and lie in the index as they lie in memory: a command that answers one question reads
/// them all.
package struct PatternProgram: Hashable, Sendable {
  /// The codes of `code`; each is followed by its operand.
  ///
  /// `word` and `not`: a class. `gap`: a number of words. `group`: its place among the groups. `sequence`, `either`,
  /// `optional`: how many units their parts take. `clauseStart`, `clauseEnd`: 0.
  enum Code: UInt16 {
    case word = 1
    case not, gap, group, sequence, either, optional, clauseStart, clauseEnd
  }

  /// The different words of all patterns, in byte order, without anything between them.
  private(set) var letters: [UInt8] = []
  /// Where each word ends in `letters`; rising.
  private(set) var ends: [UInt16] = []
  /// The words that stand for all that begin with them; rising.
  private(set) var stems: [UInt16] = []
  /// The classes that each word is in, word by word.
  private(set) var classes: [UInt16] = []
  /// Where each word's classes end in `classes`.
  private(set) var classEnds: [UInt16] = []
  /// How many classes there are. A class is a set of words one of which is to stand somewhere.
  private(set) var classCount = 0
  /// Trees in prefix order.
  private(set) var code: [UInt16] = []
  /// Where each group begins in `code`; a group names only those before it.
  private(set) var groups: [UInt16] = []
  /// Where each pattern begins in `code`, list by list.
  private(set) var lists: [[UInt16]] = []

  /// The letters of the word that stands for any number of `digits` digits or more; no text has such letters.
  static func number(digits: Int) -> [UInt8] {
    [UInt8](repeating: UInt8(ascii: "#"), count: digits)
  }

  /// Finds nothing.
  package init() {}

  /// Compiles lists of patterns without groups of words.
  package init(_ texts: [[String]]) throws(PatternProblem) {
    var compiler = PatternCompiler()
    for list in texts {
      compiler.beginList()
      for text in list { try compiler.add(text) }
    }
    self = try compiler.program()
  }

  /// - Precondition: nothing is more than sixteen bits can number; `PatternCompiler` sees to it.
  init(
    words: [(letters: [UInt8], isStem: Bool, classes: [Int])], classCount: Int, code: [UInt16], groups: [Int],
    lists: [[Int]]
  ) {
    for (number, word) in words.enumerated() {
      letters += word.letters
      classes += word.classes.map { UInt16(truncatingIfNeeded: $0) }
      ends.append(UInt16(letters.count))
      classEnds.append(UInt16(classes.count))
      if word.isStem { stems.append(UInt16(number)) }
    }
    self.classCount = classCount
    self.code = code
    self.groups = groups.map { UInt16(truncatingIfNeeded: $0) }
    self.lists = lists.map { $0.map { UInt16(truncatingIfNeeded: $0) } }
  }

  /// How many patterns list `number` has.
  package func patternCount(ofList number: Int) -> Int {
    lists.indices.contains(number) ? lists[number].count : 0
  }

  /// The letters of word `number`.
  func word(_ number: Int) -> ArraySlice<UInt8> {
    letters[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// The classes of word `number`, as places in `classes`.
  func classPlaces(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(classEnds[number - 1]))..<Int(classEnds[number])
  }
}

// MARK: - Bytes

extension PatternProgram {
  /// The properties in order: each a count, as a variable-byte integer, and so many little-endian integers of two bytes.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.appendPrefixed(letters)
    writer.appendVariable(classCount)
    for numbers in [ends, stems, classes, classEnds, code, groups] { Self.append(numbers, to: &writer) }
    writer.appendVariable(lists.count)
    for list in lists { Self.append(list, to: &writer) }
    return writer.bytes
  }

  private static func append(_ numbers: [UInt16], to writer: inout ByteWriter) {
    writer.appendVariable(numbers.count)
    for number in numbers {
      writer.append(UInt8(truncatingIfNeeded: number))
      writer.append(UInt8(truncatingIfNeeded: number >> 8))
    }
  }

  /// Reads what `bytes` wrote; O(bytes).
  ///
  /// - Throws: where words or classes lie elsewhere than they could. What is wrong with `code` is found when it runs:
  ///   then it finds nothing.
  package init(_ bytes: RawSpan) throws(MalformedBytes) {
    var cursor = ByteCursor(bytes)
    letters = try cursor.readPrefixed(bytes)
    classCount = try cursor.readVariable(bytes)
    ends = try Self.numbers(bytes, &cursor)
    stems = try Self.numbers(bytes, &cursor)
    classes = try Self.numbers(bytes, &cursor)
    classEnds = try Self.numbers(bytes, &cursor)
    code = try Self.numbers(bytes, &cursor)
    groups = try Self.numbers(bytes, &cursor)
    for _ in 0..<(try cursor.readVariable(bytes)) { lists.append(try Self.numbers(bytes, &cursor)) }
    guard cursor.isAtEnd, classCount <= UInt16.max, areWordsSound else { throw MalformedBytes(offset: cursor.offset) }
  }

  private static func numbers(_ bytes: RawSpan, _ cursor: inout ByteCursor) throws(MalformedBytes) -> [UInt16] {
    let count = try cursor.readVariable(bytes)
    guard count <= UInt16.max else { throw MalformedBytes(offset: cursor.offset) }
    let start = cursor.offset
    try cursor.skip(2 * count)
    var numbers = [UInt16](repeating: 0, count: count)
    for index in 0..<count {
      numbers[index] = UInt16(
        littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start + 2 * index, as: UInt16.self))
    }
    return numbers
  }

  private var areWordsSound: Bool {
    var end: UInt16 = 0
    for next in ends {
      guard next > end else { return false }
      end = next
    }
    guard Int(end) == letters.count, classEnds.count == ends.count, Int(classEnds.last ?? 0) == classes.count
    else { return false }
    end = 0
    for next in classEnds {
      guard next >= end else { return false }
      end = next
    }
    return stems.allSatisfy { Int($0) < ends.count } && classes.allSatisfy { Int($0) < classCount }
  }
}
