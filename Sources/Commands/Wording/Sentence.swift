// The catalogue's keys: every fixed sentence a person meets at the prompt, in the kiosk, and in answers as text.
// The words are in EnglishSentences.swift and SpanishSentences.swift. What the command line says to operators (errors,
// help, `status`, `--explain`) is English alone, and stands with its commands.

/// One fixed sentence, or a fixed part of one. A comment names what its placeholders stand for where that is not plain.
package enum Sentence: CaseIterable, Hashable, Sendable {
  // MARK: How far a question is answered

  case cannotAnswer, wordsNotTogether, onlyInPart, closest, notUnderstood, empty
  case smallTalk, reply
  /// To "what?"; to "I want to talk to a person".
  case puzzled, wantsPerson
  /// To somebody who asked in another language than the articles'.
  case otherLanguage
  /// Of `{words}`, quoted and joined by `or`: of a single article, of two, of `{count}`.
  case articleLacks, twoArticlesLack, articlesLack
  case or, and

  // MARK: What was changed in the question

  /// `{word}` was searched for `{typed}`: since no article has that, or since it was typed for another.
  case corrected, correctedMisplaced
  /// `{typed}` means `{word}`, as the operator's table has it.
  case correctedMeant
  case alsoSearched, alsoSearchedFor, alsoSearchedRest
  /// `{question}` ends with its own stop.
  case followingOn
  case carried
  case shortened, focused, phraseNotFound, sourceNotFound, sourceHasNoAnswer

  // MARK: Articles and passages

  case article, articles, passage, passages
  /// "no" to "ten", parted by spaces.
  case smallNumbers
  case sameWordsInArticle, sameWordsInArticles
  /// The same where the citations are not shown.
  case sameWordsElsewhere, sameWordsElsewhereMore
  /// Where a passage stands, in words: in the article called `{article}`, under `{section}`.
  case fromArticle, fromSection
  /// Which articles have `{word}`: the only one, both, all; `{name}` alone; some, and which do not.
  case articleMentions, twoArticlesMention, articlesMention, onlyMentions, someMention, someMentionButOne
  case someMentionButSome
  case shownOf
  case line, lines, file

  // MARK: The ledger

  case decoded, mojibakeRepaired, charactersRemoved, listSplit, headingFound, titleFound, captionRemoved
  case biographyRemoved, navigationRemoved, addressRemoved, boilerplateRemoved, skipped, frontMatterIgnored

  // MARK: The prompt

  case helpIntroduction, helpColonForms
  case helpHelp, helpMore, helpBack, helpNumber, helpOpen, helpSources, helpTopics, helpNew, helpDone
  case helpLetter
  case helpAll, helpWhy, helpCite, helpRaw, helpCompare, helpHistory
  case helpCopy, helpEdit, helpWrong, helpSet
  case firstAsk, noPassages, lastPassage, firstPassage, startedAgain, newIndex, noQuestions
  case lastSection
  case noPassage, noTopic
  case unknownCommand, unknownCommandMeant
  case takesWords, takesNumber, takesNothing, takesThis
  case status
  case rank, passagesListed, moreShowsNext
  /// What `more`, `open` and `back` do, beneath a passage or a section.
  case nextPassage, nextSection, wholeSection, goBack
  /// Above headings that can be turned to, and beneath the list of all of them.
  case readOn, articlesCoverLetters, numberOpens
  /// The words of a passage that match the question, where they cannot be underlined.
  case wordsFound
  /// What `help`, `topics` and `done` do, on the first screen.
  case whatCanBeTyped, whatIsCovered, finish
  case sourceMissing, nothingRepaired
  case copied, cannotCopy, noEditor, fileMissing, cannotRun, articleChanged
  /// `{name}` is the id of a question added to `{file}`, which fails now or does not.
  case addedWrong, addedRight
  case cannotExpect, noLinks, noHome, historyKept, historyRemoved
  /// Asked where the screen is full.
  case pageFull

  // MARK: Spoken-line layout

  case spokenRank, spokenListed, spokenFile
  case spokenFromArticle, spokenFromSection

  // MARK: Large layout

  case youAsked

  // MARK: Patients and the kiosk

  case howToAsk
  /// `{articles}` is counted: "4 articles".
  case whatYouGet
  case noOneIsThere
  /// Above the operator's crisis card on the welcome screen; beneath it.
  case ifInDanger, cardIsOurs
  /// Above the operator's crisis card in answer to somebody.
  case hardNow
  case crisisWithoutCard
  /// What stands before the line being typed.
  case yourQuestion
  /// Beneath the welcome, and beneath a passage: the commands that matter there.
  case passageCommands
  case articlesCover
  case stillThere, stillThereOneSecond
  case outOfOrder, triesAgain
  case visitOver
  /// What to type for the other language, said in that language.
  case typeForThisLanguage

  /// What a template leaves open.
  package enum Placeholder: String, CaseIterable, Hashable, Sendable {
    case articles, article, citations, command, count, file, first, last, name, names, passages, question, rank
    case seconds, section, shown, suggestion, text, time, typed, word, words
  }
}
