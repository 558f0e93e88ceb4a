import RelataGraph

/// A graph with what its triples need.
struct RDFSource: Sendable {
  let graph: KnowledgeGraph
  let ontology: Ontology
  /// The class of schema.org of each type that occurs, where there is one.
  let schemaOrg: [EntityType: String]
  let documents: DocumentIndex

  init(_ graph: KnowledgeGraph, ontology: Ontology) {
    self.graph = graph
    self.ontology = ontology
    documents = DocumentIndex(graph.documents)
    var schemaOrg: [EntityType: String] = [:]
    for type in Set(graph.entities.map(\.type)) { schemaOrg[type] = ontology.schemaOrg(of: type) }
    self.schemaOrg = schemaOrg
  }
}

/// Tells a graph's triples to a sink: those of ``JSONLDWriter``'s file, one for one.
struct RDFDescription<Sink: RDFSink & ~Copyable>: ~Copyable {
  private let source: RDFSource
  private var sink: Sink

  /// Writes the triples in parts on all processors.
  /// - Parameter makeSink: a sink that continues a file.
  static func write(
    _ source: RDFSource, to bytes: inout ByteStream,
    makeSink: @Sendable (consuming ByteStream) -> Sink
  ) {
    let graph = source.graph
    var description = RDFDescription(of: source, sink: makeSink(bytes))
    for document in graph.documents { description.tell(document) }
    bytes = description.end()
    bytes.writeInParts(of: graph.entities.count) { range, bytes in
      var description = RDFDescription(of: source, sink: makeSink(bytes))
      for index in range { description.tell(graph.entities[index], at: index) }
      bytes = description.end()
    }
    bytes.writeInParts(of: graph.statements.count) { range, bytes in
      var description = RDFDescription(of: source, sink: makeSink(bytes))
      for index in range { description.tell(graph.statements[index], at: index) }
      bytes = description.end()
    }
    description = RDFDescription(of: source, sink: makeSink(bytes))
    for (index, contradiction) in graph.contradictions.enumerated() {
      description.tell(contradiction, at: index)
    }
    for (index, correction) in graph.corrections.enumerated() { description.tell(correction, at: index) }
    description.tellVocabulary()
    bytes = description.end()
  }

  /// Writes the triples of one thing of a graph, under its number.
  /// - Parameter source: knows the documents that the thing has sentences of; or all types and relations,
  ///   whose triples are written.
  static func write(
    _ line: GraphLine, of source: RDFSource, to bytes: inout ByteStream,
    makeSink: @Sendable (consuming ByteStream) -> Sink
  ) {
    let number = line.number ?? 0
    var description = RDFDescription(of: source, sink: makeSink(bytes))
    if let entity = line.entity { description.tell(entity, at: number) }
    if let statement = line.statement { description.tell(statement, at: number) }
    if let document = line.document { description.tell(document) }
    if let contradiction = line.contradiction { description.tell(contradiction, at: number) }
    if let correction = line.correction { description.tell(correction, at: number) }
    if !(line.types.isEmpty && line.relations.isEmpty) { description.tellVocabulary() }
    bytes = description.end()
  }

  private init(of source: RDFSource, sink: consuming Sink) {
    self.source = source
    self.sink = sink
  }

  private consuming func end() -> ByteStream { sink.end() }

  private mutating func tell(_ document: DocumentRecord) {
    sink.graphs(of: [document.id])
    sink.subject(.document, document.id)
    sink.type(RDFName(.schema, "CreativeWork"))
    sink.object(RDFName(.prov, "Entity"))
    sink.text(document.id, as: RDFName(.dcterms, "identifier"))
    if let title = document.title { sink.text(title, as: RDFName(.dcterms, "title")) }
    if let date = document.date { sink.date(date, as: RDFName(.dcterms, "issued")) }
    if let author = document.author { sink.text(author, as: RDFName(.schema, "author")) }
    if let publisher = document.publisher { sink.text(publisher, as: RDFName(.dcterms, "publisher")) }
    if let url = document.url { sink.text(url, as: RDFName(.schema, "url")) }
    sink.integer(document.sentenceCount, as: RDFName(.relata, "sentences"))
    sink.integer(document.wordCount, as: RDFName(.relata, "words"))
    if let digest = document.digest { sink.text(digest, as: RDFName(.schema, "sha256")) }
    for start in document.pageStarts { sink.integer(start, as: RDFName(.relata, "pageStart")) }
    for copy in document.copies { sink.text(copy, as: RDFName(.relata, "copy")) }
    if let text = document.text { sink.text(text, as: RDFName(.schema, "text")) }
    sink.endSubject()
  }

