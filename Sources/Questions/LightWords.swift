// English words of general meaning: they colour a question, but say little of what it is about.
// The lists name nothing of any subject. What matters in a clinic's questions (eating, sleeping, driving, ages) is in none of them.

import InvertedIndex
import TextAnalysis

/// Words that no article needs to have for a question to be answered.
///
/// A light word that the articles have is searched at a low weight; one that they lack is passed over, and never named as missing.
/// What a question is about is in its other words: one of those that no article has must be said.
package enum LightWords {
  /// Beside 1 for the other words of a question: so much of its idf mass a light word counts.
  ///
  /// On Cranfield, MedQuAD and DoQA .3 and .5 differ by at most .0013 (nDCG@10, MRR@10); 1 costs DoQA .012.
  private static let weight: Float = 0.5
  /// A light word that few passages have tells no more than one that every tenth has.
  private static let greatestIDF = RankingParameters.idf(passageFrequency: 100, passageCount: 1_000)

  /// The weight of a light word with this inverse passage frequency: > 0.
  package static func weight(idf: Float) -> Float {
    idf > greatestIDF ? weight * greatestIDF / idf : weight
  }

  /// Whether `word`, folded, is of general meaning; O(bytes of the word).
  static func contains(_ word: [UInt8]) -> Bool {
    guard let first = word.first, 0x61...0x7A ~= first else { return false }
    let plain = withoutApostrophes(word)
    return quantities.contains(plain) || adverbs.contains(plain) || verbs.contains(plain) || nouns.contains(plain)
      || adjectives.contains(plain) || people.contains(plain)
  }

  /// Whether `word`, folded, weighs as much as any other where articles have it, but is passed over where none has: what every
  /// treatment, tool and rule does.
  static func isPlainVerb(_ word: [UInt8]) -> Bool {
    plainVerbs.contains(word)
  }

  private static let plainVerbs = WordList("help helps helped helping work works worked working")

  /// The lists, one after another.
  static var all: [[UInt8]] {
    [quantities, adverbs, verbs, nouns, adjectives, people].flatMap(\.words)
  }

  /// Who, how many, and where, without saying so.
  private static let quantities = WordList(
    """
    somebody anybody everybody nobody everyone everything nothing none somewhere anywhere everywhere nowhere whoever \
    whatever whichever whenever wherever however several plenty lots loads tons bunch load bit bits little least less \
    enough various numerous
    """)

  /// How much, how surely, how often, when: words that go with a verb or with the whole sentence.
  private static let adverbs = WordList(
    """
    absolutely completely totally fully entirely extremely awfully terribly incredibly insanely quite rather fairly \
    pretty super highly somewhat slightly barely hardly almost nearly exactly precisely roughly approximately basically \
    essentially generally usually normally typically mostly mainly primarily largely simply merely literally honestly \
    frankly seriously truly definitely certainly surely probably possibly apparently obviously presumably supposedly \
    hopefully eventually finally ultimately anyway anyways anyhow instead otherwise besides therefore hence especially \
    particularly specifically somehow sometimes always never once already currently recently lately nowadays afterward \
    afterwards beforehand meanwhile ago away apart aside ahead forth altogether overall further furthermore moreover \
    personally suddenly gradually easily properly correctly badly nicely like well okay alright indeed back down together forward within upon \
    without despite whereas whether unless although since per versus vs via
    """)

  /// To be, to do, to move, to think, to say, to want: verbs that take their meaning from what stands beside them.
  private static let verbs = WordList(
    """
    go goes going gone went come comes coming came take takes taking taken took give gives giving given gave put puts \
    putting set sets setting let lets letting keep keeps keeping kept hold holds holding held bring brings bringing brought \
    turn turns turning turned leave leaves leaving left stay stays staying stayed remain remains become becomes becoming \
    became seem seems seemed appear appears appeared happen happens happening happened occur occurs occurring occurred \
    begin begins beginning began begun start starts starting started stop stops stopping stopped finish finishes finished \
    end ends ending ended continue continues continued try tries trying tried use uses using used need needs needing needed \
    hope hopes hoping hoped wish wishes expect expects expecting expected plan plans planning planned decide decides \
    deciding decided choose chooses choosing chose chosen think thinks thinking thought believe believes believed guess \
    guessing suppose supposed figure figuring figured imagine imagining assume assuming mean means meaning meant \
    understand understanding understood see seeing saw seen look looks looking looked hear hearing heard say says saying \
    said talking speak speaks speaking asks ask asking asked answer answers explain explains explaining describe describes \
    describing show shows showing shown find finds finding found notice notices noticing noticed consider considering \
    considered cause causes causing caused lead leads leading led allow allows involve involves involving depend depends \
    depending matter matters stick sticks sticking stuck mess messes messing messed deal deals dealing dealt handle \
    handling handled fix fixes fixing fixed stand stands standing stood act acts acting acted belong belongs \
    bother bothers bothered bothering care cares suggest suggests suggested recommend recommends recommended \
    offer offers offered provide provides provided gotten gets getting suit suits suited count counts compare compared \
    comparing prefer prefers appreciate appreciated recall realize realise realized realised maintain maintains maintaining \
    maintained gain gains gaining gained suffer suffers suffering suffered experience experiences experiencing experienced undergo \
    undergoes undergoing undergone underwent receive receives receiving received obtain obtains obtaining obtained achieve achieves \
    achieving achieved require requires requiring required involved involving include includes including included contain contains \
    contained consist consists exist exists existing existed relate relates related regard regards regarding regarded attempt \
    attempts attempting attempted seek seeks seeking sought aim aims intend intends intending intended tend tends managed struggle \
    struggles struggling struggled face faces facing faced encounter encounters encountered attend attends attending attended \
    arrive arrives arriving arrived reach reaches reached follow follows following followed join joins joining joined assist assists \
    enable enables ensure ensures mention mentions mentioning mentioned discuss discusses discussing discussed clarify elaborate \
    confirm confirms confirmed determine determines determined identify identifies identified recognize recognise recognized \
    recognised establish established produce produces producing produced create creates creating created perform performs performed \
    conduct conducts conducted proceed proceeds contribute contributes contributed called sit sits sitting sat send sends sending \
    sent concerned interest share shares sharing shared
    """)

  /// Nouns that stand for whatever was meant.
  private static let nouns = WordList(
    """
    stuff thingy thingies way ways type types case cases point points reason reasons chance chances idea ideas question \
    questions info information detail details fact facts issue issues problem problems trouble matter amount \
    piece pieces part parts place places area areas situation situations example examples rest pile word words \
    term terms middle beginning time times moment moments period year years nature aspect aspects topic subject \
    luck use deal advice opinion opinions difference differences purpose
    """)

  /// Judgements, and what fits any noun.
  private static let adjectives = WordList(
    """
    good better best great nice fine bad worse worst awful terrible horrible weird strange odd crazy insane wild funny \
    silly stupid dumb ridiculous amazing awesome cool scary scared terrified frightened afraid curious interested glad \
    actual proper normal regular usual typical big bigger small large huge tiny easy easier hard harder difficult simple \
    possible impossible able unable likely unlikely available ready important main specific particular entire whole \
    total true false obvious exact right wrong sure certain different similar several new
    """)

  /// Whom else the question is asked for. Not children, nor the old: to whom a treatment may be given depends on age.
  private static let people = WordList(
    """
    person guy guys lady folks fellow husband wife spouse boyfriend girlfriend fiance fiancee friend friends buddy boss \
    coworker coworkers colleague colleagues neighbor neighbors neighbour neighbours roommate roommates brother sister \
    siblings mother mom mum father dad uncle aunt cousin
    """)
}
