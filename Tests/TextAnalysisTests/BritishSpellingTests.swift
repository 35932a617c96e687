// British and American spellings meet, and ordinary English words stay apart.

import Testing

@testable import TextAnalysis

@Suite struct BritishSpellingTests {
  @Test(arguments: [
    ("anaesthetic", "anesthetic"), ("anaesthetised", "anesthetized"), ("behaviour", "behavior"),
    ("behavioural", "behavioral"), ("organisation", "organization"), ("hospitalised", "hospitalized"),
    ("centre", "center"), ("kilometres", "kilometers"), ("tumours", "tumors"), ("oestrogen", "estrogen"),
    ("haemorrhage", "hemorrhage"), ("anaemia", "anemia"), ("leukaemia", "leukemia"), ("paediatric", "pediatric"),
    ("orthopaedic", "orthopedic"), ("foetal", "fetal"), ("programme", "program"), ("ageing", "aging"),
    ("analysed", "analyzed"), ("paralysing", "paralyzing"), ("counselling", "counseling"), ("travelled", "traveled"),
    ("diarrhoea", "diarrhea"), ("dyspnoea", "dyspnea"), ("oedema", "edema"), ("manoeuvre", "maneuver"),
    ("licence", "license"), ("practising", "practicing"), ("dialogue", "dialog"), ("sulphate", "sulfate"),
    ("fulfilment", "fulfillment"), ("tranquilliser", "tranquilizer"), ("fibreglass", "fiberglass"), ("grey", "gray"),
    ("paraesthesia", "paresthesia"), ("gynaecologist", "gynecologist"), ("catalyse", "catalyze"),
  ])
  func `both spellings are one term`(british: String, american: String) throws {
    #expect(try terms(british) == terms(american))
  }

  @Test(arguments: [
    "hour", "pour", "sour", "tour", "your", "course", "courage", "journal", "source", "devour", "contour", "paramour",
    "wise", "rise", "exercise", "promise", "advise", "raise", "noise", "premise", "precise", "surprise", "otherwise",
    "disease", "basis", "analyses", "genre", "acre", "cadre", "here", "aerobic", "phoenix", "poem", "does", "called",
    "controlled", "filled", "spelling", "swallowed", "illness", "rogue", "vogue", "fence", "silence", "science",
  ])
  func `an English word is left alone`(word: String) {
    #expect(String(decoding: BritishSpelling.american(Array(word.utf8)), as: UTF8.self) == word)
  }

  @Test func `nothing is changed in other languages`() throws {
    #expect(try terms("tumour", language: "fr") != terms("tumor", language: "fr"))
  }
}
