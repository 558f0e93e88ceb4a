import RelataGraph

extension PatternCompiler {
  /// An expression that must be of a kind.
  func compiled(
    _ expression: PatternExpression, as kind: PatternKind
  ) throws(PatternError) -> CompiledExpression {
    let (compiled, found) = try compiledWithKind(expression)
    guard found == kind || found == .null else {
      throw error(
        .wrongValue(
          expected: kind == .truth ? "a condition such as p.name = 'Damascus'" : kind.spoken,
          found: found.spoken),
        expression.position)
    }
    return compiled
  }

  func compiled(_ expression: PatternExpression) throws(PatternError) -> CompiledExpression {
    try compiledWithKind(expression).expression
  }

  private func compiledWithKind(
    _ expression: PatternExpression
  ) throws(PatternError) -> (expression: CompiledExpression, kind: PatternKind) {
    switch expression {
    case .literal(let value, _): return (.literal(value), kind(of: value))
    case .variable(let name): return try variable(name)
    case .property(let owner, let property): return try self.property(owner, property)
    case .call(let name, let arguments): return try call(name, arguments)
    case .aggregate(let aggregate):
      throw error(
        .wrongValue(
          expected: "a value of one match",
          found: "\(aggregate.kind.rawValue)(…), which stands for a column of RETURN"),
        aggregate.position)
    case .list(let items, _):
      var compiled: [CompiledExpression] = []
      for item in items { compiled.append(try self.compiled(item)) }
      return (.list(compiled), .list)
    case .not(let a): return (.not(try compiled(a, as: .truth)), .truth)
    case .and(let a, let b): return (.and(try compiled(a, as: .truth), try compiled(b, as: .truth)), .truth)
    case .or(let a, let b): return (.or(try compiled(a, as: .truth), try compiled(b, as: .truth)), .truth)
    case .xor(let a, let b): return (.xor(try compiled(a, as: .truth), try compiled(b, as: .truth)), .truth)
    case .compare(let a, let comparison, let b): return (try compare(a, comparison, b), .truth)
    case .isIn(let a, let b): return (try isIn(a, b), .truth)
    case .isNull(let a, let isNegated): return (.isNull(try compiled(a), isNegated: isNegated), .truth)
    }
  }

  private func variable(
    _ name: PatternName
  ) throws(PatternError) -> (expression: CompiledExpression, kind: PatternKind) {
    switch slots[name.text] {
    case .node(let slot)?: return (.node(slot), .entity)
    case .relation(let slot)?:
      let isSingle = pattern.relations[slot].isSingle || stepRelation == slot
      return (.relation(slot), isSingle ? .statement : .trail)
    case .path(let path)?: return (.path(path), .path)
    case nil: throw error(.unknownVariable(name.text, known: visibleNames), name.position)
    }
  }

  private func property(
    _ owner: PatternName, _ property: PatternName
  ) throws(PatternError) -> (expression: CompiledExpression, kind: PatternKind) {
    switch slots[owner.text] {
    case .node(let slot)?:
      guard let known = EntityProperty(rawValue: property.text) else {
        throw error(
          .unknownProperty(property.text, known: EntityProperty.allCases.map(\.rawValue)), property.position)
      }
      return (.nodeProperty(slot, known), known.kind)
    case .relation(let slot)?:
      guard let known = StatementProperty(rawValue: property.text) else {
        throw error(
          .unknownProperty(property.text, known: StatementProperty.allCases.map(\.rawValue)),
          property.position)
      }
      guard pattern.relations[slot].isSingle || stepRelation == slot else {
        throw error(.manyStatements(owner.text), owner.position)
      }
      return (.relationProperty(slot, known), known.kind)
    case .path?:
      throw error(
        .wrongValue(expected: "length(\(owner.text))", found: "a property of a path"), property.position)
    case nil: throw error(.unknownVariable(owner.text, known: visibleNames), owner.position)
    }
  }

  private func call(
    _ name: PatternName, _ arguments: [PatternExpression]
  ) throws(PatternError) -> (expression: CompiledExpression, kind: PatternKind) {
    let folded = name.text.lowercased()
    guard let function = PatternFunction.allCases.first(where: { $0.rawValue.lowercased() == folded }),
      let argument = arguments.first
    else {
      let known = PatternFunction.allCases.map(\.rawValue) + PatternAggregate.Kind.allCases.map(\.rawValue)
      throw error(.unknownFunction(name.text, known: known), name.position)
    }
    let (compiled, kind) = try compiledWithKind(argument)
    let allowed: Set<PatternKind>
    let expected: String
    switch function {
    case .lower, .upper: (allowed, expected) = ([.text, .null], "a text")
    case .length, .size:
      (allowed, expected) = (
        [.text, .trail, .path, .list, .null], "a path, several relations, a list or a text"
      )
    }
    guard allowed.contains(kind) else {
      throw error(.wrongValue(expected: expected, found: kind.spoken), argument.position)
    }
    return (.function(function, compiled), function == .lower || function == .upper ? .text : .number)
  }

