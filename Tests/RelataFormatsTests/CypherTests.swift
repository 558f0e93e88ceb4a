import RelataFormats
import RelataGraph
import Testing

@Suite struct CypherTests {
  private struct Found: Decodable {
    var statements: Int
    var rows: [String: [[String]]]
  }

  private func run(_ graph: KnowledgeGraph, queries: [String: String] = [:]) throws -> Found {
    try Consumer.python(
      "cypher.py", files: [CypherWriter(ontology: Samples.ontology, dialect: .ladybug).write(graph)],
      arguments: queries.map { "\($0)=\($1)" })
  }

  private static let counts = [
    "nodes": "MATCH (n:Entity) RETURN count(*)", "edges": "MATCH (:Entity)-[r]->(:Entity) RETURN count(*)",
    "names": "MATCH (n:Entity) RETURN n.name", "documents": "MATCH (d:Document) RETURN d.id",
  ]

  @Test func aDatabaseAnswersWhoCapturedWhat() throws {
    let found = try run(
      Samples.conflict,
      queries: [
        "captured": """
        MATCH (a:Entity)-[r:captured]->(b:Entity) WHERE r.polarity = 'affirmed'
        RETURN a.name, b.name, r.time, r.confidence, r.importance, r.evidenceQuotes, r.evidenceStarts
        """,
        "open": "MATCH (a)-[r:`drive past`]->(b) RETURN a.name, b.name, r.`end`, r.open",
        "path":
          "MATCH (a:Entity {id: 'person/ahmed-al-sharaa'})-[:leads]->()-[:captured]->(b) RETURN DISTINCT b.name",
        "contradictions": "MATCH (c:Contradiction) RETURN c.kind, c.statements",
        "corrections":
          "MATCH (c:Correction) WHERE c.action = 'wrong' RETURN c.file, c.line, c.entities, c.quotes",
        "documents": "MATCH (d:Document) RETURN d.id, d.title, d.date",
      ])
    #expect(
      found.rows["captured"] == [
        [
          "Hayat Tahrir al-Sham", "Aleppo", "2024-11", "0.875", "0.75",
          #"["\u201cHTS\u201d captured Aleppo", "News"]"#, "[10, 3]",
        ],
        ["Hayat Tahrir al-Sham", "Aleppo", "XXXX-12", "1.0", "null", #"["News"]"#, "[3]"],
      ])
    #expect(found.rows["open"] == [["Ahmed al-Sharaa", "Homs", "2025", "true"]])
    #expect(found.rows["path"] == [["Aleppo"], ["Homs"]])
    #expect(found.rows["contradictions"] == [["time", #"["s0", "s1"]"#]])
    #expect(
      found.rows["corrections"] == [
        [
          "corrections.yaml", "3", #"["city/aleppo", "person/ahmed-al-sharaa"]"#,
          #"["it did not capture Homs"]"#,
        ]
      ])
    #expect(found.rows["documents"] == [["a.txt", "A “title”", "2024-12-09"], ["b/ü.txt", "null", "null"]])
  }

  @Test func nastyTextsSurviveWhole() throws {
    let found = try run(Samples.nasty, queries: Self.counts)
    #expect(found.rows["nodes"] == [["\(Samples.nasty.entities.count)"]])
    #expect(found.rows["edges"] == [["\(Samples.nasty.statements.count)"]])
    func scalars(_ texts: [String]) -> Set<[Unicode.Scalar]> { Set(texts.map { Array($0.unicodeScalars) }) }
    #expect(scalars(found.rows["names"]?.flatMap { $0 } ?? []) == scalars(Samples.nastyTexts))
    #expect(scalars(found.rows["documents"]?.flatMap { $0 } ?? []) == scalars(Samples.nastyTexts))
  }

  @Test func rowsComeInBatches() throws {
    var graph = KnowledgeGraph()
    for index in 0..<1201 {
      graph.entities.append(Entity(id: Samples.id("person/\(index)"), name: "P \(index)", type: .person))
    }
    let found = try run(graph, queries: Self.counts)
    // Four tables, three batches.
    #expect(found.statements == 7)
    #expect(found.rows["nodes"] == [["1201"]])
  }

  /// The dialects differ in the tables in front and in the labels of nodes.
  @Test func otherDatabasesGetLabels() throws {
    func lines(_ dialect: CypherWriter.Dialect) -> [String] {
      String(
        decoding: CypherWriter(ontology: Samples.ontology, dialect: dialect).write(Samples.conflict),
        as: UTF8.self
      )
      .split(separator: "\n").map(String.init)
    }
    let open = lines(.openCypher)
    #expect(open.contains { $0.contains("SET n:`ArmedGroup`:`Organization`, n.`name` = row.`name`") })
    #expect(
      open.filter { !$0.hasPrefix("//") }.map { $0.replacing(#/SET n(:`\w+`)+, /#, with: "SET ") }
        == lines(.ladybug).filter { !$0.hasPrefix("CREATE") })
  }
}
