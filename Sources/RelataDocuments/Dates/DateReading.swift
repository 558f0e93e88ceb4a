import RelataWords

/// Finds the day in the parts of a date.
struct DateReading {
  let tokens: DateTokens
  let habits: DateHabits

  var day: CalendarDay? { compact ?? named ?? yearFirst ?? dayFirst }

  /// "20240305", "20240305T101112Z", "D:20240305101112+01'00'", "1709633472", "1709633472.25".
  private var compact: CalendarDay? {
    let isOfPDF = tokens.word(at: 0) == "d"
    let start = isOfPDF || tokens.word(at: 0) == "date" ? 1 : 0
    guard let number = tokens.number(at: start, digits: 8...19) else { return nil }
    // A phone number goes on after a hyphen.
    if let gap = tokens.gap(at: start + 1), !["", ".", "+", " ", "-", ")/"].contains(gap) { return nil }
    var date = number
    switch tokens.tokens[start].digits {
    case 8: break
    // PDF leaves out the minutes where they are not known (ISO 32000-2, section 7.9.4).
    case 10 where isOfPDF: date /= 100
    case 12: date /= 10_000
    case 14: date /= 1_000_000
    default: return CalendarDay(epoch: number)
    }
    let day = CalendarDay(year: date / 10_000, month: date / 100 % 100, day: date % 100)
    return isOfPDF ? day : day ?? CalendarDay(epoch: number)
  }

  /// "2024-03-05", "2024/3/5 10:11", "2024.03.05", "2024 March 5".
  private var yearFirst: CalendarDay? {
    for index in tokens.tokens.indices.dropLast(2) {
      guard let year = tokens.number(at: index, digits: 4...4),
        let day = tokens.number(at: index + 2, digits: 1...2)
      else { continue }
      if let month = month(tokens.word(at: index + 1)), isGap(at: index + 1), isGap(at: index + 2),
        let day = CalendarDay(year: year, month: month, day: day)
      {
        return day
      }
      if let gap = tokens.gap(at: index + 1), ["-", "/", ".", ":"].contains(gap),
        tokens.gap(at: index + 2) == gap, let month = tokens.number(at: index + 1, digits: 1...2)
      {
        return CalendarDay(year: year, month: month, day: day)
      }
    }
    return nil
  }

  /// A day before or after the name of a month, and a year behind them.
  private var named: CalendarDay? {
    for (index, token) in tokens.tokens.enumerated() {
      guard let month = month(token.word) else { continue }
      if let day = dayBefore(index), let year = year(at: index + 1) {
        return CalendarDay(year: year, month: month, day: day)
      }
      guard let day = tokens.number(at: index + 1, digits: 1...2), isGap(at: index + 1) else { continue }
      let next = ["st", "nd", "rd", "th"].contains(tokens.word(at: index + 2)) ? index + 3 : index + 2
      if let year = tokens.number(at: next, digits: 4...4) ?? yearBehindTime(next) ?? shortYear(at: next) {
        return CalendarDay(year: year, month: month, day: day)
      }
    }
    return nil
  }

  /// "5 March", "5th of March".
  private func dayBefore(_ index: Int) -> Int? {
    guard isGap(at: index) else { return nil }
    var place = index - 1
    if tokens.word(at: place) == "of" { place -= 1 }
    if ["st", "nd", "rd", "th"].contains(tokens.word(at: place)) { place -= 1 }
    return tokens.number(at: place, digits: 1...2)
  }

  /// Two digits are of 1950 to 2049 (RFC 5322, section 4.3).
  private func year(at index: Int) -> Int? {
    guard isGap(at: index) else { return nil }
    if let year = tokens.number(at: index, digits: 4...4) { return year }
    if let year = tokens.number(at: index, digits: 2...2) { return (year < 50 ? 2_000 : 1_900) + year }
    return habits.contains(.shortYears) ? tokens.number(at: index, digits: 3...3).map { 1_900 + $0 } : nil
  }

  /// "Mar 5, 24", where a time does not look the same.
  private func shortYear(at index: Int) -> Int? {
    habits.contains(.shortYears) && tokens.gap(at: index + 1) != ":" ? year(at: index) : nil
  }

  /// "10:11:12 2024", "10:11:12 CET 2024", "10:11:12 +0100 2024".
  private func yearBehindTime(_ index: Int) -> Int? {
    guard tokens.number(at: index, digits: 1...2) != nil, tokens.gap(at: index + 1) == ":" else { return nil }
    return (index + 2..<index + 6).lazy.filter { ![" +", " -"].contains(tokens.gap(at: $0)) }
      .compactMap { tokens.number(at: $0, digits: 4...4) }.first
  }

  /// "25/9/2026" and "9/25/2026", where only one reading is a day; of "5.3.2024" the
  /// source's habits say which.
  private var dayFirst: CalendarDay? {
    for index in tokens.tokens.indices.dropLast(2) {
      guard let gap = tokens.gap(at: index + 1), ["-", "/", "."].contains(gap),
        tokens.gap(at: index + 2) == gap,
        let first = tokens.number(at: index, digits: 1...2),
        let second = tokens.number(at: index + 1, digits: 1...2),
        let year = tokens.number(at: index + 2, digits: 4...4)
      else { continue }
      let isDayFirst = CalendarDay(year: year, month: second, day: first)
      let isSettled = gap == "." && habits.contains(.dayBeforeDot)
      let isMonthFirst = isSettled ? nil : CalendarDay(year: year, month: first, day: second)
      if let isDayFirst, let isMonthFirst { return isDayFirst == isMonthFirst ? isDayFirst : nil }
      return isDayFirst ?? isMonthFirst
    }
    return nil
  }

  private static let months = DocumentWordList.months.inOrder

  private func month(_ word: String?) -> Int? {
    guard let word, word.utf8.count >= 3 else { return nil }
    let index = Self.months.firstIndex {
      $0.hasPrefix(word) || habits.contains(.foreignMonths) && word.hasPrefix($0.prefix(3))
    }
    return index.map { $0 + 1 }
  }

  /// What may stand between day, month and year.
  private func isGap(at index: Int) -> Bool {
    guard let gap = tokens.gap(at: index) else { return false }
    return gap.unicodeScalars.count <= 3
      && gap.unicodeScalars.allSatisfy { " ,.-/\u{A0}\t".unicodeScalars.contains($0) }
  }
}
