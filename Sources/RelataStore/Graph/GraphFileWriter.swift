import RelataGraph
import RelataQuery

/// Puts a graph, its index and its names into the bytes of a graph file.
enum GraphFileWriter {
  /// - Complexity: O(n log n) for n entities and names, O(size of the graph).
  static func write(_ graph: KnowledgeGraph, source: SourceStamp) throws(MappedGraphError) -> FileMemory {
    guard graph.statements.count <= GraphIndex.capacity, graph.entities.count < Int(UInt32.max / 2) else {
      throw .tooLarge
    }
    let index = GraphIndex(graph)
    let entityOfNode = FixedBuffer<UInt32>(count: index.entityCount, repeating: 0)
    for (number, entity) in graph.entities.enumerated().reversed() {
      if let node = index.number(of: entity.id) { entityOfNode.base[node] = UInt32(number) }
    }
    let records = GraphRecords(graph, ids: index.ids)
    var parts = FileParts()
    parts.add(.summary, GraphSummary(graph, index).bytes)
    parts.add(index, entityOfNode: entityOfNode)
    parts.add(NameIndex(graph.entities))
    parts.add(.stringOffsets, records.texts.offsets)
    parts.add(.stringBytes, records.texts.bytes)
    parts.add(.entityOffsets, records.entities.offsets)
    parts.add(.entityBytes, records.entities.bytes)
    parts.add(.statementOffsets, records.statements.offsets)
    parts.add(.statementBytes, records.statements.bytes)
    parts.add(.documentOffsets, records.documents.offsets)
    parts.add(.documentBytes, records.documents.bytes)
    parts.add(.contradictionOffsets, records.contradictions.offsets)
    parts.add(.contradictionBytes, records.contradictions.bytes)
    parts.add(.contradictionsOfStatements, contradictions(graph))
    return try parts.file(source)
  }

  /// By statement, ascending: the number of the statement, below it that of one of its contradictions.
  private static func contradictions(_ graph: KnowledgeGraph) -> [UInt64] {
    var pairs: Set<UInt64> = []
    for (number, contradiction) in graph.contradictions.enumerated() {
      for statement in contradiction.statements where graph.statements.indices.contains(statement) {
        pairs.insert(UInt64(statement) << 32 | UInt64(number))
      }
    }
    return pairs.sorted()
  }
}
