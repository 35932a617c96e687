// A YAML document as a tree that knows its lines. It says what stands there, not what it means.

/// One scalar, sequence or mapping.
struct YAMLNode: Hashable, Sendable {
  indirect enum Content: Hashable, Sendable {
    /// `isPlain`: written without quotes and not as a block, so that `null` and numbers mean what they look like.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order written; no key occurs twice.
    case mapping([Member])
  }

  /// One key and its value.
  struct Member: Hashable, Sendable {
    let key: String
    let line: Int
    let value: YAMLNode
  }

  let content: Content
  /// From 1.
  let line: Int

  /// Nothing, `~` or `null`, unquoted.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

/// Why a YAML text cannot be read.
struct YAMLProblem: Error, Hashable {
  /// From 1.
  let line: Int
  let problem: String
}
