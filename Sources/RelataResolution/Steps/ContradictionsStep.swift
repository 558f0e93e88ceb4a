import RelataGraph

/// The contradictions among facts that may contradict each other: ``ContradictionFinder``
/// for one key of one kind.
struct ContradictionsStep {
  struct Input: Decodable {
    var kind: Contradiction.Kind
    /// Their quotes do not matter.
    var statements: [Row]
    /// Their subjects, objects and places.
    var entities: [EntityRow]
    /// What lies in what, as far as it can be reached from their ends and places.
    var places: [Within]?
  }

  struct Row: Decodable {
    /// In the order of the graph.
    var number: Int
    var statement: Statement
  }

  struct Within: Decodable {
    var inner: EntityID
    var outer: EntityID
  }

  struct Output: Encodable {
    var contradictions: [Found]
  }

  struct Found: Encodable {
    /// Of the statements, ascending.
    var statements: [Int]
    var explanation: String
  }
}

extension ResolutionSteps {
  func contradictions(_ line: ContradictionsStep.Input) -> ContradictionsStep.Output {
    let rows = line.statements.sorted { $0.number < $1.number }
    let finder = ContradictionFinder(
      ontology: ontology,
      entities: line.entities.map { Entity(id: $0.id, name: $0.name ?? $0.id.rawValue, type: $0.type) })
    let containment = Containment(pairs: (line.places ?? []).map { ($0.inner, $0.outer) })
    return ContradictionsStep.Output(
      contradictions: finder.find(line.kind, in: rows.map(\.statement), containment).map { found in
        ContradictionsStep.Found(
          statements: found.statements.map { rows[$0].number }, explanation: found.explanation)
      })
  }
}
