/// Builds the compressed sparse rows of a ``GraphIndex`` by counting, without comparing.
struct CompressedAdjacencyRows {
  let offsets: FixedBuffer<UInt32>
  let slots: FixedBuffer<GraphIndex.Slot>
  let statements: FixedBuffer<UInt32>
  let degrees: FixedBuffer<UInt32>

  init(
    offsets: FixedBuffer<UInt32>, slots: FixedBuffer<GraphIndex.Slot>, statements: FixedBuffer<UInt32>,
    degrees: FixedBuffer<UInt32>
  ) {
    self.offsets = offsets
    self.slots = slots
    self.statements = statements
    self.degrees = degrees
  }

  /// - Complexity: O(nodes + statements).
  init(_ table: StatementTable, nodeCount: Int) {
    offsets = FixedBuffer(count: nodeCount + 1, repeating: 0)
    for ends in [table.subjects, table.objects] {
      for node in ends where node != StatementTable.nowhere { offsets.base[Int(node) + 1] += 1 }
    }
    for node in 0..<nodeCount { offsets.base[node + 1] += offsets.base[node] }
    let count = Int(offsets.base[nodeCount])
    let empty = GraphIndex.Slot(node: 0, kind: 0)
    // Rows in the order of statements first …
    let unsorted = FixedBuffer(count: count, repeating: empty)
    let unsortedStatements = FixedBuffer<UInt32>(count: count, repeating: 0)
    let next = FixedBuffer<UInt32>(count: nodeCount, repeating: 0)
    next.base.update(from: offsets.base, count: nodeCount)
    func place(
      _ slot: GraphIndex.Slot, _ statement: UInt32, at node: UInt32, _ slots: FixedBuffer<GraphIndex.Slot>,
      _ statements: FixedBuffer<UInt32>
    ) {
      let position = Int(next.base[Int(node)])
      next.base[Int(node)] += 1
      slots.base[position] = slot
      statements.base[position] = statement
    }
    for index in table.subjects.indices where table.subjects[index] != StatementTable.nowhere {
      let (subject, object) = (table.subjects[index], table.objects[index])
      let kind = table.kindNumbers[index] * 2
      place(.init(node: object, kind: kind), UInt32(index), at: subject, unsorted, unsortedStatements)
      place(.init(node: subject, kind: kind + 1), UInt32(index), at: object, unsorted, unsortedStatements)
    }
    // … then turned over: each node, in ascending order, enters itself at its neighbours, which
    // leaves their rows sorted.
    slots = FixedBuffer(count: count, repeating: empty)
    statements = FixedBuffer(count: count, repeating: 0)
    degrees = FixedBuffer(count: nodeCount, repeating: 0)
    next.base.update(from: offsets.base, count: nodeCount)
    let last = FixedBuffer<UInt32>(count: nodeCount, repeating: StatementTable.nowhere)
    for node in 0..<UInt32(nodeCount) {
      for position in Int(offsets.base[Int(node)])..<Int(offsets.base[Int(node) + 1]) {
        let slot = unsorted.base[position]
        place(
          .init(node: node, kind: slot.kind ^ 1), unsortedStatements.base[position], at: slot.node, slots,
          statements)
        if last.base[Int(slot.node)] != node {
          last.base[Int(slot.node)] = node
          degrees.base[Int(slot.node)] += 1
        }
      }
    }
  }
}
