extension Array where Element == Unicode.Scalar {
  /// A range without the white space and the invisible scalars at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isSpace || self[start].isInvisible { start += 1 }
    while end > start, self[end - 1].isSpace || self[end - 1].isInvisible { end -= 1 }
    return start..<end
  }

  /// Whether a line ends as sentences do, closing quotes, brackets and note marks set aside.
  func endsSentence(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    let floor = Swift.max(range.lowerBound, range.upperBound - 12)
    while end > floor {
      let scalar = self[end - 1]
      if scalar.isTerminator { return true }
      guard
        scalar.isClosingPunctuation || scalar.isInvisible || scalar.isSpace || scalar.isASCIIDigit
          || scalar == "["
      else { return false }
      // Digits only as a note's mark: `[12]`.
      if scalar.isASCIIDigit, !self[end..<range.upperBound].contains("]") { return false }
      end -= 1
    }
    return false
  }

  /// Whether a whole sentence ends inside a line.
  func hasInnerStop(_ range: Range<Int>) -> Bool { lastInnerStop(range) != nil }

  /// The last terminator inside a line that follows a word in lower case or a number
  /// and comes before a space.
  func lastInnerStop(_ range: Range<Int>) -> Int? {
    guard range.count > 2 else { return nil }
    return (range.lowerBound + 1..<range.upperBound - 1).last { index in
      self[index].isTerminator && (self[index - 1].isLowercaseLetter || self[index - 1].isDigit)
        && self[index + 1].isSpace
    }
  }
}

/// `- `, `* `, `• `, `1. `, `a) `: what an item of a list begins with.
enum ListMarker {
  /// Where the marker of the line ends, the space after it included; nil for other lines.
  static func end(in scalars: [Unicode.Scalar], _ line: Range<Int>) -> Int? {
    guard line.count >= 2 else { return nil }
    let first = scalars[line.lowerBound]
    var end = line.lowerBound + 1
    switch first {
    case "-", "*", "+", "•", "‣", "◦", "▪", "·", "►", "→", "➤", "●", "○": break
    default:
      guard first.isASCIIDigit else { return nil }
      while end < line.upperBound, end - line.lowerBound < 3, scalars[end].isASCIIDigit { end += 1 }
      guard end < line.upperBound, scalars[end] == "." || scalars[end] == ")" else { return nil }
      end += 1
    }
    guard end < line.upperBound, scalars[end].isSpace else { return nil }
    while end < line.upperBound, scalars[end].isSpace { end += 1 }
    return end
  }
}
