import RelataFormats
import RelataGraph
import Testing

/// What goes out comes back, statement by statement.
@Suite struct RoundTripTests {
  private let ontology = Samples.ontology

  /// Equal values, and equal scalars in every text: `==` alone calls `é` and `e` with an accent the same.
  private func expectSame(
    _ read: KnowledgeGraph, _ graph: KnowledgeGraph, location: SourceLocation = #_sourceLocation
  ) {
    let writer = JSONLDWriter(ontology: ontology)
    // Hostile texts on a terminal help nobody.
    let isEqual = read == graph
    let hasSameBytes = writer.write(read) == writer.write(graph)
    #expect(isEqual && hasSameBytes, sourceLocation: location)
  }

  private func throughGraphML(_ graph: KnowledgeGraph) throws -> KnowledgeGraph {
    let imported = try GraphMLReader(ontology: ontology).read(GraphMLWriter(ontology: ontology).write(graph))
    #expect(imported.isRestored && imported.notes.isEmpty)
    return imported.graph
  }

  private func throughTables(
    _ graph: KnowledgeGraph, isForSpreadsheets: Bool = false
  ) throws -> KnowledgeGraph {
    let writer = CSVWriter(ontology: ontology, isForSpreadsheets: isForSpreadsheets)
    let imported = try CSVReader(ontology: ontology).read(
      nodes: writer.nodes(of: graph), edges: writer.edges(of: graph))
    #expect(imported.isRestored && imported.notes.isEmpty)
    return imported.graph
  }

  /// What the tables have no row for.
  private func keptByTables(_ graph: KnowledgeGraph) -> KnowledgeGraph {
    var quoted = Set(graph.statements.flatMap(\.evidence).map(\.document))
    var kept = graph
    kept.corrections = []
    kept.documents = []
    // Of several documents of one name only the first can be meant.
    for document in graph.documents where quoted.remove(document.id) != nil {
      kept.documents.append(document)
    }
    return kept
  }

  @Test func samplesComeBack() throws {
    for graph in [KnowledgeGraph(), Samples.conflict, Samples.nasty] {
      expectSame(try throughGraphML(graph), graph)
      expectSame(try throughTables(graph), keptByTables(graph))
    }
  }

  @Test(arguments: [false, true]) func formulasComeBackAsText(isForSpreadsheets: Bool) throws {
    let read = try throughTables(Samples.formulas, isForSpreadsheets: isForSpreadsheets)
    expectSame(read, keptByTables(Samples.formulas))
  }

  @Test(arguments: 0..<10) func aThousandHostileGraphsComeBack(part: Int) throws {
    for seed in part * 100..<(part + 1) * 100 {
      var random = RandomGraphs(seed: UInt64(seed) &+ 0xBAD_5EED)
      let graph = random.graph()
      expectSame(try JSONLDReader.read(JSONLDWriter(ontology: ontology).write(graph)), graph)
      expectSame(try throughGraphML(graph), graph)
      expectSame(try throughTables(graph), keptByTables(graph))
      expectSame(try throughTables(graph, isForSpreadsheets: true), keptByTables(graph))
    }
  }

  @Test func aMegabyteOfLabelComesBack() throws {
    var graph = Samples.conflict
    graph.entities[0].name = String(repeating: "]]>\"\\\u{202E}👩‍👩‍👧</data><script>\u{1}--", count: 30_000)
    #expect(graph.entities[0].name.utf8.count > 1_000_000)
    expectSame(try throughGraphML(graph), graph)
    expectSame(try throughTables(graph), keptByTables(graph))
  }

  @Test func anEndWithoutAnEntityStaysWithoutOne() throws {
    var graph = Samples.conflict
    graph.entities.removeAll { $0.id == Samples.id("city/homs") }
    expectSame(try throughGraphML(graph), graph)
    expectSame(try throughTables(graph), keptByTables(graph))
  }

