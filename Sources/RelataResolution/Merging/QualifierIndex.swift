import RelataGraph

/// Statements with the same ends and relation by when and where, so that one is compared with those few that
/// can be one with it, not with the thousands that speak of other days.
struct QualifierIndex {
  private struct DatedPlace: Hashable {
    var date: PartialDate?
    var place: EntityID?
  }

  private var byDate: [PartialDate?: [Int]] = [:]
  private var byPlace: [EntityID?: [Int]] = [:]
  private var byBoth: [DatedPlace: [Int]] = [:]
  private var all: [Int] = []

  /// Where a statement stands that had another time or place before, it is found by both.
  mutating func file(_ index: Int, _ statement: Statement) {
    let date = statement.time?.start
    byDate[date, default: []].append(index)
    byPlace[statement.place, default: []].append(index)
    byBoth[DatedPlace(date: date, place: statement.place), default: []].append(index)
    all.append(index)
  }

  /// Those with the same first date: everything with an equal time is among them.
  func equals(of statement: Statement) -> [Int] {
    let date = statement.time?.start
    guard let place = statement.place else { return byDate[date] ?? [] }
    return (byBoth[DatedPlace(date: date, place: place)] ?? [])
      + (byBoth[DatedPlace(date: date, place: nil)] ?? [])
  }

  /// Calls `body` with those that a statement may be one with, some of them twice, until it returns false.
  func forEachPossible(_ statement: Statement, _ body: (Int) -> Bool) {
    func visit(_ indices: [Int]?) -> Bool { (indices ?? []).allSatisfy(body) }
    let dates = Self.compatible(with: statement.time?.start)
    guard let dates else {
      guard let place = statement.place else { return _ = all.allSatisfy(body) }
      return _ = visit(byPlace[place]) && visit(byPlace[nil])
    }
    for date in dates {
      if let place = statement.place {
        guard visit(byBoth[DatedPlace(date: date, place: place)]),
          visit(byBoth[DatedPlace(date: date, place: nil)])
        else { return }
      } else if !visit(byDate[date]) {
        return
      }
    }
  }

  /// The dates that a known day can be, known as well or less well; nil where the day is not
  /// known: then too many can.
  private static func compatible(with date: PartialDate?) -> [PartialDate?]? {
    guard let date, let year = date.year, let month = date.month, let day = date.day else { return nil }
    return [
      date, PartialDate(year: year, month: month), PartialDate(year: year),
      PartialDate(year: nil, month: month, day: day), PartialDate(year: nil, month: month),
      PartialDate(year: nil), nil,
    ]
  }
}
