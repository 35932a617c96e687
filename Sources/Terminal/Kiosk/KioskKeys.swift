// The keys of the kiosk: an allow-list between the terminal and the line editor, which is handed no other byte.
// No escape sequence passes, so that none can be bound to anything.

/// Turns the bytes that a terminal sends into characters and the few editing keys a patient has.
///
/// Handed on are Enter, Tab, Backspace, `^D`, the editing keys of `editing`, and whole characters of valid UTF-8 that are no
/// controls (see `Sanitizer`). The cursor and editing keys' escape sequences (ECMA-48 CSI, and SS3 as xterm and the Linux
/// console send them) become the control key which does the same. Everything else vanishes, a sequence with all its bytes.
package struct KioskKeys {
  /// What the Delete key becomes: a control character that no key sends past this list, so that it never means the end of input.
  package static let deleteForwards: UInt8 = 0x1E
  /// Home, left, end, right, Tab, kill to the end, Enter (twice), down, up, kill line, kill word, yank, undo; `^D` and Backspace.
  package static let editing: Set<UInt8> = [
    0x01, 0x02, 0x04, 0x05, 0x06, 0x08, 0x09, 0x0A, 0x0B, 0x0D, 0x0E, 0x10, 0x15, 0x17, 0x19, 0x1F, 0x7F,
  ]

  private enum State {
    case ground
    /// A character of which bytes are missing.
    case character([UInt8], missing: Int)
    case escape
    /// After `ESC O`.
    case singleShift
    /// After `ESC [`, with the parameter bytes so far; longer ones than any key has are not kept.
    case sequence([UInt8])
    /// After `ESC [ [`: the Linux console's function keys.
    case functionKey
  }

  private static let escape: UInt8 = 0x1B
  private static let longestParameters = 8

  private var state = State.ground

  package init() {}

  /// Whether a character or a sequence has begun and not ended: what comes soon belongs to it.
  package var isWithinKey: Bool {
    if case .ground = state { false } else { true }
  }

  /// Gives up what has begun: so a lone Escape key is nothing, and what is typed after it is text.
  package mutating func endKey() {
    state = .ground
  }

  /// Reads `byte`, and adds to `typed` what it comes to.
  package mutating func read(_ byte: UInt8, into typed: inout [UInt8]) {
    // Enter and the controls are themselves wherever they come: no sequence can swallow them.
    if byte < 0x20 || byte == 0x7F {
      state = byte == Self.escape ? .escape : .ground
      if Self.editing.contains(byte) { typed.append(byte) }
      return
    }
    switch state {
    case .ground: begin(byte, &typed)
    case .character(let bytes, let missing): resume(bytes, missing: missing, with: byte, &typed)
    case .escape: afterEscape(byte)
    case .singleShift:
      state = .ground
      if let key = Self.key(final: byte, parameters: []) { typed.append(key) }
    case .functionKey: state = .ground
    case .sequence(let parameters): resume(parameters, with: byte, &typed)
    }
  }

  // MARK: - Characters

  private mutating func begin(_ byte: UInt8, _ typed: inout [UInt8]) {
    switch byte {
    case 0x20...0x7E: typed.append(byte)
    case 0xC2...0xDF: state = .character([byte], missing: 1)
    case 0xE0...0xEF: state = .character([byte], missing: 2)
    case 0xF0...0xF4: state = .character([byte], missing: 3)
    default: break
    }
  }

  private mutating func resume(_ bytes: [UInt8], missing: Int, with byte: UInt8, _ typed: inout [UInt8]) {
    state = .ground
    guard (0x80...0xBF).contains(byte) else { return begin(byte, &typed) }
    let bytes = bytes + [byte]
    if missing > 1 {
      state = .character(bytes, missing: missing - 1)
    } else if let text = String(validating: bytes, as: UTF8.self), Sanitizer.isClean(text) {
      typed += bytes
    }
  }

  // MARK: - Sequences

  private mutating func afterEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .singleShift
    default: state = .ground
    }
  }

  private mutating func resume(_ parameters: [UInt8], with byte: UInt8, _ typed: inout [UInt8]) {
    guard (0x40...0x7E).contains(byte) else {
      state = .sequence(parameters.count < Self.longestParameters ? parameters + [byte] : parameters)
      return
    }
    state = byte == UInt8(ascii: "[") && parameters.isEmpty ? .functionKey : .ground
    if let key = Self.key(final: byte, parameters: parameters) { typed.append(key) }
  }

  /// The control key for a sequence; `nil` for any but the plain cursor and editing keys.
  private static func key(final: UInt8, parameters: [UInt8]) -> UInt8? {
    switch (String(decoding: parameters, as: UTF8.self), final) {
    case ("", UInt8(ascii: "A")): 0x10
    case ("", UInt8(ascii: "B")): 0x0E
    case ("", UInt8(ascii: "C")): 0x06
    case ("", UInt8(ascii: "D")): 0x02
    case ("", UInt8(ascii: "H")), ("1", UInt8(ascii: "~")), ("7", UInt8(ascii: "~")): 0x01
    case ("", UInt8(ascii: "F")), ("4", UInt8(ascii: "~")), ("8", UInt8(ascii: "~")): 0x05
    case ("3", UInt8(ascii: "~")): deleteForwards
    default: nil
    }
  }
}
