import RelataGraph

/// Day arithmetic in the proleptic Gregorian calendar.
enum Calendar {
  /// 1…31 from "8", "08", "8th", "1st".
  static func day(_ word: String) -> Int? {
    var digits = word.lowercased()
    for suffix in ["st", "nd", "rd", "th"] where digits.hasSuffix(suffix) { digits.removeLast(2) }
    guard digits.count <= 2, let day = Int(digits), (1...31).contains(day) else { return nil }
    return day
  }

  /// Days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms").
  static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func date(_ dayNumber: Int) -> PartialDate {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return PartialDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * m + 2) / 5 + 1
    )
  }

  /// Whether the calendar has this day; a date that is not known to the day it has.
  static func has(_ date: PartialDate) -> Bool {
    guard date.month != nil, date.day != nil else { return true }
    let inLeapYear = PartialDate(year: date.year ?? 2004, month: date.month, day: date.day)
    return adding(0, to: inLeapYear) == inLeapYear
  }

  /// A date, without its day where the calendar has no such day.
  static func possible(_ date: PartialDate) -> PartialDate {
    has(date) ? date : PartialDate(year: date.year, month: date.month)
  }

  /// 0 (Sunday) … 6; nil where the date is not known to the day.
  static func weekday(of date: PartialDate) -> Int? {
    guard let year = date.year, let month = date.month, let day = date.day else { return nil }
    return ((dayNumber(year, month, day) % 7) + 11) % 7  // 1970-01-01 was a Thursday (4)
  }

  /// How many days lie between two full dates; nil where one is not known to the day.
  static func days(from first: PartialDate, to last: PartialDate) -> Int? {
    guard let a = first.year, let b = last.year, let month = first.month, let other = last.month,
      let day = first.day, let otherDay = last.day
    else { return nil }
    return dayNumber(b, other, otherDay) - dayNumber(a, month, day)
  }

  /// A date moved by days; nil where it is not known to the day, or where only the unknown year could tell.
  static func adding(_ days: Int, to date: PartialDate) -> PartialDate? {
    guard let month = date.month, let day = date.day else { return nil }
    guard let year = date.year else {
      // A common year and a leap year: the last days of February part them.
      let common = self.date(dayNumber(2001, month, day) + days)
      let leap = self.date(dayNumber(2004, month, day) + days)
      guard common.month == leap.month, common.day == leap.day else { return nil }
      return PartialDate(year: nil, month: common.month, day: common.day)
    }
    return self.date(dayNumber(year, month, day) + days)
  }

  /// A date moved by months, to the month's precision; nil without a month.
  static func adding(months: Int, to date: PartialDate) -> PartialDate? {
    guard let month = date.month else { return nil }
    let total = (date.year ?? 0) * 12 + month - 1 + months
    let moved = (total % 12 + 12) % 12 + 1
    return PartialDate(year: date.year == nil ? nil : total / 12, month: moved)
  }
}
