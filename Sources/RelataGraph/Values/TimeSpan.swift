/// When a statement holds or held: a point (start and end equal), an interval, or an
/// interval open at one side.
public struct TimeSpan: Hashable, Sendable, Codable {
  /// The first date, or nil where the text gives only an end.
  public var start: PartialDate?
  /// The last date, or nil where the text gives only a start ("since 2015").
  public var end: PartialDate?

  /// From a first to a last date, both included; nil: not known.
  public init(start: PartialDate?, end: PartialDate?) {
    self.start = start
    self.end = end
  }

  /// Something that happened at one date, at that date's precision.
  public init(at date: PartialDate) { self.init(start: date, end: date) }

  /// Whether it begins and ends on the same date.
  public var isPoint: Bool { start != nil && start == end }

  /// Whether both can describe the same occurrence: no bound that both know differs in a
  /// component that both know.
  public func isCompatible(with other: TimeSpan) -> Bool {
    func agree(_ a: PartialDate?, _ b: PartialDate?) -> Bool {
      guard let a, let b else { return true }
      return a.isCompatible(with: b)
    }
    return agree(start, other.start) && agree(end, other.end)
  }
}

extension TimeSpan: CustomStringConvertible {
  /// ISO 8601 interval notation: `2024-12-08`, `2015/`, `/2007`, `1995/1999`.
  public var description: String {
    if let start, start == end { return start.description }
    return "\(start?.description ?? "")/\(end?.description ?? "")"
  }
}
