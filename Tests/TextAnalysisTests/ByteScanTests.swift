import Testing

@testable import TextAnalysis

/// Eight bytes at a step give what one at a step gives.
@Suite struct ByteScanTests {
  /// Texts of 0 to 40 bytes: of any bytes, and of those that matter.
  private static let samples: [[UInt8]] = {
    var generator = SplitMix(state: 7)
    let telling = Array("a Z09'|\t\n  @[`{/:~".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xC3, 0xFF]
    return (0..<4000).map { number in
      (0..<(number % 41)).map { _ in
        let value = generator.next()
        return number % 3 == 0 ? UInt8(truncatingIfNeeded: value >> 9) : telling[Int(value % UInt64(telling.count))]
      }
    }
  }()

  private static func isPrintable(_ byte: UInt8) -> Bool { 0x20...0x7E ~= byte || byte == 0x09 }
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  @Test func `plain text is printable ASCII, tabs and line feeds`() {
    for bytes in Self.samples {
      #expect(ByteScan.isPlain(bytes.span) == bytes.allSatisfy { Self.isPrintable($0) || $0 == 0x0A })
    }
  }

  @Test func `runs end at the first other byte`() {
    for bytes in Self.samples {
      for start in 0...bytes.count {
        let printable = bytes[start...].firstIndex { !Self.isPrintable($0) } ?? bytes.count
        #expect(ByteScan.endOfPrintable(in: bytes.span, from: start) == printable)
        let foreign = bytes[start...].firstIndex { $0 >= 0x80 } ?? bytes.count
        #expect(ByteScan.firstForeign(in: bytes.span, from: start) == foreign)
      }
    }
  }

  @Test func `words that single spaces part are one run`() {
    for bytes in Self.samples {
      let end = bytes.indices.first { index in
        guard Self.isSpace(bytes[index]) else { return false }
        return bytes[index] != 0x20 || index + 1 == bytes.count || Self.isSpace(bytes[index + 1])
      }
      #expect(ByteScan.endOfSpacedWords(in: bytes.span, from: 0) == end ?? bytes.count)
    }
  }

  @Test func `bytes and runs are counted`() {
    for bytes in Self.samples {
      #expect(ByteScan.count(of: 0x7C, in: bytes.span) == bytes.count { $0 == 0x7C })
      var (runs, wasInside) = (0, false)
      for byte in bytes {
        let isInside = ByteScan.isOfRun(byte, afterRun: wasInside)
        if isInside && !wasInside { runs += 1 }
        wasInside = isInside
      }
      #expect(ByteScan.runCount(in: bytes.span) == runs)
    }
  }

  @Test func `letters and digits are found at every place of a block`() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var bytes = [UInt8](repeating: 0x20, count: 8)
        bytes[place] = byte
        let block = bytes.withUnsafeBytes { ByteBlock(bits: UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self))) }
        let isAlphanumeric = ByteClass.isAlphanumeric(byte)
        #expect(ByteBlock.first(in: block.alphanumerics) == (isAlphanumeric ? place : 8))
        #expect(ByteBlock.count(of: block.alphanumerics) == (isAlphanumeric ? 1 : 0))
      }
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
