import RelataGraph
import RelataResolution

/// A graph to correct: two names for one base, one name for two places, and what is said of them.
enum CorrectionFixtures {
  static let ontology = Fixtures.ontology

  static func id(_ text: String) -> EntityID { EntityID(rawValue: text) }

  static func entity(
    _ id: String, _ names: [(String, Int)], _ type: EntityType, identifiers: [String: String] = [:],
    pronouns: Int = 0, links: [IdentityLink] = []
  ) -> Entity {
    Entity(
      id: self.id(id), name: names[0].0, type: type,
      aliases: names.map { Alias(name: $0.0, count: $0.1) }.sorted {
        ($1.count, $0.name) < ($0.count, $1.name)
      },
      identifiers: identifiers, mentionCount: names.reduce(pronouns) { $0 + $1.1 }, links: links)
  }

  static func evidence(_ document: String, _ start: Int, _ quote: String) -> Evidence {
    Evidence(
      document: document, start: start, end: start + quote.unicodeScalars.count, quote: quote,
      trigger: "verb")
  }

  static func statement(
    _ subject: String, _ relation: String, _ object: String, _ evidence: Evidence..., time: String? = nil,
    polarity: Polarity = .affirmed, confidence: Double = 0.8, isOpen: Bool = false, place: String? = nil,
    attribution: String? = nil
  ) -> Statement {
    Statement(
      subject: id(subject), relation: relation, object: id(object), isOpen: isOpen, polarity: polarity,
      attribution: attribution.map(id), time: time.flatMap(Fixtures.span), place: place.map(id),
      confidence: confidence, evidence: evidence)
  }

  static let base = "militarybase/khmeimim-air-base"
  static let city = "city/hmeimim"
  static let group = "armedgroup/hts"
  static let russia = "country/russia"
  static let assad = "person/assad"
  static let captured = evidence("a.txt", 100, "Its forces captured Hmeimim\n on Monday.")

  static let graph: KnowledgeGraph = {
    let statements = [
      statement(group, "captured", city, captured, time: "2024-11-27"),
      statement(
        group, "captured", base, evidence("b.txt", 10, "HTS captured the Khmeimim Air Base."),
        time: "2024-11"),
      statement(russia, "visited", base, evidence("b.txt", 60, "Russia visited Hmeimim airbase.")),
      statement(russia, "located_in", base, evidence("b.txt", 400, "Odd, but it says so.")),
      statement(
        assad, "met", russia, evidence("a.txt", 300, "Bashar al-Assad met Russia."),
        evidence("c.txt", 0, "Hafez al-Assad met Russia."), evidence("c.txt", 90, "He met Russia."),
        confidence: 0.95),
      statement(
        assad, "praised", group, evidence("c.txt", 200, "Hafez al-Assad praised HTS."), isOpen: true),
      statement(
        group, "captured", russia, evidence("c.txt", 300, "HTS did not capture Russia, Hafez al-Assad said."),
        polarity: .negated, attribution: assad),
    ]
    return KnowledgeGraph(
      entities: [
        entity(
          assad, [("Bashar al-Assad", 4), ("Hafez al-Assad", 2), ("Hafez Assad", 1)], .person,
          identifiers: ["wikidata": "Q44329"], pronouns: 3,
          links: [
            IdentityLink(name: "Hafez Assad", other: "Hafez al-Assad", reason: .spelling),
            IdentityLink(name: "Hafez al-Assad", other: "Bashar al-Assad", reason: .shortName),
          ]),
        entity(base, [("Khmeimim Air Base", 3), ("Hmeimim airbase", 1)], .militaryBase),
        entity(city, [("Hmeimim", 2)], .city, identifiers: ["geonames": "1"]),
        entity(group, [("HTS", 5), ("HTS forces", 1)], .armedGroup),
        entity(russia, [("Russia", 9)], .country, identifiers: ["iso3166": "RU"]),
      ].sorted { $0.id < $1.id },
      statements: ordered(statements),
      documents: ["a.txt", "b.txt", "c.txt"].map { DocumentRecord(id: $0, text: "…") })
  }()

  /// By way of the resolution's own order: a graph without any change is sorted already.
  static func ordered(_ statements: [Statement]) -> [Statement] {
    statements.sorted { a, b in
      (a.subject, a.relation, a.object, a.isOpen ? 1 : 0, a.polarity.rawValue)
        < (b.subject, b.relation, b.object, b.isOpen ? 1 : 0, b.polarity.rawValue)
    }
  }

  // MARK: Descriptions

  /// As the explorer describes a statement.
  static func description(of statement: Statement, in graph: KnowledgeGraph = graph) -> StatementDescription {
    func name(_ id: EntityID) -> String { graph.entities.first { $0.id == id }?.name ?? "" }
    return StatementDescription(
      subject: name(statement.subject), relation: statement.relation, object: name(statement.object),
      isOpen: statement.isOpen, polarity: statement.polarity, modality: statement.modality,
      time: statement.time, role: statement.role, attribution: statement.attribution.map(name),
      place: statement.place.map(name),
      evidence: statement.evidence.map {
        .init(document: $0.document, quote: $0.quote, range: $0.start..<$0.end)
      })
  }

  static func description(of entity: Entity) -> EntityDescription {
    EntityDescription(
      name: entity.name, type: entity.type, id: entity.id, names: entity.aliases.map(\.name))
  }

  static func description(_ id: String) -> EntityDescription {
    graph.entity(id).map(description(of:)) ?? EntityDescription(name: id)
  }

  static func corrections(_ changes: Correction.Change...) -> Corrections {
    Corrections(
      changes.enumerated().map { Correction($1, line: 3 + $0) }, fileName: "corrections.yaml")
  }

  static func apply(_ changes: Correction.Change..., to graph: KnowledgeGraph = graph) -> Corrections.Outcome
  {
    Corrections(
      changes.enumerated().map { Correction($1, line: 3 + $0) }, fileName: "corrections.yaml"
    ).applied(to: graph, ontology: ontology)
  }
}

extension KnowledgeGraph {
  func entity(_ id: String) -> Entity? { entities.first { $0.id.rawValue == id } }

  /// `a captured b` for each statement, in the graph's order.
  var claims: [String] {
    statements.map {
      "\($0.subject) \($0.polarity == .negated ? "not " : "")\($0.relation) \($0.object)"
    }
  }
}
