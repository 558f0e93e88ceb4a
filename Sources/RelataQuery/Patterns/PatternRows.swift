import RelataGraph

/// Turns matches into the rows of an answer: projection, grouping, DISTINCT, ORDER BY, SKIP and LIMIT.
struct PatternRows {
  private struct Draft {
    var values: [PatternValue]
    var keys: [PatternValue]
    var statements: [Int] = []
    var seenStatements: Set<Int> = []
    var entities: [EntityID] = []
    var seenEntities: Set<EntityID> = []
    var accumulators: [Accumulator]
  }

  /// One aggregate of one group.
  private struct Accumulator {
    var count = 0
    var seen: Set<PatternValue> = []
    var values: [PatternValue] = []
  }

  private let pattern: CompiledPattern
  private let index: PatternIndex
  private let mergesRows: Bool
  private var drafts: [Draft] = []
  private var numbers: [[PatternValue]: Int] = [:]

  init(_ pattern: CompiledPattern, _ index: PatternIndex) {
    self.pattern = pattern
    self.index = index
    mergesRows = pattern.isDistinct || pattern.hasAggregates
  }

  /// Takes a match; false where no further match can change the answer.
  mutating func add(_ bindings: PatternBindings) -> Bool {
    let evaluation = PatternEvaluation(index: index, pattern: pattern, bindings: bindings)
    let values = pattern.columns.map { column in
      if case .value(let expression) = column { evaluation.value(expression) } else { PatternValue.null }
    }
    let number: Int
    let identity = mergesRows ? values.map(\.identity) : []
    if mergesRows, let known = numbers[identity] {
      number = known
    } else {
      number = drafts.count
      if mergesRows { numbers[identity] = number }
      let keys = pattern.order.map { order in
        if case .value(let expression) = order.key { evaluation.value(expression) } else { PatternValue.null }
      }
      drafts.append(
        Draft(
          values: values, keys: keys,
          accumulators: [Accumulator](repeating: Accumulator(), count: pattern.columns.count)))
    }
    note(bindings, number)
    for (column, definition) in pattern.columns.enumerated() {
      guard case .aggregate(_, let isDistinct, let operand) = definition else { continue }
      accumulate(operand.map(evaluation.value), isDistinct, number, column)
    }
    guard !mergesRows, pattern.order.isEmpty, let limit = pattern.limit else { return true }
    return drafts.count < pattern.skip + limit
  }

  private mutating func note(_ bindings: PatternBindings, _ number: Int) {
    for path in pattern.paths {
      for relation in path.relations {
        for step in bindings.trails[relation]
        where drafts[number].seenStatements.insert(step.statement).inserted {
          drafts[number].statements.append(step.statement)
        }
      }
      for node in path.nodes {
        let id = index.graph.entities[bindings.nodes[node]].id
        if drafts[number].seenEntities.insert(id).inserted { drafts[number].entities.append(id) }
      }
    }
  }

  private mutating func accumulate(_ value: PatternValue?, _ isDistinct: Bool, _ number: Int, _ column: Int) {
    if value == .some(.null) { return }
    if let value {
      if isDistinct, !drafts[number].accumulators[column].seen.insert(value.identity).inserted { return }
      drafts[number].accumulators[column].values.append(value)
    }
    drafts[number].accumulators[column].count += 1
  }

  /// The rows in their order.
  func finished() -> [PatternResult.Row] {
    var drafts = drafts
    let isOneGroup = pattern.columns.allSatisfy { if case .aggregate = $0 { true } else { false } }
    if drafts.isEmpty, isOneGroup, pattern.hasAggregates {
      drafts = [
        Draft(
          values: pattern.columns.map { _ in .null }, keys: pattern.order.map { _ in .null },
          accumulators: [Accumulator](repeating: Accumulator(), count: pattern.columns.count))
      ]
    }
    for number in drafts.indices {
      for (column, definition) in pattern.columns.enumerated() {
        guard case .aggregate(let kind, _, _) = definition else { continue }
        drafts[number].values[column] = total(kind, drafts[number].accumulators[column])
      }
    }
    let sorted = pattern.order.isEmpty ? drafts : self.sorted(drafts)
    let kept = sorted.dropFirst(pattern.skip).prefix(pattern.limit ?? Int.max)
    return kept.map {
      PatternResult.Row(values: $0.values, statements: $0.statements, entities: $0.entities)
    }
  }

  private func total(_ kind: PatternAggregate.Kind, _ accumulator: Accumulator) -> PatternValue {
    switch kind {
    case .count: .number(Double(accumulator.count))
    case .collect: .list(accumulator.values)
    case .minimum: accumulator.values.min { precedes($0, $1) } ?? .null
    case .maximum: accumulator.values.max { precedes($0, $1) } ?? .null
    }
  }

  // MARK: - Order

  private func sorted(_ drafts: [Draft]) -> [Draft] {
    func key(_ draft: Draft, _ order: Int) -> PatternValue {
      if case .column(let column) = pattern.order[order].key {
        draft.values[column]
      } else {
        draft.keys[order]
      }
    }
    return drafts.enumerated().sorted { a, b in
      for order in pattern.order.indices {
        let (x, y) = (key(a.element, order), key(b.element, order))
        if precedes(x, y) { return !pattern.order[order].isDescending }
        if precedes(y, x) { return pattern.order[order].isDescending }
      }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// A total order: numbers, dates, texts, entities by name, the rest by size; what is not there comes last.
  private func precedes(_ a: PatternValue, _ b: PatternValue) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): a < b
    case (.date(let a), .date(let b)): a < b
    case (.text(let a), .text(let b)): a < b
    case (.truth(let a), .truth(let b)): !a && b
    case (.entity(let a), .entity(let b)):
      (index.name(a), a.rawValue) < (index.name(b), b.rawValue)
    case (.statement(let a), .statement(let b)): a.statement < b.statement
    case (.trail(let a), .trail(let b)): length(a) < length(b)
    case (.path(_, let a), .path(_, let b)): length(a) < length(b)
    case (.list(let a), .list(let b)): a.lexicographicallyPrecedes(b, by: precedes)
    default: rank(a) < rank(b)
    }
  }

  private func length(_ steps: [MatchedStep]) -> Int { steps.count }

  private func rank(_ value: PatternValue) -> Int {
    switch value {
    case .truth: 0
    case .number: 1
    case .date: 2
    case .text: 3
    case .entity: 4
    case .statement: 5
    case .trail: 6
    case .path: 7
    case .list: 8
    case .null: 9
    }
  }
}
