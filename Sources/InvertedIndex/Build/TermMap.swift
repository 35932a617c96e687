// Numbers for byte strings, in the order they are first met.

import ByteIO

/// A hash map from byte strings to consecutive numbers: open addressing over one arena of bytes.
///
/// Insertion and look-up are O(length) on average; the table doubles at three quarters full.
struct TermMap {
  private var arena: [UInt8] = []
  /// Where string `id` begins in the arena; one more entry for the end of the last.
  private var starts: [UInt32] = [0]
  /// A power of two of them.
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)

  /// A string's hash and its number plus one; 0 for a free slot.
  private struct Slot {
    var hash: UInt32 = 0
    var number: UInt32 = 0
  }

  var count: Int { starts.count - 1 }

  /// The memory the strings and their numbers take.
  var byteCount: Int { arena.count + 4 * starts.count + 8 * slots.count }

  /// The number of `key`, a new one if it was not met before.
  mutating func id(of key: Span<UInt8>) throws(IndexError) -> Int {
    let hash = UInt32(truncatingIfNeeded: StableHash.hash(key))
    var place = Int(hash) & (slots.count - 1)
    while slots[place].number != 0 {
      let id = Int(slots[place].number) - 1
      if slots[place].hash == hash, equals(id, key) { return id }
      place = (place + 1) & (slots.count - 1)
    }
    guard count < Int(UInt32.max) - 1, arena.count + key.count <= Int(UInt32.max) else {
      throw .tooLarge(what: "terms")
    }
    slots[place] = Slot(hash: hash, number: UInt32(count + 1))
    unsafe key.withUnsafeBufferPointer { unsafe arena.append(contentsOf: $0) }
    starts.append(UInt32(arena.count))
    if count * 4 > slots.count * 3 { grow() }
    return count - 1
  }

  /// The bytes of string `id`.
  func bytes(of id: Int) -> ArraySlice<UInt8> {
    arena[Int(starts[id])..<Int(starts[id + 1])]
  }

  /// All numbers, in the byte order of their strings; O(n log n).
  func sortedIDs() -> [UInt32] {
    // Most pairs differ within their first eight bytes.
    var keys = (0..<count).map { (prefix: ByteOrder.prefix(bytes(of: $0)), id: UInt32($0)) }
    keys.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return bytes(of: Int(left.id)).lexicographicallyPrecedes(bytes(of: Int(right.id)))
    }
    return keys.map(\.id)
  }

  /// Forgets all strings, and gives their memory back.
  mutating func removeAll() {
    self = TermMap()
  }

  private func equals(_ id: Int, _ key: Span<UInt8>) -> Bool {
    let start = Int(starts[id])
    guard Int(starts[id + 1]) - start == key.count else { return false }
    for index in key.indices where arena[start + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    unsafe slots.withUnsafeMutableBytes { bytes in
      if let base = bytes.baseAddress { unsafe HugePages.advise(base, byteCount: bytes.count) }
    }
    for slot in old where slot.number != 0 {
      var place = Int(slot.hash) & (slots.count - 1)
      while slots[place].number != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }
}

/// Comparison of byte strings by their first bytes.
enum ByteOrder {
  /// The first eight bytes as one integer, missing ones as zeros: where two such differ, they order the strings.
  static func prefix(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    var shift: UInt64 = 64
    for byte in bytes {
      shift -= 8
      prefix |= UInt64(byte) << shift
      if shift == 0 { break }
    }
    return prefix
  }
}
