/// The days of a date since 1 March of the year 0, in the Gregorian calendar.
struct DayNumber: Hashable, Sendable {
  let days: Int

  /// Reads the beginning of a date in ISO 8601: "2024-09-12", "2024-09-12T10:00:00Z"; nil for anything else.
  init?(_ date: String) {
    let parts = date.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year >= 0, (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Years begin in March, so that the leap day is the last one.
    let shifted = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    days =
      365 * shifted.0 + shifted.0 / 4 - shifted.0 / 100 + shifted.0 / 400 + (153 * shifted.1 + 2) / 5 + day
  }
}
