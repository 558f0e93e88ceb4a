/// Joins what the end of a column or page, a figure or a table has parted.
struct ParagraphJoiner {
  let metrics: PDFMetrics

  func joined(_ paragraphs: [PDFParagraph]) -> [PDFParagraph] {
    var result: [PDFParagraph] = []
    /// The last paragraph of running text, and whether a table or the like has come after it.
    var open: (index: Int, isApart: Bool)?
    for paragraph in paragraphs {
      guard paragraph.kind == .text, PDFMetrics.isSame(paragraph.size, metrics.bodySize) else {
        if let last = result.last, isTitle(last, goingOnWith: paragraph) {
          append(paragraph, to: &result[result.count - 1])
          continue
        }
        // A heading ends what stands before it; tables, captions and notes do not.
        if paragraph.kind != .note { open?.isApart = true }
        if paragraph.kind == .text, paragraph.size > metrics.bodySize { open = nil }
        result.append(paragraph)
        continue
      }
      if let open, goesOn(result[open.index], with: paragraph, isApart: open.isApart) {
        append(paragraph, to: &result[open.index])
      } else {
        result.append(paragraph)
        open = (result.count - 1, false)
      }
    }
    return result
  }

  private func goesOn(_ paragraph: PDFParagraph, with next: PDFParagraph, isApart: Bool) -> Bool {
    guard let line = paragraph.lastLine, let first = next.firstLine, let last = line.words.last?.text,
      let word = first.words.first?.text, !PDFCharacters.isBullet(word)
    else { return false }
    let isShort = paragraph.column.isShort(line, before: first)
    if !PDFCharacters.endsSentence(last), PDFCharacters.beginsLowercase(word) { return !isShort }
    // A full line before and no indentation after: more likely than a last line that happens to be full.
    guard paragraph.column.number != next.column.number, !isShort, !next.column.isIndented(first) else {
      return false
    }
    return !PDFCharacters.endsSentence(last)
      || !isApart && paragraph.pieces.reduce(0) { $0 + $1.lines.count } > 1
  }

  /// A title's last line may be so short that it seems to begin the column below.
  private func isTitle(_ paragraph: PDFParagraph, goingOnWith next: PDFParagraph) -> Bool {
    guard paragraph.kind == .text, next.kind == .text, next.size > 1.15 * metrics.bodySize,
      PDFMetrics.isSame(paragraph.size, next.size), paragraph.column.number != next.column.number,
      paragraph.pieces.last?.page == next.pieces.first?.page, let line = paragraph.lastLine,
      let first = next.firstLine
    else { return false }
    let distance = first.baseline - line.baseline
    return distance > 0 && distance <= 1.2 * metrics.leading(next.size) + 0.5
      && first.box.xMin < line.box.xMax && line.box.xMin < first.box.xMax
  }

  private func append(_ next: PDFParagraph, to paragraph: inout PDFParagraph) {
    for piece in next.pieces {
      if let last = paragraph.pieces.last, last.page == piece.page {
        paragraph.pieces[paragraph.pieces.count - 1].lines += piece.lines
      } else {
        paragraph.pieces.append(piece)
      }
    }
    paragraph.column = next.column
  }
}
