// The kiosk's own screens: whatever the size, the crisis lines are whole and stand on them.

import Commands
import Documents
import Terminal
import Testing

@Suite struct KioskScreenTests {
  private let card = "You do not have to wait.\nCall 555 0100, at any hour.\n"

  private var settings: Settings {
    var settings = Settings()
    settings.title = "Gardens: questions\u{1B}"
    settings.welcome = "General information.\nNothing is kept.\n"
    return settings
  }

  private func screen(columns: Int = 80, rows: Int = 24) -> KioskScreen {
    KioskScreen(card: card, size: TerminalSize(columns: columns, rows: rows), style: .plain, sentences: .english)
  }

  private func words(_ lines: [String]) -> String {
    lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test func `the welcome says what this is, what to do, and whom to call`() {
    #expect(
      screen().welcome(settings: settings, articleCount: 4) == [
        "GARDENS: QUESTIONS\u{FFFD}", "",
        "Type a question in your own words, then press Enter.",
        "You get passages from 4 articles, word for word. No one is at the other end.",
        "Nothing you type is kept.",
        "General information.", "Nothing is kept.", "",
        "If you might harm yourself, or feel in danger:", "  You do not have to wait.",
        "  Call 555 0100, at any hour.", "",
        "  help  what I can type     topics  what is covered     done  finish",
        "  Para español, escriba  español  y pulse Intro.", "",
      ])
  }

  @Test(arguments: [(80, 24), (40, 20), (40, 12), (30, 10), (200, 60), (20, 8), (1, 1), (0, 0)])
  func `whatever the size, the welcome has the crisis lines, and fits wherever they do`(columns: Int, rows: Int) {
    let screen = screen(columns: columns, rows: rows)
    let lines = screen.welcome(settings: settings, articleCount: 4)
    #expect(
      words(lines).contains("harm yourself, or feel in danger: You do not have to wait. Call 555 0100, at any hour."))
    #expect(lines.count <= max(screen.crisis.count, screen.size.rows - 2))
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(20, columns == 0 ? 80 : columns) })
  }

  @Test func `what matters less goes first`() {
    let short = words(screen(rows: 11).welcome(settings: settings, articleCount: 4))
    #expect(!short.contains("No one is at the other end.") && short.contains("GARDENS"))
    let shorter = words(screen(rows: 9).welcome(settings: settings, articleCount: 4))
    #expect(!shorter.contains("GARDENS") && shorter.contains("help what I can type"))
    #expect(shorter.hasPrefix("Type a question in your own words"))
  }

  @Test func `out of order comes with the card, or with the built-in line`() {
    #expect(words(screen().outOfOrder(isTryingAgain: true)).contains("Call 555 0100"))
    let size = TerminalSize(columns: 80, rows: 24)
    let lines = KioskScreen(card: nil, size: size, style: .plain, sentences: .english).outOfOrder(isTryingAgain: false)
    #expect(words(lines).hasPrefix("Out of order. Please ask a member of staff."))
    #expect(words(lines).contains("Tell a member of staff now."))
  }

  @Test(arguments: PromptLayout.allCases) func `every layout has the crisis lines, and fits`(layout: PromptLayout) {
    for (columns, rows) in [(80, 24), (40, 20)] {
      let size = TerminalSize(columns: columns, rows: rows)
      let screen = KioskScreen(card: card, size: size, style: .plain, sentences: .english, layout: layout)
      for lines in [screen.welcome(settings: settings, articleCount: 4), screen.outOfOrder(isTryingAgain: true)] {
        #expect(words(lines).contains("You do not have to wait. Call 555 0100, at any hour."))
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns } && lines.count <= rows - 2)
      }
    }
  }
}
