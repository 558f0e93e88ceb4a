import RelataExtraction
import RelataGazetteer
import RelataGraph
import RelataResolution

/// A small ontology and short ways to write documents.
enum Fixtures {
  static let ontology: Ontology = {
    func type(_ type: EntityType, _ parent: EntityType?) -> Ontology.TypeDescription {
      Ontology.TypeDescription(
        type: type, parent: parent, label: type.rawValue, color: "#000000", shape: "box")
    }
    func relation(
      _ id: String, symmetric: Bool = false, functional: Bool = false, inverseFunctional: Bool = false,
      event: Bool = false, once: Recurrence? = nil, containment: Bool = false, leadership: Bool = false
    ) -> RelationType {
      RelationType(
        id: id, label: id.replacing("_", with: " "), definition: "", domain: [.thing], range: [.thing],
        isSymmetric: symmetric, isFunctional: functional, isInverseFunctional: inverseFunctional,
        isEvent: event, recurrence: once, isContainment: containment, isLeadership: leadership)
    }
    return Ontology(
      types: [
        type(.thing, nil), type(.person, .thing), type(.organization, .thing),
        type(.armedGroup, .organization),
        type(.governmentBody, .organization), type(.company, .organization),
        type(.mediaOutlet, .organization),
        type(.place, .thing), type(.country, .place), type(.region, .place), type(.city, .place),
        type(.facility, .place), type(.militaryBase, .facility), type(.event, .thing),
      ],
      relations: [
        relation("overthrew", event: true, once: Recurrence(scope: .object, years: 3)),
        relation("captured", event: true, once: Recurrence(scope: .pair, years: 2)),
        relation("visited", event: true),
        relation("leads", leadership: true), relation("met", symmetric: true, event: true),
        relation("recognized"),
        relation("head_of_state_of", inverseFunctional: true), relation("holds_office_in"),
        relation("born_in", functional: true, event: true, once: Recurrence(scope: .subject)),
        relation("located_in", containment: true),
      ])
  }()

  static func resolve(_ documents: [ExtractedDocument]) throws -> KnowledgeGraph {
    try Resolver(ontology: ontology, gazetteer: gazetteer()).resolve(documents)
  }

  /// Read once: the tables are large.
  private static let embedded = Result { try Gazetteer.embedded() }

  static func gazetteer() throws -> Gazetteer { try embedded.get() }

  static func document(
    _ id: String, _ entities: [DocumentEntity], _ statements: [DocumentStatement] = []
  ) -> ExtractedDocument {
    ExtractedDocument(
      record: DocumentRecord(id: id), entities: entities,
      statements: statements.map { statement in
        var statement = statement
        statement.evidence.document = id
        return statement
      })
  }

  /// The first name is the fullest.
  static func entity(
    _ names: String..., type: EntityType = .person, mentions: Int = 1, identifiers: [String: String] = [:]
  ) -> DocumentEntity {
    DocumentEntity(
      name: names[0], type: type, typeConfidence: 0.9, names: names.map { Alias(name: $0, count: mentions) },
      mentionCount: mentions, identifiers: identifiers)
  }

  static func statement(
    _ subject: Int, _ relation: String, _ object: Int, time: String? = nil, polarity: Polarity = .affirmed,
    modality: Modality = .asserted, role: String? = nil, place: Int? = nil, confidence: Double = 0.8,
    importance: Double? = nil, at start: Int = 0, trigger: String = ""
  ) -> DocumentStatement {
    DocumentStatement(
      subject: subject, relation: relation, object: object, polarity: polarity, modality: modality,
      time: time.flatMap(span), place: place, role: role, confidence: confidence,
      importance: importance,
      evidence: Evidence(document: "", start: start, end: start + 10, quote: "0123456789", trigger: trigger))
  }

  /// `2024-12`, or `2000/2024`.
  static func span(_ text: String) -> TimeSpan? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { PartialDate(String($0)) }
    return parts.count == 2 ? TimeSpan(start: parts[0], end: parts[1]) : parts[0].map(TimeSpan.init(at:))
  }
}

extension KnowledgeGraph {
  var ids: [String] { entities.map(\.id.rawValue) }
}
