// The sequences for clipboards and links, to the byte.

import Terminal
import Testing

@Suite struct SequenceTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("é—", "w6nigJQ="), ("\u{1B}>>???", "Gz4+Pz8/"),
  ])
  func `text for the clipboard goes in base64, as in RFC 4648`(text: String, base64: String) {
    #expect(Clipboard.sequence(for: text) == "\u{1B}]52;c;\(base64)\u{7}")
  }

  @Test func `a file's address has every other byte percent-encoded`() {
    #expect(
      Hyperlink.fileAddress(host: "h", path: Array("/a b/é\u{1B}\\%.md".utf8)) == "file://h/a%20b/%C3%A9%1B%5C%25.md")
    #expect(Hyperlink.linked("x", to: "file://h/a") == "\u{1B}]8;;file://h/a\u{1B}\\x\u{1B}]8;;\u{1B}\\")
  }

  @Test(arguments: [
    (["TERM": "xterm-kitty"], true), (["TERM": "foot"], true), (["TERM": "foot-extra"], true),
    (["TERM": "footling"], false),
    (["VTE_VERSION": "6800"], true), (["VTE_VERSION": "4900"], false), (["VTE_VERSION": "new"], false),
    (["TERM_PROGRAM": "WezTerm"], true), (["TERM_PROGRAM": "Apple_Terminal"], false), (["WT_SESSION": "1"], true),
    (["TERM": "foot", "TMUX": "/tmp/t"], false), (["TERM": "foot", "STY": "1"], false), (["TERM": "xterm"], false),
    ([:], false),
  ])
  func `links are taken where the terminal is known to take them`(environment: [String: String], taken: Bool) {
    #expect(Hyperlink.isTaken { environment[$0] } == taken)
  }
}
