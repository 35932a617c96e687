// The sentence that names the question before.

import Commands
import Testing

@Suite struct FollowingOnTests {
  @Test(arguments: [
    ("how fast does it work", "Following on from: how fast does it work."),
    ("does it hurt?", "Following on from: does it hurt?"),
    (String(repeating: "oil ", count: 2000), "Following on from: \(String(repeating: "oil ", count: 30))..."),
    (String(repeating: "x", count: 300), "Following on from: \(String(repeating: "x", count: 120)) ..."),
  ])
  func `a question is repeated, a long one in part`(question: String, sentence: String) {
    #expect(Sentences.english.followingOn(from: question) == sentence)
  }
}
