public import RelataGraph
import RelataQuery

/// Takes a graph piece by piece and makes a graph file of it.
///
/// What comes is kept as the records and tables of the file; texts wait in a temporary
/// file where they are many.
///
/// ```swift
/// var writer = GraphFileWriter(to: "graph.relata")
/// _ = try resolver.resolve(documents, into: &writer)
/// try writer.finish()
/// ```
public struct GraphFileWriter: GraphConsumer {
  /// What every step may throw.
  public typealias Failure = MappedGraphError

  private let path: String?
  private var index = GraphIndex.Builder([])
  private var names = NameIndex.Builder()
  private var records = GraphRecords(ids: GraphIndex.Builder([]).ids, isSpilling: false)
  private var order = PromisedOrder()
  /// By node: the place of its entity, plus 1.
  private var entityOfNode: [UInt32] = []
  /// The number of a statement, below it that of one of its contradictions.
  private var contradictions: Set<UInt64> = []
  private var contradictionCount = 0

  /// - Parameter path: where the file is to be.
  public init(to path: String) { self.path = path }

  /// Stays in memory.
  private init() { path = nil }

  static func write(_ graph: KnowledgeGraph, source: SourceStamp) throws(MappedGraphError) -> FileMemory {
    var writer = GraphFileWriter()
    try writer.add(graph)
    return try writer.parts().file(source)
  }

  mutating func add(_ graph: KnowledgeGraph) throws(MappedGraphError) {
    begin(graph.entities.map(\.id))
    for entity in graph.entities { try add(entity) }
    for statement in graph.statements { try add(statement) }
    for document in graph.documents { add(document) }
    for contradiction in graph.contradictions { add(contradiction) }
    for correction in graph.corrections { add(correction) }
  }

  /// Takes the identifiers of all entities, in the order in which these follow.
  public mutating func begin(_ ids: [EntityID]) {
    index = GraphIndex.Builder(ids)
    records = GraphRecords(ids: index.ids, isSpilling: path != nil)
    entityOfNode = [UInt32](repeating: 0, count: index.ids.count)
  }

  /// Takes an entity.
  /// - Throws: ``MappedGraphError``, where the file cannot be written.
  public mutating func add(_ entity: Entity) throws(MappedGraphError) {
    guard order.entityCount < Int(UInt32.max / 2) else { throw .tooLarge }
    let node = index.add(entity)
    order.add(entity, node: node)
    if let node, entityOfNode[node] == 0 { entityOfNode[node] = UInt32(order.entityCount) }
    names.add(entity)
    records.add(entity)
  }

  /// Takes a statement between entities that were announced.
  /// - Throws: ``MappedGraphError``, where the file cannot be written.
  public mutating func add(_ statement: Statement) throws(MappedGraphError) {
    guard order.statementCount < GraphIndex.capacity else { throw .tooLarge }
    index.add(statement)
    order.add(statement)
    records.add(statement)
  }

  /// Takes a document.
  public mutating func add(_ document: DocumentRecord) {
    order.add(document)
    records.add(document)
  }

  /// Takes a contradiction between statements that were taken.
  public mutating func add(_ contradiction: Contradiction) {
    order.add(contradiction)
    for statement in contradiction.statements where (0..<order.statementCount).contains(statement) {
      contradictions.insert(UInt64(statement) << 32 | UInt64(contradictionCount))
    }
    contradictionCount += 1
    records.add(contradiction)
  }

  /// Takes what a person corrected.
  public mutating func add(_ correction: AppliedCorrection) { records.add(correction) }

  /// Writes the file, which takes its name only when it is complete.
  ///
  /// - Parameter source: of what it was made; empty for no other file.
  /// - Complexity: O(n log n) for n entities and names, O(size of the graph).
  /// - Throws: ``MappedGraphError``; then nothing is written.
  public consuming func finish(madeOf source: SourceStamp = SourceStamp()) throws(MappedGraphError) {
    guard let path else { return }
    try parts().write(to: path, source)
  }

  private consuming func parts() -> FileParts {
    let (records, names, order) = (records, names, order)
    let entityOfNode = FixedBuffer(entityOfNode.map { max(1, $0) - 1 }, or: 0)
    let contradictions = contradictions.sorted()
    let index = index.index()
    var parts = FileParts()
    parts.add(.summary, GraphSummary(index, order).bytes)
    parts.add(index, entityOfNode: entityOfNode)
    parts.add(names.index())
    parts.add(.stringOffsets, records.texts.offsets)
    let texts = records.texts
    parts.add(.stringBytes, byteCount: texts.byteCount) { (file) throws(MappedGraphError) in
      try texts.bytes.give(to: &file)
    }
    parts.add(.entityOffsets, records.entities.offsets)
    parts.add(.entityBytes, records.entities)
    parts.add(.statementOffsets, records.statements.offsets)
    parts.add(.statementBytes, records.statements)
    parts.add(.documentOffsets, records.documents.offsets)
    parts.add(.documentBytes, records.documents.bytes)
    parts.add(.contradictionOffsets, records.contradictions.offsets)
    parts.add(.contradictionBytes, records.contradictions.bytes)
    parts.add(.contradictionsOfStatements, contradictions)
    parts.add(.correctionOffsets, records.corrections.offsets)
    parts.add(.correctionBytes, records.corrections.bytes)
    return parts
  }
}

extension FileParts {
  fileprivate mutating func add(_ section: Section, _ records: RecordWriter) {
    add(section, byteCount: records.byteCount) { (file) throws(MappedGraphError) in
      try records.give(to: &file)
    }
  }
}
