import RelataGraph

/// New documents' statements become one with those of a graph that say the same.
///
/// Of the graph only those statements are looked at that have an end and a relation in common with a new one,
/// each as if the documents behind it said it once more: what is checked and merged is what
/// ``StatementMerging`` checks and merges for all.
struct StatementJoining<Graph: KnownGraph> {
  let ontology: Ontology
  let types: [EntityID: EntityType]
  let graph: Graph

  struct Result {
    /// Places of statements of the graph that go, or come back with more evidence.
    var removed: Set<Int> = []
    /// In the order of a graph's statements.
    var added: [Statement] = []
  }

  /// A statement of the graph in parts, or a new one.
  private struct Part {
    /// Its place in the graph; nil: new.
    var number: Int?
    var statement: Statement
  }

  /// - Parameter statements: the new ones, one for each time that a document says one, in their order.
  func join(_ statements: [Statement]) throws(Graph.Failure) -> Result {
    let new = try turned(statements)
    var numbers: Set<Int> = []
    for statement in new { numbers.formUnion(try related(to: statement, checks(types))) }
    var known: [Int: Statement] = [:]
    for number in numbers { known[number] = try graph.statement(number) }
    return joined(new, known, checks(try allTypes(of: known.values)))
  }

  private func checks(_ types: [EntityID: EntityType]) -> [any ConsistencyCheck] {
    Consistency.checks(ontology: ontology) { types[$0] }
  }

  private func joined(
    _ new: [Statement], _ known: [Int: Statement], _ checks: [any ConsistencyCheck]
  ) -> Result {
    let parts =
      known.sorted { $0.key < $1.key }.flatMap { number, statement in
        statement.witnesses.map { Part(number: number, statement: $0) }
      } + new.map { Part(number: nil, statement: $0) }
    let kept = Consistency.consistent(parts, by: checks, \.statement)
    // What nothing new is merged with, and nothing contradicts, stays as it is.
    var counts: [Int: Int] = [:]
    for part in kept { if let number = part.number { counts[number, default: 0] += 1 } }
    let touched = Set(kept.lazy.filter { $0.number == nil }.map { StatementGroup($0.statement) })
    let changing = known.filter { number, statement in
      counts[number] != statement.evidence.count || touched.contains(StatementGroup(statement))
    }
    let merged = StatementMerging().merge(
      kept.filter { $0.number.map { changing[$0] != nil } ?? true }.map(\.statement))
    // A statement that comes out as it went in has not changed.
    var result = Result(removed: Set(changing.keys))
    let former = Dictionary(changing.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for statement in merged {
      if let number = former[statement], result.removed.remove(number) != nil { continue }
      result.added.append(statement)
    }
    return result
  }

  private func allTypes(
    of statements: some Sequence<Statement>
  ) throws(Graph.Failure) -> [EntityID: EntityType] {
    var all = types
    for statement in statements {
      for id in [statement.subject, statement.object] where all[id] == nil {
        all[id] = try graph.entity(id)?.type
      }
    }
    return all
  }

  /// Relations without a direction in the one that they have in the graph.
  private func turned(_ statements: [Statement]) throws(Graph.Failure) -> [Statement] {
    var result: [Statement] = []
    result.reserveCapacity(statements.count)
    for var statement in statements {
      if !statement.isOpen, ontology.relation(statement.relation)?.isSymmetric == true {
        let numbers = try graph.statements(
          of: statement.subject, as: nil, relation: statement.relation, isOpen: false, with: statement.object)
        for number in numbers.prefix(1) {
          let known = try graph.statement(number)
          (statement.subject, statement.object) = (known.subject, known.object)
        }
      }
      result.append(statement)
    }
    return result
  }

  /// Statements of the graph that a new one may be one with, or that decide whether it can be true.
  private func related(
    to statement: Statement, _ checks: [any ConsistencyCheck]
  ) throws(Graph.Failure) -> [Int] {
    var numbers = try graph.statements(
      of: statement.subject, as: .subject, relation: statement.relation, isOpen: statement.isOpen,
      with: statement.object)
    for check in checks where check.concerns(statement) {
      for relation in check.relations {
        numbers += try graph.statements(
          of: statement.subject, as: .subject, relation: relation, isOpen: false, with: nil)
      }
    }
    return numbers
  }
}
