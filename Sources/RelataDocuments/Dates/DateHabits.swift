/// What some sources of dates write that must not be taken for a date elsewhere.
struct DateHabits: OptionSet, Sendable {
  let rawValue: Int

  /// "5.3.2024" has the day first. Pages also write the month first so, and what follows them has
  /// other dates to settle it by.
  static let dayBeforeDot = DateHabits(rawValue: 1)
  /// Names of months that only begin as the English ones do: "septembre", "marzo".
  static let foreignMonths = DateHabits(rawValue: 2)
  /// Years of three digits, which count from 1900 (RFC 5322, section 4.3) as some programs wrote 100 after
  /// 99, and of two digits behind the day.
  static let shortYears = DateHabits(rawValue: 4)
}
