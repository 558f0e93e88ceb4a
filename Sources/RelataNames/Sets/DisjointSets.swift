/// Which of some things, by their numbers from 0, have been joined (R. Tarjan's union-find, with path
/// halving). A set's root is its smallest member, whatever the order of joins.
package struct DisjointSets: Sendable {
  private var parents: [Int32]

  /// Each alone.
  package init(count: Int) { parents = (0..<Int32(count)).map(\.self) }

  /// One more, alone; its number.
  package mutating func add() -> Int {
    parents.append(Int32(parents.count))
    return parents.count - 1
  }

  /// What ``find(_:)`` says, without shortening the way there.
  package func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member { member = Int(parents[member]) }
    return member
  }

  /// The root of a member's set.
  /// - Complexity: nearly O(1).
  package mutating func find(_ member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[Int(parents[member])]
      member = Int(parents[member])
    }
    return member
  }

  /// Whether the two were apart.
  @discardableResult
  package mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (find(a), find(b))
    if first != second { parents[max(first, second)] = Int32(min(first, second)) }
    return first != second
  }

  package mutating func join(_ members: some Sequence<Int>) {
    var first: Int?
    for member in members {
      if let first { join(first, member) } else { first = member }
    }
  }

  /// By member, its root.
  package mutating func roots() -> [Int] { parents.indices.map { find($0) } }
}
