import RelataGraph

/// Partial dates as whole days, for tools that know nothing less exact.
enum CalendarDates {
  /// The first and the last day that a span can mean, as `xsd:date`; nil where it has no year,
  /// or ends before it begins.
  static func days(of span: TimeSpan) -> (start: String?, end: String?)? {
    var start: (year: Int, month: Int, day: Int)?
    var end: (year: Int, month: Int, day: Int)?
    if let date = span.start {
      guard let year = year(of: date) else { return nil }
      let month = date.month ?? 1
      start = (year, month, min(date.day ?? 1, length(of: month, in: year)))
    }
    if let date = span.end {
      guard let year = year(of: date) else { return nil }
      let month = date.month ?? 12
      let last = length(of: month, in: year)
      end = (year, month, min(date.day ?? last, last))
    }
    if start == nil && end == nil { return nil }
    if let start, let end, end < start { return nil }
    return (start.map(text), end.map(text))
  }

  /// `xsd:date` has no year 0, and years beyond 9999 have no month or day in any text that we read.
  private static func year(of date: PartialDate) -> Int? {
    date.year.flatMap { (1...9999).contains($0) ? $0 : nil }
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func text(_ date: (year: Int, month: Int, day: Int)) -> String {
    PartialDate(year: date.year, month: date.month, day: date.day).description
  }
}
