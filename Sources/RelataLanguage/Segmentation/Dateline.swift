/// What stands before the first sentence of an article's paragraph without being part of it:
/// `MOSCOW (Reuters) — `, `DAMASCUS, Syria, Jan. 5 (AP) - `, `Thursday, May 7, 2015 `.
enum Dateline {
  private static let longest = 80

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  /// Where the text after the dateline starts; nil where the paragraph has none.
  static func end(in scalars: [Unicode.Scalar], _ paragraph: Range<Int>) -> Int? {
    placeEnd(scalars, paragraph) ?? dateEnd(scalars, paragraph)
  }

  /// A place, perhaps a date and an agency in brackets, then a dash.
  private static func placeEnd(_ scalars: [Unicode.Scalar], _ paragraph: Range<Int>) -> Int? {
    let limit = min(paragraph.upperBound, paragraph.lowerBound + longest)
    guard scalars[paragraph.lowerBound].isUppercaseLetter else { return nil }
    var index = paragraph.lowerBound
    var capitals = 0
    var bracket: Range<Int>?
    while index < limit {
      let scalar = scalars[index]
      if scalar == "—" || scalar == "–" || scalar == "-" {
        var end = index
        while end < limit, scalars[end] == scalar { end += 1 }
        let isSpaced = index > paragraph.lowerBound && scalars[index - 1].isSpace
        let isDash = scalar != "-" || end - index > 1 || isSpaced
        if isDash, end < limit, scalars[end].isSpace || scalar == "—" {
          return isPlace(scalars, paragraph.lowerBound..<index, capitals, bracket)
            ? next(end, scalars, paragraph.upperBound) : nil
        }
        index = end
        continue
      }
      switch scalar {
      case "(": bracket = index..<index
      case ")": bracket = bracket.map { $0.lowerBound..<index }
      case "!", "?", ";", ":", "\"", "“", "\n": return nil
      default: break
      }
      if scalar.isUppercaseLetter, index + 1 < limit, scalars[index + 1].isUppercaseLetter { capitals += 1 }
      index += 1
    }
    return nil
  }

  /// A place in capitals, or an agency in brackets right before the dash.
  private static func isPlace(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ capitals: Int, _ bracket: Range<Int>?
  ) -> Bool {
    let text = scalars.trimmed(range)
    let words = scalars[text].split(whereSeparator: \.isSpace)
    guard words.count <= 9, let first = words.first else { return false }
    if let bracket, !bracket.isEmpty, bracket.upperBound == text.upperBound - 1 {
      return words.allSatisfy { !($0.first?.isLowercaseLetter ?? false) }
    }
    let isCapitals = first.count { $0.isLetter } >= 4 && first.allSatisfy { !$0.isLowercaseLetter }
    return isCapitals && words.count <= 6 && words.allSatisfy { !($0.first?.isLowercaseLetter ?? false) }
  }

  /// A full date, then a capital letter: a line end was lost between them.
  private static func dateEnd(_ scalars: [Unicode.Scalar], _ paragraph: Range<Int>) -> Int? {
    let limit = min(paragraph.upperBound, paragraph.lowerBound + longest)
    let words = scalars[paragraph.lowerBound..<limit].split(whereSeparator: \.isSpace).prefix(5)
    let forms = words.map { UnitFeatures.normalised($0).trimmingPunctuation().description }
    guard let first = forms.first else { return nil }
    let date = weekdays.contains(first) ? 1 : 0
    guard forms.count > date + 3 else { return nil }
    let isMonthFirst = months.contains(forms[date]) && Int(forms[date + 1]) != nil
    let isDayFirst = Int(forms[date]) != nil && months.contains(forms[date + 1])
    guard isMonthFirst || isDayFirst, forms[date + 2].count == 4, Int(forms[date + 2]) != nil else {
      return nil
    }
    let year = words[words.startIndex + date + 2]
    let following = words[words.startIndex + date + 3]
    guard year.last?.isASCIIDigit == true, following.first?.isUppercaseLetter == true else { return nil }
    return following.startIndex
  }

  private static func next(_ index: Int, _ scalars: [Unicode.Scalar], _ limit: Int) -> Int? {
    var next = index
    while next < limit, scalars[next].isSpace { next += 1 }
    return next < limit ? next : nil
  }
}
