// The crisis card's patterns in `verbatim.yaml`, compiled, so that a wrong one is named with its line.

import Documents
import PhrasePatterns

/// Makes a program of what `crisis:` holds besides the card.
enum CrisisDecoder {
  /// Takes `words` and the lists, each list under the name of its case.
  static func patterns(_ fields: inout SettingsFields) throws(YAMLProblem) -> PatternProgram {
    var compiler = PatternCompiler()
    if let node = fields.take("words") { try define(node, &compiler) }
    for list in Settings.Crisis.List.allCases {
      compiler.beginList()
      for (text, line) in try fields.linedTexts("\(list)") {
        do throws(PatternProblem) {
          try compiler.add(text)
        } catch {
          throw YAMLProblem(line: line, problem: "crisis: \(error.text)")
        }
      }
    }
    do throws(PatternProblem) {
      return try compiler.program()
    } catch {
      throw YAMLProblem(line: fields.line, problem: "crisis: \(error.text)")
    }
  }

  private static func define(_ node: YAMLNode, _ compiler: inout PatternCompiler) throws(YAMLProblem) {
    guard case .mapping(let groups) = node.content else {
      throw YAMLProblem(line: node.line, problem: "crisis: words must be names, each with a list of wordings")
    }
    for group in groups {
      let texts = try SettingsFields.linedTexts(group.value, "crisis: \(group.key)")
      do throws(PatternProblem) {
        try compiler.define(group.key, texts.map(\.text))
      } catch {
        throw YAMLProblem(
          line: texts.first { error.text.contains("\"\($0.text)\"") }?.line ?? group.line,
          problem: "crisis: \(error.text)")
      }
    }
  }
}
