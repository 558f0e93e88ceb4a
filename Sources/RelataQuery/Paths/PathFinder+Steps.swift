import RelataGraph

extension PathFinder {
  /// A path of nodes with the statements of its hops.
  func graphPath(_ path: NodePath) -> GraphPath {
    var day = DayRange.earliest
    var confidence = 1.0
    let hops = zip(path.nodes, path.nodes.dropFirst()).map { node, next in
      let steps = steps(from: node, to: next, notBefore: &day)
      confidence *= steps.map { index.confidence(of: $0.statement) }.max() ?? 1
      return PathHop(from: index.ids[Int(node)], to: index.ids[Int(next)], steps: steps)
    }
    return GraphPath(hops: hops, confidence: confidence, cost: options.ranking.unscaled(path.cost))
  }

  /// The statements that lead from one entity to the next, what happened before what was
  /// planned, then the surest first.
  ///
  /// Importance only decides between equally sure ones: the first is told as what carries the path,
  /// whose cost is the surest's.
  ///
  /// - Parameter day: on a path that respects time, when it is at `node`; afterwards
  ///   when it can be at `next`.
  private func steps(from node: UInt32, to next: UInt32, notBefore day: inout Int32) -> [PathStep] {
    var steps: [(step: PathStep, modality: Modality)] = []
    var arrival = Int32.max
    for slot in index.slots(from: node, to: next) {
      let kind = index.slots.base[slot].kind
      guard search.filter.follows(slot, kind) else { continue }
      let statement = Int(index.statements.base[slot])
      if options.isTimeRespecting {
        let range = index.ranges.base[Int(index.times.base[statement])]
        guard day <= range.last else { continue }
        arrival = min(arrival, max(day, range.first))
      }
      steps.append(
        (PathStep(statement: statement, isForward: kind & 1 == 0), index.kinds[Int(kind / 2)].modality))
    }
    if options.isTimeRespecting { day = arrival }
    return (steps.count < 2 ? steps : steps.sorted(by: precedes)).map(\.step)
  }

  private func precedes(
    _ a: (step: PathStep, modality: Modality), _ b: (step: PathStep, modality: Modality)
  ) -> Bool {
    let (p, q) = (commitment(of: a.modality), commitment(of: b.modality))
    if p != q { return p < q }
    let (first, second) = (a.step.statement, b.step.statement)
    let (x, y) = (index.confidence(of: first), index.confidence(of: second))
    if x != y { return x > y }
    let (i, j) = (index.importances.base[first], index.importances.base[second])
    if i != j { return i > j }
    let (m, n) = (index.evidenceCounts.base[first], index.evidenceCounts.base[second])
    return m != n ? m > n : first < second
  }

  /// 0 for what the article itself says happened, higher for what it commits itself to less.
  private func commitment(of modality: Modality) -> Int {
    switch modality {
    case .asserted: 0
    case .reported: 1
    case .alleged: 2
    case .planned: 3
    case .hypothetical: 4
    }
  }
}
