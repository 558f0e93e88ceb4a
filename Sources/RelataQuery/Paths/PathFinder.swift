public import RelataGraph

/// Finds how entities are connected: the k best simple paths between two of them.
///
/// Paths are ordered by the number of hops, then by doubt (the sum of 1 − confidence over the surest statement of each hop,
/// in millionths), then by the identifiers on the way; so the same graph always gives the same paths in the same order.
/// Statements between the same two entities are one hop with several steps, not several paths.
///
/// Yen's algorithm (Management Science 17, 1971), with breadth-first search inside.
public struct PathFinder: Sendable {
  /// A neighbour and the statements that lead to it.
  private struct Edge: Sendable {
    let target: Int
    let doubt: Int
    let steps: [PathStep]
  }

  private struct Route: Comparable {
    let nodes: [Int]
    let doubt: Int

    static func < (a: Route, b: Route) -> Bool {
      if a.nodes.count != b.nodes.count { return a.nodes.count < b.nodes.count }
      if a.doubt != b.doubt { return a.doubt < b.doubt }
      return a.nodes.lexicographicallyPrecedes(b.nodes)
    }
  }

  private let options: PathOptions
  private let statements: [Statement]
  /// In ascending order, so that comparing indices compares identifiers.
  private let ids: [EntityID]
  private let indices: [EntityID: Int]
  /// For each entity its edges in the order of their targets.
  private let edges: [[Edge]]
  private let sources: [[Int]]

  /// - Complexity: O(n log n) for n entities and statements.
  public init(_ graph: KnowledgeGraph, options: PathOptions = PathOptions()) {
    self.options = options
    statements = graph.statements
    ids = Set(graph.entities.map(\.id)).sorted()
    indices = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    edges = Self.edges(of: graph.statements, indices: indices, options: options)
    var sources = [[Int]](repeating: [], count: ids.count)
    for (source, list) in edges.enumerated() {
      for edge in list { sources[edge.target].append(source) }
    }
    self.sources = sources
  }

  /// The best paths, at most ``PathOptions/count``; none where the ends are equal, unknown or not connected.
  ///
  /// - Complexity: O(count · hops · (entities + statements)).
  public func paths(from: EntityID, to: EntityID) -> [GraphPath] {
    guard from != to, let start = indices[from], let end = indices[to], options.count > 0,
      let first = route(from: [start], to: end, doubt: 0, without: [])
    else { return [] }
    var found = [first]
    var candidates: Set<[Int]> = []
    var waiting: [Route] = []
    while found.count < options.count, let last = found.last {
      var doubt = 0
      for position in last.nodes.indices.dropLast() {
        let root = Array(last.nodes[...position])
        // Paths already found that begin in the same way must not be found again.
        let taken = Set(found.filter { $0.nodes.starts(with: root) }.map { $0.nodes[position + 1] })
        if let route = route(from: root, to: end, doubt: doubt, without: taken),
          candidates.insert(route.nodes).inserted
        {
          waiting.append(route)
        }
        doubt += edge(last.nodes[position], last.nodes[position + 1])?.doubt ?? 0
      }
      guard let best = waiting.indices.min(by: { waiting[$0] < waiting[$1] }) else { break }
      found.append(waiting.remove(at: best))
    }
    return found.map(path)
  }

  // MARK: - One path

  /// The best continuation of `root` to `end` that visits no node of the root again and does not go on to `taken`.
  private func route(from root: [Int], to end: Int, doubt: Int, without taken: Set<Int>) -> Route? {
    guard let spur = root.last else { return nil }
    let hopsLeft = options.maximumHops - (root.count - 1)
    guard hopsLeft > 0 else { return nil }
    let ahead = distances(to: end, avoiding: Set(root), limit: hopsLeft - 1)
    func key(_ edge: Edge) -> (Int, Int, Int) {
      let rest = ahead[edge.target] ?? (hops: Int.max, doubt: 0)
      return (rest.hops, rest.doubt + edge.doubt, edge.target)
    }
    var nodes = root
    var total = doubt
    var current = edges[spur].filter { !taken.contains($0.target) }
    while nodes.last != end {
      let open = current.filter { ahead[$0.target] != nil }
      guard let edge = open.min(by: { key($0) < key($1) }) else { return nil }
      nodes.append(edge.target)
      total += edge.doubt
      current = edges[edge.target]
    }
    return Route(nodes: nodes, doubt: total)
  }

