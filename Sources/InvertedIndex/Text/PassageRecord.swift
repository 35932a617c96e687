// One passage as it stands in a block of the text store.

import ByteIO
import Documents

/// How passages follow one another in a block, before it is compressed: `passage` in Index/FORMAT.md.
enum PassageRecord {
  /// A passage as it is stored.
  struct Stored {
    let passage: Passage
    /// How many digits of its hash tell it from the others on its line.
    let hashDigits: Int
  }

  /// - Parameters:
  ///   - previous: the passage before in the block; `nil` for the first.
  ///   - hashDigits: 6 to 64.
  static func append(_ passage: Passage, after previous: Passage?, hashDigits: Int, to block: inout ByteWriter) {
    block.append(UInt8(hashDigits))
    block.appendVariable(passage.lines.first)
    block.appendVariable(passage.lines.last - passage.lines.first)
    block.appendVariable(passage.section)
    if let heading = passage.heading {
      if heading == previous?.heading {
        block.append(1)
      } else {
        block.append(2)
        block.appendPrefixed(heading)
      }
    } else {
      block.append(0)
    }
    block.appendPrefixed(passage.text)
  }

  /// The passage at `index` of a block; O(bytes before it).
  static func read(_ index: Int, in bytes: RawSpan) throws(MalformedBytes) -> Stored {
    var cursor = ByteCursor(bytes)
    var heading: String?
    for number in 0...index {
      let start = cursor.offset
      let hashDigits = Int(try cursor.readByte(bytes))
      let first = try cursor.readVariable32(bytes)
      let extra = try cursor.readVariable32(bytes)
      let section = try cursor.readVariable32(bytes)
      switch try cursor.readByte(bytes) {
      case 0: heading = nil
      case 1: break
      case 2: heading = try cursor.readString(bytes)
      default: throw MalformedBytes(offset: start)
      }
      guard first >= 1, (6...64).contains(hashDigits) else { throw MalformedBytes(offset: start) }
      if number == index {
        let passage = Passage(
          section: Int(section), heading: heading, text: try cursor.readString(bytes),
          lines: LineRange(Int(first), Int(first) + Int(extra)))
        return Stored(passage: passage, hashDigits: hashDigits)
      }
      try cursor.skip(try cursor.readVariable(bytes))
    }
    throw MalformedBytes(offset: cursor.offset)
  }
}
