/// Reads dates in a row of lexemes: `Thursday, March 14, 2024`, `5 Mar 2024`, `Jan. 5`,
/// `2024-03-14T10:05:00Z`, `14/03/2024`, a weekday alone.
struct DateScanner {
  let lexemes: [Lexeme]

  static let years = 1900...2099

  /// The date that begins at a lexeme, and the lexeme after it; nil where none begins there.
  func date(at start: Int) -> (date: WrittenDate, end: Int)? {
    guard let first = lexeme(start) else { return nil }
    if first.kind == .word, let weekday = CalendarWords.weekday(first.lower), first.isCapitalised {
      var next = start + 1
      while let mark = lexeme(next), mark.kind == .comma || mark.kind == .stop { next += 1 }
      guard var found = calendarDate(at: next) else { return (WrittenDate(weekday: weekday), start + 1) }
      found.date.weekday = weekday
      return found
    }
    return calendarDate(at: start)
  }

  private func lexeme(_ index: Int) -> Lexeme? { lexemes.indices.contains(index) ? lexemes[index] : nil }

  private func calendarDate(at start: Int) -> (date: WrittenDate, end: Int)? {
    guard let first = lexeme(start) else { return nil }
    if first.kind == .number, let date = Self.numeric(first.form) { return (date, start + 1) }
    if let (month, next) = month(at: start) {
      if let day = day(at: next) { return withYear(month: month, day: day, after: next + 1) }
      if let year = year(at: next) { return (WrittenDate(year: year, month: month), next + 1) }
      return nil
    }
    guard let day = day(at: start) else { return nil }
    let next = lexeme(start + 1)?.form == "of" ? start + 2 : start + 1
    guard let (month, end) = month(at: next) else { return nil }
    return withYear(month: month, day: day, after: end)
  }

  private func withYear(month: Int, day: Int, after index: Int) -> (date: WrittenDate, end: Int) {
    var next = index
    if let mark = lexeme(next), mark.kind == .comma || mark.kind == .stop { next += 1 }
    let year = year(at: next)
    return (WrittenDate(year: year, month: month, day: day), year == nil ? index : next + 1)
  }

  private func month(at index: Int) -> (month: Int, end: Int)? {
    guard let word = lexeme(index), word.kind == .word, word.isCapitalised,
      let month = CalendarWords.month(word.lower)
    else { return nil }
    return (month, lexeme(index + 1)?.kind == .stop ? index + 2 : index + 1)
  }

  private func year(at index: Int) -> Int? {
    guard let number = lexeme(index), number.kind == .number, number.form.count == 4,
      let year = Int(number.form), Self.years.contains(year)
    else { return nil }
    return year
  }

  /// `8`, `08`, `8th`.
  private func day(at index: Int) -> Int? {
    guard let number = lexeme(index), number.kind == .number else { return nil }
    var digits = number.lower
    for suffix in ["st", "nd", "rd", "th"] where digits.hasSuffix(suffix) { digits.removeLast(2) }
    guard digits.count <= 2, let day = Int(digits), (1...31).contains(day) else { return nil }
    return day
  }

  // MARK: In one piece

  /// `2024-03-14`, with a time or without, `14/03/2024`, `14.03.2024`, `14-Mar-2024`.
  static func numeric(_ form: String) -> WrittenDate? {
    let head = form.prefix { $0 != "T" && $0 != "t" || form.first?.isNumber == false }
    let date = head.contains { $0.isLetter } ? form[...] : head
    guard let separator = date.first(where: { "-/.".contains($0) }) else { return nil }
    let parts = date.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return nil }
    if parts[0].count == 4, let year = year(parts[0]) {
      return valid(year: year, month: Int(parts[1]), day: Int(parts[2]))
    }
    guard let year = year(parts[2]), parts[0].count <= 2, let first = Int(parts[0]) else { return nil }
    guard let second = Int(parts[1]), parts[1].count <= 2 else {
      return valid(year: year, month: CalendarWords.month(parts[1].lowercased()), day: first)
    }
    if first > 12 { return valid(year: year, month: second, day: first) }
    if second > 12 { return valid(year: year, month: first, day: second) }
    var uncertain = valid(year: year, month: second, day: first)
    uncertain?.isOrderUncertain = first != second
    return uncertain
  }

  private static func year(_ text: String) -> Int? {
    guard text.count == 4, let year = Int(text), years.contains(year) else { return nil }
    return year
  }

  private static func valid(year: Int, month: Int?, day: Int?) -> WrittenDate? {
    guard let month, let day, (1...12).contains(month), (1...31).contains(day) else { return nil }
    return WrittenDate(year: year, month: month, day: day)
  }
}
