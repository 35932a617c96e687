import Testing

@testable import ByteIO

/// The published test vectors, and piecewise equal to at once.
@Suite struct ChecksumTests {
  @Test func `CRC-32C of the nine digits is the catalogued value`() {
    let digits = Array("123456789".utf8)
    #expect(CRC32C.checksum(digits.span.bytes) == 0xe306_9283)
  }

  @Test func `CRC-32C of thirty-two zeros is RFC 3720's value`() {
    let zeros = [UInt8](repeating: 0, count: 32)
    #expect(CRC32C.checksum(zeros.span.bytes) == 0x8a91_36aa)
  }

  @Test func `a checksum does not depend on how the bytes were cut`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let whole = CRC32C.checksum(bytes.span.bytes)
    for cut in [0, 1, 7, 8, 9, 500, 999, 1000] {
      var crc = CRC32C()
      crc.update(bytes.span.bytes.extracting(0..<cut))
      crc.update(bytes.span.bytes.extracting(cut..<1000))
      #expect(crc.value == whole)
    }
  }

  @Test func `tables and instruction give the same checksum at every length`() {
    let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    for length in 0...100 {
      var byTables = CRC32C()
      byTables.updateByTables(bytes.span.bytes.extracting(0..<length))
      #expect(byTables.value == CRC32C.checksum(bytes.span.bytes.extracting(0..<length)))
    }
  }

  @Test func `three parts side by side give the checksum that tables give`() {
    // 4,080 bytes are taken in three parts; what is left of them one after another.
    let bytes = (0..<20_000).map { UInt8(truncatingIfNeeded: ($0 &* $0 &* 31) >> 3) }
    for length in [4079, 4080, 4081, 4088, 4096, 8159, 8160, 8161, 12_240, 19_997] {
      for start in 0..<3 {
        let part = bytes.span.bytes.extracting(start..<start + length)
        var byTables = CRC32C()
        byTables.updateByTables(part)
        #expect(byTables.value == CRC32C.checksum(part), "\(length) bytes from \(start)")
      }
    }
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `SHA-256 gives FIPS 180-4's digests`(text: String, digest: String) {
    #expect(SHA256.hex(SHA256.digest(of: text.utf8.span)) == digest)
  }
}
