/// A date in the order of ISO 8601 and perhaps a time, as the metadata of pages and of files have them
/// (W3C, Date and Time Formats).
struct ISODate: Hashable, Sendable, CustomStringConvertible {
  let day: CalendarDay
  /// "T09:30", "T09:30:15+01:00", "T09:30Z", without fractions of a second; empty where no time is given.
  let time: String

  /// Reads the beginning of a text: "2026-11-28", "2026/11/28", "2026.11.28" or "20261128", then nothing,
  /// "Z", or a "T" or a space and anything. What does not go on as a time does is left out, as is the
  /// time after eight digits.
  /// - Returns: nil where the text begins with no such date.
  init?(_ text: String) {
    guard let tokens = DateTokens(text), tokens.gap(at: 0) == "", let (day, next) = Self.day(tokens) else {
      return nil
    }
    let mark = tokens.gap(at: next) == "" ? tokens.word(at: next) : nil
    guard ["t", "z"].contains(mark) || tokens.gap(at: next)?.hasPrefix(" ") ?? true else { return nil }
    self.day = day
    time = next == 1 ? "" : Self.time(tokens, at: mark == "t" ? next + 1 : next)
  }

  /// ISO 8601 in its extended format: "2026-11-28", "2026-11-28T09:30:15+01:00".
  var description: String { day.description + time }

  private static func day(_ tokens: DateTokens) -> (day: CalendarDay, next: Int)? {
    if let date = tokens.number(at: 0, digits: 8...8) {
      return CalendarDay(year: date / 10_000, month: date / 100 % 100, day: date % 100).map { ($0, 1) }
    }
    guard let year = tokens.number(at: 0, digits: 4...4), let month = tokens.number(at: 1, digits: 1...2),
      let day = tokens.number(at: 2, digits: 1...2), let mark = tokens.gap(at: 1),
      ["-", "/", "."].contains(mark), tokens.gap(at: 2) == mark
    else { return nil }
    return CalendarDay(year: year, month: month, day: day).map { ($0, 3) }
  }

  private static func time(_ tokens: DateTokens, at start: Int) -> String {
    guard let hour = tokens.number(at: start, digits: 2...2), hour < 24, tokens.gap(at: start + 1) == ":",
      let minute = tokens.number(at: start + 1, digits: 2...2), minute < 60
    else { return "" }
    var time = "T\(twoDigits(hour)):\(twoDigits(minute))"
    var next = start + 2
    if tokens.gap(at: next) == ":", let second = tokens.number(at: next, digits: 2...2) {
      time += ":\(twoDigits(second))"
      next += 1
      if tokens.gap(at: next) == ".", tokens.word(at: next) == nil { next += 1 }
    }
    return time + zone(tokens, at: next)
  }

  /// "Z" for "Z", "UTC" and "GMT"; "+01:00" for "+01:00", "+0100" and "+01".
  private static func zone(_ tokens: DateTokens, at index: Int) -> String {
    guard let gap = tokens.gap(at: index) else { return "" }
    if ["", " "].contains(gap) {
      return ["z", "utc", "gmt"].contains(tokens.word(at: index)) ? "Z" : ""
    }
    guard let sign = ["+", "-"].first(where: { gap == $0 || gap == " " + $0 }) else { return "" }
    if let both = tokens.number(at: index, digits: 4...4) {
      return sign + twoDigits(both / 100) + ":" + twoDigits(both % 100)
    }
    guard let hours = tokens.number(at: index, digits: 2...2) else { return "" }
    let minutes = tokens.gap(at: index + 1) == ":" ? tokens.number(at: index + 1, digits: 2...2) : nil
    return sign + twoDigits(hours) + ":" + twoDigits(minutes ?? 0)
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
