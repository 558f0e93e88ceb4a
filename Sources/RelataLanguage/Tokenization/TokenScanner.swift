/// One pass over a sentence, left to right.
struct TokenScanner {
  let scalars: [Unicode.Scalar]
  let sentence: Range<Int>
  private var tokens: [Range<Int>] = []
  /// What the run of scalars without a space, in which the scanner stands, may hold.
  private var chunk = Chunk(range: 0..<0)

  init(scalars: [Unicode.Scalar], sentence: Range<Int>) {
    self.scalars = scalars
    self.sentence = sentence.clamped(to: 0..<scalars.count)
  }

  mutating func scan() -> [Range<Int>] {
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      if scalars[position].isSpace || scalars[position].isInvisible {
        position += 1
        continue
      }
      if position >= chunk.range.upperBound {
        chunk = Chunk(at: position, in: scalars, until: sentence.upperBound)
      }
      position = scanToken(at: position)
    }
    return tokens
  }

  /// Appends the token at `start`, or its parts, and returns where it ends.
  private mutating func scanToken(at start: Int) -> Int {
    let limit = chunk.range.upperBound
    let scalar = scalars[start]
    if let end = AddressScanner(scalars: scalars, chunk: chunk).end(at: start) { return emit(start..<end) }
    if scalar.isDigit || isSignedNumber(at: start, limit) {
      return emit(start..<numberEnd(from: start, limit))
    }
    if scalar.isWordScalar { return scanWord(at: start, limit) }
    if scalar.isApostrophe, let end = elisionEnd(at: start, limit) { return emit(start..<end) }
    return emit(start..<SymbolScanner(scalars: scalars, limit: limit).end(at: start))
  }

  @discardableResult
  private mutating func emit(_ range: Range<Int>) -> Int {
    tokens.append(range)
    return range.upperBound
  }

  // MARK: Words

  private mutating func scanWord(at start: Int, _ limit: Int) -> Int {
    var end = wordEnd(from: start, limit)
    // `US$`, `HK$`: the letters belong to the currency.
    if end < limit, scalars[end].properties.generalCategory == .currencySymbol, end - start <= 3,
      scalars[start..<end].allSatisfy(\.isUppercaseLetter)
    {
      return emit(start..<(end + 1))
    }
    if end < limit, scalars[end] == ".", keepsStop(word: start..<end) { end += 1 }
    var partStart = start
    for split in Clitics.splits(scalars[start..<end]) {
      emit(partStart..<(start + split))
      partStart = start + split
    }
    return emit(partStart..<end)
  }

  private func wordEnd(from start: Int, _ limit: Int) -> Int {
    let last = min(limit, start + Tokenizer.longestWord)
    var end = start
    var partStart = start
    var hasHyphen = false
    while end < last {
      let scalar = scalars[end]
      if scalar.isWordScalar {
        end += 1
        continue
      }
      guard end > start, end + 1 < last, scalars[end + 1].isWordScalar else { break }
      let next = scalars[end + 1]
      if scalar.isApostrophe || (scalar == "`" && next == "s") {
        end += 1
      } else if scalar == "." {
        guard continuesInitials(partStart..<end, stopBefore: end + 1) else { break }
        end += 1
      } else if scalar == "&" {
        guard scalars[end - 1].isUppercaseLetter, next.isUppercaseLetter else { break }
        end += 1
      } else if scalar == "/" {
        // `w/o`, `I/C`, `s/he`: single letters.
        guard end - partStart == 1, isLetterEnd(end + 2, limit) else { break }
        end += 1
      } else if scalar.isHyphen, !hasHyphen {
        guard keepsHyphen(partStart..<end, limit) else { break }
        hasHyphen = true
        end += 1
        partStart = end
      } else {
        break
      }
    }
    if end < last, scalars[end].isHyphen, end + 1 == limit || scalars[end + 1] == ",",
      end - start <= 2 || Hyphens.keepsPrefix(scalars.string(start..<min(end, start + 12)))
    {
      // `pre- and post-war`, `th- they`: the hyphen stands for the rest of the word.
      end += 1
    }
    return max(end, start + 1)
  }

  /// Whether the stop between `part` and the letter after it is one of `U.S.`, `a.k.a.`, `Ph.D.`.
  private func continuesInitials(_ part: Range<Int>, stopBefore next: Int) -> Bool {
    guard scalars[next].isLetter, part.count < 24 else { return false }
    let word = scalars.string(part)
    if Abbreviations.isInitials(word) || (word.count == 1 && scalars[part.lowerBound].isLetter) {
      return next + 1 >= chunk.range.upperBound || !scalars[next + 1].isLetter
        || scalars[next].isLetter && next + 2 < chunk.range.upperBound && scalars[next + 2] == "."
    }
    let lower = word.lowercased()
    return lower == "ph" || lower == "d" || lower == "m" || lower == "b" || lower == "ed"
  }

  private func isLetterEnd(_ index: Int, _ limit: Int) -> Bool {
    index >= limit || !scalars[index].isWordScalar
  }

  private func keepsHyphen(_ part: Range<Int>, _ limit: Int) -> Bool {
    guard part.count <= 12 else { return false }
    if Hyphens.keepsPrefix(scalars.string(part)) { return true }
    var end = part.upperBound + 1
    while end < limit, scalars[end].isLetter, end - part.upperBound < 8 { end += 1 }
    return Hyphens.keepsSuffix(scalars.string((part.upperBound + 1)..<end))
  }

  /// Whether the stop after a word is the word's own.
  private func keepsStop(word: Range<Int>) -> Bool {
    guard word.count <= 24 else { return false }
    let stop = word.upperBound
    // Two stops are the word's and the sentence's; three are an ellipsis.
    if stop + 2 < sentence.upperBound, scalars[stop + 1] == ".", scalars[stop + 2] == "." { return false }
    let text = scalars.string(word)
    guard let kind = Abbreviations.kind(text) else { return false }
    let isLast = endsSentence(stop + 1)
    switch kind {
    case .title: return !isLast
    case .general: return !isLast || !Abbreviations.isInitial(text)
    case .ambiguous:
      if isLast { return false }
      if Abbreviations.beforeNumbers.contains(text.lowercased()) {
        return nextVisible(stop + 1).map { $0.isDigit || "#IVXLC".unicodeScalars.contains($0) } ?? false
      }
      return true
    }
  }

  /// Whether nothing but closing punctuation follows.
  private func endsSentence(_ index: Int) -> Bool {
    var next = index
    while next < sentence.upperBound {
      let scalar = scalars[next]
      guard scalar.isSpace || scalar.isInvisible || scalar.isClosingPunctuation || scalar.isTerminator else {
        return false
      }
      next += 1
    }
    return true
  }

  private func nextVisible(_ index: Int) -> Unicode.Scalar? {
    var next = index
    while next < sentence.upperBound, scalars[next].isSpace || scalars[next].isInvisible { next += 1 }
    return next < sentence.upperBound ? scalars[next] : nil
  }

  /// `'60s`, `’em`: an apostrophe that stands for what was left out.
  private func elisionEnd(at start: Int, _ limit: Int) -> Int? {
    var end = start + 1
    while end < limit, end - start <= 6, scalars[end].isLetter || scalars[end].isASCIIDigit { end += 1 }
    let rest = scalars.string((start + 1)..<end).lowercased()
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if digits.count == 2, rest.count == 2 || rest.hasSuffix("s") && rest.count == 3 {
      return start == chunk.range.lowerBound || !scalars[start - 1].isWordScalar ? end : nil
    }
    let isAtStart = start == chunk.range.lowerBound || !scalars[start - 1].isWordScalar
    switch rest {
    case "em", "til", "cause", "cuz", "tis", "twas", "n": return isAtStart ? end : nil
    // A clitic that something else than a word came before: `)'s`, `%'s`.
    case "s", "re", "ve", "ll": return start > chunk.range.lowerBound || isAfterInvisible(start) ? end : nil
    default: return nil
    }
  }

  /// Whether markup stood before `index`, as between `**Putin**` and `'s`.
  private func isAfterInvisible(_ index: Int) -> Bool {
    index > sentence.lowerBound && scalars[index - 1].isInvisible
  }

  // MARK: Numbers

  private func isSignedNumber(at start: Int, _ limit: Int) -> Bool {
    guard start == chunk.range.lowerBound, start + 1 < limit, scalars[start + 1].isASCIIDigit else {
      return false
    }
    return scalars[start] == "+" || scalars[start] == "."
  }

  private func numberEnd(from start: Int, _ limit: Int) -> Int {
    if let end = hyphenatedNumberEnd(from: start, limit) { return end }
    let last = min(limit, start + Tokenizer.longestWord)
    var end = start + 1
    while end < last {
      let scalar = scalars[end]
      if scalar.isDigit || scalar.isMark {
        end += 1
      } else if end + 1 < last, scalars[end + 1].isDigit, isNumberSeparator(scalar) {
        end += 2
      } else {
        break
      }
    }
    guard end < last, scalars[end].isWordScalar else {
      // `1.` at the start of a list item.
      if end < limit, scalars[end] == ".", tokens.isEmpty, end - start <= 3, end + 1 == limit,
        !endsSentence(end + 1)
      {
        return end + 1
      }
      if end + 1 < last, scalars[end].isApostrophe, scalars[end + 1] == "s", isDecade(start..<end) {
        return end + 2
      }
      return end
    }
    var letters = end
    while letters < last, scalars[letters].isWordScalar { letters += 1 }
    let unit = scalars.string(end..<letters)
    return NumberUnits.splitsOff(unit) ? end : letters
  }

  private func isDecade(_ digits: Range<Int>) -> Bool {
    (digits.count == 4 || digits.count == 2) && scalars[digits.upperBound - 1] == "0"
  }

  private func isNumberSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "," || scalar == ":" || scalar == "/" || scalar == "⁄"
  }

  /// Groups of digits with hyphens between that are one number.
  private func hyphenatedNumberEnd(from start: Int, _ limit: Int) -> Int? {
    var groups: [Int] = []
    var digits = 0
    var end = start
    while end < limit, end - start <= 20 {
      if scalars[end].isASCIIDigit {
        digits += 1
      } else if scalars[end].isHyphen, digits > 0, end + 1 < limit, scalars[end + 1].isASCIIDigit {
        groups.append(digits)
        digits = 0
      } else {
        break
      }
      end += 1
    }
    groups.append(digits)
    guard groups.count > 1, Hyphens.isOneNumber(groups), end >= limit || !scalars[end].isWordScalar else {
      return nil
    }
    return end
  }
}
