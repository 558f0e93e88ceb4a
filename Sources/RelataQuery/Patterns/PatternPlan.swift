import RelataGraph

/// In which order the variables of a pattern are bound: from where there are fewest
/// candidates, along the paths.
struct PatternPlan: Sendable {
  enum Step: Sendable {
    /// Bind a node, or go on with it where it is bound.
    case start(Int)
    /// Walk a relation from a bound node to another; against the reading direction where `isReversed`.
    case expand(relation: Int, from: Int, to: Int, isReversed: Bool)
  }

  private(set) var steps: [Step] = []
  /// For each step the conditions all of whose variables are bound after it.
  private(set) var conditions: [[CompiledExpression]] = []
  /// For each node slot the entities that it can be, in the graph's order.
  private(set) var candidates: [[Int]] = []
  /// The same, for each entity whether it is one.
  private(set) var isCandidate: [[Bool]] = []

  /// - Complexity: O(variables · entities).
  init(_ pattern: CompiledPattern, _ index: PatternIndex) {
    for slot in pattern.nodeTypes.indices {
      let found = Self.candidates(slot, pattern, index)
      candidates.append(found)
      var flags = [Bool](repeating: false, count: index.graph.entities.count)
      for entity in found { flags[entity] = true }
      isCandidate.append(flags)
    }
    var rest = Array(pattern.paths.indices)
    var bound: Set<Int> = []
    while let next = rest.indices.min(by: {
      cost(pattern.paths[rest[$0]], bound) < cost(pattern.paths[rest[$1]], bound)
    }) {
      add(pattern.paths[rest.remove(at: next)], &bound)
    }
    place(pattern)
  }

  private static func candidates(
    _ slot: Int, _ pattern: CompiledPattern, _ index: PatternIndex
  ) -> [Int] {
    var found = Array(index.graph.entities.indices)
    for condition in pattern.conditions {
      guard case .compare(let a, .equal, let b) = condition else { continue }
      for (property, literal) in [(a, b), (b, a)] {
        guard case .literal(.text(let text)) = literal else { continue }
        if case .nodeProperty(slot, .name) = property {
          let named = Set(index.entities(named: text))
          found = found.filter(named.contains)
        } else if case .nodeProperty(slot, .id) = property {
          let number = index.entityNumbers[EntityID(rawValue: text)]
          found = found.filter { $0 == number }
        }
      }
    }
    var isKind: [EntityType: Bool] = [:]
    for types in pattern.nodeTypes[slot] {
      isKind.removeAll()
      found = found.filter { entity in
        let type = index.graph.entities[entity].type
        if let known = isKind[type] { return known }
        let isAllowed = index.ontology.allows(type, in: types)
        isKind[type] = isAllowed
        return isAllowed
      }
    }
    return found
  }

  private func cost(_ path: CompiledPath, _ bound: Set<Int>) -> Int {
    path.nodes.map { bound.contains($0) ? 0 : candidates[$0].count }.min() ?? 0
  }

  private mutating func add(_ path: CompiledPath, _ bound: inout Set<Int>) {
    func cost(_ place: Int) -> Int {
      bound.contains(path.nodes[place]) ? -1 : candidates[path.nodes[place]].count
    }
    guard let start = path.nodes.indices.min(by: { cost($0) < cost($1) }) else { return }
    steps.append(.start(path.nodes[start]))
    for place in start..<path.relations.count {
      steps.append(
        .expand(
          relation: path.relations[place], from: path.nodes[place], to: path.nodes[place + 1],
          isReversed: false))
    }
    for place in (0..<start).reversed() {
      steps.append(
        .expand(
          relation: path.relations[place], from: path.nodes[place + 1], to: path.nodes[place],
          isReversed: true))
    }
    bound.formUnion(path.nodes)
  }

  /// Puts each condition behind the first step after which it can be asked.
  private mutating func place(_ pattern: CompiledPattern) {
    conditions = [[CompiledExpression]](repeating: [], count: steps.count)
    for condition in pattern.conditions {
      var nodes: Set<Int> = []
      var relations: Set<Int> = []
      condition.forEach {
        switch $0 {
        case .node(let slot), .nodeProperty(let slot, _): nodes.insert(slot)
        case .relation(let slot), .relationProperty(let slot, _): relations.insert(slot)
        case .path(let path):
          nodes.formUnion(pattern.paths[path].nodes)
          relations.formUnion(pattern.paths[path].relations)
        default: break
        }
      }
      var last = 0
      for (number, step) in steps.enumerated() {
        switch step {
        case .start(let node): nodes.remove(node)
        case .expand(let relation, _, let to, _):
          nodes.remove(to)
          relations.remove(relation)
        }
        last = number
        if nodes.isEmpty, relations.isEmpty { break }
      }
      conditions[last].append(condition)
    }
  }
}
