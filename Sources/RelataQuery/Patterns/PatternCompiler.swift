import RelataGraph
import RelataNames

/// Looks up the names of a query: variables in the query itself, types and relations in
/// the ontology and the graph.
struct PatternCompiler {
  enum Slot: Hashable {
    case node(Int)
    case relation(Int)
    case path(Int)
  }

  let query: PatternQuery
  let ontology: Ontology
  /// The relations of the graph, those outside the ontology included.
  let graphRelations: Set<String>
  let includesNegated: Bool

  private(set) var slots: [String: Slot] = [:]
  /// The variables that can be told, in the order of the pattern.
  private var visible: [PatternName] = []
  var pattern = CompiledPattern()
  /// While the conditions of one step are compiled, the relation whose variable stands for that step.
  var stepRelation: Int?

  init(_ query: PatternQuery, ontology: Ontology, graphRelations: Set<String>, includesNegated: Bool) {
    self.query = query
    self.ontology = ontology
    self.graphRelations = graphRelations
    self.includesNegated = includesNegated
  }

  mutating func compile() throws(PatternError) -> CompiledPattern {
    for path in query.paths { try declare(path) }
    for path in query.paths { try compileConditions(of: path) }
    if let condition = query.condition {
      pattern.conditions += try compiled(condition, as: .truth).conjuncts
    }
    for condition in pattern.conditions { includeNegatedWherePolarityIsAsked(condition) }
    for relation in pattern.relations.indices {
      for condition in pattern.relations[relation].stepConditions {
        includeNegatedWherePolarityIsAsked(condition)
      }
    }
    try compileResult()
    return pattern
  }

  // MARK: - Variables

  private mutating func declare(_ path: PathPattern) throws(PatternError) {
    if let name = path.variable {
      try declare(name, as: .path(pattern.paths.count))
    }
    var compiled = CompiledPath(nodes: [], relations: [])
    for (index, node) in path.nodes.enumerated() {
      compiled.nodes.append(try slot(of: node))
      guard index < path.relations.count else { continue }
      let relation = path.relations[index]
      try declare(relation.variable, as: .relation(pattern.relations.count))
      compiled.relations.append(pattern.relations.count)
      pattern.relations.append(try self.compiled(relation))
    }
    pattern.paths.append(compiled)
  }

  private mutating func declare(_ name: PatternName, as slot: Slot) throws(PatternError) {
    guard slots[name.text] == nil else { throw error(.repeatedVariable(name.text), name.position) }
    slots[name.text] = slot
    if !name.isHidden { visible.append(name) }
  }

  /// A node's variable may stand several times: it is the same entity each time.
  private mutating func slot(of node: NodePattern) throws(PatternError) -> Int {
    var types: [EntityType] = []
    for label in node.labels { types.append(try type(label)) }
    if case .node(let slot) = slots[node.variable.text] {
      if !types.isEmpty { pattern.nodeTypes[slot].append(types) }
      return slot
    }
    let slot = pattern.nodeTypes.count
    try declare(node.variable, as: .node(slot))
    pattern.nodeTypes.append(types.isEmpty ? [] : [types])
    return slot
  }

  private func compiled(_ relation: RelationPattern) throws(PatternError) -> CompiledRelation {
    var names: Set<String>?
    for name in relation.relations { names = try (names ?? []).union([self.relation(name)]) }
    return CompiledRelation(
      relations: names, direction: relation.direction, isSingle: relation.quantifier == nil,
      minimum: relation.quantifier?.minimum ?? 1,
      maximum: relation.quantifier.map(\.maximum) ?? 1, includesNegated: includesNegated)
  }

  // MARK: - Names of the ontology

  private func type(_ name: PatternName) throws(PatternError) -> EntityType {
    let known = ontology.types.map(\.type)
    if let exact = known.first(where: { $0.rawValue == name.text }) { return exact }
    let folded = LabelFolding.fold(name.text)
    if let lenient = known.first(where: { LabelFolding.fold($0.rawValue) == folded }) { return lenient }
    throw error(.unknownLabel(name.text, nearest: nearest(name.text, known.map(\.rawValue))), name.position)
  }

  /// `captured`, `CAPTURED`, `` `head of state of` `` or an open relation's lemma.
  func relation(_ name: PatternName) throws(PatternError) -> String {
    if graphRelations.contains(name.text) || ontology.relation(name.text) != nil { return name.text }
    let folded = LabelFolding.fold(name.text)
    let known = ontology.relations.map(\.id) + graphRelations.sorted()
    if let lenient = known.first(where: { LabelFolding.fold($0) == folded }) { return lenient }
    if let labelled = ontology.relations.first(where: { LabelFolding.fold($0.label) == folded }) {
      return labelled.id
    }
    throw error(.unknownRelation(name.text, nearest: nearest(name.text, known)), name.position)
  }

