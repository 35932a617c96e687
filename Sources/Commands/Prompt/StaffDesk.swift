// What staff have at hand besides the articles.

import Glibc
import Terminal

/// The surroundings of a prompt of staff, as the environment tells them.
package struct StaffDesk: Sendable {
  /// The editor and its arguments; empty where none is named.
  package var editor: [String] = []
  /// Where what is typed may be kept; `nil` where there is no home for it.
  package var history: HistoryFile?
  /// The terminal is known to take links.
  package var takesLinks = false
  /// The machine that the files lie on.
  package var host = ""

  /// The file of golden questions that `:wrong` adds to.
  package var golden = "golden.tsv"

  /// Nothing at hand.
  package init() {}

  /// - Parameter environment: gives a variable's value.
  package init(environment: (String) -> String?) {
    let editor = ["VISUAL", "EDITOR"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    self.editor = editor.split(separator: " ").map(String.init)
    history = HistoryFile(environment: environment)
    takesLinks = Hyperlink.isTaken(environment: environment)
    // Where the program's own sources are worked on, its own golden questions.
    if access("Tests/golden.tsv", W_OK) == 0 { golden = "Tests/golden.tsv" }
    var name = [CChar](repeating: 0, count: 256)
    if gethostname(&name, name.count - 1) == 0 {
      host = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
