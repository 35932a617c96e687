// Many growing byte strings in one pool of memory: what one term's postings are while an index is made.

import ByteIO

/// Byte strings that grow at their ends, each a chain of slices of rising size, as in Lucene's byte pools.
///
/// A slice's last four bytes are room for the place of the next slice. Places are 32-bit offsets into the pool; memory
/// comes in pieces of 2 MiB, which stay where they are. Appending is O(bytes); at most half of a string's room is empty.
///
/// Safety: slices are made within one piece, and bytes are written only between a chain's `write` and `end`.
@safe struct SliceArena: ~Copyable {
  /// One growing string.
  struct Chain: BitwiseCopyable {
    /// Where the first slice begins.
    var first: UInt32 = 0
    /// Where the next byte goes.
    var write: UInt32 = 0
    /// Where the last slice's room for bytes ends.
    var end: UInt32 = 0
    /// How many slices there are.
    var sliceCount: UInt32 = 0
  }

  private static let pieceBits: UInt32 = 21
  private static let pieceByteCount = 1 << Int(pieceBits)
  private static let linkByteCount = 4
  /// The sizes of a chain's slices, with the room for the link; all further ones are as large as the last.
  private static let sizes: [Int] = [16, 24, 40, 64, 96, 160, 256, 384, 640, 1024, 1536, 2560, 4096, 6144, 8192]

  private var pieces: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>
  private var pieceCapacity = 64
  private var pieceCount = 0
  /// Where the next slice is made.
  private var top = 0

  init() {
    unsafe pieces = UnsafeMutablePointer.allocate(capacity: pieceCapacity)
  }

  deinit {
    for index in 0..<pieceCount { unsafe pieces[index].deallocate() }
    unsafe pieces.deallocate()
  }

  /// The memory taken, used or not.
  var byteCount: Int { pieceCount * SliceArena.pieceByteCount }

  /// How many bytes may still be appended for sure; past the limit of 32-bit places nothing may.
  var room: Int { Int(UInt32.max) - top - SliceArena.pieceByteCount }

  /// Appends `count` bytes at `source` to `chain`.
  ///
  /// - Precondition: `count` is at most half of `room`.
  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, count: Int, to chain: inout Chain) {
    if Int(chain.end &- chain.write) >= count {
      unsafe pointer(chain.write).update(from: source, count: count)
      chain.write &+= UInt32(truncatingIfNeeded: count)
    } else {
      unsafe appendAcrossSlices(source, count: count, to: &chain)
    }
  }

  /// The byte written last.
  ///
  /// - Precondition: `chain` is not empty.
  @inline(__always)
  func lastByte(of chain: Chain) -> UInt8 {
    unsafe pointer(chain.write &- 1).pointee
  }

  /// Appends all bytes of `chain` to `target`.
  func copy(_ chain: Chain, to target: inout [UInt8]) {
    guard chain.sliceCount > 0 else { return }
    var start = chain.first
    for index in 0..<Int(chain.sliceCount) {
      let isLast = index == Int(chain.sliceCount) - 1
      let room = SliceArena.size(index) - SliceArena.linkByteCount
      let count = isLast ? Int(chain.write - start) : room
      unsafe target.append(contentsOf: UnsafeBufferPointer(start: pointer(start), count: count))
      if !isLast {
        start = unsafe UnsafeRawPointer(pointer(start + UInt32(room))).loadUnaligned(as: UInt32.self)
      }
    }
  }

  /// Forgets all chains and gives their memory back.
  mutating func removeAll() {
    for index in 0..<pieceCount { unsafe pieces[index].deallocate() }
    pieceCount = 0
    top = 0
  }

  @inline(__always)
  private func pointer(_ place: UInt32) -> UnsafeMutablePointer<UInt8> {
    unsafe pieces[Int(place >> SliceArena.pieceBits)] + Int(place & (1 << SliceArena.pieceBits - 1))
  }

  private static func size(_ index: Int) -> Int {
    sizes[min(index, sizes.count - 1)]
  }

  @inline(never)
  private mutating func appendAcrossSlices(_ source: UnsafePointer<UInt8>, count: Int, to chain: inout Chain) {
    var done = 0
    while done < count {
      if chain.write == chain.end { addSlice(to: &chain) }
      let part = min(count - done, Int(chain.end - chain.write))
      unsafe pointer(chain.write).update(from: source + done, count: part)
      chain.write += UInt32(part)
      done += part
    }
  }

  private mutating func addSlice(to chain: inout Chain) {
    let size = SliceArena.size(Int(chain.sliceCount))
    let used = top & (SliceArena.pieceByteCount - 1)
    if pieceCount == 0 || used + size > SliceArena.pieceByteCount || used == 0 { addPiece() }
    let place = UInt32(top)
    if chain.sliceCount == 0 {
      chain.first = place
    } else {
      unsafe UnsafeMutableRawPointer(pointer(chain.end)).storeBytes(of: place, as: UInt32.self)
    }
    chain.write = place
    chain.end = place + UInt32(size - SliceArena.linkByteCount)
    chain.sliceCount += 1
    top += size
  }

  /// Begins a piece; what is left of the one before stays empty.
  private mutating func addPiece() {
    if pieceCount == pieceCapacity {
      let grown = UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>.allocate(capacity: 2 * pieceCapacity)
      unsafe grown.update(from: pieces, count: pieceCount)
      unsafe pieces.deallocate()
      unsafe pieces = grown
      pieceCapacity *= 2
    }
    precondition(pieceCount < 1 << (32 - Int(SliceArena.pieceBits)), "places in the pool have 32 bits")
    let piece = UnsafeMutableRawPointer.allocate(
      byteCount: SliceArena.pieceByteCount, alignment: HugePages.byteCount)
    unsafe HugePages.advise(piece, byteCount: SliceArena.pieceByteCount)
    unsafe pieces[pieceCount] = piece.bindMemory(to: UInt8.self, capacity: SliceArena.pieceByteCount)
    top = pieceCount << Int(SliceArena.pieceBits)
    pieceCount += 1
  }
}
