import RelataGazetteer
import RelataGraph

/// Which types one thing can have in different documents.
struct TypeCompatibility {
  let ontology: Ontology

  /// One is a kind of the other, or both are organisations: a text may call a militia a
  /// party, but no person a place.
  func areCompatible(_ a: EntityType, _ b: EntityType) -> Bool {
    a == b || ontology.isKind(a, of: b) || ontology.isKind(b, of: a)
      || (ontology.isKind(a, of: .organization) && ontology.isKind(b, of: .organization))
  }

  func nameKind(of type: EntityType) -> NameKind {
    if ontology.isKind(type, of: .person) { return .person }
    return ontology.isKind(type, of: .place) ? .place : .organization
  }

  /// How the names of a type are qualified; nil where they are not.
  func qualifiedKind(of type: EntityType) -> NameQualifiers.Kind? {
    switch nameKind(of: type) {
    case .person: .person
    case .place: nil
    case .organization:
      [.governmentBody, .politicalParty].contains { ontology.isKind(type, of: $0) } ? .governmentBody : .other
    }
  }
}
