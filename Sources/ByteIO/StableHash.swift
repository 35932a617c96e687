// A hash that is the same in every run and on every machine: what is cut by it is cut there again.

/// 64-bit hashes of bytes; not for keeping anybody out.
package enum StableHash {
  /// FNV-1a over eight bytes at a step (Fowler, Noll and Vo), with MurmurHash3's last mix (Appleby 2011).
  package static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let span = unsafe bytes.bytes
    var offset = 0
    while offset + 8 <= span.byteCount {
      let word = unsafe UInt64(
        littleEndian: span.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* 0x0000_0100_0000_01b3
      hash ^= hash >> 32
      offset += 8
    }
    var rest = UInt64(span.byteCount)
    while offset < span.byteCount {
      rest = rest << 8 | UInt64(unsafe span.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self))
      offset += 1
    }
    hash = (hash ^ rest) &* 0x0000_0100_0000_01b3
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 33
  }
}
