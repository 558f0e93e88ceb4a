package import RelataGraph

extension GraphIndex {
  /// Takes a graph piece by piece: first all identifiers, then entities and statements.
  package struct Builder {
    /// In ascending order of their bytes.
    package let ids: EntityIDList
    private let numbers: [EntityID: UInt32]
    private var typeNumbers: [EntityType: UInt32] = [:]
    private var types: [EntityType] = []
    private let typeOfNode: FixedBuffer<UInt32>
    private var table: StatementTable

    /// - Complexity: O(n log n) for n identifiers.
    package init(_ ids: some Sequence<EntityID>, statementCount: Int = 0) {
      let sorted = EntityIDList.sorted(ids)
      numbers = Dictionary(uniqueKeysWithValues: zip(sorted, UInt32(0)...))
      self.ids = EntityIDList(strings: PackedStrings(sorted.lazy.map(\.rawValue)))
      typeOfNode = FixedBuffer(count: sorted.count, repeating: 0)
      table = StatementTable(capacity: statementCount)
    }

    /// - Returns: its number; nil where its identifier was not among those that were announced.
    @discardableResult
    package mutating func add(_ entity: Entity) -> Int? {
      guard let node = numbers[entity.id] else { return nil }
      let number = typeNumbers[entity.type] ?? UInt32(types.count)
      if typeNumbers.updateValue(number, forKey: entity.type) == nil { types.append(entity.type) }
      typeOfNode.base[Int(node)] = number
      return Int(node)
    }

    /// - Precondition: there are less than ``GraphIndex/capacity`` yet.
    package mutating func add(_ statement: Statement) {
      table.append(statement, subject: numbers[statement.subject], object: numbers[statement.object])
    }

    /// - Complexity: O(entities + statements).
    package consuming func index() -> GraphIndex {
      let rows = CompressedAdjacencyRows(table, nodeCount: ids.count)
      return GraphIndex(
        ids: ids, types: types, typeOfNode: typeOfNode, kinds: table.kinds,
        kindOfStatement: FixedBuffer(table.kindNumbers, or: 0), relationCounts: table.relationCounts,
        offsets: rows.offsets, slots: rows.slots, statements: rows.statements,
        strengths: FixedBuffer(table.strengths, or: 0),
        evidenceCounts: FixedBuffer(table.evidenceCounts, or: 0),
        importances: FixedBuffer(table.importances, or: 0), times: FixedBuffer(table.times, or: 0),
        ranges: FixedBuffer(table.ranges, or: .undated), degrees: rows.degrees)
    }
  }
}
