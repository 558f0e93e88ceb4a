import RelataGraph

/// The days on which something may have happened, both included, as numbers that compare like dates.
///
/// A date known to the month stands for all its days; a span without an end lasts for ever.
package struct DayRange: Hashable, BitwiseCopyable, Sendable {
  var first: Int32
  var last: Int32

  static let earliest = Int32.min
  static let latest = Int32.max
  /// Of a statement without a date, or with one of an unknown year.
  static let undated = DayRange(first: earliest, last: latest)

  init(first: Int32, last: Int32) {
    self.first = first
    self.last = last
  }

  /// nil where no year is known.
  init?(_ time: TimeSpan) {
    let start = time.start.flatMap(Self.firstDay)
    let end = time.end.flatMap(Self.lastDay)
    if start == nil && end == nil { return nil }
    // “XXXX-11/2024”: what is not known of the start is open.
    self.init(first: start ?? Self.earliest, last: max(end ?? Self.latest, start ?? Self.earliest))
  }

  /// nil where the year is unknown.
  static func firstDay(of date: PartialDate) -> Int32? {
    date.year.map { code($0, date.month ?? 1, date.day ?? 1) }
  }

  static func lastDay(of date: PartialDate) -> Int32? {
    date.year.map { code($0, date.month ?? 12, date.day ?? 31) }
  }

  func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }

  private static func code(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    // Nobody checks the numbers of a date that a program makes; only their order counts here.
    let year = min(max(year, Int(Int32.min)), Int(Int32.max))
    return Int32(clamping: (year * 16 + min(max(month, 0), 15)) * 32 + min(max(day, 0), 31))
  }
}
