import RelataFormats
import RelataGraph
import Testing

/// What independent RDF toolkits make of the JSON-LD, the Turtle and the N-Quads of one graph.
@Suite struct RDFTests {
  private struct Found: Decodable {
    var triples: Int
    var differences: [String: [[String]]]
    var graphs: [String]
    var rows: [String: [[String]]]
  }

  private func load(_ graph: KnowledgeGraph, queries: [String: String] = [:]) throws -> Found {
    let formats: [GraphFormat] = [.jsonld, .turtle, .nquads]
    return try Consumer.python(
      "rdf.py", files: formats.flatMap { $0.files(for: graph, ontology: Samples.ontology).map(\.bytes) },
      arguments: queries.map { "\($0)=\(Self.prefixes)\($1)" })
  }

  private static let prefixes = """
    PREFIX rel: <https://relata.dev/ns/relation#> PREFIX relata: <https://relata.dev/ns#>
    PREFIX schema: <https://schema.org/> PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

    """

  @Test func threeToolkitsReadTheSameTriplesFromThreeSyntaxes() throws {
    for graph in [Samples.conflict, Samples.nasty, KnowledgeGraph()] {
      let found = try load(graph)
      #expect(found.triples > 10 * graph.statements.count || graph.statements.isEmpty)
      #expect(found.differences == [:])
    }
  }

  @Test(arguments: 0..<6) func theTriplesOfRandomGraphsAreTheSame(seed: Int) throws {
    var random = RandomGraphs(seed: UInt64(seed))
    #expect(try load(random.graph()).differences == [:])
  }

  @Test func eachDocumentHasANamedGraphOfWhatItSays() throws {
    let found = try load(
      Samples.conflict,
      queries: [
        "who captured what, by which article": """
        SELECT ?who ?what ?article WHERE {
          GRAPH ?document { ?document dcterms:identifier ?article . ?a rel:captured ?b }
          ?a schema:name ?who . ?b schema:name ?what }
        """,
        "quotes": """
        SELECT ?article ?quote WHERE { GRAPH ?document { ?document dcterms:identifier ?article .
          ?statement rdf:predicate rel:captured ; relata:evidence/oa:hasSelector/oa:exact ?quote } }
        """,
        "default": "SELECT ?name WHERE { ?e schema:name ?name ; relata:mentions ?m }",
      ])
    #expect(
      found.graphs == [
        "https://relata.dev/graph/document/a.txt", "https://relata.dev/graph/document/b/%C3%BC.txt",
      ])
    #expect(
      found.rows["who captured what, by which article"] == [
        ["Hayat Tahrir al-Sham", "Aleppo", "a.txt"], ["Hayat Tahrir al-Sham", "Aleppo", "b/ü.txt"],
      ])
    #expect(
      found.rows["quotes"] == [
        ["a.txt", "it did not capture Homs"], ["a.txt", "“HTS” captured Aleppo"], ["b/ü.txt", "News"],
        ["b/ü.txt", "News"],
      ])
    #expect(found.rows["default"]?.count == 4)
  }

  @Test(arguments: [
    (1.0, "1.0E0"), (0.875, "8.75E-1"), (0.0, "0.0E0"), (12.5, "1.25E1"), (1e-7, "1.0E-7"),
    (0.1 + 0.2, "3.0000000000000004E-1"), (Double.infinity, "0.0E0"),
  ]) func confidenceHasTheCanonicalForm(number: Double, form: String) {
    var graph = Samples.conflict
    graph.statements[0].confidence = number
    let text = String(decoding: RDFWriter(ontology: Samples.ontology).nQuads(graph), as: UTF8.self)
    #expect(
      text.contains(
        "/statement/0> <https://relata.dev/ns#confidence> \"\(form)\"^^<http://www.w3.org/2001/XMLSchema#double>"
      ))
  }

  /// `é` in one character and in two: two files, two documents, two graphs.
  @Test func documentsAreKeptApartByTheirBytes() {
    let names = ["caf\u{E9}.txt", "cafe\u{301}.txt"]
    var graph = Samples.conflict
    graph.statements = [graph.statements[0]]
    graph.contradictions = []
    graph.documents = names.map { DocumentRecord(id: $0) }
    graph.statements[0].evidence = names.map { Evidence(document: $0, start: 0, end: 1, quote: "q") }
    let text = String(decoding: RDFWriter(ontology: Samples.ontology).nQuads(graph), as: UTF8.self)
    for end in [
      " <https://relata.dev/graph/document/caf%C3%A9.txt> .",
      " <https://relata.dev/graph/document/cafe%CC%81.txt> .",
    ] {
      #expect(text.split(separator: "\n").count { $0.contains("subject") && $0.hasSuffix(end) } == 1)
    }
  }
}
