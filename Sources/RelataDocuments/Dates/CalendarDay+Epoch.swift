extension CalendarDay {
  /// The day in UTC of a time since 1 January 1970, in whatever unit puts it between 1973 and 2200: seconds,
  /// milliseconds, microseconds or nanoseconds.
  /// - Returns: nil where none does.
  public init?(epoch: Int) {
    let seconds: Int
    switch epoch {
    case 100_000_000..<7_289_654_400: seconds = epoch
    case 100_000_000_000..<7_289_654_400_000: seconds = epoch / 1_000
    case 100_000_000_000_000..<7_289_654_400_000_000: seconds = epoch / 1_000_000
    case 100_000_000_000_000_000..<7_289_654_400_000_000_000: seconds = epoch / 1_000_000_000
    default: return nil
    }
    self.init(daysSinceEpoch: seconds / 86_400)
  }

  /// Days since 1 January 1970, which are negative before.
  var daysSinceEpoch: Int {
    // As below: years that begin in March, so that the leap day is the last one.
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469
  }

  /// H. Hinnant, chrono-compatible low-level date algorithms: years that begin in March and eras of
  /// 400 years. From 1970 on.
  private init?(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}
