import RelataGraph

/// Takes titles at their word: who is told by a title to head one country heads no other.
///
/// "President" beside a name and a country somewhere in the sentence look like an office to what was learned;
/// "Russian President Vladimir Putin" says which. Of countries without a title the one stays that most says
/// he leads: "Russia's loyalty to President Assad" is outweighed by "Assad, who led Syria", and where several
/// are nearly equal all stay. Only relations of which an object has one subject at a time
/// (`inverse_functional`) are offices here. That a country has no second head is not concluded: predecessors
/// are seldom given their titles.
struct OneOffice: ConsistencyCheck {
  let ontology: Ontology

  private struct Holder: Hashable {
    var relation: String
    var subject: EntityID
  }

  /// What a title, or most of the others, contradict goes.
  /// - Complexity: linear.
  func judgement(of statements: some Sequence<Statement>) -> (Statement) -> Bool {
    var titled: [Holder: Set<EntityID>] = [:]
    var held: [Holder: Set<EntityID>] = [:]
    var support = Support()
    for statement in statements where statement.polarity == .affirmed {
      let isOffice = isOffice(statement)
      if isOffice || isLeadership(statement) {
        support.add(statement.confidence, statement.subject, statement.object)
      }
      guard isOffice else { continue }
      let holder = Holder(relation: statement.relation, subject: statement.subject)
      held[holder, default: []].insert(statement.object)
      if statement.role != nil { titled[holder, default: []].insert(statement.object) }
    }
    return { [titled, held, support] statement in
      guard isOffice(statement), statement.role == nil, statement.polarity == .affirmed else { return true }
      let holder = Holder(relation: statement.relation, subject: statement.subject)
      if let titled = titled[holder] { return titled.contains(statement.object) }
      return support.isGreatest(statement.object, among: held[holder] ?? [], of: statement.subject)
    }
  }

  var relations: [String] {
    ontology.relations.filter { $0.isInverseFunctional || $0.isLeadership }.map(\.id)
  }

  func concerns(_ statement: Statement) -> Bool {
    statement.polarity == .affirmed && (isOffice(statement) || isLeadership(statement))
  }

  /// Beside offices themselves: who leads a country may be told to be its head.
  private func isLeadership(_ statement: Statement) -> Bool {
    ontology.relation(statement.relation)?.isLeadership == true
  }

  private func isOffice(_ statement: Statement) -> Bool {
    !statement.isOpen && ontology.relation(statement.relation)?.isInverseFunctional == true
  }
}
