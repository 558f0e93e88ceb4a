/// Which tokens form one word as written: a clitic and what it leans on (`do` + `n't`).
enum SurfaceWords {
  /// Ranges of two or more tokens, ascending.
  static func find(in tokens: [Token]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var openQuote = false
    for (index, token) in tokens.enumerated() {
      let isBareApostrophe = token.form == "'" || token.form == "’"
      if token.form == "‘" { openQuote = true }
      guard index > 0, !tokens[index - 1].hasSpaceAfter else {
        if token.form == "'" { openQuote = true }
        continue
      }
      let previous = tokens[index - 1].form
      let leans: Bool
      if isBareApostrophe {
        leans = token.tag.isEmpty ? !openQuote && endsInS(previous) : token.tag == "POS"
        if !leans { openQuote = false }
      } else {
        leans = Clitics.leans(token.form, on: previous)
      }
      guard leans else { continue }
      if let last = words.last, last.upperBound == index {
        words[words.count - 1] = last.lowerBound..<(index + 1)
      } else {
        words.append((index - 1)..<(index + 1))
      }
    }
    return words
  }

  private static func endsInS(_ form: String) -> Bool {
    guard let last = form.unicodeScalars.last else { return false }
    return "sSxXzZ".unicodeScalars.contains(last)
  }
}
