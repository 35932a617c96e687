// What is typed is kept only where staff asked for it, and only for them to read.

import Commands
import Glibc
import Terminal
import Testing

@Suite struct HistoryFileTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/verbatim-history-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    folder = String(cString: made)
  }

  private func session(_ lines: [String]) throws -> SampleConsole {
    var desk = StaffDesk()
    desk.history = HistoryFile(path: "\(folder)/state/verbatim/history")
    let console = SampleConsole(lines)
    var session = PromptSession(library: SampleLibrary(), console: console, desk: desk)
    session.callBack()
    _ = try session.run()
    return console
  }

  private var kept: HistoryFile { HistoryFile(path: "\(folder)/state/verbatim/history") }

  @Test func `nothing is kept until it is turned on, then it is, for its owner alone, until it is turned off`() throws {
    _ = try session(["cats", "dogs"])
    #expect(!kept.exists)
    _ = try session(["cats", ":set history on", "birds"])
    #expect(try kept.lines() == ["birds"])
    var status = stat()
    #expect(stat(kept.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let later = try session(["fish"])
    #expect(later.remembered == ["birds", "fish"])
    #expect(try kept.lines() == ["birds", "fish"])
    _ = try session([":set history off", "mice"])
    #expect(!kept.exists)
  }

  @Test func `a file that others could read is closed to them, a link is not followed`() throws {
    try kept.create()
    chmod(kept.path, 0o644)
    try kept.append("cats")
    var status = stat()
    #expect(stat(kept.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    try kept.remove()
    #expect(symlink("\(folder)/elsewhere", kept.path) == 0)
    #expect(throws: OutputError.system(call: "open", errno: ELOOP)) { try kept.create() }
  }

  @Test func `only the last lines are called back`() throws {
    try kept.create()
    for number in 1...(HistoryFile.most + 5) { try kept.append("\(number)") }
    #expect(try kept.lines().first == "6")
    #expect(try kept.lines().count == HistoryFile.most)
  }

  @Test func `patients have no history to turn on`() throws {
    var desk = StaffDesk()
    desk.history = kept
    let console = SampleConsole([":set history on", "cats"])
    var session = PromptSession(library: SampleLibrary(), console: console, audience: .patient, desk: desk)
    _ = try session.run()
    #expect(!kept.exists)
  }
}
