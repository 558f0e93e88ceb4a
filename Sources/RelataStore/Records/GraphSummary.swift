import RelataGraph
import RelataQuery

/// What a graph file says of the whole graph: read when it is opened.
struct GraphSummary {
  var entityCount: Int
  var statementCount: Int
  /// Whether the documents are in ascending order, so that one is found by halving.
  var areDocumentsSorted: Bool
  /// Whether everything is in the order that ``KnowledgeGraph`` promises, so that a change
  /// finds its places by halving.
  var isInOrder: Bool
  var types: [EntityType]
  var kinds: [StatementKind]
  var relationCounts: [Int]

  init(_ index: GraphIndex, _ order: PromisedOrder) {
    entityCount = order.entityCount
    statementCount = order.statementCount
    areDocumentsSorted = order.areDocumentsSorted
    isInOrder = order.holds(index)
    types = index.types
    kinds = index.kinds
    relationCounts = index.relationCounts
  }

  /// After a change of a graph in the promised order.
  init(changed index: GraphIndex) {
    entityCount = index.entityCount
    statementCount = index.kindOfStatement.count
    areDocumentsSorted = true
    isInOrder = true
    types = index.types
    kinds = index.kinds
    relationCounts = index.relationCounts
  }

  var bytes: [UInt8] {
    var record = RecordWriter()
    record.put(count: entityCount)
    record.put(count: statementCount)
    record.put(byte: (areDocumentsSorted ? 1 : 0) | (isInOrder ? 2 : 0))
    record.put(count: types.count)
    for type in types { record.put(text: type.rawValue) }
    record.put(count: kinds.count)
    for (kind, count) in zip(kinds, relationCounts) {
      record.put(text: kind.relation)
      record.put(byte: (kind.isOpen ? 1 : 0) | (kind.polarity == .negated ? 2 : 0))
      record.put(byte: Codes.code(of: kind.modality))
      record.put(count: count)
    }
    return record.bytes
  }

  init(_ bytes: UnsafeRawBufferPointer) throws(MappedGraphError) {
    var record = RecordReader(bytes)
    entityCount = Int(clamping: try record.number())
    statementCount = Int(clamping: try record.number())
    let order = try record.byte()
    areDocumentsSorted = order & 1 != 0
    isInOrder = order & 2 != 0
    types = []
    for _ in 0..<(try record.count()) { types.append(EntityType(rawValue: try record.text())) }
    kinds = []
    relationCounts = []
    for _ in 0..<(try record.count()) {
      let relation = try record.text()
      let flags = try record.byte()
      kinds.append(
        StatementKind(
          relation: relation, isOpen: flags & 1 != 0, polarity: flags & 2 != 0 ? .negated : .affirmed,
          modality: try Codes.value(try record.byte(), of: Codes.modalities)))
      relationCounts.append(Int(clamping: try record.number()))
    }
  }
}
