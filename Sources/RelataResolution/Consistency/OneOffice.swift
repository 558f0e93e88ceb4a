import RelataGraph

/// Takes titles at their word: who is told by a title to head one country heads no other.
///
/// "President" beside a name and a country somewhere in the sentence look like an office to what was learned; "Russian President
/// Vladimir Putin" says which. Only relations of which an object has one subject at a time (`inverse_functional`) are offices here.
/// That a country has no second head is not concluded: predecessors are seldom given their titles.
struct OneOffice {
  let ontology: Ontology

  private struct Holder: Hashable {
    var relation: String
    var subject: EntityID
  }

  /// The statements of all documents without those that a title contradicts.
  /// - Complexity: linear.
  func consistent(_ statements: [Statement]) -> [Statement] {
    var offices: [Holder: Set<EntityID>] = [:]
    for statement in statements where isOffice(statement) && statement.role != nil {
      offices[Holder(relation: statement.relation, subject: statement.subject), default: []].insert(
        statement.object)
    }
    guard !offices.isEmpty else { return statements }
    return statements.filter { statement in
      guard isOffice(statement), statement.role == nil else { return true }
      let held = offices[Holder(relation: statement.relation, subject: statement.subject)]
      return held?.contains(statement.object) ?? true
    }
  }

  private func isOffice(_ statement: Statement) -> Bool {
    !statement.isOpen && ontology.relation(statement.relation)?.isInverseFunctional == true
  }
}
