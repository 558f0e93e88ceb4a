import RelataGraph

/// On which days statements of a relation that has one value at a time certainly held, and which of
/// them exclude each other.
struct HeldDays {
  private struct Holding {
    var value: EntityID
    var type: EntityType?
    var days: (first: Int, last: Int)
    var isOfOneDay: Bool { days.first == days.last }
  }

  /// By the day: most statements tell of one.
  private var ofOneDay: [Int: [Holding]] = [:]
  private var longer: [Holding] = []

  mutating func add(_ value: EntityID, _ type: EntityType?, _ time: TimeSpan?) {
    guard let days = time.flatMap(Self.certainDays) else { return }
    let holding = Holding(value: value, type: type, days: days)
    if holding.isOfOneDay {
      // What differs in nothing needs to be asked once.
      let isKnown = ofOneDay[days.first]?.contains { $0.value == value } ?? false
      if !isKnown { ofOneDay[days.first, default: []].append(holding) }
    } else {
      longer.append(holding)
    }
  }

  /// Whether another value of the same type was certainly held on a day on which this one was.
  /// - Complexity: O(statements that tell of more than a day), for those that do: O(all).
  func isContradicted(_ value: EntityID, _ type: EntityType?, _ time: TimeSpan?) -> Bool {
    guard let days = time.flatMap(Self.certainDays) else { return false }
    func contradicts(_ other: Holding) -> Bool {
      other.value != value && other.type == type && Self.overlap(days, other.days)
    }
    if longer.contains(where: contradicts) { return true }
    if days.first == days.last { return ofOneDay[days.first]?.contains(where: contradicts) ?? false }
    return ofOneDay.values.contains { $0.contains(where: contradicts) }
  }

  /// Whether both certainly held on one day. The day of a change belongs to both.
  private static func overlap(_ a: (first: Int, last: Int), _ b: (first: Int, last: Int)) -> Bool {
    let (first, last) = (max(a.first, b.first), min(a.last, b.last))
    guard first == last else { return first < last }
    return [a, b].allSatisfy { $0.first == $0.last || ($0.first < first && first < $0.last) }
  }

  /// The days on which a statement held for sure: "in 2024" names none, "from 2000 to 2024"
  /// those from 2001 to 2023.
  private static func certainDays(_ time: TimeSpan) -> (first: Int, last: Int)? {
    guard let start = time.start?.bounds, let end = time.end?.bounds ?? time.start?.bounds else { return nil }
    if time.end == nil { return start.first == start.last ? start : nil }
    return start.last <= end.first ? (start.last, end.first) : nil
  }
}
