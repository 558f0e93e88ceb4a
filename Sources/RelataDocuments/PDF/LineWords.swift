/// The words of a line as a text has them: references to notes left out, what stands
/// without a gap put together.
struct LineWords {
  /// The marks of the document's notes.
  let noteMarks: Set<String>

  /// - Parameter isMarked: whether the first word is the mark of a note or item, and no part of what is said.
  func words(of line: PDFLine, isMarked: Bool = false) -> [String] {
    var result: [String] = []
    var end = -Double.infinity
    for word in line.words.dropFirst(isMarked ? 1 : 0) {
      let isApart = result.isEmpty || word.box.xMin - end >= 0.1 * line.size
      end = max(end, word.box.xMax)
      if let before = result.last, isReference(word, in: line, after: before, isApart: isApart) { continue }
      if !isApart {
        result[result.count - 1] += word.text
      } else if word.text == ".", result.last?.last == "." {
        // An ellipsis of spaced full stops.
        result[result.count - 1] += "."
      } else {
        result.append(word.text)
      }
    }
    return Self.isRightToLeft(result.joined()) ? Self.logical(result) : result
  }

  private static func isRightToLeft(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.count { PDFCharacters.isRightToLeft($0) } * 2 > letters.count
  }

  /// Words that stand as they are seen, from left to right, in the order in which they are read;
  /// numbers are the same in both.
  private static func logical(_ words: [String]) -> [String] {
    words.reversed().map { word in
      isRightToLeft(word) ? String(String.UnicodeScalarView(word.unicodeScalars.reversed())) : word
    }
  }

  /// Whether a raised number or sign refers to a note: there is a note of that mark, or it stands after the
  /// end of a clause, where no exponent stands.
  private func isReference(_ word: PDFWord, in line: PDFLine, after before: String, isApart: Bool) -> Bool {
    guard line.isRaised(word), let mark = ListMark.note(word.text),
      let last = before.unicodeScalars.last
    else { return false }
    if noteMarks.contains(mark) { return last.properties.numericType == nil }
    return !isApart
      && [.otherPunctuation, .finalPunctuation, .closePunctuation].contains(last.properties.generalCategory)
  }
}
