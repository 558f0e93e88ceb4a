import RelataGraph

/// Contradictions among new statements, and between them and those of a graph.
///
/// ``ContradictionFinder`` looks at the new ones and at what of the graph it would compare with them.
struct ContradictionJoining<Graph: KnownGraph> {
  let ontology: Ontology
  let graph: Graph
  /// Entities that the graph does not have, or not so.
  let entities: [Entity]

  /// So many steps are gone from a place to those that it lies in.
  private let steps = 4

  private struct Found {
    var reference: GraphChange.StatementReference
    var statement: Statement
  }

  /// - Parameters:
  ///   - added: the new statements.
  ///   - removed: places of statements that the graph loses.
  func find(_ added: [Statement], without removed: Set<Int>) throws(Graph.Failure) -> [GraphChange
    .AddedContradiction]
  {
    var numbers: Set<Int> = []
    for statement in added { numbers.formUnion(try comparable(with: statement)) }
    var found = added.enumerated().map { Found(reference: .added($0), statement: $1) }
    for number in numbers.subtracting(removed) {
      found.append(Found(reference: .known(number), statement: try graph.statement(number)))
    }
    let places = try places(of: found.map(\.statement), except: numbers.union(removed))
    found += places
    found.sort { StatementOrder.precedes($0.statement, $1.statement) }
    let statements = found.map(\.statement)
    let finder = ContradictionFinder(ontology: ontology, entities: try ends(of: statements))
    return finder.find(in: statements).compactMap { contradiction in
      let references = contradiction.statements.map { found[$0].reference }
      guard references.contains(where: { if case .added = $0 { true } else { false } }) else { return nil }
      return GraphChange.AddedContradiction(
        kind: contradiction.kind, statements: references, explanation: contradiction.explanation)
    }
  }

  private func comparable(with statement: Statement) throws(Graph.Failure) -> [Int] {
    guard !statement.isOpen, let relation = ontology.relation(statement.relation) else { return [] }
    func numbers(
      _ id: EntityID, _ end: StatementEnd, with other: EntityID? = nil
    ) throws(Graph.Failure) -> [Int] {
      try graph.statements(of: id, as: end, relation: relation.id, isOpen: false, with: other)
    }
    var found = try numbers(statement.subject, .subject, with: statement.object)
    let scope = relation.isEvent ? relation.recurrence?.scope : nil
    if relation.isFunctional || scope == .subject { found += try numbers(statement.subject, .subject) }
    if relation.isInverseFunctional || scope == .object { found += try numbers(statement.object, .object) }
    return found
  }

  /// Where the places of statements lie: to be born in Brooklyn and in New York is no contradiction.
  private func places(
    of statements: [Statement], except known: Set<Int>
  ) throws(Graph.Failure) -> [Found] {
    let containing = ontology.relations.filter(\.isContainment).map(\.id)
    var open = Set(statements.flatMap { [$0.object, $0.place].compactMap(\.self) })
    var seen = open
    var numbers = known
    var found: [Found] = []
    for _ in 0..<steps {
      var next: Set<EntityID> = []
      for place in open.sorted() {
        for relation in containing {
          let within = try graph.statements(
            of: place, as: .subject, relation: relation, isOpen: false, with: nil)
          for number in within where numbers.insert(number).inserted {
            let statement = try graph.statement(number)
            found.append(Found(reference: .known(number), statement: statement))
            if seen.insert(statement.object).inserted { next.insert(statement.object) }
          }
        }
      }
      open = next
    }
    return found
  }

  private func ends(of statements: [Statement]) throws(Graph.Failure) -> [Entity] {
    var known = Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for statement in statements {
      for id in [statement.subject, statement.object, statement.place].compactMap(\.self)
      where known[id] == nil {
        known[id] = try graph.entity(id)
      }
    }
    return known.values.sorted { $0.id < $1.id }
  }
}
