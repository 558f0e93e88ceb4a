import RelataGraph

/// What the variables of a pattern stand for.
struct PatternBindings: Sendable {
  /// For each node slot the number of an entity, -1 before it is bound.
  var nodes: [Int]
  /// For each relation slot its statements in the order of the pattern.
  var trails: [[MatchedStep]]
}

/// Values of expressions. Logic has three values, as in SQL: a comparison with something that is not there
/// is neither true nor false.
struct PatternEvaluation {
  let index: PatternIndex
  let pattern: CompiledPattern
  let bindings: PatternBindings
  /// Where the condition of one step is asked: that step.
  var step: MatchedStep?

  func isTrue(_ expression: CompiledExpression) -> Bool { truth(expression) == true }

  func value(_ expression: CompiledExpression) -> PatternValue {
    switch expression {
    case .literal(let value): return value
    case .node(let slot): return .entity(index.graph.entities[bindings.nodes[slot]].id)
    case .nodeProperty(let slot, let property):
      return property.value(of: index.graph.entities[bindings.nodes[slot]], index.ontology)
    case .relation(let slot):
      if let step = single(slot) { return .statement(step) }
      return .trail(bindings.trails[slot])
    case .relationProperty(let slot, let property):
      guard let step = single(slot) else { return .null }
      return property.value(of: index.graph.statements[step.statement], index.ontology, name: index.name)
    case .path(let number):
      let path = pattern.paths[number]
      let start = path.nodes.first.map { index.graph.entities[bindings.nodes[$0]].id }
      return .path(start ?? EntityID(rawValue: ""), path.relations.flatMap { bindings.trails[$0] })
    case .function(let function, let operand): return apply(function, value(operand))
    case .list(let items): return .list(items.map(value))
    case .not, .and, .or, .xor, .compare, .isIn, .isNull:
      return truth(expression).map(PatternValue.truth) ?? .null
    }
  }

  private func single(_ slot: Int) -> MatchedStep? {
    step ?? (pattern.relations[slot].isSingle ? bindings.trails[slot].first : nil)
  }

  private func truth(_ expression: CompiledExpression) -> Bool? {
    switch expression {
    case .not(let a): return truth(a).map { !$0 }
    case .and(let a, let b):
      let left = truth(a)
      if left == false { return false }
      let right = truth(b)
      if right == false { return false }
      return left == nil || right == nil ? nil : true
    case .or(let a, let b):
      let left = truth(a)
      if left == true { return true }
      let right = truth(b)
      if right == true { return true }
      return left == nil || right == nil ? nil : false
    case .xor(let a, let b):
      guard let left = truth(a), let right = truth(b) else { return nil }
      return left != right
    case .compare(let a, let comparison, let b): return Self.compare(value(a), comparison, value(b))
    case .isIn(let a, let b):
      guard case .list(let items) = value(b) else { return nil }
      let wanted = value(a)
      let answers = items.map { Self.compare(wanted, .equal, $0) }
      if answers.contains(true) { return true }
      return answers.contains(nil) ? nil : false
    case .isNull(let a, let isNegated): return (value(a) == .null) != isNegated
    default:
      if case .truth(let truth) = value(expression) { return truth }
      return nil
    }
  }

  private func apply(_ function: PatternFunction, _ value: PatternValue) -> PatternValue {
    switch (function, value) {
    case (.lower, .text(let text)): .text(text.lowercased())
    case (.upper, .text(let text)): .text(text.uppercased())
    case (.length, .text(let text)), (.size, .text(let text)): .number(Double(text.count))
    case (.length, .trail(let steps)), (.size, .trail(let steps)), (.length, .path(_, let steps)),
      (.size, .path(_, let steps)):
      .number(Double(steps.count))
    case (.length, .list(let items)), (.size, .list(let items)): .number(Double(items.count))
    default: .null
    }
  }

  /// nil where one of the two is not there or cannot be compared.
  static func compare(
    _ a: PatternValue, _ comparison: PatternExpression.Comparison, _ b: PatternValue
  ) -> Bool? {
    if a == .null || b == .null { return nil }
    switch comparison {
    case .equal: return areEqual(a, b)
    case .unequal: return areEqual(a, b).map { !$0 }
    case .less: return order(a, b).map { $0 < 0 }
    case .lessOrEqual: return order(a, b).map { $0 <= 0 }
    case .greater: return order(a, b).map { $0 > 0 }
    case .greaterOrEqual: return order(a, b).map { $0 >= 0 }
    case .contains, .startsWith, .endsWith:
      if case .list(let items) = a, comparison == .contains { return items.contains(b) }
      guard case .text(let text) = a, case .text(let part) = b else { return nil }
      switch comparison {
      case .startsWith: return text.hasPrefix(part)
      case .endsWith: return text.hasSuffix(part)
      default: return part.isEmpty || text.contains(part)
      }
    }
  }

  private static func areEqual(_ a: PatternValue, _ b: PatternValue) -> Bool? {
    guard case .date(let first) = a, case .date(let second) = b else { return a == b }
    if !first.isCompatible(with: second) { return false }
    // They may be the same year or not.
    return (first.year == nil) == (second.year == nil) ? true : nil
  }

  /// Below 0 where `a` comes first. Dates are compared as precisely as both are known, so that no
  /// day of 2024 is after 2024.
  private static func order(_ a: PatternValue, _ b: PatternValue) -> Int? {
    switch (a, b) {
    case (.number(let a), .number(let b)): return a < b ? -1 : a > b ? 1 : 0
    case (.text(let a), .text(let b)): return a < b ? -1 : a > b ? 1 : 0
    case (.date(let a), .date(let b)):
      guard (a.year == nil) == (b.year == nil) else { return nil }
      for (x, y) in [(a.year, b.year), (a.month, b.month), (a.day, b.day)] {
        if x == nil, y == nil { continue }
        guard let x, let y else { return 0 }
        if x != y { return x < y ? -1 : 1 }
      }
      return 0
    default: return nil
    }
  }
}
