// Whether a question asks for leave.

import Testing

@testable import Questions

@Suite struct PermissionQuestionTests {
  private let reader: QuestionReader

  init() throws {
    reader = try SmallIndex.questionReader()
  }

  @Test(arguments: [
    "can I take valerian after lunch", "is it ok with nausea", "Should he drive", "is it safe in pregnancy",
    "do I have to stop valerian", "am I allowed nausea", "is valerian fine, is it risky",
  ])
  func `who asks if something may be done asks for leave`(question: String) throws {
    #expect(try reader.read(question).asksForLeave)
  }

  @Test(arguments: [
    "how can I keep valerian", "what should I do about nausea", "where can I have valerian",
    "how fast does valerian work", "valerian", "what does nausea cost", "who can have valerian",
  ])
  func `other questions do not`(question: String) throws {
    #expect(try !reader.read(question).asksForLeave)
  }
}
