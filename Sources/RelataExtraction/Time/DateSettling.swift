import RelataGraph
import RelataLanguage

/// Makes dates of what is written, where the weekday or the other dates of the text leave no doubt.
struct DateSettling {
  /// Dates of the same text that lie as near as this settle which of two numbers is the month.
  private static let nearness = 31
  /// A line may date a text that was sent so many days before.
  private static let longestDelay = 92
  /// How much of the text is searched for dates.
  private static let longest = 20_000

  let others: [WrittenDate]
  let text: String
  let names: CalendarNames

  /// The date; nil for one that no calendar has, and where day and month cannot be told apart.
  func settled(_ written: WrittenDate) -> PartialDate? {
    guard let first = date(written), written.isOrderUncertain else { return date(written) }
    var swapped = written
    (swapped.month, swapped.day) = (written.day, written.month)
    guard let second = date(swapped) else { return first }
    if let weekday = written.weekday {
      let readings = [first, second].filter { Calendar.weekday(of: $0) == weekday }
      return readings.count == 1 ? readings[0] : nil
    }
    let known = others.lazy.filter { !$0.isOrderUncertain }.compactMap(date)
    return nearer(first, second, to: Array(known)) ?? nearer(first, second, to: mentioned())
  }

  /// A date without its year, in the last year in which it is not after `later`; nil
  /// where that is long before.
  func inYear(of later: PartialDate?, _ date: PartialDate) -> PartialDate? {
    guard let later, let year = later.year else { return nil }
    guard later.day != nil else {
      return later.month == nil || later.month == date.month
        ? PartialDate(year: year, month: date.month, day: date.day) : nil
    }
    for year in [year, year - 1] {
      let candidate = PartialDate(year: year, month: date.month, day: date.day)
      if let days = Calendar.days(from: candidate, to: later), (-1...Self.longestDelay).contains(days) {
        return candidate
      }
    }
    return nil
  }

  private func date(_ written: WrittenDate) -> PartialDate? {
    let date = PartialDate(year: written.year, month: written.month, day: written.day)
    guard date.month != nil, date.day != nil else {
      return date.month == nil && date.year == nil ? nil : date
    }
    // The calendar has no 30 February.
    return Calendar.has(date) ? date : nil
  }

  /// Which of two dates has one of the others near it, if only one has.
  private func nearer(_ first: PartialDate, _ second: PartialDate, to others: [PartialDate]) -> PartialDate? {
    func isNear(_ date: PartialDate) -> Bool {
      others.contains { other in
        guard other.day != nil else { return false }
        let dated = PartialDate(year: other.year ?? date.year, month: other.month, day: other.day)
        return Calendar.days(from: dated, to: date).map { abs($0) <= Self.nearness } ?? false
      }
    }
    switch (isNear(first), isNear(second)) {
    case (true, false): return first
    case (false, true): return second
    default: return nil
    }
  }

  /// The days of months that the text names.
  private func mentioned() -> [PartialDate] {
    let head = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest)))
    let words = head.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.indices.compactMap { index in
      guard let month = names.month(words[index]) else { return nil }
      let beside = [index + 1, index - 1].filter(words.indices.contains)
      return beside.lazy.compactMap { Calendar.day(words[$0]) }.first.map {
        PartialDate(year: nil, month: month, day: $0)
      }
    }
  }
}
