// Reading: from passage to passage, to the section around one, to headings near it, and back.

import Conversation
import InvertedIndex
import Terminal

extension PromptSession {
  // MARK: - Passages

  /// Shows a passage in full; one beyond what is listed brings the next few into the list.
  mutating func present(_ passage: AnswerPassage) throws -> [String] {
    let count = answer?.results.count ?? 0
    while listed < passage.rank { listed = min(listed + Self.step, count) }
    place = .passage
    numbered = []
    var lines = reminder + view.passage(passage, of: listed) + [""]
    if presentedTo == .patient { lines = try lines.dropLast() + beneath(passage) + [""] }
    return lines
  }

  /// That the answer is partial, above a passage that stands without its preamble.
  private var reminder: [String] {
    let said = answer.map { view.text.reminder(of: $0) } ?? []
    return said.isEmpty ? [] : said + [""]
  }

  /// What stands beneath a passage: where one can go from it. For patients only, one of whom has read no help.
  mutating func beneath(_ passage: AnswerPassage) throws -> [String] {
    note(try library.topic(of: passage.id))
    guard presentedTo == .patient, let answer else { return [] }
    let isLong = try library.section(of: passage.id).passages.count > 1
    return view.ways(
      help.ways(
        more: passage.rank < answer.results.count ? .nextPassage : nil, open: isLong, back: passage.rank > 1))
  }

  /// A number alone: a topic where topics were listed last, else a passage; or one that only the crisis card has.
  mutating func show(_ number: Int) throws -> [String] {
    if let card = card(withNumber: number) { return card }
    guard !numbered.isEmpty else { return try with(number) { session, passage in try session.present(passage) } }
    guard numbered.indices.contains(number - 1) else {
      return view.text.said(help.noTopic(number, of: numbered.count))
    }
    return try turn(to: numbered[number - 1])
  }

  /// The crisis card, where `number` stands in it and is larger than that of any passage or topic: somebody typed it as if it
  /// could be dialled here.
  private func card(withNumber number: Int) -> [String]? {
    guard number > max(Self.most, numbered.count), let card = library.settings.crisis?.card else { return nil }
    let numbers = card.split { !("0"..."9").contains($0) }
    guard numbers.contains(where: { Int($0) == number }) else { return nil }
    return view.text.card() + [""] + view.text.said(sentences[.cardIsOurs]) + [""]
  }

  mutating func more() throws -> [String] {
    guard case .section(let section) = place else { return try step(by: 1) }
    guard let next = try library.section(after: section) else { return view.text.said(sentences[.lastSection]) }
    return try read(next, opened: nil)
  }

  /// To what `more` or another command led away from: the passage, the topics, or the passage before.
  mutating func back() throws -> [String] {
    if case .passage = place { return try step(by: -1) }
    if case .section = place, !numbered.isEmpty { return try topics() }
    guard answer?.results.isEmpty == false else {
      if case .section = place { return try topics() }
      return nothingToShow
    }
    return try with(nil) { session, passage in try session.present(passage) }
  }

  private mutating func step(by distance: Int) throws -> [String] {
    try with(nil) { session, _ in
      let wanted = session.rank + distance
      guard let results = session.answer?.results, (1...results.count).contains(wanted) else {
        return session.view.text.said(session.sentences[distance > 0 ? .lastPassage : .firstPassage])
      }
      session.rank = wanted
      return try session.present(results[wanted - 1])
    }
  }

  mutating func all() throws -> [String] {
    with(1) { session, first in
      guard let answer = session.answer else { return [] }
      session.listed = answer.results.count
      session.place = .passage
      session.numbered = []
      let view = session.view
      return session.reminder + view.passage(first, of: session.listed) + view.list(of: answer, listed: session.listed)
        + [""]
    }
  }

  // MARK: - Sections

  mutating func open(_ number: Int?) throws -> [String] {
    if let number, !numbered.isEmpty { return try show(number) }
    if number == nil, case .section(let section) = place { return try read(section, opened: nil) }
    return try with(number) { session, passage in
      session.numbered = []
      return try session.read(try session.library.section(of: passage.id), opened: passage.id)
    }
  }

