import RelataGraph
import RelataQuery

/// The contradictions of a graph after a change: those that keep all their statements, and those that come.
struct ContradictionChange {
  private struct Entry {
    let kind: Contradiction.Kind
    let statements: [Int]
    /// The number of its text.
    let explanation: UInt64
  }

  private(set) var records = RecordWriter()
  /// Statement · 2³² + contradiction, ascending.
  private(set) var pairs: [UInt64] = []

  /// - Parameters:
  ///   - old: records in order.
  ///   - number: gives a text a number.
  /// - Complexity: O(size of all contradictions), O(n log n) for their statements.
  init(_ old: RecordTable, _ plan: ChangePlan, number: (String) -> UInt64) throws(MappedGraphError) {
    let coming = Self.coming(plan, number: number)
    var next = 0
    for place in 0..<old.count {
      guard let entry = try Self.kept(old.reader(place), plan.statementPlaces) else { continue }
      while next < coming.count, Self.precedes(coming[next], entry) {
        add(coming[next])
        next += 1
      }
      add(entry)
    }
    for entry in coming[next...] { add(entry) }
    pairs.sort()
  }

  /// nil where a statement is gone.
  private static func kept(
    _ reader: RecordReader, _ places: FixedBuffer<UInt32>
  ) throws(MappedGraphError) -> Entry? {
    var record = reader
    let kind = try Codes.value(try record.byte(), of: Codes.kinds)
    var statements: [Int] = []
    for _ in 0..<(try record.count()) {
      let old = try record.integer()
      guard old >= 0, old < places.count else { throw .damaged("a statement that is not there") }
      let place = places.base[old]
      if place == Renumbering.gone { return nil }
      statements.append(Int(place))
    }
    return Entry(kind: kind, statements: statements, explanation: try record.number())
  }

  /// In order.
  private static func coming(_ plan: ChangePlan, number: (String) -> UInt64) -> [Entry] {
    let addedPlaces = plan.statementRenumbering.placesOfAdded()
    let entries = plan.contradictions.map { contradiction in
      let statements = contradiction.statements.map { reference in
        switch reference {
        case .known(let place): Int(plan.statementPlaces.base[place])
        case .added(let place): Int(addedPlaces[plan.statementRanks[place]])
        }
      }
      return Entry(
        kind: contradiction.kind, statements: statements.sorted(),
        explanation: number(contradiction.explanation))
    }
    // Equals stay in their order.
    return entries.enumerated().sorted { a, b in
      precedes(a.element, b.element) || a.offset < b.offset && !precedes(b.element, a.element)
    }.map(\.element)
  }

  private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
    PromisedOrder.precedes(a.kind, a.statements, b.kind, b.statements)
  }

  private mutating func add(_ entry: Entry) {
    let number = UInt64(records.offsets.count - 1)
    for statement in entry.statements { pairs.append(UInt64(statement) << 32 | number) }
    records.put(entry.kind, entry.statements, explanation: entry.explanation)
  }
}
