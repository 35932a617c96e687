// SHA-256 (FIPS 180-4), through Nettle, which uses the processor's own instructions for it where there are any.
// Citations, file digests and fingerprints are made of it.

import CMessageDigest

/// SHA-256 of bytes, all at once or piece by piece.
package struct SHA256 {
  private var context = sha256_ctx()

  package init() {
    unsafe nettle_sha256_init(&context)
  }

  /// Adds `bytes` to what is hashed; O(bytes).
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe nettle_sha256_update(&context, buffer.count, base)
    }
  }

  /// The 32 bytes of the digest; the hash is spent.
  package consuming func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe nettle_sha256_digest(&context, buffer.count, base)
    }
    return digest
  }

  /// The 32 bytes of the digest of `bytes`.
  package static func digest(of bytes: Span<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// `bytes` in lower-case hexadecimal, two digits a byte.
  package static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
