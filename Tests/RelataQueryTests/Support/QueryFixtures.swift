import RelataGraph

func entity(
  _ id: String, _ name: String, _ type: EntityType = .person, aliases: [String] = [], mentions: Int = 1
) -> Entity {
  Entity(
    id: EntityID(rawValue: id), name: name, type: type,
    aliases: ([name] + aliases).map { Alias(name: $0, count: 1) }, mentionCount: mentions)
}

func statement(
  _ subject: String, _ relation: String, _ object: String, polarity: Polarity = .affirmed,
  confidence: Double = 0.9, importance: Double? = nil, isOpen: Bool = false, time: String? = nil,
  place: String? = nil,
  attribution: String? = nil, document: String = "a.txt"
) -> Statement {
  Statement(
    subject: EntityID(rawValue: subject), relation: relation, object: EntityID(rawValue: object),
    isOpen: isOpen, polarity: polarity, attribution: attribution.map(EntityID.init(rawValue:)),
    time: time.flatMap { PartialDate($0) }.map { TimeSpan(at: $0) },
    place: place.map(EntityID.init(rawValue:)), confidence: confidence,
    importance: importance, evidence: [Evidence(document: document, start: 0, end: 1, quote: "x")])
}

/// A graph of bare entities with these statements.
func graph(_ statements: [Statement], extra: [String] = []) -> KnowledgeGraph {
  let ids = Set(statements.flatMap { [$0.subject.rawValue, $0.object.rawValue] } + extra).sorted()
  let documents = Set(statements.flatMap { $0.evidence.map(\.document) }).sorted()
  return KnowledgeGraph(
    entities: ids.map { entity($0, $0.uppercased()) }, statements: statements,
    documents: documents.map { DocumentRecord(id: $0) })
}
