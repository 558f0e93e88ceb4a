import RelataGraph
import RelataQuery

/// Finds where in a graph in the promised order things are, or belong.
struct PlaceSearch {
  /// A place, and whether there is that which was looked for, or something else before which it belongs.
  struct Position {
    var place: Int
    var isKnown: Bool
  }

  let graph: MappedGraph
  let records: StoredRecords

  /// Of identifiers in ascending order; nil where the order of their bytes is another.
  /// - Complexity: O(m log n) for m of n identifiers.
  func positions(of ids: [EntityID]) -> [Position]? {
    let known = graph.index.ids
    var positions: [Position] = []
    for (number, id) in ids.enumerated() {
      if let place = known.number(of: id) {
        positions.append(Position(place: place, isKnown: true))
        continue
      }
      let place = known.insertionPlace(of: id)
      // Identifiers of which Swift calls two equal, or thinks otherwise of their order than their bytes.
      guard place == 0 || known[place - 1] < id, place == known.count || id < known[place],
        number == 0 || EntityIDList.precedes(ids[number - 1], id)
      else { return nil }
      positions.append(Position(place: place, isKnown: false))
    }
    return positions
  }

  /// Of documents in ascending order.
  /// - Complexity: O(m log n) records read for m of n documents; the whole of those that are known.
  func positions(of documents: [DocumentRecord]) throws(MappedGraphError) -> [Position] {
    var positions: [Position] = []
    var start = 0
    for document in documents {
      start = try Self.first(in: start..<graph.documentCount) { (number) throws(MappedGraphError) in
        try records.documentID(number) >= document.id
      }
      let isKnown = start < graph.documentCount ? try records.documentID(start) == document.id : false
      if isKnown { _ = try records.document(start) }
      positions.append(Position(place: start, isKnown: isKnown))
    }
    return positions
  }

  /// Before which statements others belong, which are in order: behind their equals.
  /// - Complexity: O(m log n) records read for m of n statements.
  func positions(of statements: [Statement]) throws(MappedGraphError) -> [Int] {
    var positions: [Int] = []
    var start = 0
    for statement in statements {
      start = try Self.first(in: start..<graph.statementCount) { (number) throws(MappedGraphError) in
        let ends = try records.ends(ofStatement: number)
        if ends.subject != statement.subject { return statement.subject < ends.subject }
        if ends.relation != statement.relation { return statement.relation < ends.relation }
        if ends.object != statement.object { return statement.object < ends.object }
        return StatementOrder.qualifiersPrecede(statement, try records.statement(number))
      }
      positions.append(start)
    }
    return positions
  }

  /// The first of some numbers that is far enough; their end where none is.
  private static func first(
    in numbers: Range<Int>, isFarEnough: (Int) throws(MappedGraphError) -> Bool
  ) throws(MappedGraphError) -> Int {
    var range = numbers
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range =
        try isFarEnough(middle) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}

extension Renumbering {
  /// What is known is replaced by what comes.
  init(_ positions: [PlaceSearch.Position], count: Int) {
    self.init()
    for position in positions {
      keep(upTo: position.place)
      add()
      if position.isKnown { drop(upTo: position.place + 1) }
    }
    keep(upTo: count)
  }

  /// - Parameters:
  ///   - positions: before which elements others come, ascending.
  ///   - removed: the places of those that go, ascending.
  init(_ positions: [Int], removed: [Int], count: Int) {
    self.init()
    var next = 0
    func drop(upTo position: Int) {
      while next < removed.count, removed[next] < position {
        keep(upTo: removed[next])
        self.drop(upTo: removed[next] + 1)
        next += 1
      }
    }
    for position in positions {
      drop(upTo: position)
      keep(upTo: position)
      add()
    }
    drop(upTo: count)
    keep(upTo: count)
  }
}
