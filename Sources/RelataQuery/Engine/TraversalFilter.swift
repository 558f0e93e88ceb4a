import RelataGraph

/// What a search may walk over: an index with a selection of statements and entities, as
/// tables that decide each step.
///
/// What statements share (relation, polarity, modality, direction) is decided by a table of kinds, which
/// stays in the fastest cache; only confidence, documents and dates need a table by statement, made only
/// where they are asked for.
struct TraversalFilter: Sendable {
  let index: GraphIndex
  /// By a slot's kind: 1 where it may be followed.
  let openKinds: FixedBuffer<UInt8>
  /// By statement: 1 where it may be followed; nil: all.
  let openStatements: FixedBuffer<UInt8>?
  /// By entity: 1 where a path may pass through; nil: all.
  let openNodes: FixedBuffer<UInt8>?

  /// - Parameter isCited: by statement, whether one of the selection's documents says so; asked only
  ///   where it names documents.
  init<Failure: Error>(
    _ index: GraphIndex, _ selection: StatementSelection, passing isOpen: ((UInt32) -> Bool)? = nil,
    datedOnly: Bool = false, isCited: (Int, Set<String>) throws(Failure) -> Bool
  ) throws(Failure) {
    self.index = index
    openKinds = FixedBuffer(
      index.kinds.flatMap { kind -> [UInt8] in
        guard selection.follows(kind) else { return [0, 0] }
        let isBothWays = !selection.isDirected || selection.symmetricRelations.contains(kind.relation)
        return [1, isBothWays ? 1 : 0]
      }, or: 0)
    openStatements = try Self.openStatements(index, selection, datedOnly: datedOnly, isCited)
    openNodes = isOpen.map { isOpen in
      let table = FixedBuffer<UInt8>(count: index.entityCount, repeating: 0)
      for node in 0..<index.entityCount where isOpen(UInt32(node)) { table.base[node] = 1 }
      return table
    }
  }

  init(_ index: GraphIndex, _ graph: KnowledgeGraph, _ selection: StatementSelection) {
    self.init(index, selection, isCited: graph.isCited)
  }

  private static func openStatements<Failure: Error>(
    _ index: GraphIndex, _ selection: StatementSelection, datedOnly: Bool,
    _ isCited: (Int, Set<String>) throws(Failure) -> Bool
  ) throws(Failure) -> FixedBuffer<UInt8>? {
    let window = selection.window
    let needsDate = (window != nil || datedOnly) && !selection.includesUndated
    guard selection.minimumConfidence > 0 || selection.documents != nil || window != nil || needsDate else {
      return nil
    }
    let doubt = GraphIndex.doubt(confidence: selection.minimumConfidence)
    let open = FixedBuffer<UInt8>(count: index.strengths.count, repeating: 0)
    for number in 0..<index.strengths.count {
      if index.strengths.base[number] & GraphIndex.doubtMask > doubt { continue }
      let time = Int(index.times.base[number])
      if needsDate && time == 0 { continue }
      if let window, !index.ranges.base[time].overlaps(window) { continue }
      if let documents = selection.documents, try !isCited(number, documents) { continue }
      open.base[number] = 1
    }
    return open
  }

  /// Whether a slot may be followed from its row's entity to the neighbour; backwards
  /// (`flip` 1): from the neighbour.
  @inline(__always) func follows(_ slot: Int, _ kind: UInt32, flip: UInt32 = 0) -> Bool {
    guard openKinds.base[Int(kind ^ flip)] != 0 else { return false }
    guard let openStatements else { return true }
    return openStatements.base[Int(index.statements.base[slot])] != 0
  }

  @inline(__always) func passes(_ node: UInt32) -> Bool {
    guard let openNodes else { return true }
    return openNodes.base[Int(node)] != 0
  }
}

extension KnowledgeGraph {
  /// Whether one of some documents makes a statement.
  func isCited(_ statement: Int, _ documents: Set<String>) -> Bool {
    statements[statement].evidence.contains { documents.contains($0.document) }
  }
}

extension StatementSelection {
  /// As far as the kind decides.
  func follows(_ kind: StatementKind) -> Bool {
    (includesNegated || kind.polarity == .affirmed) && (includesOpen || !kind.isOpen)
      && (!isAssertedOnly || kind.modality == .asserted) && (relations?.contains(kind.relation) ?? true)
      && !withoutRelations.contains(kind.relation)
  }
}
