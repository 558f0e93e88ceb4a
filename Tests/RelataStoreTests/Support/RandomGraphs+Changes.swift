import RelataTestSupport
import RelataGraph
import RelataStore

extension RandomGraphs {
  /// A graph in the promised orders, with some statements whose ends are no entities of it.
  mutating func orderedGraph(entities: Int, statements: Int) -> KnowledgeGraph {
    var graph = graph(entities: entities, statements: statements)
    for place in graph.statements.indices where number(6) == 0 {
      let id = newID()
      switch number(3) {
      case 0: graph.statements[place].subject = id
      case 1: graph.statements[place].object = id
      default: graph.statements[place].place = id
      }
    }
    return graph.inPromisedOrder
  }

  /// One of few, so that some come again.
  private mutating func newID() -> EntityID {
    EntityID(rawValue: choice(["person/", "city/", "ship/"]) + choice(["a", "é", "05", "zoë", "99"]))
  }

  /// Anything that can change of a graph, in random order.
  mutating func change(of graph: KnowledgeGraph) -> GraphChange {
    var change = GraphChange()
    var ids = Set<EntityID>()
    for _ in 0..<number(8) {
      let id = !graph.entities.isEmpty && number(2) == 0 ? choice(graph.entities).id : newID()
      guard ids.insert(id).inserted else { continue }
      change.entities.append(entity(id, of: graph))
    }
    let ends = graph.entities.map(\.id) + ids + [newID()]
    for place in graph.statements.indices where number(8) == 0 {
      change.removedStatements.insert(place)
      if number(2) == 0 {
        var statement = graph.statements[place]
        statement.evidence.append(evidence("document-new.txt"))
        statement.importance = maybe(0.5)
        change.addedStatements.append(statement)
      }
    }
    for _ in 0..<number(8) { change.addedStatements.append(statement(ends)) }
    if let known = graph.statements.first, number(2) == 0 { change.addedStatements.append(known) }
    for _ in 0..<number(3) {
      let id = "document-\(number(7)).txt"
      guard !change.documents.contains(where: { $0.id == id }) else { continue }
      change.documents.append(
        DocumentRecord(id: id, title: maybe(text()), date: maybe(date()), text: maybe(text())))
    }
    var references = graph.statements.indices.filter { !change.removedStatements.contains($0) }
      .map(GraphChange.StatementReference.known)
    references += change.addedStatements.indices.map(GraphChange.StatementReference.added)
    for _ in 0..<(references.isEmpty ? 0 : number(4)) {
      let statements = Set((0..<2 + number(3)).map { _ in choice(references) }.sorted { "\($0)" < "\($1)" })
      change.contradictions.append(
        GraphChange.AddedContradiction(
          kind: choice([.time, .polarity, .value, .place]), statements: Array(statements),
          explanation: text()))
    }
    change.entities.shuffle(using: &self)
    return change
  }

  /// One that is like what a graph has under an identifier, or a new one.
  private mutating func entity(_ id: EntityID, of graph: KnowledgeGraph) -> Entity {
    var entity =
      graph.entities.first { $0.id == id } ?? Entity(id: id, name: "Ada Omar", type: choice(["Port", .city]))
    if number(2) == 0 { entity.name = choice(["Omar Khan", "New Name", "U. of Fishers", ""]) }
    if number(2) == 0 { entity.aliases = Array(entity.aliases.dropFirst(number(2))) }
    for _ in 0..<number(3) {
      entity.aliases.append(
        Alias(
          name: choice(["Khan", "Omar", "Sharaa", "Union of Fishers", "Łódź", "Pólnoc"]), count: number(9),
          example: maybe(evidence("document-0.txt"))))
    }
    if number(3) == 0 { entity.type = choice([.person, "Port"]) }
    entity.mentionCount += number(20)
    return entity
  }

  private mutating func statement(_ ends: [EntityID]) -> Statement {
    Statement(
      subject: choice(ends), relation: choice(["leads", "captured", "a new one"]), object: choice(ends),
      isOpen: number(4) == 0, polarity: choice(Polarity.allCases), modality: choice(Modality.allCases),
      attribution: maybe(choice(ends)), time: maybe(TimeSpan(start: maybe(date()), end: maybe(date()))),
      place: maybe(choice(ends)), role: maybe(text()), confidence: choice([0, 0.1, 1, 0.123456789]),
      importance: maybe(choice([0, 1, 0.123456789])), evidence: [evidence("document-1.txt")])
  }
}

extension KnowledgeGraph {
  /// The same in the orders that the type promises.
  var inPromisedOrder: KnowledgeGraph {
    let order = statements.indices.sorted {
      StatementOrder.precedes(statements[$0], statements[$1])
        || $0 < $1 && !StatementOrder.precedes(statements[$1], statements[$0])
    }
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var graph = self
    graph.entities.sort { $0.id < $1.id }
    graph.documents.sort { $0.id < $1.id }
    graph.statements = order.map { statements[$0] }
    for place in contradictions.indices {
      graph.contradictions[place].statements = Set(contradictions[place].statements.compactMap { places[$0] })
        .sorted()
    }
    let kinds: [Contradiction.Kind] = [.time, .polarity, .value, .place]
    graph.contradictions = kinds.flatMap { kind in
      let all = graph.contradictions.filter { $0.kind == kind }
      // Equal ones may have different explanations, and stay in their order.
      return all.enumerated().sorted { a, b in
        let (x, y) = (a.element.statements, b.element.statements)
        return x == y ? a.offset < b.offset : x.lexicographicallyPrecedes(y)
      }.map(\.element)
    }
    return graph
  }

  /// The slow way to change a graph.
  func changed(by change: GraphChange) -> KnowledgeGraph {
    var graph = KnowledgeGraph(corrections: corrections)
    let entityIDs = Set(change.entities.map(\.id))
    let documentIDs = Set(change.documents.map(\.id))
    graph.entities = entities.filter { !entityIDs.contains($0.id) } + change.entities
    graph.documents = documents.filter { !documentIDs.contains($0.id) } + change.documents
    let kept = statements.indices.filter { !change.removedStatements.contains($0) }
    graph.statements = kept.map { statements[$0] } + change.addedStatements
    for var contradiction in contradictions {
      let places = contradiction.statements.compactMap { kept.firstIndex(of: $0) }
      guard places.count == contradiction.statements.count else { continue }
      contradiction.statements = places
      graph.contradictions.append(contradiction)
    }
    for added in change.contradictions {
      let places = added.statements.map { reference in
        switch reference {
        case .known(let place): kept.firstIndex(of: place) ?? 0
        case .added(let place): kept.count + place
        }
      }
      graph.contradictions.append(
        Contradiction(kind: added.kind, statements: places, explanation: added.explanation))
    }
    return graph.inPromisedOrder
  }
}
