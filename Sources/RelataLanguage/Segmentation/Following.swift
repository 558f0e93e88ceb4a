import RelataWords

/// What comes after a possible end of a sentence.
struct Following {
  /// The first word in lower case; empty where none begins.
  private(set) var word = ""
  /// Whether a sentence can begin like this: a capital, a digit, a script without case.
  private(set) var startsSentence = false
  private(set) var startsWithDigit = false
  /// `Putin said`, `he told reporters`: who spoke the quotation before.
  private(set) var introducesSpeaker = false

  private static let articles = SegmentationList.nameArticles.words

  init(at start: Int, in scalars: [Unicode.Scalar], limit: Int, reach: Int) {
    var index = start
    while index < limit, index - start < 4,
      scalars[index].isOpeningPunctuation || scalars[index].isInvisible || scalars[index].isSpace
        || scalars[index] == "•" || scalars[index] == "-" || scalars[index] == "–" || scalars[index] == "—"
        || scalars[index] == "*" || scalars[index] == "…" || scalars[index] == "."
    {
      index += 1
    }
    guard index < limit else { return }
    let first = scalars[index]
    let end = Self.wordEnd(index, scalars, limit, reach)
    word = scalars.string(index..<end).lowercased()
    startsWithDigit = first.isDigit
    if first.isLowercaseLetter {
      let next = scalars.at(end)
      let hasArticle = (next?.isHyphen ?? false) || (next?.isApostrophe ?? false)
      let isName =
        hasArticle && Self.articles.contains(word) && scalars.at(end + 1)?.isUppercaseLetter == true
      let isBrand = end - index > 1 && scalars[index + 1].isUppercaseLetter
      startsSentence = isName || isBrand
    } else {
      startsSentence =
        first.isLetter || first.isDigit || first == "$" || first == "€" || first == "£"
        || first == "@" || first == "#" || first == "[" || first.properties.isEmojiPresentation
    }
    introducesSpeaker = Self.speakerFollows(index, scalars, limit, reach)
  }

  private static func wordEnd(_ start: Int, _ scalars: [Unicode.Scalar], _ limit: Int, _ reach: Int) -> Int {
    var end = start
    while end < limit, end - start < reach, scalars[end].isWordScalar { end += 1 }
    return end
  }

  /// Up to four words, then a verb of speech, without punctuation between.
  private static func speakerFollows(
    _ start: Int, _ scalars: [Unicode.Scalar], _ limit: Int, _ reach: Int
  ) -> Bool {
    var index = start
    for position in 0..<5 {
      let end = wordEnd(index, scalars, limit, reach)
      guard end > index else { return false }
      if position > 0, SentenceWords.speech.contains(scalars.string(index..<end)) { return true }
      index = end
      if index < limit, scalars[index].isHyphen {
        index += 1
        continue
      }
      guard index < limit, scalars[index].isSpace else { return false }
      index += 1
    }
    return false
  }
}
