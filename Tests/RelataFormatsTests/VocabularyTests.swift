import Foundation
import RelataFormats
import RelataGraph
import Testing

@Suite struct VocabularyTests {
  private static let prefixes = """
    PREFIX rel: <https://relata.dev/ns/relation#> PREFIX inverse: <https://relata.dev/ns/inverse#>
    PREFIX kind: <https://relata.dev/ns/type#> PREFIX relata: <https://relata.dev/ns#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

    """

  private func rows(_ ontology: Ontology, _ query: String) throws -> [[String]] {
    let found = try Consumer.python(
      "vocabulary.py", files: [OntologyWriter(ontology: ontology).write()],
      arguments: ["q=\(Self.prefixes)\(query)"], as: [String: [[String]]].self)
    return try #require(found["q"])
  }

  @Test func everyRelationHasItsDomainRangeInverseAndLinks() throws {
    #expect(
      try rows(
        Samples.ontology,
        """
        SELECT ?label ?domain ?range ?inverse ?wikidata ?plover WHERE {
          rel:captured rdfs:label ?label ; rdfs:domain ?domain ; rdfs:range ?range ; skos:exactMatch ?wikidata ;
            relata:plover ?plover . [] owl:inverseOf rel:captured ; rdfs:label ?inverse }
        """) == [
          [
            "captured", "https://relata.dev/ns/type#ArmedGroup", "https://relata.dev/ns/type#Place",
            "captured by",
            "http://www.wikidata.org/entity/P1365", "ASSAULT",
          ]
        ])
    #expect(
      try rows(Samples.ontology, "SELECT ?p WHERE { ?p a owl:SymmetricProperty }") == [
        ["https://relata.dev/ns/relation#met_with"]
      ])
  }

  @Test func theEmbeddedOntologyIsThereAsAWhole() throws {
    let ontology = try Ontology.embedded()
    #expect(
      try rows(ontology, "SELECT ?p WHERE { ?p a owl:ObjectProperty . FILTER STRSTARTS(STR(?p), STR(rel:)) }")
        .count
        == ontology.relations.count)
    #expect(
      try rows(ontology, "SELECT ?t WHERE { ?t a owl:Class ; rdfs:subClassOf* kind:Thing }").count
        == ontology.types.count)
    let member = try rows(
      ontology, "SELECT ?t WHERE { rel:member_of rdfs:range/owl:unionOf/rdf:rest*/rdf:first ?t }")
    let range = try #require(ontology.relation("member_of")).range
    #expect(member.map { $0[0] } == range.map { "https://relata.dev/ns/type#\($0)" }.sorted())
  }

  /// What a graph's file says of a term, the vocabulary says too.
  @Test func everyTermOfAGraphIsDescribed() throws {
    let text = String(decoding: RDFWriter(ontology: Samples.ontology).turtle(Samples.conflict), as: UTF8.self)
    let used = Set(text.matches(of: #/relata:(\w+)/#).map { String($0.1) })
    let described = Set(
      String(decoding: OntologyWriter(ontology: Samples.ontology).write(), as: UTF8.self)
        .matches(of: #/\nrelata:(\w+) a/#).map { String($0.1) })
    #expect(used.count > 15)
    #expect(used.subtracting(described) == [])
  }

  // MARK: Shapes

  private struct Report: Decodable {
    var Violation: [String]
    var Warning: [String]
  }

  private func check(
    _ graphs: [KnowledgeGraph], _ ontology: Ontology = Samples.ontology, change: (String) -> String = { $0 }
  ) throws -> [Report] {
    let writer = RDFWriter(ontology: ontology)
    return try Consumer.python(
      "shapes.py",
      files: [ShapesWriter(ontology: ontology).write()]
        + graphs.map { Array(change(String(decoding: writer.turtle($0), as: UTF8.self)).utf8) })
  }

  @Test func ourGraphsConform() throws {
    var graphs = [Samples.conflict, Samples.nasty, KnowledgeGraph()]
    for seed in 0..<10 {
      var random = RandomGraphs(seed: UInt64(seed))
      var graph = random.graph()
      // The model promises that contradictions are of different statements.
      graph.contradictions = []
      graphs.append(graph)
    }
    for report in try check(graphs) { #expect(report.Violation == []) }
  }

  @Test func theExampleConforms() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let graph = try JSONLDReader.read(
      Array(try Data(contentsOf: root.appending(path: "output/graph.jsonld"))))
    let reports = try check([graph], try Ontology.embedded())
    #expect(reports.map(\.Violation) == [[]])
    // All of it was read from text.
    #expect(reports[0].Warning.filter { $0.hasSuffix("#evidence") } == [])
  }

  @Test(arguments: [
    ("relata:polarity \"negated\"", "relata:polarity \"perhaps\"", "polarity"),
    ("relata:confidence \"8.75E-1\"", "relata:confidence \"1.5E0\"", "confidence"),
    ("relata:importance \"7.5E-1\"", "relata:importance \"-5.0E-1\"", "importance"),
    ("relata:start \"2024-11\"", "relata:start \"soon\"", "start"),
    ("oa:exact \"“HTS” captured Aleppo\"", "rdfs:comment \"\"", "exact"),
    ("rdf:predicate rel:captured", "rdf:predicate rel:captured, rel:leads", "predicate"),
    ("schema:name \"Homs\"", "schema:name \"Homs\", \"Hims\"", "name"),
    ("relata:action \"merge\"", "relata:action \"forget\"", "action"),
    ("relata:line \"9\"^^xsd:integer", "relata:line \"nine\"", "line"),
    ("dcterms:source \"corrections.yaml\"", "rdfs:seeAlso \"\"", "source"),
    ("relata:contradicts statement:0, statement:1", "relata:contradicts statement:0", "contradicts"),
  ]) func whatIsWrongIsFound(part: String, replacement: String, property: String) throws {
    let reports = try check([Samples.conflict]) { text in
      #expect(text.contains(part))
      return text.replacing(part, with: replacement)
    }
    let violations = try #require(reports.first).Violation
    #expect(!violations.isEmpty)
    #expect(violations.allSatisfy { $0.hasSuffix(property) }, "\(violations)")
  }

  /// What another tool's file says has no sentence, so our own export of it must conform.
  @Test func anImportedStatementWithoutEvidenceIsAWarning() throws {
    let imported = try NodeLinkReader(ontology: Samples.ontology).read(
      Array(
        #"{"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b", "label": "likes"}]}"#
          .utf8))
    let report = try #require(try check([imported.graph]).first)
    #expect(report.Violation == [])
    #expect(report.Warning.map { $0.split(separator: " ").last } == ["https://relata.dev/ns#evidence"])
  }

  /// Documents without quotes, or quotes of no document.
  @Test(arguments: ["relata:evidence", "prov:wasDerivedFrom"])
  func evidenceAndItsDocumentsStandTogether(property: String) throws {
    let reports = try check([Samples.conflict]) { text in
      #expect(text.contains("\(property) "))
      return text.replacing("\(property) ", with: "rdfs:seeAlso ")
    }
    #expect(try #require(reports.first).Violation.count == Samples.conflict.statements.count)
  }

  @Test func endsOfAnotherTypeAreAWarning() throws {
    var graph = Samples.conflict
    graph.statements[0].object = Samples.id("person/ahmed-al-sharaa")
    let report = try #require(try check([graph]).first)
    #expect(report.Violation == [])
    #expect(report.Warning.count == 1)
  }
}
