/// How plausible bytes are as text of a single-byte encoding, as a natural logarithm: the letters by the
/// alphabet of the language that fits best, everything else by what stands before and after.
struct SingleByteScore {
  let table: SingleByteTable
  let bytes: [UInt8]

  /// - Returns: nil where a byte is not assigned.
  /// - Complexity: O(*n* + *l*), *l* languages.
  func value() -> Double? {
    var counts = [Double](repeating: 0, count: 128)
    var surroundings = 0.0
    var ascii = 0.0
    var asciiLetters = 0.0
    for (index, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        ascii += 1
        if Self.asciiKinds[Int(byte)].isLetter { asciiLetters += 1 }
        continue
      }
      if case .unassigned = table.kinds[Int(byte) - 0x80] { return nil }
      counts[Int(byte) - 0x80] += 1
      surroundings += plausibility(at: index)
    }
    // Markup and addresses are ASCII in any language, so their weight has a bound.
    let bounded = min(asciiLetters, 100 * (Double(bytes.count) - ascii))
    let high = Double(bytes.count) - ascii
    let used = counts.indices.filter { counts[$0] > 0 }
    let letters = table.languages.map { language in
      // A few letters in a text of another script are a misreading.
      let isForeign = language.asciiLetter == 0 && asciiLetters > 20 * high
      let start = language.asciiLetter * bounded - (isForeign ? 4 * high : 0)
      return used.reduce(start) { $0 + language.bytes[$1] * counts[$1] }
    }
    let best = letters.max() ?? -100
    return best + surroundings - unbalanced(counts) + ascii * EncodingGuess.asciiLikelihood
  }

  /// Guillemets come in pairs.
  private func unbalanced(_ counts: [Double]) -> Double {
    guard let pair = table.guillemets else { return 0 }
    return 5 * abs(counts[pair.left] - counts[pair.right])
  }

  private func kind(_ index: Int) -> CharacterKind {
    guard bytes.indices.contains(index) else { return .space }
    let byte = bytes[index]
    return byte < 0x80 ? Self.asciiKinds[Int(byte)] : table.kinds[Int(byte) - 0x80]
  }

  private func plausibility(at index: Int) -> Double {
    let (before, after) = (kind(index - 1), kind(index + 1))
    let kind = kind(index)
    if case .letter(let script, let isUpper) = kind {
      return letter(script, isUpper: isUpper, at: index, before: before, after: after)
    }
    if before.isLetter, after.isLetter, kind != .space, kind != .apostrophe, kind != .dash, kind != .mark {
      return kind == .ellipsis ? -8 : -12
    }
    switch kind {
    case .openingQuote:
      let opens = !before.isLetter && before != .digit && (after.isLetter || after == .digit || isMark(after))
      // German closes with what English opens with: letter or stop before, space or stop after.
      return opens ? -3.5 : closes(before, after) ? -6 : -10
    case .closingQuote:
      return closes(before, after) ? -3.5 : !before.isLetter && after.isLetter ? -8.5 : -10
    case .apostrophe: return apostrophe(at: index, before: before, after: after)
    case .dash: return dash(at: index, before: before, after: after)
    case .ellipsis: return before.isLetter || isMark(before) ? -4.5 : -8
    case .currency:
      if before == .digit || after == .digit { return -4 }
      return before.isLetter || after.isLetter ? -13 : after == .space || before == .space ? -7 : -9
    case .unitSign:
      if before == .space, self.kind(index - 2) == .digit { return -6 }
      return before == .digit && !after.isLetter ? -5 : before == .digit ? -6 : -9.5
    case .invertedMark:
      return !before.isLetter && before != .digit && (after.isLetter || isMark(after)) ? -6 : -10
    case .leadingSign:
      return !before.isLetter && before != .digit && (after == .digit || after == .space) ? -6 : -11
    case .trailingSign: return before.isLetter && !after.isLetter ? -6.5 : -9.5
    case .boxDrawing:
      return before.isLetter || after.isLetter
        ? -12 : before == .boxDrawing || after == .boxDrawing ? -4 : -10
    case .mark:
      return (before.isLetter && before.script != .latin || before == .mark) && after.script != .latin
        ? -5 : -13
    case .space:
      return before == .space || after == .space ? -10 : before.isLetter && after.isLetter ? -8 : -5
    case .letter, .digit, .punctuation, .otherSymbol: return before.isLetter || after.isLetter ? -12 : -10.5
    case .control, .unassigned: return -14
    }
  }

  private func letter(
    _ script: CharacterKind.Script, isUpper: Bool, at index: Int, before: CharacterKind, after: CharacterKind
  ) -> Double {
    var score = 0.0
    for (neighbour, isBefore) in [(before, true), (after, false)] {
      guard case .letter(let other, let otherIsUpper) = neighbour else { continue }
      if other != script { score -= 12 }
      // Capitals begin words or make all of them.
      if isBefore, isUpper, !otherIsUpper { score -= 6 }
      if !isBefore, !isUpper, otherIsUpper { score -= 5 }
      if !isBefore, isUpper, !otherIsUpper, before.isLetter { score -= 3 }
      if script == .latin, byteIsHigh(isBefore ? index - 1 : index + 1) { score -= 1.5 }
    }
    if !before.isLetter, !after.isLetter { score -= loneness(script, at: index) }
    // A letter that touches a digit.
    if before == .digit || after == .digit { score -= 3 }
    return score
  }

  /// What a word of one letter costs: Latin script has few of them, other scripts none within Latin text.
  private func loneness(_ script: CharacterKind.Script, at index: Int) -> Double {
    guard script != .latin else {
      return table.scalars[Int(bytes[index]) - 0x80].map(Self.latinWords.contains) == true ? 1 : 4
    }
    // Arabic and Hebrew write their words of one letter together with the next.
    return (script == .hebrew || script == .arabic ? 5 : 1)
      + [index - 2, index + 2].reduce(0) { $0 + (kind($1).script == .latin ? 5 : 0) }
  }

  private static let latinWords = Set("àèéêáíóåöøÀÈÉÁÓÅÖ".unicodeScalars)

  private func closes(_ before: CharacterKind, _ after: CharacterKind) -> Bool {
    (before.isLetter || before == .digit || isMark(before)) && !after.isLetter && after != .digit
  }

  private func isMark(_ kind: CharacterKind) -> Bool {
    switch kind {
    case .punctuation, .closingQuote, .apostrophe, .openingQuote, .ellipsis, .dash, .trailingSign,
      .invertedMark, .currency:
      true
    default: false
    }
  }

  /// "don’t", "l’an", "O’Neill", "the boys’ school", "’90s", and a closing quote.
  private func apostrophe(at index: Int, before: CharacterKind, after: CharacterKind) -> Double {
    guard before.isLetter else { return after == .digit ? -5 : isMark(before) && !after.isLetter ? -4 : -9 }
    guard after.isLetter else { return after == .digit ? -9 : -4 }
    let (head, tail) = (letters(before: index), letters(after: index))
    if tail <= 2, index + tail + 1 >= bytes.count || Self.contractions.contains(lowered(index + 1, tail)) {
      return -2.5
    }
    return head <= 2 ? -3.5 : -8
  }

  private func dash(at index: Int, before: CharacterKind, after: CharacterKind) -> Double {
    if before == .space, after == .space { return -3.5 }
    if before == .digit, after == .digit { return -4 }
    guard before.isLetter, after.isLetter else { return before.isLetter || after.isLetter ? -7.5 : -5.5 }
    // Between two words, each of which must look like one.
    let (head, tail) = (letters(before: index), letters(after: index))
    guard head > 1 || isWord(index - 1) && tail > 2, tail > 1 || isWord(index + 1) && head > 2 else {
      return -12
    }
    let isEnDash = table.scalars[Int(bytes[index]) - 0x80] == "–"
    let areWords = hasVowel(index - head, head) && hasVowel(index + 1, tail) && !hasRareBeginning(index + 1)
    return areWords ? (isEnDash ? -7 : -5.5) : -11
  }

  private static let asciiKinds = (0..<0x80).map { CharacterKind(Unicode.Scalar(UInt8($0))) }
  /// What English writes after an apostrophe.
  private static let contractions: Set<String> = ["s", "t", "d", "m", "re", "ll", "ve"]

  private func byteIsHigh(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] >= 0x80 }

  /// Up to twelve letters before the place.
  private func letters(before index: Int) -> Int {
    (1...12).first { !kind(index - $0).isLetter }.map { $0 - 1 } ?? 12
  }
  private func letters(after index: Int) -> Int {
    (1...12).first { !kind(index + $0).isLetter }.map { $0 - 1 } ?? 12
  }

  private func lowered(_ start: Int, _ count: Int) -> String {
    String(
      decoding: bytes[start..<min(start + count, bytes.count)].map {
        (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
      }, as: UTF8.self)
  }

  private func isWord(_ index: Int) -> Bool { [0x61, 0x41, 0x49].contains(bytes[index]) }

  private func hasVowel(_ start: Int, _ count: Int) -> Bool {
    bytes[max(start, 0)..<min(start + count, bytes.count)].contains {
      $0 >= 0x80 || "aeiouyAEIOUY".utf8.contains($0)
    }
  }

  /// Two consonants that no English word begins with: "rd", "nt".
  private func hasRareBeginning(_ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let pair = lowered(index, 2)
    let (first, second) = (pair.utf8.first ?? 0, pair.utf8.last ?? 0)
    guard !"aeiouy".utf8.contains(first), !"aeiouyhw".utf8.contains(second) else { return false }
    return !Self.onsets.contains(pair)
  }

  /// The pairs of consonants that English words begin with.
  private static let onsets: Set<String> = [
    "bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "kn", "pl", "pr", "ps", "sc", "sk", "sl", "sm",
    "sn", "sp", "st", "tr",
  ]
}
