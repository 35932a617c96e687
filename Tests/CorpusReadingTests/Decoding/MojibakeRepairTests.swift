import Documents
import Testing

@testable import CorpusReading

/// Wrongly read text is put right where that is proven; other languages' own letters stay.
@Suite struct MojibakeRepairTests {
  private func repair(_ text: String) -> (text: String, ledger: [LedgerEntry]) {
    var ledger = ArticleLedger(path: CorpusPath("a.txt"))
    var bytes = Array(text.utf8)
    MojibakeRepair.repair(&bytes, ledger: &ledger)
    return (String(decoding: bytes, as: UTF8.self), ledger.finished())
  }

  @Test(arguments: [
    ("It doesnÕt rain.", "It doesn’t rain."),
    (
      "The cityÕs old gateÑa ruinÑstands. The wallsÕ stones fell.",
      "The city’s old gate—a ruin—stands. The walls’ stones fell."
    ),
    ("HeÕd say ÒcomeÓ and Òstay.Ó", "He’d say “come” and “stay.”"),
    ("WeÕll go in 1990Ð1995, perhapsÉ", "We’ll go in 1990–1995, perhaps…"),
    ("The NGOÕs club (a firm)Ñnow closedÑmoved.", "The NGO’s club (a firm)—now closed—moved."),
    ("The end of the road is in the hillsÑand of the sea", "The end of the road is in the hills—and of the sea"),
    ("DonÕt ask in the caf\u{8E}.", "Don’t ask in the café."),
    ("Il boit lÕeau et dit quÕil est tard.", "Il boit l’eau et dit qu’il est tard."),
  ])
  func `Mac Roman read as Latin-1 is repaired`(wrong: String, right: String) {
    let (text, ledger) = repair(wrong)
    #expect(text == right)
    #expect(ledger.map(\.action) == [.mojibakeRepaired])
  }

  @Test(arguments: [
    ("They donâ€™t.", "They don’t."),
    ("â€œYes,â€\u{9D} she saidâ€”twiceâ€¦", "“Yes,” she said—twice…"),
    ("A cafÃ© and a niÃ±o", "A café and a niño"),
    ("Ã‰cole, Â£5, 20Â°", "École, £5, 20°"),
    ("It costs 5 â‚¬ or â‰¤ 6", "It costs 5 € or ≤ 6"),
  ])
  func `UTF-8 read as Windows-1252 is repaired`(wrong: String, right: String) {
    let (text, ledger) = repair(wrong)
    #expect(text == right)
    #expect(ledger.count == 1)
  }

  @Test(arguments: [
    "ESPAÑA", "SEÑOR", "AÑO NUEVO", "El niño y la niña; mañana en España.", "CANÇÕES E CORAÇÕES",
    "As canções dos corações: põe limões, irmãos.", "AVIÕES", "L’été, déjà là », dit-il : « Où ? »",
    "Über Äpfel, Öl und Straße: „Größe“", "Ñandú, Óscar y Òscar, Ática, Õun", "Łódź, Ðorđe, Þór",
    "Ô temps, suspends ton vol. CAFÉ. À LA CARTE. ÉCOLE", "Crème brûlée à 5 €", "ENTÃO NÃO",
    "La espaÑa de los niÑos y la mediaciÓn", "as canÇÕes e informaÇÃo", "S. Õ.", "IRMÃ » disse",
  ])
  func `other languages' letters stay`(text: String) {
    let result = repair(text)
    #expect(result.text == text)
    #expect(result.ledger.isEmpty)
  }

  @Test func `a Spanish name in capitals stays beside a proven apostrophe`() {
    #expect(repair("It doesnÕt rain in ESPAÑA, SEÑOR.").text == "It doesn’t rain in ESPAÑA, SEÑOR.")
  }

  @Test func `the entry gives the first line, the number, and examples`() {
    let entry = repair("Fine.\nIt isnÕt.\nShe canÕt.").ledger.first
    #expect(entry?.line == 2)
    #expect(entry?.detail == "Mac OS Roman read as Latin-1: 2 repaired (Õ → ’)")
  }
}
