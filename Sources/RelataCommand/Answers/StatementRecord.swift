import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An entity in the JSON that queries print.
struct EntityRecord: Encodable {
  let id: String
  let name: String
  let type: String

  init(_ entity: Entity) {
    id = entity.id.rawValue
    name = entity.name
    type = entity.type.rawValue
  }
}

/// A statement in the JSON that queries print: names beside identifiers, so that nothing has to be looked up.
struct StatementRecord: Encodable {
  struct End: Encodable {
    let id: String
    let name: String
  }

  let subject: End
  let relation: String
  let label: String
  let object: End
  /// Only on a path: whether the path goes from subject to object.
  let direction: String?
  let isOpen: Bool
  let polarity: Polarity
  let modality: Modality
  /// ISO 8601: a date or an interval.
  let time: String?
  let place: End?
  let role: String?
  let attribution: End?
  let confidence: Double
  /// Left out where it is unknown.
  let importance: Double?
  let evidence: [Evidence]

  init(_ statement: Statement, _ text: StatementText, _ ontology: Ontology, isForward: Bool? = nil) {
    func end(_ id: EntityID) -> End { End(id: id.rawValue, name: text.name(id)) }
    subject = end(statement.subject)
    relation = statement.relation
    label = ontology.relation(statement.relation)?.label ?? statement.relation
    object = end(statement.object)
    direction = isForward.map { $0 ? "forward" : "backward" }
    isOpen = statement.isOpen
    polarity = statement.polarity
    modality = statement.modality
    time = statement.time?.description
    place = statement.place.map(end)
    role = statement.role
    attribution = statement.attribution.map(end)
    confidence = statement.confidence
    importance = statement.importance
    evidence = statement.evidence
  }
}

/// Prints a value as JSON: keys sorted, so that the same answer is the same text.
func writeJSON(_ value: some Encodable) throws(CommandFailure) {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  let data: Data
  do {
    data = try encoder.encode(value)
  } catch {
    throw CommandFailure(.internalError, "cannot write this answer as JSON: \(error)")
  }
  try StandardOutput.write(Array(data) + [UInt8(ascii: "\n")])
}
