public import RelataGraph

/// Writes a graph as JSON-LD 1.1: RDF for others, and the whole graph for ``JSONLDReader``.
///
/// - An entity has its ontology type and the nearest schema.org class as `rdf:type`, `schema:name`,
///   `rdfs:label`, `skos:altLabel`, each alias with its count and the first sentence that has it, the reasons
///   for which its names were taken for one thing's, and `owl:sameAs` where Wikidata or GeoNames know it.
/// - A statement is a node of type `rdf:Statement` with qualifiers, `prov:wasDerivedFrom` its documents, and
///   for each piece of evidence a Web Annotation resource whose selectors give the exact quote and its
///   position, in Unicode code points, as that specification counts too.
/// - **A statement is also a direct triple if it is affirmed and asserted or reported.** What is negated,
///   alleged, planned or hypothetical is never asserted as RDF, only described.
/// - What a person corrected is a `prov:Activity` of the type `relata:Correction`, which says where it was
///   said, the entities that it `prov:influenced`, and the sentences of the statement that it concerns.
/// - Types and relations that occur are described with labels, hierarchy and links to
///   Wikidata and schema.org.
///
/// Partial dates are typed as Extended Date/Time Format. Each node stands on a line of its own.
///
/// Specifications: https://www.w3.org/TR/json-ld11/, https://www.w3.org/TR/prov-o/,
/// https://www.w3.org/TR/annotation-vocab/, https://www.loc.gov/standards/datetime/
public struct JSONLDWriter: Sendable {
  /// What gives types and relations their labels, kinds and links.
  public var ontology: Ontology
  /// An absolute IRI ending in `/` or `#`, under which entities, statements and documents get their names.
  public var base: String

  /// Writes with the vocabulary of this ontology, and IRIs that begin with the base.
  public init(ontology: Ontology, base: String = "https://relata.dev/graph/") {
    self.ontology = ontology
    self.base = base
  }

  /// The value of `@context` in what this writer writes.
  package var context: String { JSONLDContext.text(base: base) }

  /// The graph as UTF-8 JSON.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] { ByteStream.collect { write(graph, to: &$0) } }

  func write(_ graph: KnowledgeGraph, to bytes: inout ByteStream) {
    JSONStream.write(to: &bytes) { write(graph, to: &$0) }
  }

  private func write(_ graph: KnowledgeGraph, to json: inout JSONStream) {
    json.object { json in
      json.lineBreak()
      json.key("@context")
      json.raw(JSONLDContext.text(base: base))
      json.lineBreak()
      json.key("@graph")
      json.array { json in
        let documents = DocumentIndex(graph.documents)
        for document in graph.documents {
          json.lineBreak()
          write(document, to: &json)
        }
        writeEntities(of: graph, documents, to: &json)
        json.lines(graph.statements.count) { range, json in
          for index in range {
            json.lineBreak()
            write(graph.statements[index], at: index, documents, to: &json)
          }
        }
        for (index, contradiction) in graph.contradictions.enumerated() {
          json.lineBreak()
          write(contradiction, at: index, to: &json)
        }
        for (index, correction) in graph.corrections.enumerated() {
          json.lineBreak()
          write(correction, at: index, documents, to: &json)
        }
        JSONLDVocabulary(of: graph, in: ontology).write(to: &json)
      }
      json.bytes.append(UInt8(ascii: "\n"))
    }
    json.bytes.append(UInt8(ascii: "\n"))
  }

  /// Whether a statement stands in RDF as a plain triple.
  static func isDirect(_ statement: Statement) -> Bool {
    isDirect(statement.polarity, statement.modality)
  }

  static func isDirect(_ polarity: Polarity, _ modality: Modality) -> Bool {
    polarity == .affirmed && (modality == .asserted || modality == .reported)
  }

  private func write(_ document: DocumentRecord, to json: inout JSONStream) {
    json.object { json in
      json.member("@id", .document, document.id)
      json.member("@type", ["Document", "prov:Entity"])
      json.member("identifier", document.id)
      if let title = document.title { json.member("title", title) }
      if let date = document.date { json.member("date", date) }
      if let author = document.author { json.member("author", author) }
      if let publisher = document.publisher { json.member("publisher", publisher) }
      if let url = document.url { json.member("url", url) }
      json.member("sentences", document.sentenceCount)
      json.member("words", document.wordCount)
      if let digest = document.digest { json.member("sha256", digest) }
      if !document.pageStarts.isEmpty {
        json.key("pageStarts")
        json.array { json in for start in document.pageStarts { json.number(start) } }
      }
      if !document.copies.isEmpty { json.member("copies", document.copies) }
      if let text = document.text { json.member("text", text) }
    }
  }

  private func writeEntities(
    of graph: KnowledgeGraph, _ documents: DocumentIndex, to json: inout JSONStream
  ) {
    let direct = DirectTriples(of: graph)
    var schemaOrg: [EntityType: String] = [:]
    for type in Set(graph.entities.map(\.type)) {
      schemaOrg[type] = ontology.schemaOrg(of: type).map { "schema:\(PercentEncoding.encode($0))" }
    }
    let classes = schemaOrg
    json.lines(graph.entities.count) { range, json in
      for index in range {
        json.lineBreak()
        json.object { json in
          let entity = graph.entities[index]
          write(entity, schemaOrg: classes[entity.type], documents, to: &json)
          direct.write(ofEntity: index, to: &json)
        }
      }
    }
    for subject in direct.otherSubjects {
      json.lineBreak()
      json.object { json in
        json.member("@id", .entity, subject.rawValue)
        direct.write(ofOther: subject, to: &json)
      }
    }
  }

