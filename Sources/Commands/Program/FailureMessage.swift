// The one place where errors become words: what happened, where, and what to do.

import CorpusReading
import Glibc
import InvertedIndex
import Terminal
import TextAnalysis

/// An error in plain words, and the exit status it ends with.
struct FailureMessage {
  let text: String
  let status: ExitStatus

  /// - Returns: `nil` for an error that is none of our own targets'.
  init?(_ error: any Error) {
    switch error {
    case let error as IndexError: self.init(error)
    case let error as CorpusError: self.init(error)
    case let error as TextAnalysisError: self.init(error)
    case let error as OutputError: self.init(error)
    case let error as InputError: self.init(error)
    case let error as UsageError: self.init(error.text, .usage)
    default: return nil
    }
  }

  private init(_ text: String, _ status: ExitStatus) {
    self.text = Sanitizer.cleanLine(text)
    self.status = status
  }

  private init(_ error: IndexError) {
    switch error {
    case .missing(let path):
      self.init("there is no index at \(path). Run: verbatim index", .indexUnusable)
    case .notAnIndex(let path):
      self.init("\(path) is not an index of this program. Move it away, then run: verbatim index", .indexUnusable)
    case .otherVersion(let path, let found, let expected):
      self.init(
        "\(path) was written by another version (\(found), this one reads \(expected)). Run: verbatim index",
        .indexUnusable)
    case .damaged(let path, let section, let offset):
      self.init(
        "\(path) is damaged: section \(section), byte \(offset). Run: verbatim index", .indexUnusable)
    case .system(let path, let call, let code):
      self.init("\(path): \(FailureMessage.reason(code)) (\(call))", .indexUnusable)
    case .locked(let path):
      self.init("another process is writing this index (\(path) is locked). Try again when it is done.", .usage)
    case .tooLarge(let what):
      self.init("the corpus is too large for one index: \(what)", .usage)
    }
  }

  private init(_ error: CorpusError) {
    switch error {
    case .folderUnreadable(let path, let code):
      self.init("cannot read the folder \(path): \(FailureMessage.reason(code)). Name another with --corpus.", .usage)
    case .settingsUnreadable(let path, let code):
      self.init("cannot read the settings \(path): \(FailureMessage.reason(code))", .usage)
    case .settingsWrong(let path, let line, let problem):
      self.init("\(path):\(line): \(problem)", .usage)
    }
  }

  private init(_ error: TextAnalysisError) {
    switch error {
    case .unknownLanguage(let code):
      self.init("there is no stemmer for the language \(code). Use a code such as en, es, de, fr.", .usage)
    }
  }

  private init(_ error: OutputError) {
    switch error {
    case .pipeClosed: self.init("the reader closed the pipe", .success)
    case .system(let call, let code):
      self.init("cannot write the output: \(FailureMessage.reason(code)) (\(call))", .usage)
    }
  }

  private init(_ error: InputError) {
    switch error {
    case .system(let call, let code):
      self.init("cannot read the questions: \(FailureMessage.reason(code)) (\(call))", .usage)
    }
  }

  private static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}

/// The program was used wrongly, in words that say what to do instead.
struct UsageError: Error {
  let text: String
}