  // MARK: - Comparisons

  private func compare(
    _ a: PatternExpression, _ comparison: PatternExpression.Comparison, _ b: PatternExpression
  ) throws(PatternError) -> CompiledExpression {
    var (left, leftKind) = try compiledWithKind(a)
    var (right, rightKind) = try compiledWithKind(b)
    if leftKind == .date, let date = try date(right, b) { (right, rightKind) = (date, .date) }
    if rightKind == .date, let date = try date(left, a) { (left, leftKind) = (date, .date) }
    switch comparison {
    case .contains where leftKind == .list: break
    case .contains, .startsWith, .endsWith:
      try requireText(leftKind, a)
      try requireText(rightKind, b)
    case .equal, .unequal:
      try requireSameKind(leftKind, rightKind, b)
      right = try checked(right, against: left, b.position)
      left = try checked(left, against: right, a.position)
    default:
      try requireSameKind(leftKind, rightKind, b)
      try requireOrder(leftKind, a)
    }
    return .compare(left, comparison, right)
  }

  private func requireText(_ kind: PatternKind, _ side: PatternExpression) throws(PatternError) {
    guard kind == .text || kind == .null else {
      throw error(.wrongValue(expected: PatternKind.text.spoken, found: kind.spoken), side.position)
    }
  }

  private func requireSameKind(
    _ left: PatternKind, _ right: PatternKind, _ side: PatternExpression
  ) throws(PatternError) {
    guard left == right || left == .null || right == .null else {
      throw error(.wrongValue(expected: expected(left), found: right.spoken), side.position)
    }
  }

  private func requireOrder(_ kind: PatternKind, _ side: PatternExpression) throws(PatternError) {
    switch kind {
    case .entity, .statement, .trail, .path, .list, .truth:
      throw error(.wrongValue(expected: "a number, a text or a date", found: kind.spoken), side.position)
    default: return
    }
  }

  private func expected(_ kind: PatternKind) -> String {
    kind == .entity ? "another entity of the pattern (or compare its name, as in p.name)" : kind.spoken
  }

  private func isIn(_ a: PatternExpression, _ b: PatternExpression) throws(PatternError) -> CompiledExpression
  {
    let (left, leftKind) = try compiledWithKind(a)
    let (right, rightKind) = try compiledWithKind(b)
    guard rightKind == .list || rightKind == .null else {
      throw error(.wrongValue(expected: "a list such as ['a', 'b']", found: rightKind.spoken), b.position)
    }
    guard case .list(let items) = right, case .list(let sources, _) = b else { return .isIn(left, right) }
    var checkedItems: [CompiledExpression] = []
    for (item, source) in zip(items, sources) {
      var item = item
      let itemKind = try compiledWithKind(source).kind
      if leftKind == .date, let date = try date(item, source) {
        item = date
      } else if itemKind != leftKind, itemKind != .null, leftKind != .null {
        throw error(.wrongValue(expected: leftKind.spoken, found: itemKind.spoken), source.position)
      }
      checkedItems.append(try checked(item, against: left, source.position))
    }
    return .isIn(left, .list(checkedItems))
  }

  /// A text literal as a date; nil where it is no text literal.
  private func date(
    _ compiled: CompiledExpression, _ source: PatternExpression
  ) throws(PatternError) -> CompiledExpression? {
    guard case .literal(.text(let text)) = compiled else { return nil }
    guard let date = PartialDate(text) else {
      throw error(.wrongValue(expected: PatternKind.date.spoken, found: "'\(text)'"), source.position)
    }
    return .literal(.date(date))
  }

  /// A literal that is compared with a property of which only some values exist must be one of them.
  private func checked(
    _ literal: CompiledExpression, against other: CompiledExpression, _ position: Int
  ) throws(PatternError) -> CompiledExpression {
    guard case .literal(.text(let text)) = literal else { return literal }
    switch other {
    case .relationProperty(_, let property):
      if let allowed = property.allowed, !allowed.contains(text) {
        throw error(
          .wrongValue(expected: allowed.map { "'\($0)'" }.joined(separator: " or "), found: "'\(text)'"),
          position)
      }
      if property == .relation {
        return .literal(.text(try relation(PatternName(text: text, position: position))))
      }
    case .nodeProperty(_, .type):
      guard ontology.description(of: EntityType(rawValue: text)) != nil else {
        throw error(.wrongValue(expected: "a type of the ontology", found: "'\(text)'"), position)
      }
    default: break
    }
    return literal
  }

  private func kind(of value: PatternValue) -> PatternKind {
    switch value {
    case .null: .null
    case .truth: .truth
    case .number: .number
    case .text: .text
    case .date: .date
    case .entity: .entity
    case .statement: .statement
    case .trail: .trail
    case .path: .path
    case .list: .list
    }
  }
}
