// The order in which an index of the same files would be a little smaller.

import ByteIO
import Documents

extension OldIndex {
  /// Terms of fewer passages say little about which files are alike, and are most of all terms: two in a small index, 64 in one of
  /// half a million passages.
  private var leastFrequency: Int { max(2, min(64, reader.statistics.passageCount >> 13)) }

  /// The files are in the order of their paths, as an index holds them that was not reordered.
  package var isInPathOrder: Bool {
    zip(files, files.dropFirst()).allSatisfy { $0.path < $1.path }
  }

  /// The paths of the files that gave articles, like files side by side. O(postings), and the time of the bisection; about four
  /// bytes for each term of each file.
  package func similarityOrder() throws(IndexError) -> [CorpusPath] {
    var firstPassages: [UInt32] = []
    for file in files.indices { firstPassages.append(try passages(of: file..<file + 1).lowerBound) }
    var documents = [[UInt32]](repeating: [], count: files.count)
    var termCount: UInt32 = 0
    let segment = reader.segment
    var cursor = reader.open.termCursor()
    while true {
      let info: TermInfo
      do throws(MalformedBytes) {
        guard try cursor.next(segment.bytes(.terms)) else { break }
        info = try TermInfo(cursor.values)
      } catch {
        throw segment.damage(.terms, error)
      }
      guard info.passageFrequency >= leastFrequency else { continue }
      var file = 0
      try reader.open.forEachBlock(of: info) { block, _ in
        for index in 0..<block.count {
          let passage = block.passages[index]
          while file + 1 < firstPassages.count, firstPassages[file + 1] <= passage { file += 1 }
          if documents[file].last != termCount { documents[file].append(termCount) }
        }
        return true
      }
      termCount += 1
    }
    var bisection = GraphBisection(documents, termCount: Int(termCount))
    return bisection.run().map { files[$0].path }
  }
}
