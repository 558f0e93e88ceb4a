import RelataGraph
import RelataQuery

/// Puts a graph with a change into the bytes of a graph file, copying what stays.
struct ChangeWriter {
  let graph: MappedGraph
  let plan: ChangePlan

  /// - Complexity: O(size of the graph), most of it at the speed of copying memory.
  func file(_ source: SourceStamp) throws(MappedGraphError) -> FileMemory {
    let image = graph.image
    let index = graph.index.changed(
      by: GraphIndex.Change(
        ids: plan.ids, entities: plan.entityRenumbering, places: plan.entityPlaces,
        addedTypes: plan.entities.map(\.type), statements: plan.statementRenumbering,
        statementPlaces: plan.statementPlaces, addedStatements: plan.statements,
        connected: try connected()))
    let entityOfNode = FixedBuffer<UInt32>(count: index.entityCount, repeating: 0)
    for node in 0..<index.entityCount { entityOfNode.base[node] = UInt32(node) }
    let oldTexts = try image.strings(.stringOffsets, .stringBytes)
    var added = GraphRecords(
      KnowledgeGraph(entities: plan.entities, statements: plan.statements, documents: plan.documents),
      ids: plan.ids, strings: StringNumbers(count: oldTexts.count, known: plan.known.numbers))
    let contradictions = try ContradictionChange(graph.records.contradictions, plan) { added.number($0) }

    var parts = FileParts()
    parts.add(.summary, GraphSummary(changed: index).bytes)
    parts.add(index, entityOfNode: entityOfNode)
    parts.add(
      try image.names().changed(plan.entityRenumbering, places: plan.entityPlaces, adding: plan.entities))
    parts.add(oldTexts, and: added.texts)
    let entities = try entities(adding: added.entities.table)
    parts.add(.entityOffsets, entities.offsets)
    parts.add(.entityBytes, entities.bytes)
    let statements = try statements(adding: added.statements.table)
    parts.add(.statementOffsets, statements.offsets)
    parts.add(.statementBytes, statements.bytes)
    let documents = plan.documentRenumbering.splice(
      try image.strings(.documentOffsets, .documentBytes), added.documents.table)
    parts.add(.documentOffsets, documents.offsets)
    parts.add(.documentBytes, documents.bytes)
    parts.add(.contradictionOffsets, contradictions.records.offsets)
    parts.add(.contradictionBytes, contradictions.records.bytes)
    parts.add(.contradictionsOfStatements, contradictions.pairs)
    // They name entities and texts in a way that no change touches.
    let corrections = try image.strings(.correctionOffsets, .correctionBytes)
    parts.add(.correctionOffsets, corrections.offsets)
    parts.add(.correctionBytes, corrections.bytes)
    return try parts.file(source)
  }

  /// Whether an entity comes that was not there, so that others get other numbers.
  private var isRenumbered: Bool { plan.entityRenumbering.count > graph.entityCount }

  private func entities(adding added: PackedStrings) throws(MappedGraphError) -> PackedStrings {
    let old = try graph.image.strings(.entityOffsets, .entityBytes)
    return isRenumbered
      ? try ReferenceRewriting(places: plan.entityPlaces).entities(old, plan.entityRenumbering, adding: added)
      : plan.entityRenumbering.splice(old, added)
  }

  private func statements(adding added: PackedStrings) throws(MappedGraphError) -> PackedStrings {
    let old = try graph.image.strings(.statementOffsets, .statementBytes)
    return isRenumbered
      ? try ReferenceRewriting(places: plan.entityPlaces).statements(
        old, plan.statementRenumbering, adding: added)
      : plan.statementRenumbering.splice(old, added)
  }

  /// The statements of the graph that an entity which comes was missing from.
  private func connected() throws(MappedGraphError) -> [GraphIndex.Connection] {
    let index = graph.index
    guard isRenumbered, index.connectionCount < graph.statementCount else { return [] }
    let coming = Set(plan.entities.lazy.map(\.id))
    var isConnected = [Bool](repeating: false, count: graph.statementCount)
    for statement in index.statements.elements { isConnected[Int(statement)] = true }
    var found: [GraphIndex.Connection] = []
    for statement in isConnected.indices where !isConnected[statement] {
      let ends = try graph.records.ends(ofStatement: statement)
      guard ends.subject != ends.object, coming.contains(ends.subject) || coming.contains(ends.object),
        let subject = number(ends.subject, coming), let object = number(ends.object, coming)
      else { continue }
      found.append(.init(statement: statement, subject: UInt32(subject), object: UInt32(object)))
    }
    return found
  }

  /// The new number of an entity that a statement names, if only by what Swift calls equal.
  private func number(_ id: EntityID, _ coming: Set<EntityID>) -> Int? {
    plan.ids.number(of: id) ?? coming.firstIndex(of: id).flatMap { plan.ids.number(of: coming[$0]) }
  }
}

extension RecordWriter {
  fileprivate var table: PackedStrings {
    PackedStrings(offsets: FixedBuffer(offsets, or: 0), bytes: FixedBuffer(bytes, or: 0))
  }
}

extension FileParts {
  /// All texts: those that were there, which are most of a file and are copied only
  /// once, and those that come.
  fileprivate mutating func add(_ old: PackedStrings, and added: StringNumbers.Texts) {
    let oldCount = old.offsets.count * MemoryLayout<UInt64>.stride
    let comingOffsets = added.offsets.dropFirst().map { $0 + UInt64(old.bytes.count) }
    add(
      .stringOffsets, byteCount: oldCount + comingOffsets.count * MemoryLayout<UInt64>.stride
    ) { (file) throws(MappedGraphError) in
      try file.append(UnsafeRawBufferPointer(old.offsets.elements))
      try file.append(comingOffsets)
    }
    add(.stringBytes, byteCount: old.bytes.count + added.byteCount) { (file) throws(MappedGraphError) in
      try file.append(UnsafeRawBufferPointer(old.bytes.elements))
      try added.bytes.give(to: &file)
    }
  }
}
