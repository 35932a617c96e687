// Which of the passages found are about what was asked: by their titles, headings, and first sentences.

import InvertedIndex
import Questions
import TextAnalysis

/// Prefers passages whose title names what the question names, and which open with what it asks of that.
///
/// The terms alone find the right disease and the wrong section: "what causes" answered by the symptoms. A passage's heading or
/// its first sentence mostly says what it is about. The score is multiplied by
///
///     1 + 0.6 · asked + 0.5 · named · opens + 0.5 · near
///
/// *asked*: the share of the title's idf mass that the question holds; *named*: the share of the subject's idf mass, which is the
/// question's without the words that say what is asked of it, that title and heading hold; *opens*: 1 where heading or first
/// sentence speak about what is asked, else 0; *near*: how near the question's words the evidence stands that its form asks for
/// (`EvidenceMatch`), 0 where it asks for none.
struct Preference {
  /// How many of the passages found are looked at; each may be in a block of texts that must be unpacked.
  ///
  /// On the development part of MedQuAD, 14, 20 and 30 gave an nDCG@10 of .803, .809 and .818; P@1 was .70 with each. One question
  /// to 5,486 articles took 12, 18 and 26 million instructions.
  static let depth = 14
  private static let titleWeight: Float = 0.6
  private static let openingWeight: Float = 0.5
  /// Modest: on the DoQA dialogues 7 turns find their answer further up with it and 6 further down; the questions of MedQuAD and
  /// Cranfield, which nearly all ask for no evidence, stay as they are.
  private static let evidenceWeight: Float = 0.5

  private let index: IndexReader
  private let views: PassageViews
  private let aspect: QuestionAspect?
  /// Of the question, without the words of the aspect.
  private let subject: Coverage
  /// Of the terms that cover the question's words.
  private let hashes: [UInt64]
  private let evidence: EvidenceMatch?

  /// - Parameters:
  ///   - carried: What the question has of the turn before, where it names no subject itself.
  ///   - evidence: What its form asks for; `nil` for nothing.
  init(
    _ question: ReadQuestion, carried: [QuestionWord], _ coverage: Coverage, evidence: EvidenceMatch?,
    in views: PassageViews
  ) throws(IndexError) {
    self.views = views
    index = views.index
    aspect = question.aspect
    hashes = coverage.hashes
    self.evidence = evidence
    subject = try Coverage(
      of: question, carried: carried, without: question.aspectWords, index: index, analyzer: views.analyzer)
  }

  /// `hits`, best first by their scores times what is preferred; equal ones in the order of the articles.
  func ranked(_ hits: [ScoredPassage]) throws(IndexError) -> [PreferredPassage] {
    var asked: [(article: ArticleID, share: Float)] = []
    var ranked: [PreferredPassage] = []
    for hit in hits {
      let article = try index.article(of: hit.passage)
      if !asked.contains(where: { $0.article == article }) {
        asked.append((article, Float(try SubjectMatch.share(of: views.title(of: article), hashes, in: index))))
      }
      let share = asked.first { $0.article == article }?.share ?? 0
      var lift = Lift(title: Self.titleWeight * share)
      lift.opening = try opening(of: hit.passage)
      // The text is unpacked only where something in it is looked for.
      if evidence != nil { lift.evidence = nearness(of: try views.view(of: hit.passage)) }
      ranked.append(
        PreferredPassage(hit: ScoredPassage(passage: hit.passage, score: hit.score * lift.factor), lift: lift))
    }
    ranked.sort { $0.hit.score != $1.hit.score ? $0.hit.score > $1.hit.score : $0.hit.passage < $1.hit.passage }
    return ranked
  }

  /// What the passage's heading and first sentence add.
  private func opening(of passage: PassageID) throws(IndexError) -> Float {
    guard let aspect, try index.contains(PassageMark.speaks(of: aspect), in: passage) else { return 0 }
    let named = subject.isEmpty ? 1 : subject.share(of: try subject.covered(byHeadingsOf: passage, in: index))
    return Self.openingWeight * Float(named)
  }

  /// What evidence near the question's words adds.
  private func nearness(of view: PassageView) -> Float {
    guard let evidence else { return 0 }
    let text = view.indexed.passage.text
    let nearest = evidence.nearest(in: text, SentenceSplitter().ranges(in: text), view.words, above: view.above)
    return Self.evidenceWeight * Float(nearest?.nearness ?? 0)
  }
}

/// A passage found, with its score after it was lifted.
struct PreferredPassage {
  let hit: ScoredPassage
  let lift: Lift
}

/// What is added to the sum of a passage's terms, each as a share of that sum.
package struct Lift: Hashable, Sendable {
  /// The title names what the question names.
  package var title: Float
  /// Heading or first sentence speak about what is asked.
  package var opening: Float
  /// The evidence asked for stands near the question's words.
  package var evidence: Float

  package init(title: Float = 0, opening: Float = 0, evidence: Float = 0) {
    self.title = title
    self.opening = opening
    self.evidence = evidence
  }

  package static let none = Lift()

  /// What the sum is multiplied by.
  package var factor: Float { 1 + title + opening + evidence }
}
