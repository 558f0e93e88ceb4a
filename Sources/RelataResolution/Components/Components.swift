/// Candidates that some chain of pairs connects: what is not connected is never one entity, so each component is decided by itself.
struct Components {
  private var parents: [Int32]

  init(count: Int) { parents = (0..<Int32(count)).map(\.self) }

  private mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[Int(parents[index])]
      index = Int(parents[index])
    }
    return index
  }

  mutating func connect(_ a: Int, _ b: Int) {
    let (first, second) = (root(a), root(b))
    if first != second { parents[max(first, second)] = Int32(min(first, second)) }
  }

  mutating func connect(_ members: some Sequence<Int>) {
    var first: Int?
    for member in members {
      if let first { connect(first, member) } else { first = member }
    }
  }

  /// The number of each member's component: its smallest member.
  mutating func numbers() -> [Int] { parents.indices.map { root($0) } }
}
