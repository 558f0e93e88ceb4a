/// Where the sentences of a paragraph end.
struct SentenceSplitter {
  let scalars: [Unicode.Scalar]

  /// How far the words around a stop are looked at, so that the time stays linear in the text.
  private static let reach = 32

  /// The sentences in `paragraph`, without the white space around them; line ends inside are white space.
  /// - Complexity: O(*n*).
  func sentences(in paragraph: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = skipSpace(paragraph.lowerBound, paragraph.upperBound)
    var index = start
    while index < paragraph.upperBound {
      guard scalars[index].isTerminator else {
        index += 1
        continue
      }
      let stop = Stop(at: index, in: scalars, paragraph: paragraph)
      index = stop.end
      if isBoundary(stop, sentenceStart: start) {
        sentences.append(start..<stop.end)
        start = stop.next
        index = max(index, start)
      }
    }
    var end = paragraph.upperBound
    while end > start, scalars[end - 1].isSpace || scalars[end - 1].isInvisible { end -= 1 }
    if end > start { sentences.append(start..<end) }
    return sentences
  }

  private func skipSpace(_ index: Int, _ limit: Int) -> Int {
    var next = index
    while next < limit, scalars[next].isSpace || scalars[next].isInvisible { next += 1 }
    return next
  }

  /// A run of terminators with the quotes and brackets that close after it.
  private struct Stop {
    /// The run itself.
    var run: Range<Int>
    /// After the closing punctuation.
    var end: Int
    /// Where the next visible scalar is.
    var next: Int
    var hasSpace: Bool
    var closesQuote: Bool
    /// Whether closing punctuation, or a note's mark, stands behind it; markup that is blanked out is none.
    var isClosed: Bool
    var limit: Int

    init(at start: Int, in scalars: [Unicode.Scalar], paragraph: Range<Int>) {
      limit = paragraph.upperBound
      var end = start
      while end < limit, scalars[end].isTerminator { end += 1 }
      run = start..<end
      closesQuote = false
      isClosed = false
      // Spaced ellipses and quotes after a space (`. "`) stay as they are: a straight quote there may open.
      while end < limit, scalars[end].isClosingPunctuation || scalars[end].isInvisible {
        if scalars[end].isClosingPunctuation {
          isClosed = true
          if scalars[end] != ")" && scalars[end] != "]" { closesQuote = true }
        }
        end += 1
      }
      if let note = Self.noteEnd(after: end, in: scalars, limit) { (end, isClosed) = (note, true) }
      self.end = end
      var next = end
      while next < limit, scalars[next].isSpace || scalars[next].isInvisible { next += 1 }
      hasSpace = next > end && scalars[end..<next].contains(where: \.isSpace)
      self.next = next
    }

    /// The end of a note's mark, `[1]`, which stands with the sentence before it, also after a space.
    private static func noteEnd(after end: Int, in scalars: [Unicode.Scalar], _ limit: Int) -> Int? {
      let start = end < limit && scalars[end] == " " ? end + 1 : end
      guard start + 2 < limit, scalars[start] == "[", scalars[start + 1].isASCIIDigit else { return nil }
      var mark = start + 1
      while mark < limit, mark - start < 5, scalars[mark].isASCIIDigit { mark += 1 }
      return mark < limit && scalars[mark] == "]" ? mark + 1 : nil
    }
  }

  private func isBoundary(_ stop: Stop, sentenceStart: Int) -> Bool {
    guard stop.next < stop.limit else { return false }
    guard stop.hasSpace else { return isMissingSpace(stop) }
    let following = Following(at: stop.next, in: scalars, limit: stop.limit, reach: Self.reach)
    guard following.startsSentence else { return false }

    let before = precedingWord(stop.run.lowerBound, from: sentenceStart)
    let first = scalars[stop.run.lowerBound]
    if stop.run.count > 1 && scalars[stop.run].allSatisfy({ $0 == "." }) || first == "…" {
      // `[...]` and an ellipsis after a word that cannot end a sentence only leave something out.
      if let opener = scalars.at(stop.run.lowerBound - 1), opener == "[" || opener == "(" { return false }
      return !SentenceWords.cannotEnd.contains(before.lowercased())
    }
    if first != "." {
      return !(stop.closesQuote && following.introducesSpeaker)
    }
    return stop.closesQuote
      || isBoundary(afterWord: before, at: stop, following: following, start: sentenceStart)
  }

  /// What a single full stop says.
  private func isBoundary(afterWord word: String, at stop: Stop, following: Following, start: Int) -> Bool {
    if stop.isClosed { return true }
    if word.isEmpty { return true }
    let isStarter = SentenceWords.starters.contains(following.word)
    if word.unicodeScalars.allSatisfy(\.isASCIIDigit) {
      // `1. Wash your hands`: a list's number, not a sentence.
      return !(stop.run.lowerBound - start == word.utf8.count && word.utf8.count <= 3)
    }
    let part = word.split(separator: "-").last.map { $0.drop { $0 == "." } }.map(String.init) ?? word
    let lower = part.lowercased()
    switch Abbreviations.kind(part) {
    case nil: return true
    case .title: return false
    case .general:
      if SentenceWords.leadsOn.contains(lower) { return false }
      if lower == "a.m" || lower == "p.m" { return !SentenceWords.timeZones.contains(following.word) }
      if Abbreviations.beforeNumbers.contains(lower), following.startsWithDigit { return false }
      return isStarter
    case .ambiguous:
      if Abbreviations.beforeNumbers.contains(lower) {
        return !following.startsWithDigit && (part.first?.isLowercase == true || isStarter)
      }
      // "sun.", "me.": a word; "Sun.", "Me.", "Col.": an abbreviation.
      return part.first?.isLowercase == true || isStarter
    }
  }

  /// `end.Next` without a space: letters before, a capitalised word after, and no address.
  private func isMissingSpace(_ stop: Stop) -> Bool {
    let index = stop.run.lowerBound
    guard stop.run.count == 1, scalars[index] == ".", stop.next == stop.end, stop.next + 1 < stop.limit,
      scalars[stop.next].isUppercaseLetter, scalars[stop.next + 1].isLowercaseLetter,
      let last = scalars.at(index - 1), let beforeLast = scalars.at(index - 2), last.isLowercaseLetter,
      beforeLast.isLowercaseLetter
    else { return false }
    let following = Following(at: stop.next, in: scalars, limit: stop.limit, reach: Self.reach)
    if SentenceWords.domainEndings.contains(following.word) { return false }
    if stop.end == stop.run.upperBound {
      return Abbreviations.kind(precedingWord(index, from: 0)) == nil
    }
    return scalars[stop.end - 1] == "”" || scalars[stop.end - 1] == ")"
  }

  /// The word that ends before `index`, with the stops and hyphens inside it.
  private func precedingWord(_ index: Int, from start: Int) -> String {
    var first = index
    while first > start, index - first < Self.reach {
      let scalar = scalars[first - 1]
      guard scalar.isWordScalar || scalar == "." || scalar.isHyphen else { break }
      first -= 1
    }
    return scalars.string(first..<index)
  }
}
