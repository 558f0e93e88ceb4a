import RelataWords

/// Short lines that are no sentences by what they consist of: addresses, dates, bylines, symbols.
enum LineContent {
  private static let dateWords = SegmentationList.dateLineWords.words
  private static let dateStarts = SegmentationList.dateLineBeginnings.words
  private static let bylineWords = SegmentationList.bylineWords.words

  static func isBoilerplate(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ line: String, _ words: Int, _ endsSentence: Bool
  ) -> Bool {
    guard words <= 25 else { return false }
    let parts = line.split(separator: " ")
    let letters = scalars[range].reduce(0) { $0 + ($1.isLetter ? 1 : 0) }
    if letters == 0 { return true }
    return isAddress(parts) || isDate(parts, line, endsSentence)
      || (!endsSentence && isByline(scalars, range))
      || isBar(parts, endsSentence)
  }

  /// Only addresses, handles and hash tags.
  private static func isAddress(_ parts: [Substring]) -> Bool {
    parts.count <= 6
      && parts.allSatisfy { part in
        part.hasPrefix("@") || part.hasPrefix("#") || part.contains("://") || part.hasPrefix("www.")
          || isHost(part) || !part.contains(where: \.isLetter)
      }
  }

  private static func isHost(_ part: Substring) -> Bool {
    let tokens = Tokenizer().tokens(of: String(part))
    return tokens.count == 1 && part.contains(".") && part.count > 5 && part.last != "."
      && !Abbreviations.isInitials(String(part))
  }

  /// `Friday, July 4, 2008`, `Updated on 3 May 2020 at 10:15 GMT`, `date 2025-09-15 via …`.
  private static func isDate(_ parts: [Substring], _ line: String, _ endsSentence: Bool) -> Bool {
    guard line.contains(where: \.isNumber), parts.count <= 14 else { return false }
    let words = parts.map { $0.trimmingPunctuation() }.filter { !$0.isEmpty }
    if words.allSatisfy({ dateWords.contains(String($0)) || $0.allSatisfy(isDateCharacter) || isOrdinal($0) })
    {
      return true
    }
    guard let first = words.first, !endsSentence else { return false }
    return dateStarts.contains(String(first))
  }

  private static func isDateCharacter(_ character: Character) -> Bool {
    character.isNumber || "-/.:|,+–".contains(character)
  }

  private static func isOrdinal(_ word: Substring) -> Bool {
    word.first?.isNumber == true && word.count <= 6
      && ["st", "nd", "rd", "th", "am", "pm", "z"].contains { word.hasSuffix($0) }
  }

  /// `By Jane Doe and John Roe`, `by Jane Doe, Staff Writer | 3 May 2020`.
  private static func isByline(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let parts = scalars[range].split(whereSeparator: \.isSpace)
    guard parts.count >= 2, parts.count <= 14, TextUnitFeatures.normalised(parts[0]) == "by" else {
      return false
    }
    return parts.dropFirst().allSatisfy { part in
      let first = part.first { $0.isWordScalar }
      guard let first else { return true }
      return first.isUppercaseLetter || first.isDigit || part.contains("@")
        || bylineWords.contains(TextUnitFeatures.normalised(part).trimmingPunctuation().description)
    }
  }

  /// `Home | World | Politics`, `Home > News > Asia`.
  private static func isBar(_ parts: [Substring], _ endsSentence: Bool) -> Bool {
    let bars = parts.count {
      $0 == "|" || $0 == ">" || $0 == "»" || $0 == "›" || $0 == "•" || $0 == "·" || $0 == "/"
    }
    return !endsSentence && bars >= 1 && parts.count <= 14
  }
}

extension StringProtocol {
  /// Without what is neither letter nor digit at its ends.
  func trimmingPunctuation() -> SubSequence {
    var part = self[...]
    while let first = part.first, !first.isLetter, !first.isNumber { part.removeFirst() }
    while let last = part.last, !last.isLetter, !last.isNumber { part.removeLast() }
    return part
  }
}
