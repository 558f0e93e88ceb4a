import RelataGraph

extension PartialDate {
  /// How many of year, month and day are known.
  var precision: Int { (year == nil ? 0 : 1) + (month == nil ? 0 : 1) + (day == nil ? 0 : 1) }

  /// The components that either knows, where they are compatible.
  func combined(with other: PartialDate) -> PartialDate {
    let (own, more) = precision >= other.precision ? (self, other) : (other, self)
    return PartialDate(year: own.year ?? more.year, month: own.month ?? more.month, day: own.day ?? more.day)
  }

  /// The first and last day that it can be, as numbers that compare; nil without a year.
  var bounds: (first: Int, last: Int)? {
    guard let year else { return nil }
    let first = (year * 100 + (month ?? 1)) * 100 + (day ?? 1)
    let last = (year * 100 + (month ?? 12)) * 100 + (day ?? 31)
    return (first, last)
  }
}

extension TimeSpan {
  var precision: Int { (start?.precision ?? 0) + (end?.precision ?? 0) }

  /// As ``isCompatible(with:)``, and the end of one does not come before the start of the other.
  func canBeOne(with other: TimeSpan) -> Bool {
    guard isCompatible(with: other) else { return false }
    for (span, later) in [(self, other), (other, self)] {
      if let end = span.end?.bounds, let start = later.start?.bounds, end.last < start.first { return false }
    }
    return true
  }

  /// The more precise of each bound.
  func combined(with other: TimeSpan) -> TimeSpan {
    func bound(_ a: PartialDate?, _ b: PartialDate?) -> PartialDate? {
      guard let a, let b else { return a ?? b }
      return a.combined(with: b)
    }
    return TimeSpan(start: bound(start, other.start), end: bound(end, other.end))
  }
}
