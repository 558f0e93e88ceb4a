import RelataGraph

/// A building, base or city lies in one country: in the one that most says so.
///
/// "Russia's Hmeimim airbase" puts a base beside a country as "Syria's Hmeimim" does, and the possessive
/// looks like a place to what was learned; that it lies "in Syria" is said by a word, and by other
/// sentences. What a word says stays even so: texts may contradict each other. Regions may lie in several
/// countries, and are left alone.
struct OneCountry: ConsistencyCheck {
  /// What two names beside each other count, against a word that says where the one lies.
  private static let juxtaposed = 0.5

  let ontology: Ontology
  let type: (EntityID) -> EntityType?

  /// The countries that a place does not lie in go.
  /// - Complexity: linear.
  func judgement(of statements: some Sequence<Statement>) -> (Statement) -> Bool {
    var countries: [EntityID: Set<EntityID>] = [:]
    var support = Support()
    for statement in statements where isPlaced(statement) {
      countries[statement.subject, default: []].insert(statement.object)
      support.add(
        statement.confidence * (isTold(statement) ? 1 : Self.juxtaposed), statement.subject, statement.object)
    }
    return { [countries, support] statement in
      guard isPlaced(statement), !isTold(statement), let all = countries[statement.subject], all.count > 1
      else { return true }
      return support.isGreatest(statement.object, among: all, of: statement.subject)
    }
  }

  var relations: [String] { ontology.relations.filter(\.isContainment).map(\.id) }

  func concerns(_ statement: Statement) -> Bool { isPlaced(statement) }

  private func isTold(_ statement: Statement) -> Bool {
    statement.evidence.contains { $0.trigger != "juxtaposition" }
  }

  private func isPlaced(_ statement: Statement) -> Bool {
    guard ontology.isContainment(statement), !statement.isOpen, let subject = type(statement.subject),
      let object = type(statement.object)
    else { return false }
    return ontology.isKind(object, of: .country)
      && (ontology.isKind(subject, of: .city) || ontology.isKind(subject, of: .facility))
  }
}
