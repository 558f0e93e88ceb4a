import RelataGraph

/// Who holds what, who leads what, and what else links them, by the statements of a document that have both ends in their sentence.
struct ExplicitOffices {
  private struct Held: Hashable {
    var chain: Int
    var relation: String
  }

  private var holders = Set<Held>()
  private var bodies: [Held: Set<Int>] = [:]
  private var leaders = Set<Int>()
  /// By subject and object, the relations of the ontology.
  private var links: [[Int]: Set<String>] = [:]

  init(_ statements: [DocumentStatement], ontology: Ontology, chains: [Chain]) {
    for statement in statements where !statement.isOpen && statement.confidence >= Confidence.usual {
      links[[statement.subject, statement.object], default: []].insert(statement.relation)
      holders.insert(Held(chain: statement.subject, relation: statement.relation))
      bodies[Held(chain: statement.object, relation: statement.relation), default: []].insert(
        statement.subject)
      if ontology.relation(statement.relation)?.isLeadership == true,
        !ontology.isKind(chains[statement.object].type, of: .place)
      {
        leaders.insert(statement.subject)
      }
    }
  }

  func holds(_ holder: Int, _ relation: String) -> Bool {
    holders.contains(Held(chain: holder, relation: relation))
  }

  /// The relations that one has to another: whom a king visits is not his country.
  func relations(of subject: Int, to object: Int) -> Set<String> { links[[subject, object]] ?? [] }

  /// Whether somebody leads what is no place: a company, a party.
  func leads(_ holder: Int) -> Bool { leaders.contains(holder) }

  /// Whether somebody else holds it.
  func isHeld(_ body: Int, _ relation: String, besides holder: Int) -> Bool {
    bodies[Held(chain: body, relation: relation)]?.contains { $0 != holder } == true
  }
}