  private func write(
    _ entity: Entity, schemaOrg: String?, _ documents: DocumentIndex, to json: inout JSONStream
  ) {
    json.member("@id", .entity, entity.id.rawValue)
    json.key("@type")
    json.array { json in
      json.reference(.kind, entity.type.rawValue)
      if let schemaOrg { json.string(schemaOrg) }
    }
    json.member("name", entity.name)
    json.member("label", entity.name)
    json.member("altLabel", entity.aliases.map(\.name).filter { $0 != entity.name })
    if !entity.aliases.isEmpty {
      json.key("aliases")
      json.array { json in
        for alias in entity.aliases {
          json.object { json in
            json.member("name", alias.name)
            json.member("count", alias.count)
            if let example = alias.example {
              json.key("evidence")
              json.array { write(example, documents, to: &$0) }
            }
          }
        }
      }
    }
    if !entity.links.isEmpty {
      json.key("links")
      json.array { json in
        for link in entity.links { json.object { write(link, to: &$0) } }
      }
    }
    let identifiers = entity.identifiers.sorted { $0.key < $1.key }
    if !identifiers.isEmpty {
      json.key("identifiers")
      json.array { json in
        for (scheme, value) in identifiers {
          json.object { json in
            json.member("@type", "PropertyValue")
            json.member("scheme", scheme)
            json.member("value", value)
          }
        }
      }
    }
    json.member("sameAs", identifiers.compactMap { Self.iri(of: $0.value, in: $0.key) })
    json.member("mentions", entity.mentionCount)
  }

  private func write(_ link: IdentityLink, to json: inout JSONStream) {
    json.member("name", link.name)
    json.member("other", link.other)
    json.member("reason", link.reason.rawValue)
    if !link.detail.isEmpty { json.member("detail", link.detail) }
    if let document = link.document { json.member("source", .document, document) }
  }

  /// The IRI by which a scheme names a thing; nil for schemes without IRIs of their own.
  static func iri(of value: String, in scheme: String) -> String? {
    switch scheme {
    case "wikidata": "http://www.wikidata.org/entity/\(PercentEncoding.encode(value))"
    case "geonames": "https://sws.geonames.org/\(PercentEncoding.encode(value))/"
    default: nil
    }
  }

  static func predicate(of statement: Statement) -> String {
    statement.isOpen ? JSONLDPrefix.lemma(statement.relation) : JSONLDPrefix.relation(statement.relation)
  }

  private func write(
    _ statement: Statement, at index: Int, _ documents: DocumentIndex, to json: inout JSONStream
  ) {
    json.object { json in
      json.member("@id", .statement, String(index))
      json.member("@type", "Statement")
      json.member("subject", .entity, statement.subject.rawValue)
      json.member("predicate", statement.isOpen ? .lemma : .relation, statement.relation)
      json.member("object", .entity, statement.object.rawValue)
      json.member("polarity", statement.polarity.rawValue)
      json.member("modality", statement.modality.rawValue)
      if let source = statement.attribution {
        json.member("attribution", .entity, source.rawValue)
      }
      if let start = statement.time?.start { json.member("start", start) }
      if let end = statement.time?.end { json.member("end", end) }
      if let time = statement.time {
        json.key("time")
        json.plain { $0.write(time) }
      }
      if let place = statement.place { json.member("place", .entity, place.rawValue) }
      if let role = statement.role { json.member("role", role) }
      json.member("confidence", statement.confidence)
      if let importance = statement.importance { json.member("importance", importance) }
      json.member("open", statement.isOpen)
      if let seen = documents.seen(statement) {
        json.member("firstSeen", seen.first)
        json.member("lastSeen", seen.last)
      }
      if !statement.evidence.isEmpty {
        json.key("documents")
        json.array { json in
          GraphView.forEachDocument(of: statement) { json.reference(.document, $0) }
        }
        json.key("evidence")
        json.array { json in
          for evidence in statement.evidence { write(evidence, documents, to: &json) }
        }
      }
    }
  }

  private func write(_ evidence: Evidence, _ documents: DocumentIndex, to json: inout JSONStream) {
    json.object { json in
      json.member("@type", "SpecificResource")
      json.member("source", .document, evidence.document)
      json.key("selector")
      json.array { json in
        json.object { json in
          json.member("@type", "TextQuoteSelector")
          json.member("exact", evidence.quote)
        }
        json.object { json in
          json.member("@type", "TextPositionSelector")
          json.member("start", evidence.start)
          json.member("end", evidence.end)
        }
      }
      if !evidence.trigger.isEmpty { json.member("trigger", evidence.trigger) }
      if let page = documents.page(of: evidence) { json.member("page", page) }
      if let link = documents.link(to: evidence) { json.member("url", link) }
    }
  }

  private func write(_ contradiction: Contradiction, at index: Int, to json: inout JSONStream) {
    json.object { json in
      json.member("@id", .contradiction, String(index))
      json.member("@type", "Contradiction")
      json.member("about", contradiction.kind.rawValue)
      json.member("contradicts", contradiction.statements.map { JSONLDPrefix.statement(String($0)) })
      json.member("explanation", contradiction.explanation)
    }
  }

  private func write(
    _ correction: AppliedCorrection, at index: Int, _ documents: DocumentIndex, to json: inout JSONStream
  ) {
    json.object { json in
      json.member("@id", .correction, String(index))
      json.member("@type", ["Correction", "prov:Activity"])
      json.member("action", correction.action.rawValue)
      json.member("file", correction.file)
      json.member("line", correction.line)
      json.member("explanation", correction.explanation)
      json.member("influenced", correction.entities.map { JSONLDPrefix.entity($0.rawValue) })
      if !correction.evidence.isEmpty {
        json.key("evidence")
        json.array { json in
          for evidence in correction.evidence { write(evidence, documents, to: &json) }
        }
      }
    }
  }
}
