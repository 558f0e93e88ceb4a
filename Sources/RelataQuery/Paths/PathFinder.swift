public import RelataGraph

/// What a search for paths found.
public struct PathSearchResult: Hashable, Sendable {
  /// The best first.
  public var paths: [GraphPath]
  /// Whether the search ended by itself; false: it reached one of ``PathOptions/bounds``, and
  /// there may be more paths.
  public var isComplete: Bool

  /// Paths, and whether these are all.
  public init(paths: [GraphPath], isComplete: Bool) {
    self.paths = paths
    self.isComplete = isComplete
  }
}

/// Finds how entities are connected: the best simple paths between two of them, or all.
///
/// ```swift
/// let finder = PathFinder(graph, options: PathOptions(ranking: .informative))
/// for path in finder.paths(from: putin, to: aleppo) { print(path.entities, path.cost) }
/// ```
///
/// Paths are ordered by ``PathOptions/ranking``, then by the identifiers on the way; so the same graph always
/// gives the same paths in the same order. Statements between the same two entities are one hop with several
/// steps, not several paths.
///
/// One finder answers any number of queries, on any number of threads, and reuses its memory between them.
public struct PathFinder: Sendable {
  let index: GraphIndex
  let options: PathOptions
  let search: PathSearch
  let spaces: SearchSpacePool

  /// - Complexity: O(n log n) for n entities and statements.
  public init(_ graph: KnowledgeGraph, options: PathOptions = PathOptions()) {
    self.init(graph, index: GraphIndex(graph), options: options)
  }

  /// With an index that several finders share.
  ///
  /// - Parameters:
  ///   - graph: where to look.
  ///   - index: of this very graph.
  ///   - options: which paths to look for.
  /// - Complexity: O(kinds of statements); O(entities + statements) for rankings other than by length, and
  ///   where types, confidence, documents or dates are asked for.
  public init(_ graph: KnowledgeGraph, index: GraphIndex, options: PathOptions = PathOptions()) {
    self.init(index: index, options: options, isCited: graph.isCited)
  }

  /// - Parameter isCited: by statement, whether one of some documents says so; asked only where
  ///   the options name documents.
  package init<Failure: Error>(
    index: GraphIndex, options: PathOptions, isCited: (Int, Set<String>) throws(Failure) -> Bool
  ) throws(Failure) {
    self.index = index
    self.options = options
    let avoid = Set(options.avoid.compactMap { index.number(of: $0) })
    let types = options.types.map { types in index.types.map(types.contains) }
    let through = Set(options.through.compactMap { index.number(of: $0) })
    let isOpen: (UInt32) -> Bool = { node in
      !avoid.contains(Int(node))
        && (through.contains(Int(node)) || (types?[Int(index.typeOfNode.base[Int(node)])] ?? true))
    }
    let filter = try TraversalFilter(
      index, options.statements, passing: avoid.isEmpty && types == nil ? nil : isOpen,
      datedOnly: options.isTimeRespecting, isCited: isCited)
    search = PathSearch(
      filter: filter, costs: options.ranking.costs(index, options.informativeness),
      isByHops: options.ranking == .shortest,
      isTimeRespecting: options.isTimeRespecting)
    spaces = SearchSpacePool(nodeCount: index.entityCount)
  }

  /// The best paths; none where the ends are equal, unknown or not connected.
  public func paths(from: EntityID, to: EntityID) -> [GraphPath] { find(from: from, to: to).paths }

  /// The best paths, and whether these are all.
  ///
  /// - Complexity: for one path O(what the search visits): of breadth-first search and of Dijkstra's
  ///   algorithm, each from both ends; for k paths up to k · hops such searches. With a limit of hops that
  ///   the best path exceeds, and with times to respect, one-sided and slower.
  public func find(from: EntityID, to: EntityID) -> PathSearchResult {
    let found = nodePaths(from: from, to: to)
    return PathSearchResult(paths: found.paths.map(graphPath), isComplete: found.isComplete)
  }

  /// All simple paths between two entities, the shortest first, without the statements; ranking
  /// and count do not matter.
  ///
  /// - Complexity: O(what lies within reach + paths), in most graphs.
  public func entityPaths(from: EntityID, to: EntityID) -> EntityPaths {
    var budget = StepBudget(options.bounds.steps)
    guard let query = query(from, to) else { return EntityPaths(index: index) }
    return spaces.withSpace { space in
      let all = AllSimplePaths(
        search.filter, from: query.start, to: query.end,
        maximumHops: min(query.maximumHops, index.entityCount), maximumCount: options.bounds.paths,
        in: space, &budget)
      return EntityPaths(index: index, paths: all.paths, isComplete: all.isComplete)
    }
  }

  // MARK: - Paths of nodes

  private func query(_ from: EntityID, _ to: EntityID) -> PathQuery? {
    guard from != to, let start = index.number(of: from), let end = index.number(of: to),
      options.maximumHops ?? 1 > 0, options.count ?? 1 > 0
    else { return nil }
    return PathQuery(
      root: [UInt32(start)], end: UInt32(end), maximumHops: options.maximumHops ?? .max)
  }

  private func nodePaths(from: EntityID, to: EntityID) -> (paths: [NodePath], isComplete: Bool) {
    guard let query = query(from, to) else { return ([], true) }
    let stops = options.through.map { index.number(of: $0).map(UInt32.init) }
    guard !stops.contains(nil), options.avoid.isDisjoint(with: options.through) else { return ([], true) }
    let through = stops.compactMap(\.self).filter { $0 != query.start && $0 != query.end }
    guard let count = options.count else { return allPaths(from, to, through: through) }
    var budget = StepBudget(options.bounds.steps)
    guard through.isEmpty else {
      let paths = ThroughPaths(search, query, through: Array(Set(through)).sorted(), spaces)
        .first(count, &budget)
      return (paths, !budget.isSpent)
    }
    let paths = spaces.withSpace { space in
      var all = SimplePaths(search, query, in: space)
      var paths: [NodePath] = []
      while paths.count < count, let path = all.next(of: count - paths.count, &budget) {
        paths.append(path)
      }
      return paths
    }
    return (paths, !budget.isSpent)
  }

  private func allPaths(_ from: EntityID, _ to: EntityID, through: [UInt32]) -> ([NodePath], Bool) {
    let all = entityPaths(from: from, to: to)
    var paths: [NodePath] = []
    for number in 0..<all.count {
      let nodes = Array(all.paths[number])
      guard through.allSatisfy(nodes.contains), let cost = search.cost(of: nodes) else { continue }
      paths.append(NodePath(nodes: nodes, cost: cost))
    }
    return (paths.sorted(), all.isComplete)
  }
}

/// Paths as their entities alone, in little memory.
public struct EntityPaths: Sendable {
  let index: GraphIndex
  var paths = FlatPaths()
  /// Whether these are all, or a bound was reached.
  public private(set) var isComplete = true

  init(index: GraphIndex, paths: FlatPaths = FlatPaths(), isComplete: Bool = true) {
    self.index = index
    self.paths = paths
    self.isComplete = isComplete
  }

  /// How many there are.
  public var count: Int { paths.count }

  /// A path, both ends included.
  /// - Complexity: O(its length).
  public subscript(_ number: Int) -> [EntityID] { paths[number].map { index.ids[Int($0)] } }
}
