// The crisis card comes up however badly the words are typed, and stays away from idioms.

import Documents
import PhrasePatterns
import Testing

@testable import Conversation

/// Phrases of every kind the matcher treats differently; an operator's own list is longer.
private let settings = Result {
  var crisis = Settings.Crisis(card: "Tell a member of staff now.")
  let phrases = [
    "kill myself", "killing myself", "want to die", "can't do this anymore", "don't want to live", "end my life",
    "better off without me", "no reason to live", "i feel suicidal", "i can't go on", "take all my pills",
    "nothing to live for", "quiero morir", "no puedo más", "i am in crisis", "hurt myself",
  ]
  let about = ["suicidal thoughts", "suicidal ideation", "thoughts of suicide", "suicidal"]
  let not = [
    "dying to know", "killing time", "want to die for", "kill myself laughing", "can't go on holiday",
    "hurt myself at work", "don't want to live abroad", "no reason to live in fear", "suicidal squad",
  ]
  crisis.patterns = try PatternProgram([phrases, about, ["i feel (empty|alone)"], not])
  return crisis
}

private func finding(in text: String) throws -> CrisisCard.Finding {
  CrisisCard(try settings.get()).finding(in: text)
}

private let dangers = [
  "kill myself", "KILL MYSELF", "Kill Myself!!!", "i want to kill myself", "kil myself", "klil myself", "kill mysefl",
  "kill myslef", "kill my self", "killmyself", "iwanttokillmyself", "k i l l  m y s e l f", "K.I.L.L. M.Y.S.E.L.F.",
  "k-i-l-l-m-y-s-e-l-f", "kkkill myselfff", "kil lmyself", "k1ll mys3lf", "want to diiie", "want to dei", "wnat to die",
  "W A N T  T O  D I E", "i wanna die", "i wana die", "want to just die", "want to fucking die", "WANT TO D\u{200B}IE",
  "w\u{E0}nt to die", "i cant do this anymore", "i can't do this any more", "I CAN’T DO THIS ANYMORE",
  "i cannot do this anymore",
  "i can not do this anymore", "cant do this anymroe", "can t do this anymore", "i do not want to live",
  "dont want to live",
  "i dnt want to live", "end   my\nlife", "end my lief", "they are better of without me, better off witout me",
  "everyone would be beter off without me", "no resaon to live", "i feel suicidal", "i feel sucidal", "i feel suiciadl",
  "i can't go on", "i cant go on!", "take all my pils", "nothign to live for", "quiero morir", "QUIERO MORRIR",
  "no puedo mas", "no puedo más", "i'm in crisis", "im in crisis", "i am in crisis", "ｋｉｌｌ ｍｙｓｅｌｆ",
  "does it help? i want to die", "I hav suicidal thoughts", "I have suicidal thoughts",
  "i keep having suicidal thougts",
  "my suicidal thoughts", "can it help my constant suicidal thoughts", "i'm suicidal",
  "ive been having really dark suicidal thoughts",
  "i need help with suicidal thoughts",
]

private let harmless = [
  "", " ", "?", "how fast does it work", "is it safe in pregnancy", "i am dying to know how it works",
  "just killing time here",
  "a cake i want to die for", "i could kill myself laughing", "i can't go on holiday after it",
  "hurt myself at work last year",
  "i don't want to live abroad", "no reason to live in fear of needles", "i want to dye my hair",
  "i want to dial the clinic",
  "i skill myself in chess", "will myself to do it", "how long does the end of my lift take",
  "take a pill in the morning",
  "take care of myself", "does it kill bacteria", "can i bill myself", "who do i tell in a crisis meeting",
  "better off with it",
  "do this any time", "i can't do this anyway", "what does it do for my life", "i want to diet",
  "the movie suicidal squad",
  "k i l o m e t r e s", "want to drive", "they don't want to leave", "is there a reason to leave",
]

@Suite struct CrisisCardTests {
  @Test(arguments: dangers) func `words of danger bring the card`(text: String) throws {
    #expect(try finding(in: text) == .card)
  }

  @Test(arguments: harmless) func `idioms and other words bring nothing`(text: String) throws {
    #expect(try finding(in: text) == .nothing)
  }

  @Test(arguments: [
    "does it help with suicidal thoughts", "suicidal thoughts", "SUICIDAL  IDEATION?",
    "is it given for thoughts of suicide",
    "what do i say to someone with suicidal thoughts", "my brother's suicidal thoughts",
    "my friend has suicidal thoughts",
    "does ketamine reduce suicidle thougts", "i do not have suicidal thoughts",
  ])
  func `a question about the subject brings the line`(text: String) throws {
    #expect(try finding(in: text) == .line)
  }

  @Test func `despair brings the line where there is no answer`() throws {
    #expect(try finding(in: "i feel so empty") == .lineWithoutAnswer)
    #expect(try finding(in: "i feel so empty, does it help with suicidal thoughts") == .line)
    #expect(try finding(in: "i feel so empty, i want to die") == .card)
  }

  @Test func `danger inside an idiom counts where it also stands outside of it`() throws {
    #expect(try finding(in: "i am killing time and i want to die") == .card)
    #expect(try finding(in: "a view i want to die for, but really i want to die") == .card)
  }

  @Test func `a phrase buried in a long paste is found`() throws {
    let paste = String(repeating: "The chain of the bicycle wants oil twice a year. ", count: 4_000)
    #expect(try finding(in: paste) == .nothing)
    #expect(try finding(in: paste + "i want to die " + paste) == .card)
  }

  @Test(arguments: [
    "want ", "aaaaaaaaaaaaaaa", "k ", "i can't go on holiday ", "want to want to just ", "killkillkill",
  ])
  func `a long text of one thing takes no more than a linear time`(piece: String) throws {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let card = CrisisCard(try settings.get())
    let clock = ContinuousClock()
    // A search that takes the square of it would need minutes.
    #expect(clock.measure { _ = card.finding(in: text) } < .seconds(20))
  }

  @Test func `no patterns find nothing`() {
    #expect(CrisisCard(Settings.Crisis(card: "card")).finding(in: "? ! i want to die") == .nothing)
  }
}
