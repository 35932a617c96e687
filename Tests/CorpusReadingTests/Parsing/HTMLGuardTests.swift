import CGumbo
import Testing

@testable import CorpusReading

/// The guard's depth is never below the depth of the tree that Gumbo builds, beyond what HTML implies.
@Suite struct HTMLGuardTests {
  @Test func `no tag soup nests deeper than the guard says`() throws {
    let names = "p div span b i a font ul li table tr td section option h1 em form button dd dt nobr center code".split(
      separator: " ")
    var random = SplitMix(state: 7)
    for _ in 0..<400 {
      var page = ""
      for _ in 0..<Int.random(in: 5...120, using: &random) {
        let name = names[Int.random(in: 0..<names.count, using: &random)]
        switch Int.random(in: 0..<5, using: &random) {
        case 0: page += "</\(name)>"
        case 1: page += "x"
        case 2: page += "<\(name) id=\(Int.random(in: 0...9, using: &random))>"
        default: page += "<\(name)>"
        }
      }
      let deepest = try HTMLGuard.check(Array(page.utf8))
      // Gumbo adds html, body, and up to a tbody and a tr for each cell.
      #expect(depth(page) <= 3 * deepest + 4, "\(page)")
    }
  }

  @Test(arguments: [
    "<b><div></b>", "<span><div></span>", "<option><span>", "<p><b></p>", "<table><td>", "<rt>", "<div><section></div>",
    "<p><table><tr><td>", "<i><p></i>", "<a><div></a>", "<button><p>", "<li><ul>", "<table><tr><td><svg><tr><td>",
    "<dl><dd><p>", "<svg><g>",
  ])
  func `a pattern that nests is seen to nest`(piece: String) throws {
    let page = String(repeating: piece, count: 80)
    let deepest = try HTMLGuard.check(Array(page.utf8))
    #expect(depth(page) <= 3 * deepest + 4)
  }

  /// The depth of Gumbo's tree, by a walk with a stack of its own.
  private func depth(_ page: String) -> Int {
    let bytes = Array(page.utf8)
    return bytes.withUnsafeBytes { buffer in
      var options = kGumboDefaultOptions
      guard let output = gumbo_parse_with_options(&options, buffer.baseAddress, buffer.count) else { return 0 }
      defer { gumbo_destroy_output(&options, output) }
      var pending = [(node: output.pointee.root, depth: 1)]
      var deepest = 0
      while let (node, depth) = pending.popLast() {
        deepest = max(deepest, depth)
        guard let node, node.pointee.type == GUMBO_NODE_ELEMENT else { continue }
        let children = node.pointee.v.element.children
        for index in 0..<Int(children.length) {
          pending.append((children.data[index]?.assumingMemoryBound(to: GumboNode.self), depth + 1))
        }
      }
      return deepest
    }
  }
}

/// SplitMix64, so that a failing page can be made again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
