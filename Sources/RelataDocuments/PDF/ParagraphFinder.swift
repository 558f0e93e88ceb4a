/// Parts a column's lines into paragraphs: by white space above, the size of letters, indentation and the
/// length of the last line.
struct ParagraphFinder {
  let metrics: PDFMetrics
  let column: PDFColumn

  func paragraphs(of lines: [PDFLine]) -> [[PDFLine]] {
    var result: [[PDFLine]] = []
    for line in lines {
      if let paragraph = result.last, let last = paragraph.last,
        !begins(line, after: last, isFirst: paragraph.count == 1)
      {
        result[result.count - 1].append(line)
      } else {
        result.append([line])
      }
    }
    return result
  }

  /// - Parameter isFirst: whether `line` begins a paragraph itself.
  private func begins(_ next: PDFLine, after line: PDFLine, isFirst: Bool) -> Bool {
    guard let last = line.words.last?.text, let first = next.words.first?.text else { return true }
    let size = next.size
    if !PDFMetrics.isSame(line.size, size) || PDFCharacters.isBullet(first) || line.hasLeader { return true }
    if next.baseline - line.baseline > 1.2 * metrics.leading(size) + 0.5 { return true }
    // A title's lines are parted where its author liked.
    if size > 1.15 * metrics.bodySize || isCentered(line, next) { return false }

    // No paragraph ends within a sentence.
    let mayEnd = PDFCharacters.endsSentence(last) || !PDFCharacters.beginsLowercase(first)
    guard mayEnd else { return false }
    if column.isShort(line, before: next) { return true }
    let indent = next.box.xMin - line.box.xMin
    // The lines of an item stand to the right of its mark, and back in the margin begins the next one.
    if indent >= 0.6 * size { return !(isFirst && ListMark.begins(line)) }
    if indent <= -0.6 * size { return !isFirst || ListMark.begins(line) && ListMark.begins(next) }
    return false
  }

  private func isCentered(_ line: PDFLine, _ next: PDFLine) -> Bool {
    let centers = [line, next].map { ($0.box.xMin + $0.box.xMax) / 2 }
    return abs(centers[0] - centers[1]) < 0.2 * next.size && abs(line.box.xMin - next.box.xMin) > next.size
      && line.box.xMin - column.left > next.size / 2 && next.box.xMin - column.left > next.size / 2
  }
}