  /// Shows a whole section, and where one can go from it.
  private mutating func read(_ section: LibrarySection, opened: PassageID?) throws -> [String] {
    place = .section(section)
    if let first = section.passages.first { note(try library.topic(of: first.id)) }
    let lines = view.section(section, opened: opened)
    guard presentedTo == .patient else { return try lines + (settings.suggestions ? offer(near: section) : []) + [""] }
    let ways = view.ways(
      help.ways(
        more: try library.section(after: section) == nil ? nil : .nextSection, open: false,
        back: answer?.results.isEmpty == false || !numbered.isEmpty))
    return try lines + ways + offer(near: section) + [""]
  }

  /// Reads the section of `topic`. Its heading is asked as well: so the next question may follow on from it, and a heading
  /// about danger brings what a question about danger brings.
  mutating func turn(to topic: Topic) throws -> [String] {
    var options = options
    options.allowsOperators = false
    let told = try library.answer(topic.heading, options: options)
    questions.append(topic.heading)
    let above = told.crisis ? view.text.card() + [""] : []
    return try above + read(try library.section(of: topic.passage), opened: nil)
  }

  // MARK: - Topics

  mutating func topics() throws -> [String] {
    let articles = try library.articles(limit: Self.mostArticles)
    numbered = articles.flatMap(\.topics)
    offered = []
    place = .list
    return view.topics(articles, of: library.articleCount) + [""]
  }

  /// Remembers that something of `topic` was shown.
  private mutating func note(_ topic: Topic?) {
    if let topic, !seen.contains(topic) { seen.append(topic) }
  }

  /// Up to three headings to read next: of an answer, the sections beside its passage and those of passages further down;
  /// where there is none, those of the passages nearest to the question. To staff only there, unless they set it otherwise.
  mutating func offer(after answer: Answer?) throws -> [String] {
    offered = []
    guard let answer, !answer.crisis else { return [] }
    if let shown = answer.results.dropFirst(rank - 1).first {
      guard presentedTo == .patient || settings.suggestions else { return [] }
      let near = try library.topics(near: shown.id, limit: 2 * Self.step)
      let below = try answer.results.dropFirst(listed).compactMap { try library.topic(of: $0.id) }
      let listedTopics = try answer.results.prefix(listed).compactMap { try library.topic(of: $0.id) }
      offered = Topic.unread(Topic.alternating(near, below), besides: seen + listedTopics, limit: Self.step)
      return view.offer(offered, headed: .readOn)
    }
    guard answer.verdict == .noAnswer || answer.verdict == .notUnderstood, !answer.notices.contains(.reply) else {
      return []
    }
    let nearest = try library.topics(for: answer.query, limit: 4 * Self.step)
    offered = Topic.unread(try nearest + anywhere(), besides: seen, limit: Self.step)
    return view.offer(offered, headed: .articlesCoverLetters)
  }

  private mutating func offer(near section: LibrarySection) throws -> [String] {
    offered = []
    guard let first = section.passages.first else { return [] }
    let near = try library.topics(near: first.id, limit: 2 * Self.step)
    let below = try (answer?.results ?? []).compactMap { try library.topic(of: $0.id) }
    offered = Topic.unread(Topic.alternating(near, below), besides: seen, limit: Self.step)
    return view.offer(offered, headed: .readOn)
  }

  /// The first topics of each article, for somebody whose question has no word of the articles: one each, then the next of
  /// each. Empty where there are so many articles that the first few say nothing about the rest.
  private func anywhere() throws -> [Topic] {
    guard library.articleCount <= Self.fewArticles else { return [] }
    let lists = try library.articles(limit: Self.fewArticles).map { $0.topics.prefix(Self.step) }
    return (0..<Self.step).flatMap { place in lists.compactMap { $0.dropFirst(place).first } }
  }

  private static let fewArticles = 20
}
