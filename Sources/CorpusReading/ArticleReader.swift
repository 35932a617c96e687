// One article's bytes to its passages: decode, parse, clean, assemble, split. It opens no file.

import Documents

/// Makes articles of bytes.
struct ArticleReader {
  /// A text of more lines is no article; each costs a few hundred bytes while it is read.
  static let lineLimit = 1_000_000

  let settings: Settings

  /// The article that is a whole file, or why it gives none.
  func read(_ bytes: [UInt8], format: ArticleFormat, article: Article, ledger: inout ArticleLedger) -> CorpusItem {
    let text = TextDecoder.decode(bytes, ledger: &ledger)
    if hasTooManyLines(text) { return skipped(ledger, "more than \(Self.lineLimit) lines") }
    var parsed: ParsedText
    switch format {
    case .plainText, .jsonLines:
      let (metadata, body, firstLine) = FrontMatter.take(from: text, ledger: &ledger)
      parsed = ParsedText(
        metadata: metadata, fragments: PlainTextParser.parse(body, from: firstLine, ledger: &ledger))
      finishPlainText(&parsed, mayHaveTitle: true, ledger: &ledger)
    case .markdown:
      let (metadata, body, firstLine) = FrontMatter.take(from: text, ledger: &ledger)
      do throws(MarkdownGuard.Refusal) {
        parsed = try MarkdownParser.parse(body, from: firstLine, ledger: &ledger)
      } catch {
        return skipped(ledger, error.reason)
      }
      parsed.metadata = metadata
      MarkdownParser.takeTitle(from: &parsed)
      parsed.fragments = BoilerplateFilter.clean(
        parsed.fragments, patterns: settings.boilerplate, ledger: &ledger)
    case .html:
      do throws(HTMLGuard.Refusal) {
        parsed = try HTMLParser.parse(text, ledger: &ledger)
      } catch {
        return skipped(ledger, error.reason)
      }
      parsed.fragments = BoilerplateFilter.clean(
        parsed.fragments, patterns: settings.boilerplate, ledger: &ledger)
    }
    return item(parsed, article: article, ledger: ledger)
  }

  /// The article that is the object on one line, or why it gives none.
  func read(_ fields: JSONLinesParser.Fields, article: Article, ledger: inout ArticleLedger) -> CorpusItem {
    var article = article
    article.identifier = oneLine(fields.identifier, ledger: &ledger)
    let text = TextDecoder.clean(fields.text, ledger: &ledger)
    if hasTooManyLines(text) { return skipped(ledger, "more than \(Self.lineLimit) lines") }
    var parsed = ParsedText(metadata: fields.metadata)
    parsed.fragments = PlainTextParser.parse(text, ledger: &ledger)
    finishPlainText(&parsed, mayHaveTitle: false, ledger: &ledger)
    return item(parsed, article: article, ledger: ledger)
  }

  private func hasTooManyLines(_ text: [UInt8]) -> Bool {
    text.count > Self.lineLimit && text.count { $0 == 0x0A } >= Self.lineLimit
  }

  private func finishPlainText(_ parsed: inout ParsedText, mayHaveTitle: Bool, ledger: inout ArticleLedger) {
    parsed.fragments = BoilerplateFilter.clean(parsed.fragments, patterns: settings.boilerplate, ledger: &ledger)
    if mayHaveTitle, let title = HeadingFinder.takeTitle(from: &parsed.fragments, ledger: &ledger) {
      parsed.metadata.title = parsed.metadata.title ?? title
    }
    HeadingFinder.markHeadings(in: &parsed.fragments, ledger: &ledger)
    parsed.fragments = ListGrouper.group(parsed.fragments)
  }

  private func item(_ parsed: ParsedText, article: Article, ledger: ArticleLedger) -> CorpusItem {
    var ledger = ledger
    var article = article
    article.title = oneLine(parsed.metadata.title, ledger: &ledger)
    article.author = oneLine(parsed.metadata.author, ledger: &ledger)
    article.date = oneLine(parsed.metadata.date, ledger: &ledger)
    article.url = oneLine(parsed.metadata.url, ledger: &ledger)
    article.source = oneLine(parsed.metadata.source, ledger: &ledger)
    article.license = oneLine(parsed.metadata.license, ledger: &ledger)
    article.reviewed = oneLine(parsed.metadata.reviewed, ledger: &ledger)
    let document = Document(article: article, sections: SectionAssembler.sections(of: parsed.fragments))
    var passages = PassageSplitter.passages(of: document)
    if let line = ledger.fixedLine {
      passages = passages.map {
        Passage(section: $0.section, heading: $0.heading, text: $0.text, lines: LineRange(line, line))
      }
    }
    guard !passages.isEmpty else { return skipped(ledger, "no text") }
    return .article(article, passages, ledger.finished())
  }

  /// `text` cleaned, on one line; `nil` where nothing is left.
  private func oneLine(_ text: String?, ledger: inout ArticleLedger) -> String? {
    guard let text else { return nil }
    var builder = SourceTextBuilder()
    builder.append(TextDecoder.clean(Array(text.utf8), ledger: &ledger).span, line: 1)
    return builder.finish()?.text
  }

  private func skipped(_ ledger: ArticleLedger, _ reason: String) -> CorpusItem {
    .skipped(LedgerEntry(path: ledger.path, line: ledger.fixedLine, action: .skipped, detail: reason))
  }
}
