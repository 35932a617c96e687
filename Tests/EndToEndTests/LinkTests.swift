// Every link of the pages leads to a file, and to a heading where it names one.

import Glibc
import Testing

@Suite struct LinkTests {
  static let pages = [
    "README.md", "CHANGELOG.md", "Documentation/benchmarks.md", "Documentation/commands.md", "Documentation/corpus.md",
    "Documentation/developers.md", "Documentation/operators.md", "Documentation/quality.md", "Sources/ARCHITECTURE.md",
    "Index/FORMAT.md",
  ]

  @Test func `no page is left out`() throws {
    let find = try ChildProcess.run(
      "/usr/bin/find", [".", "-name", "*.md", "-not", "-path", "./.*", "-not", "-path", "./Corpus/*"],
      directory: Verbatim.repository)
    #expect(Set(find.lines.map { String($0.dropFirst(2)) }) == Set(Self.pages))
  }

  @Test(arguments: pages)
  func `its links lead somewhere`(name: String) throws {
    let page = try MarkdownPage(name)
    let folder = name.split(separator: "/").dropLast().map(String.init)
    for link in page.links where !link.contains("://") && !link.hasPrefix("mailto:") {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let target = parts[0].isEmpty ? name : (folder + [parts[0]]).joined(separator: "/")
      #expect(access("\(Verbatim.repository)/\(target)", F_OK) == 0, "\(link)")
      guard parts.count == 2, target.hasSuffix(".md") else { continue }
      #expect(try MarkdownPage(target).anchors.contains(parts[1]), "\(link)")
    }
  }

  @Test func `the pages do have links`() throws {
    #expect(try Self.pages.reduce(0) { try $0 + MarkdownPage($1).links.count } > 50)
  }
}
