// TEMP
import Documents
enum BoilerplateFilter {
  static func clean(_ fragments: [Fragment], patterns: [String], ledger: inout ArticleLedger) -> [Fragment] { fragments }
}
