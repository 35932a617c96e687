// How much room a terminal has, and how much of it text uses.

import Glibc

/// Columns and rows.
package struct TerminalSize: Hashable, Sendable {
  /// >= 1.
  package let columns: Int
  /// >= 1.
  package let rows: Int

  /// A size of 0, as serial lines and some emulators report, means "unknown" and is taken as 80 or 24.
  package init(columns: Int, rows: Int) {
    self.columns = columns > 0 ? columns : 80
    self.rows = rows > 0 ? rows : 24
  }

  /// The size of the terminal behind `descriptor` now; 80 × 24 where it is none.
  package init(descriptor: Int32) {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 {
      self.init(columns: Int(size.ws_col), rows: Int(size.ws_row))
    } else {
      self.init(columns: 0, rows: 0)
    }
  }

  /// The width of a line of text: the terminal's, within 20 and 76 columns, since longer lines are hard to read.
  package var textColumns: Int {
    max(20, min(76, columns))
  }
}
