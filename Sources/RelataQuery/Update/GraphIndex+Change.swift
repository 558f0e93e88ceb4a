package import RelataGraph

extension GraphIndex {
  /// What changes of a graph, for its index.
  package struct Change {
    /// The identifiers after the change.
    package var ids: EntityIDList
    /// An entity that is replaced goes, and another comes.
    package var entities: Renumbering
    /// By old number of an entity, also of one that is replaced: the new number.
    package var places: FixedBuffer<UInt32>
    /// Of the entities that come.
    package var addedTypes: [EntityType]
    package var statements: Renumbering
    /// By old number of a statement: the new one, or ``Renumbering/gone``.
    package var statementPlaces: FixedBuffer<UInt32>
    /// In their order.
    package var addedStatements: [Statement]
    /// Statements of the old graph, with their old numbers, that connect two entities now but did not before.
    package var connected: [Connection]

    package init(
      ids: EntityIDList, entities: Renumbering, places: FixedBuffer<UInt32>, addedTypes: [EntityType],
      statements: Renumbering, statementPlaces: FixedBuffer<UInt32>, addedStatements: [Statement],
      connected: [Connection]
    ) {
      self.ids = ids
      self.entities = entities
      self.places = places
      self.addedTypes = addedTypes
      self.statements = statements
      self.statementPlaces = statementPlaces
      self.addedStatements = addedStatements
      self.connected = connected
    }
  }

  /// A statement with the new numbers of its ends.
  package struct Connection: Hashable, Sendable {
    package var statement: Int
    package var subject: UInt32
    package var object: UInt32

    package init(statement: Int, subject: UInt32, object: UInt32) {
      self.statement = statement
      self.subject = subject
      self.object = object
    }
  }

  /// The index of the graph with a change: the same as one that is made of it anew.
  ///
  /// - Precondition: the entities and statements of the graph are in the order of their
  ///   numbers before and after.
  /// - Complexity: O(entities + statements), most of it at the speed of copying memory.
  package func changed(by change: Change) -> GraphIndex {
    let statements = change.statements
    let table = StatementTable(change.addedStatements, numbers: change.numbersOfEnds)
    let types = NumberedColumn(
      types, typeOfNode, adding: change.addedTypes, change.addedTypes.indices.map(UInt32.init),
      change.entities)
    let kinds = NumberedColumn(
      kinds, kindOfStatement, adding: table.kinds, table.kindNumbers, statements)
    let times = NumberedColumn(
      Array(ranges.elements), times, adding: table.ranges, table.times,
      statements, fixedCount: 1)
    let rows = CompressedAdjacencyRows(
      self, nodeCount: change.ids.count, nodes: change.places, statements: change.statementPlaces,
      kinds: kinds, additions: additions(change, table, kinds))
    return GraphIndex(
      ids: change.ids, types: types.values, typeOfNode: types.column, kinds: kinds.values,
      kindOfStatement: kinds.column,
      relationCounts: StatementTable.relationCounts(kinds.values, kinds.column.elements),
      offsets: rows.offsets, slots: rows.slots, statements: rows.statements,
      strengths: statements.splice(strengths, FixedBuffer(table.strengths, or: 0)),
      evidenceCounts: statements.splice(evidenceCounts, FixedBuffer(table.evidenceCounts, or: 0)),
      importances: statements.splice(importances, FixedBuffer(table.importances, or: 0)), times: times.column,
      ranges: FixedBuffer(times.values, or: .undated), degrees: rows.degrees)
  }

  private func additions(
    _ change: Change, _ table: StatementTable, _ kinds: NumberedColumn<StatementKind>
  ) -> [CompressedAdjacencyRows.Addition] {
    var additions: [CompressedAdjacencyRows.Addition] = []
    func connect(_ subject: UInt32, _ object: UInt32, by statement: UInt32) {
      let kind = kinds.column.base[Int(statement)] * 2
      additions.append(.init(row: subject, slot: .init(node: object, kind: kind), statement: statement))
      additions.append(.init(row: object, slot: .init(node: subject, kind: kind + 1), statement: statement))
    }
    for (number, place) in change.statements.placesOfAdded().enumerated()
    where table.subjects[number] != StatementTable.nowhere {
      connect(table.subjects[number], table.objects[number], by: place)
    }
    for connection in change.connected {
      let place = change.statementPlaces.base[connection.statement]
      if place != Renumbering.gone { connect(connection.subject, connection.object, by: place) }
    }
    return additions
  }
}

extension GraphIndex.Change {
  fileprivate var numbersOfEnds: [EntityID: UInt32] {
    var numbers: [EntityID: UInt32] = [:]
    for statement in addedStatements {
      for id in [statement.subject, statement.object] where numbers[id] == nil {
        numbers[id] = ids.number(of: id).map(UInt32.init)
      }
    }
    return numbers
  }
}
