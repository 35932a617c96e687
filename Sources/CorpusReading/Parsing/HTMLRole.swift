// What each HTML element means for an article's text.

import CGumbo

/// What is done with an element.
enum HTMLRole: Hashable, Sendable {
  /// Part of the line it stands in; also every element not named here.
  case inline
  /// Ends the text before it and its own.
  case block
  case heading(level: Int)
  case list, item
  case table, row, cell
  case preformatted
  case lineBreak
  case image
  /// Left out without a word: nothing a reader of the page sees as text of the article.
  case dropped
  /// Left out and entered: menus, footers, asides.
  case navigation
  /// Left out and entered: an image's caption.
  case caption
  case title, meta, link

  /// The role of elements with `tag`.
  static func role(of tag: GumboTag) -> HTMLRole {
    roles[tag.rawValue] ?? .inline
  }

  private static let roles: [UInt32: HTMLRole] = {
    var roles: [UInt32: HTMLRole] = [:]
    func add(_ role: HTMLRole, _ names: String) {
      for name in names.split(separator: " ") {
        let tag = unsafe gumbo_tag_enum(String(name))
        if tag != GUMBO_TAG_UNKNOWN { roles[tag.rawValue] = role }
      }
    }
    add(
      .block,
      """
      p div section article main header address blockquote body center details summary dialog fieldset figure form \
      hgroup hr legend
      """)
    for level in 1...6 { add(.heading(level: level), "h\(level)") }
    add(.list, "ul ol dl menu dir")
    add(.item, "li dt dd")
    add(.table, "table")
    add(.row, "tr caption")
    add(.cell, "td th")
    add(.preformatted, "pre listing xmp")
    add(.lineBreak, "br")
    add(.image, "img image")
    add(
      .dropped,
      """
      script style noscript template svg math iframe object embed video audio canvas map button select textarea input \
      datalist noframes noembed applet
      """)
    add(.navigation, "nav footer aside")
    add(.caption, "figcaption")
    add(.title, "title")
    add(.meta, "meta")
    add(.link, "link")
    return roles
  }()
}
