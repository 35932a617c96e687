// Numbers for byte strings, in the order they are first met.

/// A hash map from byte strings to consecutive numbers: open addressing over one arena of bytes.
///
/// Insertion and look-up are O(length) on average; the table doubles at three quarters full.
struct TermMap {
  private var arena: [UInt8] = []
  /// Where string `id` begins in the arena; one more entry for the end of the last.
  private var starts: [Int] = [0]
  private var hashes: [UInt32] = []
  /// 0 for empty, else a number plus one.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  var count: Int { starts.count - 1 }

  /// The number of `key`, a new one if it was not met before.
  mutating func id(of key: Span<UInt8>) throws(IndexError) -> Int {
    let hash = TermMap.hash(key)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      if hashes[id] == hash, equals(id, key) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard count < Int(UInt32.max) - 1 else { throw .tooLarge(what: "terms") }
    slots[slot] = UInt32(count + 1)
    hashes.append(hash)
    for index in key.indices { arena.append(key[index]) }
    starts.append(arena.count)
    if count * 4 > slots.count * 3 { grow() }
    return count - 1
  }

  /// The bytes of string `id`.
  func bytes(of id: Int) -> ArraySlice<UInt8> {
    arena[starts[id]..<starts[id + 1]]
  }

  /// All numbers, in the byte order of their strings; O(n log n).
  func sortedIDs() -> [Int] {
    (0..<count).sorted { bytes(of: $0).lexicographicallyPrecedes(bytes(of: $1)) }
  }

  private func equals(_ id: Int, _ key: Span<UInt8>) -> Bool {
    let start = starts[id]
    guard starts[id + 1] - start == key.count else { return false }
    for index in key.indices where arena[start + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for id in 0..<count {
      var slot = Int(hashes[id]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(id + 1)
    }
  }

  /// FNV-1a, 32 bits (Fowler, Noll and Vo), with a final mix.
  private static func hash(_ key: Span<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for index in key.indices { hash = (hash ^ UInt32(key[index])) &* 16_777_619 }
    hash ^= hash >> 15
    return hash &* 0x2c1b_3c6d ^ (hash >> 12)
  }
}
