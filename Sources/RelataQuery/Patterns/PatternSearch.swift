import RelataGraph

/// Finds the matches of a pattern one after the other, by backtracking along a plan.
///
/// Within a match no statement stands twice, so that every search ends; entities may be met again. The order
/// of matches depends on the graph and the query alone.
struct PatternSearch {
  let index: PatternIndex
  let pattern: CompiledPattern
  let limits: PatternLimits
  private let plan: PatternPlan
  /// For each relation slot and each relation of the graph whether the one allows the other.
  private let allows: [[Bool]]

  private var bindings: PatternBindings
  private var isUsed: [Bool]
  private(set) var matchCount = 0
  private(set) var bounds: Set<PatternBound> = []
  private var stepCount = 0
  private let deadline: ContinuousClock.Instant

  init(_ pattern: CompiledPattern, _ index: PatternIndex, limits: PatternLimits) {
    self.index = index
    self.pattern = pattern
    self.limits = limits
    plan = PatternPlan(pattern, index)
    allows = pattern.relations.map { relation in
      var flags = [Bool](repeating: relation.relations == nil, count: index.relationNumbers.count)
      for name in relation.relations ?? [] {
        if let number = index.relationNumbers[name] { flags[number] = true }
      }
      return flags
    }
    bindings = PatternBindings(
      nodes: [Int](repeating: -1, count: pattern.nodeTypes.count),
      trails: [[MatchedStep]](repeating: [], count: pattern.relations.count))
    isUsed = [Bool](repeating: false, count: index.graph.statements.count)
    deadline = ContinuousClock.now + limits.duration
  }

  /// Calls `visit` for each match until it returns false.
  mutating func run(_ visit: (PatternBindings) -> Bool) { _ = go(0, visit) }

  /// False: the search is over.
  private mutating func go(_ step: Int, _ visit: (PatternBindings) -> Bool) -> Bool {
    guard step < plan.steps.count else {
      if matchCount >= limits.matches {
        bounds.insert(.matches(limits.matches))
        return false
      }
      matchCount += 1
      return visit(bindings)
    }
    switch plan.steps[step] {
    case .start(let node):
      if bindings.nodes[node] >= 0 { return !holds(step) || go(step + 1, visit) }
      for entity in plan.candidates[node] {
        guard isInTime() else { return false }
        bindings.nodes[node] = entity
        if holds(step), !go(step + 1, visit) { return false }
      }
      bindings.nodes[node] = -1
      return true
    case .expand(let relation, let from, let to, let isReversed):
      let walk = Walk(step: step, relation: relation, target: to, isReversed: isReversed)
      return expand(walk, at: bindings.nodes[from], visit)
    }
  }

  private struct Walk {
    let step: Int
    let relation: Int
    let target: Int
    let isReversed: Bool
  }

  /// Ends the relation here if it can, then makes it one statement longer if it may be.
  private mutating func expand(_ walk: Walk, at node: Int, _ visit: (PatternBindings) -> Bool) -> Bool {
    let relation = pattern.relations[walk.relation]
    let length = bindings.trails[walk.relation].count
    if length >= relation.minimum, !arrive(walk, at: node, visit) { return false }
    let longest = min(
      relation.maximum ?? max(limits.hops, relation.minimum), max(limits.hops, PatternLimits.mostHops))
    let isCut = length >= longest && (relation.maximum.map { $0 > longest } ?? true)
    guard length < longest || isCut else { return true }
    var direction = relation.direction
    if walk.isReversed, direction != .either { direction = direction == .forward ? .backward : .forward }
    // What follows changes the search itself, so the links are taken before.
    var links: [(link: PatternIndex.Link, step: MatchedStep)] = []
    _ = index.follow(from: node, direction) { link, isAlong in
      // What an entity has to do with itself is told in the direction of the pattern.
      let isForward = link.neighbor == node ? relation.direction != .backward : isAlong != walk.isReversed
      let step = MatchedStep(statement: link.statement, isForward: isForward)
      if fits(link, step, walk.relation) { links.append((link, step)) }
      return true
    }
    if isCut {
      if !links.isEmpty { bounds.insert(.hops(longest)) }
      return true
    }
    for (link, step) in links {
      guard isInTime() else { return false }
      isUsed[link.statement] = true
      push(step, walk)
      let goesOn = expand(walk, at: link.neighbor, visit)
      pop(walk)
      isUsed[link.statement] = false
      if !goesOn { return false }
    }
    return true
  }

  private mutating func push(_ step: MatchedStep, _ walk: Walk) {
    if walk.isReversed {
      bindings.trails[walk.relation].insert(step, at: 0)
    } else {
      bindings.trails[walk.relation].append(step)
    }
  }

  private mutating func pop(_ walk: Walk) {
    if walk.isReversed {
      bindings.trails[walk.relation].removeFirst()
    } else {
      bindings.trails[walk.relation].removeLast()
    }
  }

  private mutating func arrive(_ walk: Walk, at node: Int, _ visit: (PatternBindings) -> Bool) -> Bool {
    let before = bindings.nodes[walk.target]
    guard before < 0 ? plan.isCandidate[walk.target][node] : before == node else { return true }
    bindings.nodes[walk.target] = node
    defer { bindings.nodes[walk.target] = before }
    return !holds(walk.step) || go(walk.step + 1, visit)
  }

  private func fits(_ link: PatternIndex.Link, _ step: MatchedStep, _ slot: Int) -> Bool {
    let relation = pattern.relations[slot]
    guard !isUsed[link.statement], allows[slot][index.relationOf[link.statement]],
      relation.includesNegated || !index.isNegated[link.statement]
    else { return false }
    guard !relation.stepConditions.isEmpty else { return true }
    let evaluation = PatternEvaluation(index: index, pattern: pattern, bindings: bindings, step: step)
    return relation.stepConditions.allSatisfy(evaluation.isTrue)
  }

  private func holds(_ step: Int) -> Bool {
    guard !plan.conditions[step].isEmpty else { return true }
    let evaluation = PatternEvaluation(index: index, pattern: pattern, bindings: bindings)
    return plan.conditions[step].allSatisfy(evaluation.isTrue)
  }

  /// The clock is asked only now and then.
  private mutating func isInTime() -> Bool {
    stepCount += 1
    guard stepCount.isMultiple(of: 1024), ContinuousClock.now >= deadline else { return true }
    bounds.insert(.time(limits.duration))
    return false
  }
}