  /// At most three names that a typing error could have been.
  private func nearest(_ name: String, _ known: [String]) -> [String] {
    let lower = name.lowercased()
    var found: [(distance: Int, name: String)] = []
    for candidate in Set(known).sorted() {
      let limit = max(1, max(name.count, candidate.count) / 3)
      guard let distance = EditDistance.alignment(lower, candidate.lowercased(), limit: limit)
      else { continue }
      found.append((distance, candidate))
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  // MARK: - Conditions

  private mutating func compileConditions(of path: PathPattern) throws(PatternError) {
    for node in path.nodes {
      for condition in node.conditions { pattern.conditions += try compiled(condition, as: .truth).conjuncts }
    }
    for relation in path.relations {
      guard case .relation(let slot) = slots[relation.variable.text] else { continue }
      let isSingle = pattern.relations[slot].isSingle
      stepRelation = isSingle ? nil : slot
      defer { stepRelation = nil }
      for condition in relation.conditions {
        let conjuncts = try compiled(condition, as: .truth).conjuncts
        if !isSingle { try requireOnly(relation.variable, slot, in: conjuncts, condition.position) }
        if isSingle {
          pattern.conditions += conjuncts
        } else {
          pattern.relations[slot].stepConditions += conjuncts
        }
      }
    }
  }

  /// The conditions of a single step are asked before the rest of the pattern is known.
  private func requireOnly(
    _ name: PatternName, _ slot: Int, in conditions: [CompiledExpression], _ position: Int
  ) throws(PatternError) {
    var hasOthers = false
    for condition in conditions {
      condition.forEach {
        switch $0 {
        case .node, .nodeProperty, .path: hasOthers = true
        case .relation(let other), .relationProperty(let other, _): hasOthers = hasOthers || other != slot
        default: break
        }
      }
    }
    guard hasOthers else { return }
    let what = name.isHidden ? "the relation itself" : "“\(name.text)”"
    throw error(
      .wrongValue(
        expected: "a condition on \(what) alone",
        found: "one on other variables, which belongs after the pattern"),
      position)
  }

  /// Who asks for a polarity wants to see what the text negates.
  private mutating func includeNegatedWherePolarityIsAsked(_ condition: CompiledExpression) {
    var asked: Set<Int> = []
    condition.forEach { if case .relationProperty(let slot, .polarity) = $0 { asked.insert(slot) } }
    for slot in asked { pattern.relations[slot].includesNegated = true }
  }

  // MARK: - RETURN

  private mutating func compileResult() throws(PatternError) {
    let result = query.result
    pattern.isDistinct = result.isDistinct
    pattern.skip = result.skip
    pattern.limit = result.limit
    var sources: [String] = []
    if let items = result.items {
      for item in items {
        guard !pattern.columnNames.contains(item.name) else {
          throw error(.repeatedVariable(item.name), item.expression.position)
        }
        pattern.columns.append(try column(item.expression))
        pattern.columnNames.append(item.name)
        sources.append(item.source)
      }
    } else if visible.isEmpty {
      for path in pattern.paths.indices {
        pattern.columns.append(.value(.path(path)))
        pattern.columnNames.append(pattern.paths.count == 1 ? "path" : "path \(path + 1)")
      }
      sources = pattern.columnNames
    } else {
      for name in visible {
        pattern.columns.append(.value(try compiled(.variable(name))))
        pattern.columnNames.append(name.text)
      }
      sources = pattern.columnNames
    }
    for item in result.order {
      let column =
        pattern.columnNames.firstIndex(of: item.source) ?? sources.firstIndex(of: item.source)
      if let column {
        pattern.order.append(CompiledOrder(key: .column(column), isDescending: item.isDescending))
      } else if pattern.hasAggregates || pattern.isDistinct {
        throw error(
          .wrongValue(
            expected: "one of the columns (\(pattern.columnNames.joined(separator: ", ")))",
            found: "“\(item.source)”"),
          item.expression.position)
      } else {
        pattern.order.append(
          CompiledOrder(key: .value(try compiled(item.expression)), isDescending: item.isDescending))
      }
    }
  }

  private mutating func column(_ expression: PatternExpression) throws(PatternError) -> CompiledColumn {
    guard case .aggregate(let aggregate) = expression else { return .value(try compiled(expression)) }
    let operand: CompiledExpression?
    if let inner = aggregate.operand { operand = try compiled(inner) } else { operand = nil }
    return .aggregate(aggregate.kind, isDistinct: aggregate.isDistinct, operand)
  }

  func error(_ problem: PatternError.Problem, _ position: Int) -> PatternError {
    PatternError(problem, query: query.text, position: position)
  }

  var visibleNames: [String] { visible.map(\.text) }
}
