// Text in the characters that every screen reader and braille display knows.

import Terminal

/// Writes typographic signs in plain ones. Words, numbers and signs with a meaning of their own (a degree, a micro sign) stay:
/// these are quotations.
package enum SpokenText {
  /// `lines` without indents and columns, in plain characters; a line that has become wider than `columns` is wrapped.
  package static func lines(_ lines: [String], columns: Int) -> [String] {
    lines.flatMap { line -> [String] in
      let text = plain(line.split(separator: " ").joined(separator: " "))
      guard DisplayWidth.of(text) > columns else { return [text] }
      return TextWrapper(columns: columns).wrapped(text)
    }
  }

  /// `text` with quotation marks, dashes, dots, bullets and spaces as ASCII has them.
  package static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let replacement = replacement(for: scalar) {
        result += replacement
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func replacement(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x2018...0x201B, 0x2032, 0x02BC: "'"
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: "\""
    case 0x2039, 0x203A: "'"
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2026: "..."
    case 0x2022, 0x2023, 0x2043, 0x25AA, 0x25AB, 0x25CF, 0x25E6, 0x25A0, 0x25A1, 0xB7: "-"
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0xAD, 0x200B, 0xFEFF, 0xFE0E, 0xFE0F: ""
    default: nil
    }
  }
}