  /// For each node from which `end` can be reached: the least number of hops, and the least doubt with that number.
  private func distances(to end: Int, avoiding: Set<Int>, limit: Int) -> [Int: (hops: Int, doubt: Int)] {
    var reached: [Int: (hops: Int, doubt: Int)] = [end: (0, 0)]
    var frontier = [end]
    var hops = 0
    while hops < limit, !frontier.isEmpty {
      hops += 1
      var next: [Int] = []
      for node in frontier {
        let beyond = reached[node]?.doubt ?? 0
        for source in sources[node] where !avoiding.contains(source) {
          let doubt = beyond + (edge(source, node)?.doubt ?? 0)
          if let known = reached[source] {
            if known.hops == hops, doubt < known.doubt { reached[source] = (hops, doubt) }
          } else {
            reached[source] = (hops, doubt)
            next.append(source)
          }
        }
      }
      frontier = next
    }
    return reached
  }

  // MARK: - Edges

  private static func edges(
    of statements: [Statement], indices: [EntityID: Int], options: PathOptions
  ) -> [[Edge]] {
    var steps = [[Int: [PathStep]]](repeating: [:], count: indices.count)
    for (number, statement) in statements.enumerated() where follows(statement, options) {
      guard let subject = indices[statement.subject], let object = indices[statement.object],
        subject != object
      else { continue }
      steps[subject][object, default: []].append(PathStep(statement: number, isForward: true))
      if !options.isDirected || options.symmetricRelations.contains(statement.relation) {
        steps[object][subject, default: []].append(PathStep(statement: number, isForward: false))
      }
    }
    func precedes(_ a: PathStep, _ b: PathStep) -> Bool {
      let (x, y) = (statements[a.statement], statements[b.statement])
      // What happened is shown before what was planned.
      let (p, q) = (commitment(of: x.modality), commitment(of: y.modality))
      if p != q { return p < q }
      if x.confidence != y.confidence { return x.confidence > y.confidence }
      if x.evidence.count != y.evidence.count { return x.evidence.count > y.evidence.count }
      return a.statement < b.statement
    }
    return steps.map { targets in
      targets.sorted { $0.key < $1.key }.map { target, steps in
        let sorted = steps.sorted(by: precedes)
        return Edge(
          target: target, doubt: sorted.map { doubt(of: statements[$0.statement]) }.min() ?? 0, steps: sorted)
      }
    }
  }

  /// 0 for what the article itself says happened, higher for what it commits itself to less.
  private static func commitment(of modality: Modality) -> Int {
    switch modality {
    case .asserted: 0
    case .reported: 1
    case .alleged: 2
    case .planned: 3
    case .hypothetical: 4
    }
  }

  /// 0 for a sure statement, 1,000,000 for one without any confidence.
  private static func doubt(of statement: Statement) -> Int {
    guard statement.confidence > 0 else { return 1_000_000 }
    return Int(((1 - min(1, statement.confidence)) * 1_000_000).rounded())
  }

  private static func follows(_ statement: Statement, _ options: PathOptions) -> Bool {
    (options.includesNegated || statement.polarity == .affirmed)
      && (options.includesOpen || !statement.isOpen)
      && (options.relations?.contains(statement.relation) ?? true)
  }

  private func edge(_ source: Int, _ target: Int) -> Edge? {
    let list = edges[source]
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].target < target { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].target == target ? list[low] : nil
  }

  private func path(_ route: Route) -> GraphPath {
    let hops = zip(route.nodes, route.nodes.dropFirst()).map { a, b in
      PathHop(from: ids[a], to: ids[b], steps: edge(a, b)?.steps ?? [])
    }
    let confidence = hops.reduce(1.0) { product, hop in
      product * (hop.steps.map { statements[$0.statement].confidence }.max() ?? 1)
    }
    return GraphPath(hops: hops, confidence: confidence)
  }
}
