// The line editor where nothing may be drawn anew.

import CReadline
import Glibc

/// What Readline's display is left to.
protocol AppendingReader: AnyObject {
  var display: AppendingDisplay { get set }
}

extension AppendingReader {
  /// Shows what has changed in the line being edited.
  func updateDisplay() {
    guard let prompt = verbatim_readline_prompt(), let line = verbatim_readline_line_at_end() else { return }
    let columns = TerminalSize(descriptor: STDOUT_FILENO).columns
    write(display.update(prompt: String(cString: prompt), line: String(cString: line), columns: columns))
  }

  /// Lists what Tab offers, a line each, and shows the line being edited again.
  func list(_ matches: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, count: Int) {
    guard let matches, count > 0 else { return }
    // The first is what they have in common.
    let texts = (1...count).compactMap { matches[$0].map { Sanitizer.cleanLine(String(cString: $0)) } }
    write("\n" + texts.map { $0 + "\n" }.joined())
    display.beginRow()
    updateDisplay()
  }

  private func write(_ text: String) {
    if !text.isEmpty { verbatim_readline_write(text) }
  }
}

extension LineReader: AppendingReader {
  /// Has Readline leave all display to the reader in use.
  static func appendInsteadOfDrawing() {
    verbatim_readline_append(
      { LineReader.current?.updateDisplay() },
      { matches, count, _ in LineReader.current?.list(matches, count: Int(count)) })
  }
}

extension KioskLineReader: AppendingReader {
  /// The same in the kiosk.
  static func appendInsteadOfDrawing() {
    verbatim_readline_append(
      { KioskLineReader.current?.updateDisplay() },
      { matches, count, _ in KioskLineReader.current?.list(matches, count: Int(count)) })
  }
}
