// Words on the screen that a terminal opens when they are clicked.

/// OSC 8 hyperlinks (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).
package enum Hyperlink {
  /// `text`, opening `address` where the terminal takes links. `address` is percent-encoded: nothing in it ends the sequence.
  package static func linked(_ text: String, to address: String) -> String {
    "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }

  /// The `file:` address of an absolute path on `host` (RFC 8089): every byte but unreserved ones and `/` percent-encoded.
  package static func fileAddress(host: String, path: [UInt8]) -> String {
    "file://\(encoded(Array(host.utf8)))\(encoded(path))"
  }

  private static func encoded(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: result.append(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.append(byte)
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the terminal is known to take links. Nothing can be asked of it, so it is told by what it says of itself in the
  /// environment; within `screen` or `tmux`, which may drop the sequence, the answer is no.
  ///
  /// - Parameter environment: gives a variable's value.
  package static func isTaken(environment: (String) -> String?) -> Bool {
    func value(_ name: String) -> String { environment(name) ?? "" }
    guard value("TMUX").isEmpty, value("STY").isEmpty else { return false }
    if programs.contains(value("TERM_PROGRAM")) { return true }
    if terminals.contains(where: { value("TERM") == $0 || value("TERM").hasPrefix($0 + "-") }) { return true }
    // The libvte of GNOME Terminal and others: from 0.50 on.
    if let version = Int(value("VTE_VERSION")), version >= 5000 { return true }
    if let version = Int(value("KONSOLE_VERSION")), version >= 201_200 { return true }
    return !value("WT_SESSION").isEmpty || !value("KITTY_WINDOW_ID").isEmpty
  }

  private static let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "mintty", "rio"]
  private static let terminals = ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "contour", "wezterm"]
}
