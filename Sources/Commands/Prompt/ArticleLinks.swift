// Links from a citation on the screen to its file.

import Documents
import Terminal

/// Where the articles' files lie, for links to them.
package struct ArticleLinks: Hashable, Sendable {
  let host: String
  /// The corpus folder, absolute.
  let folder: String

  package init(host: String, folder: String) {
    self.host = host
    self.folder = folder
  }

  func address(of path: CorpusPath) -> String {
    Hyperlink.fileAddress(host: host, path: Array(folder.utf8) + [UInt8(ascii: "/")] + path.bytes)
  }
}

extension PromptView {
  /// `lines`, the first place of `text` in them leading to the file at `path`. One that was cut in two leads nowhere.
  func linked(_ lines: [String], _ text: String, to path: CorpusPath) -> [String] {
    guard let links, let place = lines.firstIndex(where: { $0.contains(text) }) else { return lines }
    var result = lines
    result[place] = lines[place].replacing(
      text, with: Hyperlink.linked(text, to: links.address(of: path)), maxReplacements: 1)
    return result
  }
}
