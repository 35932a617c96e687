// Walks over plain bytes that reading and cleaning share, eight at a step.
// They live beside ByteBlock, since a block that crosses a module boundary costs a call.

/// Where runs of bytes end, and how many there are. O(bytes passed), all of them.
package enum ByteScan {
  /// Whether `bytes` are printable ASCII, tab and LF only.
  package static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    let blocks = unsafe bytes.bytes
    var index = 0
    while index &+ ByteBlock.byteCount <= bytes.count {
      let block = ByteBlock(blocks, at: index)
      if block.mask(0x20, 0x7E) | block.mask(0x09, 0x0A) != ByteBlock.everything { return false }
      index &+= ByteBlock.byteCount
    }
    while index < bytes.count {
      guard isPrintable(bytes[index]) || bytes[index] == 0x0A else { return false }
      index &+= 1
    }
    return true
  }

  /// The end of the printable ASCII characters and tabs from `start` on.
  package static func endOfPrintable(in bytes: Span<UInt8>, from start: Int) -> Int {
    let blocks = unsafe bytes.bytes
    var index = start
    while index &+ ByteBlock.byteCount <= bytes.count {
      let block = ByteBlock(blocks, at: index)
      let others = (block.mask(0x20, 0x7E) | block.mask(0x09)) ^ ByteBlock.everything
      if others != 0 { return index &+ ByteBlock.first(in: others) }
      index &+= ByteBlock.byteCount
    }
    while index < bytes.count, isPrintable(bytes[index]) { index &+= 1 }
    return index
  }

  /// The end of the words from `start` on that single spaces part: there, more white space follows or the text ends.
  /// White space is the space, tab and LF.
  package static func endOfSpacedWords(in bytes: Span<UInt8>, from start: Int) -> Int {
    let blocks = unsafe bytes.bytes
    var index = start
    while index &+ ByteBlock.byteCount < bytes.count {
      let block = ByteBlock(blocks, at: index)
      let next = ByteBlock(blocks, at: index &+ 1)
      let breaks = block.mask(0x09, 0x0A) | (block.mask(0x20) & (next.mask(0x20) | next.mask(0x09, 0x0A)))
      if breaks != 0 { return index &+ ByteBlock.first(in: breaks) }
      index &+= ByteBlock.byteCount
    }
    while index < bytes.count {
      if isSpace(bytes[index]), bytes[index] != 0x20 || index + 1 == bytes.count || isSpace(bytes[index + 1]) {
        return index
      }
      index &+= 1
    }
    return index
  }

  /// The place of the first byte beyond ASCII from `start` on; the count of the bytes where there is none.
  package static func firstForeign(in bytes: Span<UInt8>, from start: Int) -> Int {
    let blocks = unsafe bytes.bytes
    var index = start
    while index &+ ByteBlock.byteCount <= bytes.count {
      let foreign = ByteBlock(blocks, at: index).foreign
      if foreign != 0 { return index &+ ByteBlock.first(in: foreign) }
      index &+= ByteBlock.byteCount
    }
    while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
    return index
  }

  /// How often `byte`, which is below 0x80, occurs.
  package static func count(of byte: UInt8, in bytes: Span<UInt8>) -> Int {
    let blocks = unsafe bytes.bytes
    var count = 0
    var index = 0
    while index &+ ByteBlock.byteCount <= bytes.count {
      count &+= ByteBlock.count(of: ByteBlock(blocks, at: index).mask(byte))
      index &+= ByteBlock.byteCount
    }
    while index < bytes.count {
      count &+= bytes[index] == byte ? 1 : 0
      index &+= 1
    }
    return count
  }

  /// How many runs of letters, digits and bytes beyond ASCII there are; an apostrophe goes on with a run.
  package static func runCount(in bytes: Span<UInt8>) -> Int {
    let blocks = unsafe bytes.bytes
    var count = 0
    var wasInside = false
    var index = 0
    while index < bytes.count {
      if index &+ ByteBlock.byteCount <= bytes.count {
        let block = ByteBlock(blocks, at: index)
        if block.mask(0x27) == 0 {
          let inside = block.alphanumerics | block.foreign
          count &+= ByteBlock.count(of: inside & ~(inside &<< 8 | (wasInside ? 0x80 : 0)))
          wasInside = inside &>> 63 != 0
          index &+= ByteBlock.byteCount
          continue
        }
      }
      let isInside = isOfRun(bytes[index], afterRun: wasInside)
      count &+= isInside && !wasInside ? 1 : 0
      wasInside = isInside
      index &+= 1
    }
    return count
  }

  /// Whether `byte` belongs to a run: a letter, a digit, anything beyond ASCII, or an apostrophe within one.
  package static func isOfRun(_ byte: UInt8, afterRun: Bool) -> Bool {
    byte >= 0x80 || ByteClass.isAlphanumeric(byte) || (byte == 0x27 && afterRun)
  }

  private static func isPrintable(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F || byte == 0x09
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }
}
