// Cuts the flat run of fragments into sections at its headings.

import Documents

/// Makes a document's sections of fragments.
enum SectionAssembler {
  /// The sections of `fragments`, in order; text before the first heading is a section without one. None is empty.
  static func sections(of fragments: [Fragment]) -> [Section] {
    var sections: [Section] = []
    var section = Section()
    func close() {
      if section.heading != nil || !section.blocks.isEmpty { sections.append(section) }
    }
    for fragment in fragments {
      if case .heading(let level) = fragment.kind {
        close()
        let heading = fragment.pieces[0]
        section = Section(heading: heading.text, headingLine: heading.lines.first, level: level)
      } else {
        section.blocks.append(Block(blockKind(of: fragment), fragment.pieces))
      }
    }
    close()
    return sections
  }

  private static func blockKind(of fragment: Fragment) -> Block.Kind {
    switch fragment.kind {
    case .heading, .paragraph: .paragraph
    case .list: .list
    case .table: .table
    case .preformatted: .preformatted
    }
  }
}