  private mutating func tell(_ entity: Entity, at index: Int) {
    sink.blankNodes(of: "e", index)
    sink.subject(.entity, entity.id.rawValue)
    sink.object(.kind, entity.type.rawValue, as: RDFName(.rdf, "type"))
    if let schemaOrg = source.schemaOrg[entity.type] { sink.object(.schema, schemaOrg) }
    sink.text(entity.name, as: RDFName(.schema, "name"))
    sink.text(entity.name, as: RDFName(.rdfs, "label"))
    for alias in entity.aliases where alias.name != entity.name {
      sink.text(alias.name, as: RDFName(.skos, "altLabel"))
    }
    for alias in entity.aliases {
      sink.predicate(RDFName(.relata, "alias"))
      sink.beginBlank()
      sink.text(alias.name, as: RDFName(.schema, "name"))
      sink.integer(alias.count, as: RDFName(.relata, "count"))
      if let example = alias.example { tell(example) }
      sink.endBlank()
    }
    for link in entity.links { tell(link) }
    let identifiers = entity.identifiers.sorted { $0.key < $1.key }
    for (scheme, value) in identifiers {
      sink.predicate(RDFName(.schema, "identifier"))
      sink.beginBlank()
      sink.type(RDFName(.schema, "PropertyValue"))
      sink.text(scheme, as: RDFName(.schema, "propertyID"))
      sink.text(value, as: RDFName(.schema, "value"))
      sink.endBlank()
    }
    for (scheme, value) in identifiers {
      guard let iri = JSONLDWriter.iri(of: value, in: scheme) else { continue }
      sink.predicate(RDFName(.owl, "sameAs"))
      sink.object(iri: iri)
    }
    sink.integer(entity.mentionCount, as: RDFName(.relata, "mentions"))
    sink.endSubject()
  }

  private mutating func tell(_ link: IdentityLink) {
    sink.predicate(RDFName(.relata, "link"))
    sink.beginBlank()
    sink.text(link.name, as: RDFName(.schema, "name"))
    sink.text(link.other, as: RDFName(.relata, "otherName"))
    sink.text(link.reason.rawValue, as: RDFName(.relata, "reason"))
    if !link.detail.isEmpty { sink.text(link.detail, as: RDFName(.relata, "detail")) }
    if let document = link.document { sink.object(.document, document, as: RDFName(.oa, "hasSource")) }
    sink.endBlank()
  }

  private mutating func tell(_ statement: Statement, at index: Int) {
    sink.blankNodes(of: "s", index)
    let documents = GraphView.documents(of: statement)
    sink.graphs(of: documents)
    if JSONLDWriter.isDirect(statement) {
      sink.subject(.entity, statement.subject.rawValue)
      sink.predicate(statement.isOpen ? .lemma : .rel, statement.relation)
      sink.object(.entity, statement.object.rawValue)
      sink.endSubject()
    }
    sink.subject(.statement, String(index))
    sink.type(RDFName(.rdf, "Statement"))
    sink.object(.entity, statement.subject.rawValue, as: RDFName(.rdf, "subject"))
    sink.object(
      statement.isOpen ? .lemma : .rel, statement.relation, as: RDFName(.rdf, "predicate"))
    sink.object(.entity, statement.object.rawValue, as: RDFName(.rdf, "object"))
    sink.text(statement.polarity.rawValue, as: RDFName(.relata, "polarity"))
    sink.text(statement.modality.rawValue, as: RDFName(.relata, "modality"))
    if let source = statement.attribution {
      sink.object(.entity, source.rawValue, as: RDFName(.prov, "wasAttributedTo"))
    }
    if let time = statement.time {
      if let start = time.start { sink.date(start, as: RDFName(.relata, "start")) }
      if let end = time.end { sink.date(end, as: RDFName(.relata, "end")) }
      sink.text(time.description, as: RDFName(.relata, "time"))
    }
    if let place = statement.place { sink.object(.entity, place.rawValue, as: RDFName(.relata, "place")) }
    if let role = statement.role { sink.text(role, as: RDFName(.relata, "role")) }
    sink.double(statement.confidence, as: RDFName(.relata, "confidence"))
    if let importance = statement.importance { sink.double(importance, as: RDFName(.relata, "importance")) }
    sink.flag(statement.isOpen, as: RDFName(.relata, "open"))
    if let seen = source.documents.seen(statement) {
      sink.date(seen.first, as: RDFName(.relata, "firstSeen"))
      sink.date(seen.last, as: RDFName(.relata, "lastSeen"))
    }
    sink.objects(.document, documents, as: RDFName(.prov, "wasDerivedFrom"))
    for evidence in statement.evidence {
      sink.graphs(of: [evidence.document])
      tell(evidence)
    }
    sink.endSubject()
  }

