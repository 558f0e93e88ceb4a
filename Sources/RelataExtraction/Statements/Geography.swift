import RelataGazetteer
import RelataGraph

/// What the gazetteer knows of where places lie, against what two names beside each other seem to say:
/// "Russia's Aleppo policy".
struct Geography: Sendable {
  /// What is left of a statement's confidence where the gazetteer knows no such city in the
  /// country, though a word says so.
  private static let unknownThere = 0.5

  let gazetteer: Gazetteer
  let ontology: Ontology

  /// The part of its confidence that a statement keeps, 0…1: 1 for all that is not
  /// about where a place lies.
  ///
  /// A state lies in no other merely because their names stand together, and neither does a city in a country
  /// where none of that name is known. A word ("in") goes before the gazetteer, which lists only cities of
  /// some size: its statement is only less sure.
  /// - Complexity: O(log of the number of places).
  func plausibility(of relation: String, _ subject: Chain, _ object: Chain, isTold: Bool) -> Double {
    guard ontology.relation(relation)?.isContainment == true else { return 1 }
    return plausibility(ofPlace: subject, in: object, isTold: isTold)
  }

  /// The same of any relation by which a place belongs to another.
  func plausibility(ofPlace subject: Chain, in object: Chain, isTold: Bool) -> Double {
    guard object.type == .country, let code = object.identifiers["iso3166"] else { return 1 }
    if subject.type == .country { return isTold || subject.identifiers["iso3166"] == nil ? 1 : 0 }
    guard subject.type == .city else { return 1 }
    let known = gazetteer.places(named: subject.name).compactMap(\.countryCode)
    guard !known.isEmpty, !known.contains(code) else { return 1 }
    return isTold ? Self.unknownThere : 0
  }
}
