public import RelataGraph

/// Which entities are connected at all, in whatever direction, by the statements that a query follows.
public struct EntityComponents: Sendable {
  private let index: GraphIndex
  private let numbers: [Int]
  /// How many entities each component has, the largest first; equally large ones in the order of
  /// their first identifiers.
  public let sizes: [Int]

  /// - Complexity: O(entities + statements).
  init(_ filter: TraversalFilter) {
    index = filter.index
    let count = index.entityCount
    var found = [Int](repeating: -1, count: count)
    var members: [(first: Int, size: Int)] = []
    var waiting: [UInt32] = []
    for start in 0..<count where found[start] < 0 {
      let number = members.count
      members.append((start, 1))
      found[start] = number
      waiting.append(UInt32(start))
      while let node = waiting.popLast() {
        for slot in index.row(of: node) {
          let (next, kind) = (index.slots.base[slot].node, index.slots.base[slot].kind)
          guard found[Int(next)] < 0, filter.follows(slot, kind) || filter.follows(slot, kind, flip: 1)
          else { continue }
          found[Int(next)] = number
          members[number].size += 1
          waiting.append(next)
        }
      }
    }
    let order = members.indices.sorted {
      members[$0].size != members[$1].size ? members[$0].size > members[$1].size : $0 < $1
    }
    var places = [Int](repeating: 0, count: members.count)
    for (place, number) in order.enumerated() { places[number] = place }
    sizes = order.map { members[$0].size }
    numbers = found.map { places[$0] }
  }

  /// The number of an entity's component, from 0; nil where the graph has no such entity.
  /// - Complexity: O(1).
  public func component(of id: EntityID) -> Int? { index.number(of: id).map { numbers[$0] } }

  /// The entities of a component that have the most neighbours, at most `count`.
  /// - Complexity: O(n log n) for n entities.
  public func hubs(of component: Int, count: Int) -> [EntityID] {
    numbers.indices.filter { numbers[$0] == component }
      .sorted {
        index.degree(of: $0) != index.degree(of: $1) ? index.degree(of: $0) > index.degree(of: $1) : $0 < $1
      }
      .prefix(count).map { index.ids[$0] }
  }
}

extension PathFinder {
  /// The components of what ``PathOptions/statements`` lets through; types and
  /// entities to avoid do not matter.
  /// - Complexity: O(entities + statements).
  public func components() -> EntityComponents { EntityComponents(search.filter) }
}