  private mutating func tell(_ evidence: Evidence) {
    sink.predicate(RDFName(.relata, "evidence"))
    sink.beginBlank()
    sink.type(RDFName(.oa, "SpecificResource"))
    sink.object(.document, evidence.document, as: RDFName(.oa, "hasSource"))
    sink.predicate(RDFName(.oa, "hasSelector"))
    sink.beginBlank()
    sink.type(RDFName(.oa, "TextQuoteSelector"))
    sink.text(evidence.quote, as: RDFName(.oa, "exact"))
    sink.endBlank()
    sink.beginBlank()
    sink.type(RDFName(.oa, "TextPositionSelector"))
    sink.integer(evidence.start, as: RDFName(.oa, "start"), RDFName(.xsd, "nonNegativeInteger"))
    sink.integer(evidence.end, as: RDFName(.oa, "end"), RDFName(.xsd, "nonNegativeInteger"))
    sink.endBlank()
    if !evidence.trigger.isEmpty { sink.text(evidence.trigger, as: RDFName(.relata, "trigger")) }
    if let page = source.documents.page(of: evidence) { sink.integer(page, as: RDFName(.relata, "page")) }
    if let link = source.documents.link(to: evidence) { sink.text(link, as: RDFName(.schema, "url")) }
    sink.endBlank()
  }

  private mutating func tell(_ contradiction: Contradiction, at index: Int) {
    sink.subject(.contradiction, String(index))
    sink.type(RDFName(.relata, "Contradiction"))
    sink.text(contradiction.kind.rawValue, as: RDFName(.relata, "about"))
    sink.objects(.statement, contradiction.statements.map(String.init), as: RDFName(.relata, "contradicts"))
    sink.text(contradiction.explanation, as: RDFName(.rdfs, "comment"))
    sink.endSubject()
  }

  private mutating func tell(_ correction: AppliedCorrection, at index: Int) {
    sink.blankNodes(of: "k", index)
    sink.subject(.correction, String(index))
    sink.type(RDFName(.relata, "Correction"))
    sink.object(RDFName(.prov, "Activity"))
    sink.text(correction.action.rawValue, as: RDFName(.relata, "action"))
    sink.text(correction.file, as: RDFName(.dcterms, "source"))
    sink.integer(correction.line, as: RDFName(.relata, "line"))
    sink.text(correction.explanation, as: RDFName(.rdfs, "comment"))
    sink.objects(.entity, correction.entities.map(\.rawValue), as: RDFName(.prov, "influenced"))
    for evidence in correction.evidence { tell(evidence) }
    sink.endSubject()
  }

  private mutating func tellVocabulary() {
    let vocabulary = JSONLDVocabulary(of: source.graph, in: source.ontology)
    for type in vocabulary.types {
      let description = source.ontology.description(of: type)
      sink.subject(.kind, type.rawValue)
      sink.type(RDFName(.rdfs, "Class"))
      sink.text(description?.label ?? type.rawValue, as: RDFName(.rdfs, "label"))
      if let parent = description?.parent {
        sink.object(.kind, parent.rawValue, as: RDFName(.rdfs, "subClassOf"))
      }
      if let schemaOrg = description?.schemaOrg {
        sink.object(.schema, schemaOrg, as: RDFName(.rdfs, "subClassOf"))
      }
      if let item = description?.wikidata {
        sink.object(.wikidata, item, as: RDFName(.skos, "exactMatch"))
      }
      sink.endSubject()
    }
    for (_, example) in vocabulary.predicates {
      let type = example.isOpen ? nil : source.ontology.relation(example.relation)
      sink.subject(example.isOpen ? .lemma : .rel, example.relation)
      sink.type(RDFName(.rdf, "Property"))
      if type?.isSymmetric == true { sink.object(RDFName(.owl, "SymmetricProperty")) }
      sink.text(type?.label ?? example.relation, as: RDFName(.rdfs, "label"))
      if let type { tell(type) }
      sink.endSubject()
    }
  }

  private mutating func tell(_ type: RelationType) {
    sink.text(type.definition, as: RDFName(.skos, "definition"))
    if let inverse = type.inverse { sink.text(inverse, as: RDFName(.relata, "inverseLabel")) }
    sink.objects(.kind, type.domain.map(\.rawValue), as: RDFName(.schema, "domainIncludes"))
    sink.objects(.kind, type.range.map(\.rawValue), as: RDFName(.schema, "rangeIncludes"))
    if let property = type.wikidata { sink.object(.wikidata, property, as: RDFName(.skos, "exactMatch")) }
    if let event = type.plover { sink.text(event, as: RDFName(.relata, "plover")) }
  }
}