  /// As NetworkX and igraph write what they read from us.
  @Test func aGraphComesBackThroughOtherTools() throws {
    let bytes = GraphMLWriter(ontology: ontology).write(Samples.conflict)
    let files: [String: String] = try Consumer.python("foreign.py", files: [bytes])
    for name in ["oursByNetworkX", "oursByIgraph"] {
      let imported = try GraphMLReader(ontology: ontology).read(Array(try #require(files[name]).utf8))
      #expect(imported.isRestored)
      #expect(Set(imported.graph.statements) == Set(Samples.conflict.statements), "\(name)")
      #expect(Set(imported.graph.entities) == Set(Samples.conflict.entities), "\(name)")
      #expect(imported.graph.documents == Samples.conflict.documents, "\(name)")
      #expect(imported.graph.corrections == Samples.conflict.corrections, "\(name)")
    }
  }

  /// Node-link JSON is read as anybody's; tables of before have no column for it.
  @Test func anImportanceComesBackAndAMissingOneStaysMissing() throws {
    let importances = Samples.conflict.statements.map(\.importance)
    #expect(Set(importances) == [0.75, 0, nil])
    let nodeLink = NodeLinkWriter(ontology: ontology).write(Samples.conflict)
    let read = try NodeLinkReader(ontology: ontology).read(nodeLink)
    #expect(Set(read.graph.statements.map(\.importance)) == Set(importances))
    #expect(read.notes.allSatisfy { !$0.contains("importance") })

    let writer = CSVWriter(ontology: ontology)
    let edges = String(decoding: writer.edges(of: Samples.conflict), as: UTF8.self)
      .replacing("importance:double", with: "weight:double")
    let old = try CSVReader(ontology: ontology).read(
      nodes: writer.nodes(of: Samples.conflict), edges: Array(edges.utf8))
    #expect(old.isRestored)
    #expect(old.graph.statements.allSatisfy { $0.importance == nil })

    var graph = Samples.conflict
    for index in graph.statements.indices { graph.statements[index].importance = nil }
    let formats: [GraphFormat] = [.jsonld, .turtle, .nquads, .nodelink, .cytoscape]
    for file in formats.flatMap({ $0.files(for: graph, ontology: ontology) }) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      // The context of JSON-LD has the name itself.
      #expect(text.matches(of: #/"importance": ?[\d"]|importance> "|relata:importance "/#).isEmpty)
    }
  }

  @Test func aStatementTakenOutLeavesNoContradiction() throws {
    let writer = CSVWriter(ontology: ontology)
    var lines = String(decoding: writer.edges(of: Samples.conflict), as: UTF8.self).split(separator: "\n")
    lines.remove(at: 2)
    let edges = lines.joined(separator: "\n") + "\n"
    let graph = try CSVReader(ontology: ontology).read(
      nodes: writer.nodes(of: Samples.conflict), edges: Array(edges.utf8)
    ).graph
    #expect(graph.statements.count == Samples.conflict.statements.count - 1)
    #expect(graph.contradictions.isEmpty)
  }

  /// Whoever copies an edge in another tool copies what it tells of documents and contradictions.
  @Test func aCopiedEdgeIsASecondStatementAndNoSecondDocument() throws {
    let text = String(decoding: GraphMLWriter(ontology: ontology).write(Samples.conflict), as: UTF8.self)
    let edge = try #require(text.firstMatch(of: #/(?s)<edge .*?<\/edge>\n/#)).output
    let copied = try GraphMLReader(ontology: ontology).read(
      Array(text.replacing(edge, with: edge + edge, maxReplacements: 1).utf8)
    ).graph
    #expect(copied.statements.count == Samples.conflict.statements.count + 1)
    #expect(copied.documents == Samples.conflict.documents)
    #expect(copied.contradictions.map(\.explanation) == Samples.conflict.contradictions.map(\.explanation))
    #expect(copied.contradictions.flatMap(\.statements).first == 0)

    let told = edge.replacing("A “title”", with: "Another")
    #expect(told != edge)
    #expect(throws: GraphFormatError.self) {
      try GraphMLReader(ontology: ontology).read(Array(text.replacing(edge, with: edge + told).utf8))
    }
  }
}
