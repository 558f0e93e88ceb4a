extension CalendarDay {
  /// The calendar day that a date says, as it stands there: no time zone is applied.
  ///
  /// ISO 8601 with or without time, RFC 5322, "March 5, 2024", "5th of March 2024", "2024/03/05", "20240305", "5.3.2024", C's
  /// "Tue Mar 5 10:11:12 2024", PDF's "D:20240305101112", and times since 1970 (``init(epoch:)``); month names are English. "5/3/2024"
  /// is two different days on two sides of an ocean, so it is none.
  /// - Returns: nil where the text is no date, or one without a day.
  /// - Complexity: O(length of the text), and texts of more than 100 bytes are none.
  public init?(text: String) {
    guard let tokens = DateTokens(text), !tokens.tokens.isEmpty,
      let day = Self.compact(tokens) ?? Self.named(tokens) ?? Self.yearFirst(tokens) ?? Self.dayFirst(tokens)
    else { return nil }
    self = day
  }

  /// "20240305", "20240305T101112Z", "D:20240305101112+01'00'", "1709633472", "1709633472.25".
  private static func compact(_ tokens: DateTokens) -> CalendarDay? {
    let start = ["d", "date"].contains(tokens.word(at: 0)) ? 1 : 0
    guard let number = tokens.number(at: start, digits: 8...19) else { return nil }
    // A phone number goes on after a hyphen.
    if tokens.tokens.count > start + 1, let gap = Optional(tokens.tokens[start + 1].gap),
      !["", ".", "+", " ", "-", ")/"].contains(gap)
    {
      return nil
    }
    var date = number
    switch tokens.tokens[start].digits {
    case 8: break
    case 12: date /= 10_000
    case 14: date /= 1_000_000
    default: return CalendarDay(epoch: number)
    }
    return CalendarDay(year: date / 10_000, month: date / 100 % 100, day: date % 100)
      ?? CalendarDay(epoch: number)
  }

  /// "2024-03-05", "2024/3/5 10:11", "2024.03.05", "2024 March 5".
  private static func yearFirst(_ tokens: DateTokens) -> CalendarDay? {
    for index in tokens.tokens.indices.dropLast(2) {
      guard let year = tokens.number(at: index, digits: 4...4),
        let day = tokens.number(at: index + 2, digits: 1...2)
      else { continue }
      if let month = month(tokens.word(at: index + 1)), isGap(tokens.tokens[index + 1].gap),
        isGap(tokens.tokens[index + 2].gap), let day = CalendarDay(year: year, month: month, day: day)
      {
        return day
      }
      let gap = tokens.tokens[index + 1].gap
      if ["-", "/", ".", ":"].contains(gap), tokens.tokens[index + 2].gap == gap,
        let month = tokens.number(at: index + 1, digits: 1...2)
      {
        return CalendarDay(year: year, month: month, day: day)
      }
    }
    return nil
  }

  /// A day before or after the name of a month, and a year behind them.
  private static func named(_ tokens: DateTokens) -> CalendarDay? {
    for (index, token) in tokens.tokens.enumerated() {
      guard let month = month(token.word) else { continue }
      if let day = dayBefore(index, tokens), let year = year(at: index + 1, tokens) {
        return CalendarDay(year: year, month: month, day: day)
      }
      guard let day = tokens.number(at: index + 1, digits: 1...2), isGap(tokens.tokens[index + 1].gap) else {
        continue
      }
      let next = ["st", "nd", "rd", "th"].contains(tokens.word(at: index + 2)) ? index + 3 : index + 2
      if let year = tokens.number(at: next, digits: 4...4) ?? yearBehindTime(next, tokens) {
        return CalendarDay(year: year, month: month, day: day)
      }
    }
    return nil
  }

  /// "5 March", "5th of March".
  private static func dayBefore(_ index: Int, _ tokens: DateTokens) -> Int? {
    guard isGap(tokens.tokens[index].gap) else { return nil }
    var place = index - 1
    if tokens.word(at: place) == "of" { place -= 1 }
    if ["st", "nd", "rd", "th"].contains(tokens.word(at: place)) { place -= 1 }
    return tokens.number(at: place, digits: 1...2)
  }

  /// Two digits are of 1950 to 2049 (RFC 5322, section 4.3).
  private static func year(at index: Int, _ tokens: DateTokens) -> Int? {
    guard tokens.tokens.indices.contains(index), isGap(tokens.tokens[index].gap) else { return nil }
    if let year = tokens.number(at: index, digits: 4...4) { return year }
    return tokens.number(at: index, digits: 2...2).map { $0 < 50 ? 2_000 + $0 : 1_900 + $0 }
  }

  /// "10:11:12 2024", "10:11:12 CET 2024".
  private static func yearBehindTime(_ index: Int, _ tokens: DateTokens) -> Int? {
    guard tokens.tokens.indices.contains(index + 1), tokens.number(at: index, digits: 1...2) != nil,
      tokens.tokens[index + 1].gap == ":"
    else { return nil }
    return (index + 2..<index + 5).lazy.compactMap { tokens.number(at: $0, digits: 4...4) }.first
  }

  /// "25/9/2026" and "9/25/2026", where only one reading is a day; "5.3.2024" has the day first.
  private static func dayFirst(_ tokens: DateTokens) -> CalendarDay? {
    for index in tokens.tokens.indices.dropLast(2) {
      let gap = tokens.tokens[index + 1].gap
      guard let first = tokens.number(at: index, digits: 1...2),
        let second = tokens.number(at: index + 1, digits: 1...2),
        let year = tokens.number(at: index + 2, digits: 4...4), tokens.tokens[index + 2].gap == gap,
        ["-", "/", "."].contains(gap)
      else { continue }
      let isDayFirst = CalendarDay(year: year, month: second, day: first)
      let isMonthFirst = gap == "." ? nil : CalendarDay(year: year, month: first, day: second)
      if let isDayFirst, let isMonthFirst { return isDayFirst == isMonthFirst ? isDayFirst : nil }
      return isDayFirst ?? isMonthFirst
    }
    return nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  private static func month(_ word: String?) -> Int? {
    guard let word, word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// What may stand between day, month and year.
  private static func isGap(_ gap: String) -> Bool {
    gap.unicodeScalars.count <= 3
      && gap.unicodeScalars.allSatisfy { " ,.-/\u{A0}\t".unicodeScalars.contains($0) }
  }
}
