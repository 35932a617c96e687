// One line of a `.jsonl` file as an article: the fields that BEIR and Anserini use.

import Documents

/// Reads one object of a `.jsonl` file.
enum JSONLinesParser {
  /// An article's fields.
  struct Fields: Hashable {
    var identifier: String
    var metadata: Metadata
    /// UTF-8 as the object gave it, not yet cleaned.
    var text: [UInt8]
  }

  /// Why a line gives no article.
  enum Problem: Error, Hashable {
    case notAnObject(JSONProblem)
    case missing(String)

    /// The reason, as the ledger gives it.
    var reason: String {
      switch self {
      case .notAnObject(let problem): "not a JSON object: \(problem.expected) expected at byte \(problem.offset + 1)"
      case .missing(let key): "no \(key)"
      }
    }
  }

  /// The fields of the object that is all of `line`.
  ///
  /// - Parameter line: valid UTF-8.
  static func fields(_ line: [UInt8]) throws(Problem) -> Fields {
    let members: [[UInt8]: [UInt8]]
    do throws(JSONProblem) {
      members = try JSONReader.object(line)
    } catch {
      throw .notAnObject(error)
    }
    func member(_ keys: String...) -> [UInt8]? {
      keys.lazy.compactMap { members[Array($0.utf8)] }.first { !$0.isEmpty }
    }
    guard let identifier = member("id", "_id") else { throw .missing("id") }
    guard let text = member("text", "contents") else { throw .missing("text") }
    func fact(_ key: String) -> String? { member(key).map { String(decoding: $0, as: UTF8.self) } }
    let metadata = Metadata(
      title: fact("title"), author: fact("author"), date: fact("date"), url: fact("url"), source: fact("source"),
      license: fact("license"), reviewed: fact("reviewed"))
    return Fields(identifier: String(decoding: identifier, as: UTF8.self), metadata: metadata, text: text)
  }
}
