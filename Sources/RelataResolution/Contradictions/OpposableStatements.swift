import RelataGraph

/// Those statements of a graph that others may contradict, or that say which places lie in which, without
/// their sentences: a small part of all, from which the contradictions follow.
struct OpposableStatements {
  private let finder: ContradictionFinder
  private var statements: [Statement] = []
  /// The place of each in the graph.
  private var places: [Int] = []
  /// Those with the subject and the relation of the last one.
  private var last: [(place: Int, statement: Statement)] = []
  private var count = 0

  init(ontology: Ontology) { finder = ContradictionFinder(ontology: ontology, names: [:], types: [:]) }

  /// - Parameter statement: the next one in the graph's order.
  mutating func add(_ statement: Statement) {
    if let other = last.last?.statement,
      (other.subject, other.relation) != (statement.subject, statement.relation)
    {
      keepLast()
    }
    var lean = statement
    lean.evidence = statement.evidence.map {
      Evidence(document: $0.document, start: $0.start, end: $0.end, quote: "")
    }
    last.append((count, lean))
    count += 1
  }

  private mutating func keepLast() {
    var counts: [EntityID: Int] = [:]
    for (_, statement) in last { counts[statement.object, default: 0] += 1 }
    for (place, statement) in last where isOpposable(statement, counts) {
      statements.append(statement)
      places.append(place)
    }
    last.removeAll(keepingCapacity: true)
  }

  /// Whether other statements may contradict it, or it says where a place lies.
  /// - Parameter counts: how many statements of its subject and relation there are, by object.
  private func isOpposable(_ statement: Statement, _ counts: [EntityID: Int]) -> Bool {
    if finder.ontology.isContainment(statement) { return true }
    guard ContradictionFinder.isFact(statement) else { return false }
    if counts[statement.object, default: 0] > 1 { return true }
    // With another object, or, further on in the graph, with another subject.
    let compared = finder.slots(of: statement) + [finder.datedEvent(statement)].compactMap(\.self)
    return compared.contains { $0.subject == nil || ($0.object == nil && last.count > 1) }
  }

  /// What ``ContradictionFinder`` finds among all statements of the graph.
  consuming func contradictions(_ heads: EntityHeads) -> [Contradiction] {
    keepLast()
    var names: [EntityID: String] = [:]
    var types: [EntityID: EntityType] = [:]
    for statement in statements {
      for id in [statement.subject, statement.object, statement.place].compactMap(\.self)
      where names[id] == nil {
        guard let head = heads[id] else { continue }
        names[id] = head.name
        types[id] = head.type
      }
    }
    return ContradictionFinder(ontology: finder.ontology, names: names, types: types).find(in: statements).map
    {
      var contradiction = $0
      contradiction.statements = $0.statements.map { places[$0] }
      return contradiction
    }
  }
}
