// Takes typed values out of a YAML mapping and refuses the keys that nobody took.

/// The members of one mapping, to be taken by key.
struct SettingsFields {
  /// The mapping's own line, from 1.
  let line: Int
  private let place: String
  private var members: [String: YAMLNode.Member] = [:]

  /// - Parameter place: what the mapping is called in an error: "crisis", "a lay word".
  init(_ node: YAMLNode, place: String) throws(YAMLProblem) {
    guard case .mapping(let all) = node.content else {
      throw YAMLProblem(line: node.line, problem: "\(place) must be keys and values")
    }
    self.line = node.line
    self.place = place
    for member in all { members[member.key] = member }
  }

  /// A text that is not blank; `nil` where the key is missing or null.
  mutating func text(_ key: String) throws(YAMLProblem) -> String? {
    guard let node = take(key) else { return nil }
    return try Self.text(node, key)
  }

  /// A list of texts, none of them blank; `nil` where the key is missing or null.
  mutating func texts(_ key: String) throws(YAMLProblem) -> [String]? {
    guard let node = take(key) else { return nil }
    var texts: [String] = []
    for item in try Self.items(node, key) { texts.append(try Self.text(item, key)) }
    return texts
  }

  /// A list of texts with their lines, none of them blank; empty where the key is missing or null.
  mutating func linedTexts(_ key: String) throws(YAMLProblem) -> [(text: String, line: Int)] {
    guard let node = take(key) else { return [] }
    return try Self.linedTexts(node, key)
  }

  /// The texts of a list, with their lines.
  static func linedTexts(_ node: YAMLNode, _ key: String) throws(YAMLProblem) -> [(text: String, line: Int)] {
    var texts: [(text: String, line: Int)] = []
    for item in try items(node, key) { texts.append((try text(item, key), item.line)) }
    return texts
  }

  /// A list of anything; empty where the key is missing or null.
  mutating func list(_ key: String) throws(YAMLProblem) -> [YAMLNode] {
    guard let node = take(key) else { return [] }
    return try Self.items(node, key)
  }

  /// A number, unquoted, within `range`; `nil` where the key is missing or null.
  mutating func number(_ key: String, in range: ClosedRange<Float>) throws(YAMLProblem) -> Float? {
    guard let node = take(key) else { return nil }
    guard case .scalar(let text, isPlain: true) = node.content, let number = Float(text), number.isFinite else {
      throw YAMLProblem(line: node.line, problem: "\(key) must be a number")
    }
    guard range.contains(number) else {
      throw YAMLProblem(line: node.line, problem: "\(key) must be from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// The value of `key`, whatever it is; `nil` where the key is missing or null.
  mutating func take(_ key: String) -> YAMLNode? {
    guard let member = members.removeValue(forKey: key), !member.value.isNull else { return nil }
    return member.value
  }

  /// The line of `key`, if it is still there; else the mapping's.
  func line(of key: String) -> Int {
    members[key]?.line ?? line
  }

  /// - Throws: an error about the first key that was not taken.
  func finish() throws(YAMLProblem) {
    guard let unknown = members.values.min(by: { $0.line < $1.line }) else { return }
    throw YAMLProblem(line: unknown.line, problem: "unknown key \(unknown.key) in \(place)")
  }

  private static func text(_ node: YAMLNode, _ key: String) throws(YAMLProblem) -> String {
    guard case .scalar(let text, _) = node.content else {
      throw YAMLProblem(line: node.line, problem: "\(key) must be a text")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw YAMLProblem(line: node.line, problem: "\(key) may not be blank")
    }
    return text
  }

  private static func items(_ node: YAMLNode, _ key: String) throws(YAMLProblem) -> [YAMLNode] {
    guard case .sequence(let items) = node.content else {
      throw YAMLProblem(line: node.line, problem: "\(key) must be a list")
    }
    return items
  }
}
