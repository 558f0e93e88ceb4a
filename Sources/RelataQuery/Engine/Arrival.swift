/// When a path of steps, each no earlier than the one before, can be completed at the earliest, at what cost.
struct Arrival: Equatable {
  var cost: Int
  var day: Int32
}

extension TraversalFilter {
  /// The ways to go a path in the order of time: by cost, each later and dearer than none;
  /// empty: it cannot be gone.
  ///
  /// Several, because a dearer statement may be done earlier, which helps later on.
  func arrivals(along nodes: [UInt32], _ costs: StepCosts, end: UInt32) -> [Arrival] {
    var arrivals = [Arrival(cost: 0, day: DayRange.earliest)]
    for (node, next) in zip(nodes, nodes.dropFirst()) {
      var reached: [Arrival] = []
      for slot in index.slots(from: node, to: next) where follows(slot, index.slots.base[slot].kind) {
        let statement = index.statements.base[slot]
        let range = index.ranges.base[Int(index.times.base[Int(statement)])]
        let cost = costs.cost(statement, into: next, end: end)
        for arrival in arrivals where arrival.day <= range.last {
          reached.append(Arrival(cost: arrival.cost + cost, day: max(arrival.day, range.first)))
        }
      }
      arrivals = []
      for arrival in reached.sorted(by: { $0.cost != $1.cost ? $0.cost < $1.cost : $0.day < $1.day }) {
        if arrivals.last.map({ arrival.day < $0.day }) ?? true { arrivals.append(arrival) }
      }
    }
    return arrivals
  }
}
