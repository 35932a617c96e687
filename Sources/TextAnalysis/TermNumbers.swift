// Different terms of one question, numbered as they come. No dictionary of the standard library: the first one with a new
// kind of key has the Swift runtime look for its conformances, which takes half a million instructions (callgrind).

/// Numbers the different terms it is given from 0 up.
package struct TermNumbers: Sendable {
  /// By number.
  package private(set) var terms: [[UInt8]] = []
  /// Open addressing: the number plus one, 0 where free; a power of two, never more than half full.
  private var slots = [UInt32](repeating: 0, count: 16)

  package init() {}

  /// The number of `term`, which is new where it was not given before; O(bytes) on average.
  package mutating func insert(_ term: [UInt8]) -> (number: Int, isNew: Bool) {
    if let number = number(of: term) { return (number, false) }
    terms.append(term)
    if terms.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for number in terms.indices { slots[slot(of: terms[number])] = UInt32(number) + 1 }
    } else {
      slots[slot(of: term)] = UInt32(terms.count)
    }
    return (terms.count - 1, true)
  }

  /// The number of `term`; `nil` where it was not given.
  package func number(of term: [UInt8]) -> Int? {
    let number = Int(slots[slot(of: term)]) - 1
    return number >= 0 ? number : nil
  }

  /// Where `term` is, or is to go.
  private func slot(of term: [UInt8]) -> Int {
    // FNV-1a, 64 bits; its upper bits are the better mixed.
    let hash = term.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] != 0, terms[Int(slots[slot]) - 1] != term { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
