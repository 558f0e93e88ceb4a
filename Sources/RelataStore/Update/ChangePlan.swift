import RelataGraph
import RelataQuery

/// Where everything goes in a graph that is changed: found by halving, without reading the graph.
struct ChangePlan {
  /// What comes, each in the order of the graph.
  let entities: [Entity]
  let statements: [Statement]
  let documents: [DocumentRecord]
  /// By place in ``GraphChange/addedStatements``: the place in ``statements``.
  let statementRanks: [Int]
  let contradictions: [GraphChange.AddedContradiction]
  /// What is replaced goes, and what takes its place comes.
  let entityRenumbering: Renumbering
  let statementRenumbering: Renumbering
  let documentRenumbering: Renumbering
  /// By old number: the new one, of entities also where they are replaced.
  let entityPlaces: FixedBuffer<UInt32>
  let statementPlaces: FixedBuffer<UInt32>
  /// The identifiers after the change.
  let ids: EntityIDList
  /// The texts that were read on the way, which are likely to come again.
  let known: KnownTexts

  /// nil where the graph is in another order than the promised one, or would be afterwards by the
  /// bytes of its identifiers.
  ///
  /// - Precondition: `GraphChange.check(statementCount:)`.
  init?(_ change: GraphChange, of graph: MappedGraph) throws(MappedGraphError) {
    guard graph.isInOrder else { return nil }
    known = KnownTexts()
    let places = PlaceSearch(graph: graph, records: graph.records.noting(known))
    entities = change.entities.sorted { $0.id < $1.id }
    guard let entityPositions = places.positions(of: entities.map(\.id)) else { return nil }
    documents = change.documents.sorted { $0.id < $1.id }
    let order = change.addedStatements.indices.sorted {
      StatementOrder.precedes(change.addedStatements[$0], change.addedStatements[$1])
    }
    statements = order.map { change.addedStatements[$0] }
    statementRanks = order.indices.sorted { order[$0] < order[$1] }
    contradictions = change.contradictions

    entityRenumbering = Renumbering(entityPositions, count: graph.entityCount)
    statementRenumbering = Renumbering(
      try places.positions(of: statements), removed: change.removedStatements.sorted(),
      count: graph.statementCount)
    documentRenumbering = Renumbering(try places.positions(of: documents), count: graph.documentCount)
    guard statementRenumbering.count <= GraphIndex.capacity, entityRenumbering.count < Int(UInt32.max / 2)
    else { throw .tooLarge }

    entityPlaces = entityRenumbering.places(of: graph.entityCount)
    for (position, place) in zip(entityPositions, entityRenumbering.placesOfAdded()) where position.isKnown {
      entityPlaces.base[position.place] = place
    }
    statementPlaces = statementRenumbering.places(of: graph.statementCount)
    ids = EntityIDList(
      strings: entityRenumbering.splice(
        graph.index.ids.strings, PackedStrings(entities.lazy.map(\.id.rawValue))))
    guard areEndsClear else { return nil }

    for number in change.removedStatements { _ = try places.records.statement(number) }
    for position in entityPositions where position.isKnown {
      _ = try places.records.entity(position.place)
    }
  }

  /// Whether ends that are no entities by their bytes are none by what Swift calls equal either.
  private var areEndsClear: Bool {
    statements.allSatisfy { statement in
      [statement.subject, statement.object].allSatisfy { id in
        ids.number(of: id) != nil || !ids.containsEqual(of: id)
      }
    }
  }
}

extension EntityIDList {
  /// Whether one is equal, letter by letter, whatever its bytes.
  /// - Complexity: O(log n).
  fileprivate func containsEqual(of id: EntityID) -> Bool {
    var range = 0..<count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      let other = self[middle]
      if other == id { return true }
      range = other < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}
