import RelataFormats
import RelataGraph
import Testing

/// Files that are written in parts and handed over in blocks.
@Suite struct LargeFilesTests {
  private let ontology = Samples.ontology

  /// More entities and statements than one part of a file takes, some with several sentences, some
  /// without an entity at one end.
  private static func graph(_ count: Int) -> KnowledgeGraph {
    var random = RandomGraphs(seed: 7)
    var graph = KnowledgeGraph()
    graph.entities = (0..<count).map {
      Entity(
        id: EntityID(rawValue: "person/p\($0)"), name: "P \($0) — “é”", type: .person,
        aliases: [Alias(name: "P \($0)", count: $0)], identifiers: $0 % 7 == 0 ? ["wikidata": "Q\($0)"] : [:],
        mentionCount: $0)
    }
    graph.documents = (0..<10).map { DocumentRecord(id: "news/\($0).txt", wordCount: $0) }
    graph.statements = (0..<2 * count).map { number in
      let subject = Int.random(in: 0..<count, using: &random)
      let object = number % 100 == 0 ? count + number : Int.random(in: 0..<count, using: &random)
      return Statement(
        subject: EntityID(rawValue: "person/p\(subject)"),
        relation: number % 3 == 0 ? "captured" : "meet with",
        object: EntityID(rawValue: "person/p\(object)"), isOpen: number % 3 != 0,
        polarity: number % 11 == 0 ? .negated : .affirmed,
        evidence: (0..<1 + number % 3).map {
          Evidence(
            document: "news/\((number + $0) % 10).txt", start: number, end: number + 9,
            quote: "Quote & \(number)")
        })
    }
    graph.contradictions = [
      Contradiction(kind: .polarity, statements: [3, 2 * count - 1], explanation: "here and there")
    ]
    return graph
  }

  @Test(arguments: GraphFormat.allCases) func blocksMakeUpTheFile(format: GraphFormat) {
    for file in format.files(for: Self.graph(1300), ontology: ontology) {
      var blocks: [[UInt8]] = []
      file.write { blocks.append(Array($0)) }
      let whole = file.bytes
      #expect(Array(blocks.joined()) == whole)
      // Not the whole file at once: it need not fit into memory.
      #expect(blocks.allSatisfy { $0.count <= 1 << 20 })
      #expect(blocks.count > 1 || whole.count < 1 << 18)
    }
  }

  @Test func partsAreNotSeenInTheFile() throws {
    let graph = Self.graph(1300)
    #expect(try JSONLDReader.read(JSONLDWriter(ontology: ontology).write(graph)) == graph)
    let writer = CSVWriter(ontology: ontology)
    #expect(
      try GraphMLReader(ontology: ontology).read(GraphMLWriter(ontology: ontology).write(graph)).graph
        == graph)
    #expect(
      try CSVReader(ontology: ontology).read(nodes: writer.nodes(of: graph), edges: writer.edges(of: graph))
        .graph
        == graph)
    let imported = try NodeLinkReader(ontology: ontology).read(
      NodeLinkWriter(ontology: ontology).write(graph))
    #expect(imported.graph.statements.count == graph.statements.count)
  }

  @Test func partsOfRDFHaveNodesOfTheirOwn() throws {
    struct Found: Decodable { var differences: [String: [[String]]] }
    let formats: [GraphFormat] = [.jsonld, .turtle, .nquads]
    let found: Found = try Consumer.python(
      "rdf.py", files: formats.flatMap { $0.files(for: Self.graph(520), ontology: ontology).map(\.bytes) })
    #expect(found.differences == [:])
  }

  @Test func anErrorEndsTheWritingAndIsHandedOn() {
    struct DiskIsFull: Error, Equatable {}
    let file = GraphFormat.graphml.files(for: Self.graph(1300), ontology: ontology)[0]
    var count = 0
    #expect(throws: DiskIsFull()) {
      try file.write { (_) throws(DiskIsFull) in
        count += 1
        if count == 2 { throw DiskIsFull() }
      }
    }
    #expect(count == 2)
  }
}
