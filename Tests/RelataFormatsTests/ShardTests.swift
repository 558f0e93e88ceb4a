import Foundation
import RelataFormats
import RelataGraph
import Testing

/// Graphs in parts: what is written thing by thing is what is written at once.
@Suite struct ShardTests {
  private struct Row: Encodable {
    var entity: Entity?
    var statement: Statement?
    var document: DocumentRecord?
    var contradiction: Contradiction?
    var number: Int?
    var documents: [DocumentRecord]?
    var isContradicted: Bool?
    var types: [EntityType]?
    var relations: [Relation]?
  }

  private struct Relation: Encodable, Hashable {
    var relation: String
    var isOpen: Bool
  }

  private static let graphs = [Samples.conflict, Samples.nasty, KnowledgeGraph()]

  private func lines(_ graph: KnowledgeGraph) throws -> [[UInt8]] {
    let known = Dictionary(graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func told(_ evidence: [Evidence]) -> [DocumentRecord] {
      Set(evidence.map(\.document)).sorted().compactMap { known[$0] }
    }
    var rows = graph.entities.enumerated().map { number, entity in
      Row(entity: entity, number: number, documents: told(entity.aliases.compactMap(\.example)))
    }
    rows += graph.statements.enumerated().map { number, statement in
      Row(
        statement: statement, number: number, documents: told(statement.evidence),
        isContradicted: graph.contradictions.contains { $0.statements.contains(number) })
    }
    rows += graph.documents.map { Row(document: $0) }
    rows += graph.contradictions.enumerated().map { Row(contradiction: $1, number: $0) }
    return try rows.map { Array(try JSONEncoder().encode($0)) }
  }

  private func manifest(_ graph: KnowledgeGraph) -> GraphManifest {
    GraphManifest(
      lines: "lines", entities: graph.entities.count, statements: graph.statements.count,
      documents: graph.documents.count, contradictions: graph.contradictions.count)
  }

  @Test(arguments: 0..<3)
  func linesComeBackInAnyOrder(index: Int) throws {
    let graph = Self.graphs[index]
    var reader = GraphLinesReader()
    for line in try lines(graph).reversed() { try reader.add(line, number: 1) }
    let back = try reader.graph(manifest(graph))
    #expect(Set(back.entities) == Set(graph.entities))
    #expect(back.statements == graph.statements)
    #expect(Set(back.documents) == Set(graph.documents))
    #expect(Set(back.contradictions) == Set(graph.contradictions))
  }

  @Test func whatIsMissingIsTold() throws {
    let graph = Samples.conflict
    var reader = GraphLinesReader()
    for line in try lines(graph).dropFirst() { try reader.add(line, number: 1) }
    let count = graph.entities.count
    #expect(
      throws: GraphFormatError(
        line: nil, column: nil,
        reason: "there are \(count - 1) entities, and the manifest says \(count)")
    ) { try reader.graph(manifest(graph)) }
    var other = GraphLinesReader()
    #expect(throws: GraphFormatError.self) { try other.add(Array("{}".utf8), number: 3) }
    #expect(throws: GraphFormatError.self) { try other.add(Array("no JSON".utf8), number: 3) }
  }

  /// A shard that was copied into the folder twice; with another one missing, the counts are right.
  @Test func whatIsThereTwiceIsToldWithItsLine() throws {
    let graph = Samples.conflict
    let correction = Array(
      #"{"number": 3, "correction": {"action": "rename", "file": "c", "line": 1, "explanation": "", "entities": [], "evidence": []}}"#
        .utf8)
    for (number, line) in (try lines(graph) + [correction]).enumerated() {
      var reader = GraphLinesReader()
      try reader.add(line, number: number)
      let error = #expect(throws: GraphFormatError.self) { try reader.add(line, number: 99) }
      #expect(error?.line == 99)
      #expect(
        error?.reason.contains("is there already") == true || error?.reason.contains("a second") == true)
    }
  }

  @Test(arguments: 0..<3)
  func quadsOfPartsAreThoseOfTheWhole(index: Int) throws {
    var graph = Self.graphs[index]
    // Nobody has corrected a graph that is made in parts.
    graph.corrections = []
    let writer = ShardWriter(ontology: Samples.ontology)
    let relations = Set(graph.statements.map { Relation(relation: $0.relation, isOpen: $0.isOpen) })
    let vocabulary = Row(types: Set(graph.entities.map(\.type)).sorted(), relations: Array(relations))
    let all = try lines(graph) + [Array(try JSONEncoder().encode(vocabulary))]
    let parts = try all.flatMap { line in
      try #require(writer.part(GraphLine(json: line), as: .nquads)).bytes
    }
    let whole = RDFWriter(ontology: Samples.ontology).nQuads(graph)
    func sorted(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).sorted()
    }
    #expect(sorted(parts) == sorted(whole))
  }

  @Test func rowsOfPartsAreThoseOfTheTables() throws {
    let graph = Samples.conflict
    let writer = ShardWriter(ontology: Samples.ontology)
    var tables: [ShardWriter.Table: [UInt8]] = [
      .nodes: writer.head(of: .nodes), .edges: writer.head(of: .edges),
    ]
    for line in try lines(graph) {
      guard let part = writer.part(try GraphLine(json: line), as: .csv) else { continue }
      tables[part.table, default: []] += part.bytes
    }
    let whole = CSVWriter(ontology: Samples.ontology)
    #expect(tables[.nodes] == whole.nodes(of: graph))
    // In the last column, details, the tables say of the graph as a whole what no part knows.
    func rows(_ table: [UInt8]?) -> [Substring] {
      String(decoding: table ?? [], as: UTF8.self).split(separator: "\n").map {
        $0.prefix(upTo: $0.ranges(of: ",\"{").last?.lowerBound ?? $0.endIndex)
      }
    }
    let edges = rows(whole.edges(of: graph))
    #expect(edges.count == graph.statements.count + 1)
    #expect(edges[1].contains(",2024-12-09,2024-12-09,") && edges[1].hasSuffix(",true"))
    #expect(rows(tables[.edges]) == edges)
    let document = try JSONEncoder().encode(Row(document: DocumentRecord(id: "a")))
    #expect(try writer.part(GraphLine(json: Array(document)), as: .csv) == nil)
  }
}
