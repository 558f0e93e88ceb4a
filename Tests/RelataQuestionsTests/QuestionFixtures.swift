import RelataGazetteer
import RelataGraph
import RelataLanguage
import RelataQuery
import RelataQuestions

/// An invented war, so that nothing is understood because some text had it.
enum InventedWar {
  static let graph = KnowledgeGraph(
    entities: [
      entity("ArmedGroup", "Iron Front", aliases: ["IF"]), entity("ArmedGroup", "River Brigade"),
      entity("City", "Eastbrook"), entity("City", "Westhaven"), entity("Company", "Calder Steel"),
      entity("Country", "Norland"), entity("Country", "Sudria"),
      entity("MilitaryBase", "Fort Grey"), entity("MilitaryBase", "Fort Lisle"),
      entity("Organization", "Northern Bank"), entity("Organization", "Southern Bank"),
      entity("Event", "May Collapse"), entity("Person", "Marta Lind"),
      entity("Person", "Omar Hale"), entity("Person", "Peter Hale"),
      entity("Person", "Tomas Vega"),
    ].sorted { $0.id < $1.id },
    statements: [
      statement("Iron Front", "captured", "Eastbrook", time: "2031-04"),
      statement("Iron Front", "overthrew", "Marta Lind", time: "2031-05-01"),
      statement("Iron Front", "attacked", "Fort Grey", polarity: .negated),
      statement("River Brigade", "captured", "Westhaven", modality: .planned),
      statement("River Brigade", "attacked", "Fort Lisle", time: "2029"),
      statement("Tomas Vega", "leads", "Iron Front", role: "commander"),
      statement("Marta Lind", "head_of_state_of", "Sudria", role: "President"),
      statement("Omar Hale", "minister_of", "Sudria", role: "Foreign Minister"),
      statement("Peter Hale", "minister_of", "Sudria", role: "Defense Minister"),
      statement("Peter Hale", "head_of_government_of", "Norland", role: "former Prime Minister"),
      statement("May Collapse", "fall_of", "Marta Lind", time: "2031-05-01"),
      statement("Tomas Vega", "called", "Omar Hale", time: "2031-06-03"),
      statement("Marta Lind", "fled_to", "Norland", time: "2031-05-02"),
      statement("Norland", "supports", "Marta Lind"),
      statement("Norland", "operates", "Fort Grey"),
      statement("Norland", "operates", "Fort Lisle"),
      statement("Fort Grey", "located_in", "Westhaven"),
      statement("Fort Lisle", "located_in", "Eastbrook"),
      statement("Westhaven", "located_in", "Norland"),
      statement("Eastbrook", "located_in", "Sudria"),
      statement("Tomas Vega", "met_with", "Omar Hale", time: "2031-06", place: "Westhaven"),
      statement("Calder Steel", "bankroll_quietly", "River Brigade", isOpen: true),
    ],
    documents: [DocumentRecord(id: "a.txt")])

  static let ontology = Result { try Ontology.embedded() }
  static let answerer = ontology.map { QuestionAnswerer(graph, ontology: $0) }
  static let reader = Result { try reader(graph) }

  static func reader(_ graph: KnowledgeGraph) throws -> QuestionReader {
    QuestionReader(
      graph, ontology: try ontology.get(), analyzer: Analyzer(model: try LanguageModel.embedded()),
      gazetteer: try Gazetteer.embedded())
  }

  /// The same names, and other statements about them.
  static func answer(_ question: String, from statements: [Statement]) throws -> QuestionAnswer {
    let other = KnowledgeGraph(
      entities: graph.entities, statements: statements, documents: graph.documents)
    return try QuestionAnswerer(other, ontology: ontology.get()).answer(reader(other).read(question))
  }

  static func answer(_ question: String) throws -> QuestionAnswer {
    try answerer.get().answer(reader.get().read(question))
  }

  /// What is found: names and dates; for a question whose answer is a statement, its relation.
  static func texts(_ findings: [QuestionAnswer.Finding]) -> Set<String> {
    Set(
      findings.flatMap { finding -> [String] in
        switch finding.value {
        case .entity(let id): return [name(id)]
        case .text(let text) where Polarity(rawValue: text) == nil: return [text]
        default: return finding.statements.map { graph.statements[$0].relation }
        }
      })
  }

  static func name(_ id: EntityID) -> String { graph.entities.first { $0.id == id }?.name ?? id.rawValue }

  private static let types = [
    "Iron Front": "armedgroup", "River Brigade": "armedgroup", "Eastbrook": "city", "Westhaven": "city",
    "Calder Steel": "company", "Norland": "country", "Sudria": "country", "Fort Grey": "militarybase",
    "Fort Lisle": "militarybase", "May Collapse": "event",
  ]

  static func id(_ name: String) -> EntityID {
    let slug = name.lowercased().split(separator: " ").joined(separator: "-")
    return EntityID(
      rawValue: (types[name] ?? (name.hasSuffix("Bank") ? "organization" : "person")) + "/" + slug)
  }

  private static func entity(_ type: EntityType, _ name: String, aliases: [String] = []) -> Entity {
    Entity(
      id: id(name), name: name, type: type, aliases: ([name] + aliases).map { Alias(name: $0, count: 1) },
      mentionCount: 1)
  }

  static func statement(
    _ subject: String, _ relation: String, _ object: String, polarity: Polarity = .affirmed,
    modality: Modality = .asserted, time: String? = nil, place: String? = nil, role: String? = nil,
    importance: Double? = nil, confidence: Double = 0.9, documents: [String] = ["a.txt"], isOpen: Bool = false
  ) -> Statement {
    Statement(
      subject: id(subject), relation: relation, object: id(object), isOpen: isOpen, polarity: polarity,
      modality: modality, time: time.flatMap { PartialDate($0) }.map { TimeSpan(at: $0) },
      place: place.map(id),
      role: role, confidence: confidence, importance: importance,
      evidence: documents.map { Evidence(document: $0, start: 0, end: 1, quote: "x") })
  }
}
