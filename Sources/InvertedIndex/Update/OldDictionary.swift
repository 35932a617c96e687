// Walks a dictionary of the old index beside what an update adds to it and takes from it.

import ByteIO

/// The entries of an old dictionary and the keys of the changes, merged: each key once, in byte order.
struct OldDictionary {
  private let segment: SegmentReader
  private let section: SegmentFormat.Section
  private var cursor: FrontCodedReader.Cursor
  private var isAtEnd = false
  private var isFirst = true
  private var changes: RunMerge
  private var changesAtEnd = false
  /// Which of the two stood at the key that was handed out last, and so moves on first.
  private var movesOld = true
  private var movesChanges = true

  /// - Parameter section: the one that `cursor` walks along.
  init(
    _ cursor: FrontCodedReader.Cursor, of segment: SegmentReader, _ section: SegmentFormat.Section, changes: RunMerge
  ) {
    self.cursor = cursor
    self.segment = segment
    self.section = section
    self.changes = changes
  }

  /// What stands at one key.
  struct Entry {
    let key: [UInt8]
    /// `nil` where the old dictionary has not got the key.
    let old: FrontCodedReader.Values?
    /// The changes' runs at this key; none where nothing changes.
    let runs: [SortedRun]
  }

  /// The next key; `nil` at the end.
  mutating func next() throws -> Entry? {
    if movesOld { isAtEnd = try !nextOld() }
    if movesChanges { changesAtEnd = try !changes.next() }
    movesOld = !isAtEnd
    movesChanges = !changesAtEnd
    if movesOld, movesChanges {
      let key = changes.current[0].key
      if cursor.key != key {
        if cursor.key.lexicographicallyPrecedes(key) { movesChanges = false } else { movesOld = false }
      }
    }
    guard movesOld || movesChanges else { return nil }
    return Entry(
      key: movesOld ? cursor.key : changes.current[0].key, old: movesOld ? cursor.values : nil,
      runs: movesChanges ? changes.current : [])
  }

  private mutating func nextOld() throws(IndexError) -> Bool {
    let (segment, section) = (segment, section)
    do throws(MalformedBytes) {
      let previous = cursor.key
      guard try cursor.next(segment.bytes(section)) else { return false }
      guard isFirst || previous.lexicographicallyPrecedes(cursor.key) else { throw MalformedBytes(offset: 0) }
      isFirst = false
      return true
    } catch {
      throw segment.damage(section, error)
    }
  }
}
