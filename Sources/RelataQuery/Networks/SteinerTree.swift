public import RelataGraph
import RelataNames

/// A tree of hops that links some entities: a small part of a graph.
public struct SteinerTree: Hashable, Sendable {
  /// The hops of a tree, or of several where not all can be linked; each with its statements.
  public var hops: [PathHop]
  /// The entities to link, grouped by what the hops link; one group: all are linked. In
  /// the order of identifiers.
  public var groups: [[EntityID]]
  /// The sum of the hops' costs and of the entities passed through, in the unit of ``PathOptions/ranking``.
  public var cost: Double

  /// A tree of these parts.
  public init(hops: [PathHop], groups: [[EntityID]], cost: Double) {
    self.hops = hops
    self.groups = groups
    self.cost = cost
  }

  /// All entities on it, in the order of identifiers.
  public var entities: [EntityID] {
    Set(hops.flatMap { [$0.from, $0.to] } + groups.flatMap(\.self)).sorted()
  }
}

extension PathFinder {
  /// A small subgraph that links entities: an approximation of the cheapest Steiner tree.
  ///
  /// L. Kou, G. Markowsky, L. Berman, A Fast Algorithm for Steiner Trees (Acta Informatica 15, 1981): the
  /// cheapest paths between all pairs, of these a minimum spanning tree, and of the union of the paths again
  /// one, without leaves that nobody asked for. Where costs are by hop alone it is at most twice as dear as
  /// the best. Where statements are followed from subject to object only, a path may lead from either of two
  /// entities to the other.
  ///
  /// - Complexity: that of t² / 2 searches for one path, for t entities.
  public func connect(_ ids: [EntityID]) -> SteinerTree {
    let terminals = Set(ids.compactMap { index.number(of: $0) }).sorted().map(UInt32.init)
    var budget = StepBudget(options.bounds.steps)
    var paths: [NodePath] = []
    spaces.withSpace { space in
      for (place, start) in terminals.enumerated() {
        for end in terminals[(place + 1)...] {
          let ways = options.statements.isDirected ? [(start, end), (end, start)] : [(start, end)]
          for (from, to) in ways {
            let query = PathQuery(root: [from], end: to, maximumHops: options.maximumHops ?? .max)
            if let path = search.path(query, in: space, &budget) { paths.append(path) }
          }
        }
      }
    }
    var closure = JoinedNodes(terminals)
    let chosen = paths.sorted().filter { path in
      guard let start = path.nodes.first, let end = path.nodes.last else { return false }
      return closure.join(start, end)
    }
    let groups = Dictionary(grouping: terminals) { closure.set(of: $0) }.values
      .map { $0.sorted().map { index.ids[Int($0)] } }.sorted {
        ($0.first?.rawValue ?? "") < ($1.first?.rawValue ?? "")
      }
    let tree = prune(spanningTree(of: chosen), keeping: Set(terminals))
    let cost = tree.reduce(0) { $0 + $1.cost } + passingCost(of: tree, besides: Set(terminals))
    return SteinerTree(
      hops: tree.map { graphPath(NodePath(nodes: [$0.from, $0.to], cost: 0)).hops }.flatMap(\.self),
      groups: groups, cost: options.ranking.unscaled(cost))
  }

  private struct Link {
    let from: UInt32
    let to: UInt32
    let cost: Int
  }

  /// Of the steps of some paths, the cheapest that link the same.
  private func spanningTree(of paths: [NodePath]) -> [Link] {
    var links: [Link] = []
    var seen: Set<[UInt32]> = []
    for path in paths {
      for (from, to) in zip(path.nodes, path.nodes.dropFirst())
      where seen.insert([min(from, to), max(from, to)]).inserted {
        links.append(Link(from: from, to: to, cost: search.cost(of: [from, to]) ?? 0))
      }
    }
    links.sort {
      ($0.cost, min($0.from, $0.to), max($0.from, $0.to)) < (
        $1.cost, min($1.from, $1.to), max($1.from, $1.to)
      )
    }
    var sets = JoinedNodes(links.lazy.flatMap { [$0.from, $0.to] })
    return links.filter { sets.join($0.from, $0.to) }
  }

  private func prune(_ tree: [Link], keeping terminals: Set<UInt32>) -> [Link] {
    var tree = tree
    while true {
      var degrees: [UInt32: Int] = [:]
      for link in tree { for node in [link.from, link.to] { degrees[node, default: 0] += 1 } }
      let kept = tree.filter { link in
        [link.from, link.to].allSatisfy { degrees[$0] != 1 || terminals.contains($0) }
      }
      guard kept.count < tree.count else { break }
      tree = kept
    }
    return tree.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private func passingCost(of tree: [Link], besides terminals: Set<UInt32>) -> Int {
    Set(tree.flatMap { [$0.from, $0.to] }).subtracting(terminals)
      .reduce(0) { $0 + Int(search.costs.byNode?.base[Int($1)] ?? 0) }
  }
}

/// Nodes of a graph that have been joined, of a few.
private struct JoinedNodes {
  private let numbers: [UInt32: Int]
  private var sets: DisjointSets

  init(_ nodes: some Sequence<UInt32>) {
    let nodes = Set(nodes).sorted()
    numbers = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    sets = DisjointSets(count: nodes.count)
  }

  /// A number for the set of a node.
  mutating func set(of node: UInt32) -> Int? { numbers[node].map { sets.find($0) } }

  /// Whether the two were apart.
  mutating func join(_ a: UInt32, _ b: UInt32) -> Bool {
    guard let first = numbers[a], let second = numbers[b] else { return false }
    return sets.join(first, second)
  }
}
