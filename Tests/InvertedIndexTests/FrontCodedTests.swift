import ByteIO
import Testing

@testable import InvertedIndex

/// Every string is found with its values, and no other.
@Suite struct FrontCodedTests {
  @Test(arguments: [0, 1, 15, 16, 17, 500])
  func `every entry is found with its values and the sums before it`(count: Int) throws {
    var random = SeededRandom(seed: UInt64(count))
    var keys: Set<[UInt8]> = []
    while keys.count < count {
      keys.insert((0..<Int.random(in: 1...6, using: &random)).map { _ in UInt8.random(in: 97...101, using: &random) })
    }
    let sorted = keys.sorted { $0.lexicographicallyPrecedes($1) }
    var writer = FrontCodedWriter(valueCount: 2)
    for (index, key) in sorted.enumerated() { try writer.append(key, values: [index, 3]) }
    let section = try writer.finish()
    let reader = try FrontCodedReader(section.span.bytes, .checked)
    #expect(reader.count == count)
    for (index, key) in sorted.enumerated() {
      let values = try #require(try reader.values(of: key, in: section.span.bytes))
      #expect(values.own == [index, 3, 0, 0])
      #expect(values.before == [index * (index - 1) / 2, 3 * index, 0, 0])
      if !keys.contains(key + [98]) { #expect(try reader.values(of: key + [98], in: section.span.bytes) == nil) }
    }
    var walked: [[UInt8]] = []
    try reader.forEach(in: section.span.bytes) { key, _ in walked.append(key) }
    #expect(walked == sorted)
  }

  @Test func `the bytes of a small dictionary are the documented ones`() throws {
    var writer = FrontCodedWriter(valueCount: 1)
    try writer.append(Array("anxieti".utf8), values: [3])
    try writer.append(Array("anxious".utf8), values: [1])
    let section = try writer.finish()
    let head: [UInt8] = [2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    #expect(section == head + [0, 0, 7] + Array("anxieti".utf8) + [3, 4, 3] + Array("ous".utf8) + [1])
  }
}
