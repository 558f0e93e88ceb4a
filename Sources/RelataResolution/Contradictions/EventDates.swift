import RelataGraph

/// The dates that texts give one event, and which of them exclude each other.
struct EventDates {
  private struct Slot: Hashable {
    var date: PartialDate
    var place: EntityID?
  }

  /// For relations of which it is not known how often they recur: the same day of another year is a slip of
  /// the pen rather than a second event.
  private static let anniversaryYears = 3

  private let recurrence: Recurrence?
  /// Distinct, in the order of their dates.
  private let slots: [Slot]
  private var positions: [Slot: Int] = [:]
  /// By month and day, the years that it is told of in.
  private var years: [Int: Set<Int>] = [:]
  /// What has been asked before: many statements give one date.
  private var known: [Int: Bool] = [:]

  /// - Parameter statements: dated, of one event as its recurrence says.
  init(_ statements: some Sequence<Statement>, recurrence: Recurrence?) {
    self.recurrence = recurrence
    let distinct = Set(statements.compactMap(Self.slot))
    slots = distinct.sorted { ($0.date, $0.place?.rawValue ?? "") < ($1.date, $1.place?.rawValue ?? "") }
    for (position, slot) in slots.enumerated() {
      positions[slot] = position
      if let day = Self.day(slot.date), let year = slot.date.year { years[day, default: []].insert(year) }
    }
  }

  private static func slot(_ statement: Statement) -> Slot? {
    statement.time?.start.map { Slot(date: $0, place: statement.place) }
  }

  private static func day(_ date: PartialDate) -> Int? {
    guard let month = date.month, let day = date.day else { return nil }
    return month * 32 + day
  }

  /// Whether another date of the event excludes a statement's.
  /// - Complexity: O(1) for most events; at worst linear in the number of dates of the years in which
  ///   it can be the same event.
  mutating func isContradicted(_ statement: Statement) -> Bool {
    guard slots.count > 1, let slot = Self.slot(statement), let position = positions[slot] else {
      return false
    }
    if let answer = known[position] { return answer }
    let answer = hasAnniversary(slot.date) || hasOtherDate(position)
    known[position] = answer
    return answer
  }

  /// The same day of a near year is a slip of the pen.
  private func hasAnniversary(_ date: PartialDate) -> Bool {
    guard let day = Self.day(date), let year = date.year, let years = years[day], years.count > 1 else {
      return false
    }
    let near = (year - Self.anniversaryYears)...(year + Self.anniversaryYears)
    return near.contains { $0 != year && years.contains($0) }
  }

  private func hasOtherDate(_ position: Int) -> Bool {
    guard let recurrence else { return false }
    return slots[(position + 1)...].containsBeforeEnd { excludes(slots[position], $0, recurrence) }
      || slots[..<position].reversed().containsBeforeEnd { excludes(slots[position], $0, recurrence) }
  }

  /// Nil where the dates are so far apart that they are two events', and all that follow too.
  private func excludes(_ a: Slot, _ b: Slot, _ recurrence: Recurrence) -> Bool? {
    guard let year = a.date.year, let other = b.date.year else { return false }
    if let years = recurrence.years, abs(year - other) > years { return nil }
    // Different places are different events where several pairs of ends are compared.
    if recurrence.scope != .pair, let place = a.place, let otherPlace = b.place, place != otherPlace {
      return false
    }
    return !a.date.isCompatible(with: b.date)
  }
}

extension Sequence {
  /// Whether the answer is true for an element before the first for which there is none.
  fileprivate func containsBeforeEnd(_ answer: (Element) -> Bool?) -> Bool {
    for element in self {
      guard let answer = answer(element) else { return false }
      if answer { return true }
    }
    return false
  }
}
