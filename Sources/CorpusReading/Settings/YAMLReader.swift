// Reads YAML through libyaml's events, with bounds on size and depth. Aliases are refused: no text unfolds to more.

import CYAML

/// Reads one YAML document.
@safe struct YAMLReader: ~Copyable {
  /// Deeper nesting is refused.
  static let deepestNesting = 16
  /// Longer texts are refused.
  static let byteLimit = 1 << 20

  /// libyaml keeps pointers into it, so that it may not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// The root of the one document in `bytes`; `nil` where there is none. O(bytes).
  ///
  /// - Parameter bytes: UTF-8 or UTF-16.
  static func read(_ bytes: [UInt8]) throws(YAMLProblem) -> YAMLNode? {
    guard bytes.count <= byteLimit else {
      throw YAMLProblem(line: 1, problem: "larger than \(byteLimit >> 20) MiB")
    }
    let result = unsafe bytes.withUnsafeBufferPointer { buffer -> Result<YAMLNode?, YAMLProblem> in
      do throws(YAMLProblem) {
        let reader = try unsafe YAMLReader(buffer)
        return .success(try reader.document())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLProblem) {
    unsafe parser = UnsafeMutablePointer.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      throw YAMLProblem(line: 1, problem: "no memory")
    }
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// One step of the document.
  private enum Event {
    case scalar(String, isPlain: Bool)
    case sequenceStart, mappingStart, end
    case documentStart, streamEnd, other
  }

  private borrowing func document() throws(YAMLProblem) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      let (event, line) = try next()
      switch event {
      case .streamEnd: return root
      case .documentStart:
        guard root == nil else { throw YAMLProblem(line: line, problem: "a second document") }
        let (first, firstLine) = try next()
        root = try node(first, firstLine, depth: 1)
      default: break
      }
    }
  }

  /// The node that `event` begins. Recursion is bounded by `deepestNesting`.
  private borrowing func node(_ event: Event, _ line: Int, depth: Int) throws(YAMLProblem) -> YAMLNode {
    guard depth <= Self.deepestNesting else {
      throw YAMLProblem(line: line, problem: "nested deeper than \(Self.deepestNesting)")
    }
    switch event {
    case .scalar(let text, let isPlain):
      return YAMLNode(content: .scalar(text, isPlain: isPlain), line: line)
    case .sequenceStart: return YAMLNode(content: .sequence(try items(depth)), line: line)
    case .mappingStart: return YAMLNode(content: .mapping(try members(depth)), line: line)
    default: throw YAMLProblem(line: line, problem: "a value is missing")
    }
  }

  private borrowing func items(_ depth: Int) throws(YAMLProblem) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let (event, line) = try next()
      if case .end = event { return items }
      items.append(try node(event, line, depth: depth + 1))
    }
  }

  private borrowing func members(_ depth: Int) throws(YAMLProblem) -> [YAMLNode.Member] {
    var members: [YAMLNode.Member] = []
    var keys: Set<String> = []
    while true {
      let (event, line) = try next()
      if case .end = event { return members }
      guard case .scalar(let key, _) = event else { throw YAMLProblem(line: line, problem: "a key that is no word") }
      guard keys.insert(key).inserted else { throw YAMLProblem(line: line, problem: "\(key) occurs a second time") }
      let (value, valueLine) = try next()
      members.append(YAMLNode.Member(key: key, line: line, value: try node(value, valueLine, depth: depth + 1)))
    }
  }

  /// The next event and its line.
  private borrowing func next() throws(YAMLProblem) -> (Event, Int) {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { unsafe yaml_event_delete(&event) }
    let line = Int(unsafe event.start_mark.line) + 1
    switch unsafe event.type {
    case YAML_ALIAS_EVENT: throw YAMLProblem(line: line, problem: "aliases are not allowed")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return (.scalar(text, isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE), line)
    case YAML_SEQUENCE_START_EVENT: return (.sequenceStart, line)
    case YAML_MAPPING_START_EVENT: return (.mappingStart, line)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return (.end, line)
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, line)
    case YAML_STREAM_END_EVENT: return (.streamEnd, line)
    default: return (.other, line)
    }
  }

  /// What libyaml has to complain of.
  private borrowing func problem() -> YAMLProblem {
    let line = Int(unsafe parser.pointee.problem_mark.line) + 1
    guard let text = unsafe parser.pointee.problem else { return YAMLProblem(line: line, problem: "not YAML") }
    return YAMLProblem(line: line, problem: unsafe String(cString: text))
  }
}
