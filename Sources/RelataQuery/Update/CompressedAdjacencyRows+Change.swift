extension CompressedAdjacencyRows {
  /// One statement at one of its ends, with new numbers.
  struct Addition {
    let row: UInt32
    let slot: GraphIndex.Slot
    let statement: UInt32
  }

  /// The rows of an index whose entities and statements have other numbers, in the same order.
  ///
  /// - Parameters:
  ///   - nodes: by old number of an entity: the new one.
  ///   - statements: by old number of a statement: the new one, or ``Renumbering/gone``.
  ///   - kinds: those of the statements that stay and come.
  ///   - additions: in any order.
  /// - Complexity: O(nodes + statements), O(n log n) for n additions.
  init(
    _ old: GraphIndex, nodeCount: Int, nodes: FixedBuffer<UInt32>, statements: FixedBuffer<UInt32>,
    kinds: NumberedColumn<StatementKind>, additions: [Addition]
  ) {
    let additions = additions.sorted {
      ($0.row, $0.slot.node, $0.statement) < ($1.row, $1.slot.node, $1.statement)
    }
    let former = FixedBuffer(count: nodeCount, repeating: Renumbering.gone)
    for node in 0..<nodes.count { former.base[Int(nodes.base[node])] = UInt32(node) }
    var rows = RowWriter(nodeCount: nodeCount, capacity: old.slots.count + additions.count)
    var next = 0
    for node in 0..<UInt32(nodeCount) {
      let formerNode = former.base[Int(node)]
      for position in formerNode == Renumbering.gone ? 0..<0 : old.row(of: formerNode) {
        let statement = statements.base[Int(old.statements.base[position])]
        guard statement != Renumbering.gone else { continue }
        let slot = old.slots.base[position]
        let neighbor = nodes.base[Int(slot.node)]
        while next < additions.count, additions[next].row == node,
          (additions[next].slot.node, additions[next].statement) < (neighbor, statement)
        {
          rows.put(additions[next].slot, additions[next].statement)
          next += 1
        }
        var kind = kinds.numbers[Int(slot.kind >> 1)]
        // In a forged file a slot may have a kind that its statement does not have.
        if kind == NumberedColumn<StatementKind>.unused { kind = kinds.column.base[Int(statement)] }
        rows.put(.init(node: neighbor, kind: kind * 2 | slot.kind & 1), statement)
      }
      while next < additions.count, additions[next].row == node {
        rows.put(additions[next].slot, additions[next].statement)
        next += 1
      }
      rows.endRow()
    }
    self = rows.rows()
  }
}

/// Writes rows one after another.
private struct RowWriter: ~Copyable {
  private var offsets: FixedBufferWriter<UInt32>
  private var degrees: FixedBufferWriter<UInt32>
  private var slots: FixedBufferWriter<GraphIndex.Slot>
  private var statements: FixedBufferWriter<UInt32>
  private var last = StatementTable.nowhere
  private var degree: UInt32 = 0

  init(nodeCount: Int, capacity: Int) {
    offsets = FixedBufferWriter(capacity: nodeCount + 1)
    degrees = FixedBufferWriter(capacity: nodeCount)
    slots = FixedBufferWriter(capacity: capacity)
    statements = FixedBufferWriter(capacity: capacity)
    offsets.append(0)
  }

  @inline(__always) mutating func put(_ slot: GraphIndex.Slot, _ statement: UInt32) {
    slots.append(slot)
    statements.append(statement)
    if slot.node != last { degree += 1 }
    last = slot.node
  }

  mutating func endRow() {
    offsets.append(UInt32(slots.count))
    degrees.append(degree)
    last = StatementTable.nowhere
    degree = 0
  }

  consuming func rows() -> CompressedAdjacencyRows {
    CompressedAdjacencyRows(
      offsets: offsets.buffer(), slots: slots.buffer(), statements: statements.buffer(),
      degrees: degrees.buffer())
  }
}
