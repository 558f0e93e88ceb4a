import RelataDocuments

/// Plain text → paragraphs.
///
/// Writers of plain text end a line either where a paragraph ends or where the page does. A text is taken to
/// be wrapped by hand where lines break in the middle of a sentence (no final punctuation, the next goes on
/// in lower case); then two lines belong together if the first word of the second had no room in the first.
struct PlainParagraphs {
  private struct Line {
    var range: Range<Int>
    var hasBlankBefore: Bool
    var endsSentence: Bool
    var startsLower: Bool
    var firstWord: Int
    var isBullet: Bool
    var count: Int { range.count }
  }

  /// Longer lines are not wrapped by hand.
  private static let widest = 140
  /// Shorter lines are not broken for want of room.
  private static let narrowest = 35

  let scalars: [Unicode.Scalar]

  func units() -> [TextUnit] {
    let lines = self.lines()
    let width = wrapWidth(lines)
    var units: [TextUnit] = []
    var index = 0
    while index < lines.count {
      var last = index
      while last + 1 < lines.count, !lines[last + 1].hasBlankBefore,
        belong(lines[last], lines[last + 1], width)
          || last > index && isUnfinished(lines[last], lines[last + 1])
      {
        last += 1
      }
      units.append(
        TextUnit(
          range: lines[index].range.lowerBound..<lines[last].range.upperBound,
          hasBlankBefore: lines[index].hasBlankBefore,
          hasBlankAfter: last + 1 >= lines.count || lines[last + 1].hasBlankBefore,
          isListItem: lines[index].isBullet))
      index = last + 1
    }
    return units
  }

  private func lines() -> [Line] {
    var lines: [Line] = []
    var isBlank = true
    for range in LineReader(scalars) {
      let trimmed = scalars.trimmed(range)
      if trimmed.isEmpty {
        isBlank = true
        continue
      }
      var firstWord = trimmed.lowerBound
      while firstWord < trimmed.upperBound, !scalars[firstWord].isSpace, firstWord - trimmed.lowerBound < 60 {
        firstWord += 1
      }
      lines.append(
        Line(
          range: trimmed, hasBlankBefore: isBlank, endsSentence: scalars.endsSentence(trimmed),
          startsLower: scalars[trimmed.lowerBound].isLowercaseLetter,
          firstWord: firstWord - trimmed.lowerBound,
          isBullet: ListMarker.end(in: scalars, trimmed) != nil))
      isBlank = false
    }
    return lines
  }

  /// The longest line that breaks in the middle of a sentence; nil where lines are paragraphs.
  private func wrapWidth(_ lines: [Line]) -> Int? {
    var width: Int?
    for (line, next) in zip(lines, lines.dropFirst()) where breaksSentence(line, next) {
      width = max(width ?? 0, line.count)
    }
    return width
  }

  private func breaksSentence(_ line: Line, _ next: Line) -> Bool {
    guard !next.hasBlankBefore, !line.endsSentence, next.startsLower, !next.isBullet,
      (Self.narrowest...Self.widest).contains(line.count)
    else { return false }
    // "by Jane Doe" under a headline is no continuation.
    return next.endsSentence || next.count * 2 >= line.count
  }

  /// A paragraph of several lines does not end without a stop, however ragged its lines are.
  private func isUnfinished(_ line: Line, _ next: Line) -> Bool {
    !line.endsSentence && !next.isBullet && scalars[line.range].last != ":" && line.count >= Self.narrowest
      && line.count <= Self.widest && (next.endsSentence || next.count >= Self.narrowest)
  }

  private func belong(_ line: Line, _ next: Line, _ width: Int?) -> Bool {
    if breaksSentence(line, next) { return true }
    guard let width, line.count <= width * 6 / 5, !next.isBullet else { return false }
    let needed = line.count + 1 + next.firstWord
    return needed > width || (next.startsLower && needed * 10 > width * 8 && !line.endsSentence)
  }
}
