// The terminal of the kiosk: what its keys may do, and a screen that keeps nothing.

import CReadline
import Glibc

/// The terminal behind standard input and output, in the mode that the kiosk works in, until it is given back.
package final class KioskTerminal {
  private let before: termios
  private let writer: OutputWriter

  /// Whether the terminal understands that it is to move and to clear; a dumb one is sent no escape sequence.
  package static var canMove: Bool {
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    return !term.isEmpty && term != "dumb"
  }

  /// Sets the mode; `nil` where there is no terminal.
  package init?() {
    var attributes = termios()
    guard tcgetattr(STDIN_FILENO, &attributes) == 0 else { return nil }
    before = attributes
    writer = OutputWriter(descriptor: STDOUT_FILENO)
    attributes = Self.mode(attributes)
    // Not after what waits to be written: output that was stopped by `^S` would never be.
    tcsetattr(STDIN_FILENO, TCSANOW, &attributes)
    tcflow(STDOUT_FILENO, TCOON)
  }

  /// Gives the terminal back as it was.
  package func restore() {
    var attributes = before
    tcsetattr(STDIN_FILENO, TCSANOW, &attributes)
  }

  /// Has keys come one by one and unseen, for as long as nothing is asked for.
  package func silence() {
    var attributes = Self.mode(before)
    attributes.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &attributes)
  }

  /// Clears the screen and what has scrolled off it. A dumb terminal can only be made to scroll.
  package func clear() throws(OutputError) {
    if Self.canMove {
      // The usual writing, the whole screen to scroll in, no origin mode, the cursor seen; then home, the screen, the scrollback: in
      // this order, since some terminals keep a cleared screen in it.
      try writer.write("\u{1B}[m\u{1B}[r\u{1B}[?6l\u{1B}[?25h\u{1B}[H\u{1B}[2J\u{1B}[3J")
    } else {
      try writer.write(String(repeating: "\n", count: TerminalSize(descriptor: STDOUT_FILENO).rows))
    }
    try writer.flush()
  }

  /// Lines in, lines out; `^C` is a signal, and no other key is anything to the terminal but the editing keys.
  private static func mode(_ before: termios) -> termios {
    var mode = before
    mode.c_iflag &= ~tcflag_t(IXON | IXOFF | IXANY | ISTRIP | IGNCR | INLCR | BRKINT | PARMRK)
    mode.c_iflag |= tcflag_t(ICRNL | IGNBRK | IUTF8)
    mode.c_oflag |= tcflag_t(OPOST | ONLCR)
    mode.c_lflag &= ~tcflag_t(IEXTEN | TOSTOP | NOFLSH | ECHOPRT)
    mode.c_lflag |= tcflag_t(ISIG | ICANON | ECHO | ECHOE | ECHOK)
    withUnsafeMutableBytes(of: &mode.c_cc) { keys in
      // 0 is _POSIX_VDISABLE.
      for name in [VQUIT, VSUSP, VSTART, VSTOP, VEOL, VEOL2, VREPRINT, VDISCARD, VLNEXT, VSWTC] { keys[Int(name)] = 0 }
      keys[Int(VINTR)] = 0x03
      keys[Int(VEOF)] = 0x04
      keys[Int(VERASE)] = 0x7F
      keys[Int(VKILL)] = 0x15
      keys[Int(VWERASE)] = 0x17
      keys[Int(VMIN)] = 1
      keys[Int(VTIME)] = 0
    }
    return mode
  }
}
