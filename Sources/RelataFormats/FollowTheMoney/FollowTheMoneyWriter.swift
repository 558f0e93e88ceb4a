public import RelataGraph

/// Writes a graph as a stream of FollowTheMoney entities, one JSON object a line: for Aleph, OpenSanctions'
/// tools and other software for investigations.
///
/// - Persons, organisations, places, ships and events, with aliases, countries and Wikidata items.
/// - Statements between them that are affirmed and asserted or reported, as the schema that fits
///   (`Membership`, `Directorship`, `Ownership`, …), else as `UnknownLink` with the relation as its role.
///   What is negated, alleged, planned or hypothetical is left out: the model has no place for doubt, and
///   would state it as a fact.
/// - Provenance: each statement has its documents as `proof` and its first sentence as `description`.
///
/// Model: https://followthemoney.tech
public struct FollowTheMoneyWriter: Sendable {
  /// What gives types and relations their labels, kinds and links.
  public var ontology: Ontology

  /// Writes with the type hierarchy of this ontology.
  public init(ontology: Ontology) { self.ontology = ontology }

  /// The entities as UTF-8 JSON lines.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] { ByteStream.collect { write(graph, to: &$0) } }

  func write(_ graph: KnowledgeGraph, to bytes: inout ByteStream) {
    JSONStream.write(to: &bytes) { write(graph, to: &$0) }
  }

  private func write(_ graph: KnowledgeGraph, to json: inout JSONStream) {
    var documents: Set<String> = []
    for document in graph.documents where documents.insert(document.id).inserted {
      write(document, to: &json)
    }
    var schemata: [EntityID: FollowTheMoneySchema] = [:]
    for entity in graph.entities {
      guard let schema = FollowTheMoneySchema(entity.type, in: ontology), schemata[entity.id] == nil else {
        continue
      }
      schemata[entity.id] = schema
      write(entity, as: schema, to: &json)
    }
    let view = GraphView(graph, ontology: ontology)
    for edge in view.edges where JSONLDWriter.isDirect(edge.statement) {
      guard let subject = schemata[edge.statement.subject], let object = schemata[edge.statement.object]
      else { continue }
      for evidence in edge.statement.evidence where documents.insert(evidence.document).inserted {
        write(DocumentRecord(id: evidence.document), to: &json)
      }
      let link =
        edge.statement.isOpen
        ? .unknown : FollowTheMoneyLink(edge.statement.relation, from: subject, to: object)
      write(edge, label: view.label(of: edge.statement), as: link, to: &json)
    }
  }

  private func entity(
    _ id: String, _ schema: String, to json: inout JSONStream, _ properties: (inout JSONStream) -> Void
  ) {
    json.object { json in
      json.member("id", id)
      json.member("schema", schema)
      json.key("properties")
      json.object(properties)
    }
    json.endLine()
  }

  private func write(_ document: DocumentRecord, to json: inout JSONStream) {
    entity(Self.id(ofDocument: document.id), "Document", to: &json) { json in
      let name = Self.name(document.id, or: "")
      json.member("fileName", [name])
      json.member("title", [document.title.flatMap(Self.text) ?? name])
      json.member("publishedAt", Self.date(document.date))
      if let author = document.author.flatMap(Self.text) { json.member("author", [author]) }
      if let publisher = document.publisher.flatMap(Self.text) { json.member("publisher", [publisher]) }
      if let url = document.url, Self.isWebAddress(url) { json.member("sourceUrl", [url]) }
    }
  }

  private func write(_ entity: Entity, as schema: FollowTheMoneySchema, to json: inout JSONStream) {
    self.entity(Self.id(of: entity.id), schema.rawValue, to: &json) { json in
      let name = Self.name(entity.name, or: entity.id.rawValue)
      json.member("name", [name])
      if schema == .address { json.member("full", [name]) }
      json.member("alias", entity.aliases.map(\.name).filter { $0 != entity.name }.compactMap(Self.text))
      if let code = entity.identifiers["iso3166"], code.wholeMatch(of: #/[A-Za-z]{2}/#) != nil {
        json.member("country", [code.lowercased()])
      }
      if let item = entity.identifiers["wikidata"], item.wholeMatch(of: #/Q[1-9][0-9]*/#) != nil {
        json.member("wikidataId", [item])
      }
    }
  }

  private func write(
    _ edge: GraphView.Edge, label: String, as link: FollowTheMoneyLink, to json: inout JSONStream
  ) {
    let statement = edge.statement
    entity("s.\(edge.index)", link.schema, to: &json) { json in
      json.member(link.subject, [Self.id(of: statement.subject)])
      json.member(link.object, [Self.id(of: statement.object)])
      json.member(link.role, [statement.role, label].compactMap { $0.flatMap(Self.text) })
      if let time = statement.time {
        if time.isPoint {
          json.member("date", Self.date(time.start))
        } else {
          json.member("startDate", Self.date(time.start))
          json.member("endDate", Self.date(time.end))
        }
      }
      json.member("recordId", ["s\(edge.index)"])
      json.member("description", [statement.evidence.first?.quote].compactMap { $0.flatMap(Self.text) })
      json.member("proof", GraphView.documents(of: statement).map(Self.id(ofDocument:)))
    }
  }

  private static func id(of entity: EntityID) -> String {
    FollowTheMoneyIdentifier.encode(entity.rawValue, prefix: "e")
  }

  private static func id(ofDocument document: String) -> String {
    FollowTheMoneyIdentifier.encode(document, prefix: "d")
  }

  /// Text on one line without what FollowTheMoney takes out; nil where nothing is left.
  private static func isWebAddress(_ url: String) -> Bool {
    (url.hasPrefix("https://") || url.hasPrefix("http://")) && !url.contains(where: \.isWhitespace)
  }

  private static func text(_ text: String) -> String? {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: " "
      default: scalar
      }
    }
    let cleaned = DOTText.oneLine(String(String.UnicodeScalarView(scalars)))
    return cleaned.isEmpty ? nil : cleaned
  }

  private static func name(_ name: String, or other: String) -> String {
    text(name) ?? text(other) ?? "(no name)"
  }

  /// The model knows no date without a year, none before 1000, and no day that its month lacks.
  private static func date(_ date: PartialDate?) -> [String] {
    guard let date, let year = date.year, (1000...2999).contains(year),
      let day = CalendarDates.days(of: TimeSpan(at: date))?.start,
      date.day == nil || day == date.description
    else { return [] }
    return [date.description]
  }
}
