public import RelataGraph

/// Writes an ontology as an RDF vocabulary in Turtle: what the names in ``JSONLDWriter``'s and
/// ``RDFWriter``'s files mean.
///
/// - An entity type is a class below its parent and below its class of schema.org, with its Wikidata item.
/// - A relation is a property with label, definition, domain and range (a union where there are several),
///   its Wikidata property and its PLOVER event type. Its inverse reading is a property of its own, tied
///   to it by `owl:inverseOf`.
/// - That a relation has one object at a time is no `owl:FunctionalProperty`, because that would be at all
///   times: it is said by `relata:oneObjectAtATime`.
/// - The properties of statements, evidence and documents are described too.
///
/// Specifications: https://www.w3.org/TR/rdf-schema/, https://www.w3.org/TR/owl2-overview/
public struct OntologyWriter: Sendable {
  /// What is written.
  public var ontology: Ontology

  /// Writes this ontology.
  public init(ontology: Ontology) { self.ontology = ontology }

  /// The vocabulary as UTF-8 Turtle.
  /// - Complexity: O(size of the ontology).
  public func write() -> [UInt8] {
    var sink = TurtleSink(ByteStream(), base: "https://relata.dev/graph/")
    sink.declare([
      .relata, .kind, .rel, .inverse, .rdf, .rdfs, .owl, .xsd, .skos, .oa, .dcterms, .schema, .wikidata,
      .edtf,
    ])
    sink.subject(iri: JSONLDContext.vocabulary)
    sink.type(RDFName(.owl, "Ontology"))
    sink.text("The vocabulary of Relata", as: RDFName(.dcterms, "title"))
    sink.text(
      "Types of entities, relations between them, and what is said of a statement and its evidence.",
      as: RDFName(.rdfs, "comment"))
    sink.predicate(RDFName(.rdfs, "seeAlso"))
    sink.object(iri: "https://github.com/openeventdata/PLOVER")
    sink.endSubject()
    for type in ontology.types { Self.write(type, to: &sink) }
    for relation in ontology.relations {
      Self.write(relation, to: &sink)
      Self.writeInverse(of: relation, to: &sink)
    }
    for term in VocabularyTerm.all { Self.write(term, to: &sink) }
    return sink.bytes.array
  }

  private static func write(_ type: Ontology.TypeDescription, to sink: inout TurtleSink) {
    sink.subject(.kind, type.type.rawValue)
    sink.type(RDFName(.rdfs, "Class"))
    sink.object(RDFName(.owl, "Class"))
    sink.text(type.label, as: RDFName(.rdfs, "label"))
    if let parent = type.parent { sink.object(.kind, parent.rawValue, as: RDFName(.rdfs, "subClassOf")) }
    if let schemaOrg = type.schemaOrg { sink.object(.schema, schemaOrg, as: RDFName(.rdfs, "subClassOf")) }
    if let item = type.wikidata { sink.object(.wikidata, item, as: RDFName(.skos, "exactMatch")) }
    sink.endSubject()
  }

  private static func write(_ relation: RelationType, to sink: inout TurtleSink) {
    sink.subject(.rel, relation.id)
    sink.type(RDFName(.rdf, "Property"))
    sink.object(RDFName(.owl, "ObjectProperty"))
    if relation.isSymmetric { sink.object(RDFName(.owl, "SymmetricProperty")) }
    sink.text(relation.label, as: RDFName(.rdfs, "label"))
    sink.text(relation.definition, as: RDFName(.skos, "definition"))
    write(relation.domain, as: RDFName(.rdfs, "domain"), to: &sink)
    sink.objects(.kind, relation.domain.map(\.rawValue), as: RDFName(.schema, "domainIncludes"))
    write(relation.range, as: RDFName(.rdfs, "range"), to: &sink)
    sink.objects(.kind, relation.range.map(\.rawValue), as: RDFName(.schema, "rangeIncludes"))
    if let inverse = relation.inverse { sink.text(inverse, as: RDFName(.relata, "inverseLabel")) }
    if let property = relation.wikidata {
      sink.object(.wikidata, property, as: RDFName(.skos, "exactMatch"))
    }
    if let event = relation.plover { sink.text(event, as: RDFName(.relata, "plover")) }
    sink.flag(relation.isEvent, as: RDFName(.relata, "isEvent"))
    if relation.isFunctional { sink.flag(true, as: RDFName(.relata, "oneObjectAtATime")) }
    if relation.isInverseFunctional { sink.flag(true, as: RDFName(.relata, "oneSubjectAtATime")) }
    sink.endSubject()
  }

  private static func writeInverse(of relation: RelationType, to sink: inout TurtleSink) {
    guard relation.inverse != nil || relation.inverseWikidata != nil else { return }
    sink.subject(.inverse, relation.id)
    sink.type(RDFName(.rdf, "Property"))
    sink.object(RDFName(.owl, "ObjectProperty"))
    sink.text(relation.inverse ?? "inverse of “\(relation.label)”", as: RDFName(.rdfs, "label"))
    sink.object(.rel, relation.id, as: RDFName(.owl, "inverseOf"))
    write(relation.range, as: RDFName(.rdfs, "domain"), to: &sink)
    write(relation.domain, as: RDFName(.rdfs, "range"), to: &sink)
    if let property = relation.inverseWikidata {
      sink.object(.wikidata, property, as: RDFName(.skos, "exactMatch"))
    }
    sink.endSubject()
  }

  /// One class, or the union of several: two `rdfs:domain` would mean both at once.
  private static func write(_ types: [EntityType], as name: RDFName, to sink: inout TurtleSink) {
    sink.predicate(name)
    if let type = types.first, types.count == 1 {
      sink.object(.kind, type.rawValue)
      return
    }
    sink.beginBlank()
    sink.type(RDFName(.owl, "Class"))
    sink.predicate(RDFName(.owl, "unionOf"))
    sink.beginList()
    for type in types { sink.object(.kind, type.rawValue) }
    sink.endList()
    sink.endBlank()
  }

  private static func write(_ term: VocabularyTerm, to sink: inout TurtleSink) {
    sink.subject(.relata, "\(term.name)")
    if let range = term.range {
      sink.type(RDFName(.rdf, "Property"))
      let isLiteral = range.namespace == .xsd || range.namespace == .edtf
      sink.object(
        isLiteral ? RDFName(.owl, "DatatypeProperty") : RDFName(.owl, "ObjectProperty"))
      sink.predicate(RDFName(.rdfs, "range"))
      sink.object(range)
    } else {
      sink.type(RDFName(.rdfs, "Class"))
      sink.object(RDFName(.owl, "Class"))
    }
    sink.text(term.comment, as: RDFName(.rdfs, "comment"))
    sink.endSubject()
  }
}
