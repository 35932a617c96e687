// Takes apart what a program writes to a terminal: printable bytes, control bytes, escape sequences.

/// One thing a terminal is told.
enum TerminalEvent: Equatable {
  /// A byte of text, UTF-8.
  case text(UInt8)
  case control(UInt8)
  /// `ESC [ parameters final`; a parameter left out is -1.
  case sequence(parameters: [Int], final: UInt8)
  /// Any other escape sequence.
  case other
}

/// Reads the output of a program byte by byte.
struct TerminalOutput {
  fileprivate enum State {
    case ground, escape, oneMore
    case sequence([UInt8])
    case string
  }

  private var state = State.ground

  /// - Returns: what ended with `byte`.
  mutating func read(_ byte: UInt8) -> TerminalEvent? {
    switch state {
    case .ground:
      if byte == 0x1B { state = .escape }
      return byte == 0x1B ? nil : byte < 0x20 || byte == 0x7F ? .control(byte) : .text(byte)
    case .escape: return afterEscape(byte)
    case .oneMore:
      state = .ground
      return .other
    case .sequence(let bytes):
      guard (0x40...0x7E).contains(byte) else {
        state = .sequence(bytes + [byte])
        return nil
      }
      state = .ground
      return .sequence(parameters: Self.parameters(bytes), final: byte)
    case .string:
      if byte == 0x07 || byte == 0x5C { state = .ground }
      return state.isGround ? .other : nil
    }
  }

  private mutating func afterEscape(_ byte: UInt8) -> TerminalEvent? {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .oneMore
    default:
      state = .ground
      return .other
    }
    return nil
  }

  private static func parameters(_ bytes: [UInt8]) -> [Int] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      Int(String(decoding: part, as: UTF8.self)) ?? -1
    }
  }
}

extension TerminalOutput.State {
  fileprivate var isGround: Bool { if case .ground = self { true } else { false } }
}
