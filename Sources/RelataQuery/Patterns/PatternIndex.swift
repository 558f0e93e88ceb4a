import RelataGraph

/// A graph as the search walks it: entities and relations by number, statements beside the
/// entities that they touch.
struct PatternIndex: Sendable {
  struct Link: Sendable {
    var statement: Int
    var neighbor: Int
  }

  let graph: KnowledgeGraph
  let ontology: Ontology
  let entityNumbers: [EntityID: Int]
  let relationNumbers: [String: Int]
  /// For each statement the number of its relation.
  let relationOf: [Int]
  /// For each statement whether it holds both ways.
  let isSymmetric: [Bool]
  let isNegated: [Bool]
  /// For each entity the statements of which it is the subject (object), in the graph's order. Those with an
  /// end that the graph has no entity for are left out.
  let outgoing: [[Link]]
  let incoming: [[Link]]
  private let entitiesByName: [String: [Int]]

  /// - Complexity: O(entities + statements).
  init(_ graph: KnowledgeGraph, ontology: Ontology) {
    self.graph = graph
    self.ontology = ontology
    entityNumbers = Dictionary(
      graph.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byName: [String: [Int]] = [:]
    for (number, entity) in graph.entities.enumerated() { byName[entity.name, default: []].append(number) }
    entitiesByName = byName
    var outgoing = [[Link]](repeating: [], count: graph.entities.count)
    var incoming = outgoing
    var numbers: [String: Int] = [:]
    var relationOf: [Int] = []
    var isSymmetric: [Bool] = []
    for (number, statement) in graph.statements.enumerated() {
      relationOf.append(numbers[statement.relation] ?? numbers.count)
      numbers[statement.relation] = relationOf[number]
      isSymmetric.append(ontology.relation(statement.relation)?.isSymmetric == true)
      guard let subject = entityNumbers[statement.subject], let object = entityNumbers[statement.object]
      else { continue }
      outgoing[subject].append(Link(statement: number, neighbor: object))
      incoming[object].append(Link(statement: number, neighbor: subject))
    }
    self.outgoing = outgoing
    self.incoming = incoming
    self.relationOf = relationOf
    self.isSymmetric = isSymmetric
    relationNumbers = numbers
    isNegated = graph.statements.map { $0.polarity == .negated }
  }

  func name(_ id: EntityID) -> String { entityNumbers[id].map { graph.entities[$0].name } ?? id.rawValue }

  /// The entities of exactly this preferred name.
  func entities(named name: String) -> [Int] { entitiesByName[name] ?? [] }

  /// Calls `body` with every statement that leads on from an entity, its other end, and whether it is
  /// followed from subject to object, until `body` returns false; false if it did. Relations that hold both
  /// ways are followed both ways.
  func follow(
    from node: Int, _ direction: RelationPattern.Direction, _ body: (Link, Bool) -> Bool
  ) -> Bool {
    for link in outgoing[node] where direction != .backward || isSymmetric[link.statement] {
      // A statement about itself is followed one way only.
      if direction == .backward, link.neighbor == node { continue }
      guard body(link, true) else { return false }
    }
    for link in incoming[node] where direction != .forward || isSymmetric[link.statement] {
      if direction != .backward, link.neighbor == node { continue }
      guard body(link, false) else { return false }
    }
    return true
  }
}
