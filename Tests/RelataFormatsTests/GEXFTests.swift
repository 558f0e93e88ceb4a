import RelataFormats
import RelataGraph
import Testing

@Suite struct GEXFTests {
  private struct Found: Decodable {
    var errors: [String]
    var nodes: [String: [String: String]]
    var edges: [String: [String: String]]
    var colors: [String: [Int]]
    var types: [String: String]
    var kindsAreUnique: Bool
  }

  private func load(_ graphs: [KnowledgeGraph]) throws -> [Found] {
    try Consumer.python("gexf.py", files: graphs.map { GEXFWriter(ontology: Samples.ontology).write($0) })
  }

  @Test func networkXReadsAttributesColoursAndIntervals() throws {
    let found = try #require(try load([Samples.conflict]).first)
    #expect(found.errors == [])
    #expect(found.nodes["armedgroup/hts"]?["label"] == "Hayat Tahrir al-Sham")
    #expect(found.nodes["armedgroup/hts"]?["types"] == #"["ArmedGroup","Organization"]"#)
    #expect(found.colors["person/ahmed-al-sharaa"] == [0xFD, 0xE6, 0x8A])
    #expect(
      found.types["confidence"] == "float" && found.types["open"] == "bool"
        && found.types["evidence"] == "int")
    let first = try #require(found.edges["s0"])
    #expect(first["start"] == "2024-11-01" && first["end"] == "2024-11-30" && first["time"] == "2024-11")
    #expect(first["label"] == "captured" && first["attribution"] == "person/ahmed-al-sharaa")
    // A year that nobody gives is no interval; a bound left open stays open.
    #expect(first["importance"] == "0.75" && found.edges["s1"]?["importance"] == nil)
    #expect(found.edges["s1"]?["start"] == nil && found.edges["s1"]?["time"] == "XXXX-12")
    #expect(found.edges["s3"]?["start"] == "2017-01-28" && found.edges["s3"]?["end"] == nil)
    #expect(found.edges["s4"]?["start"] == nil && found.edges["s4"]?["end"] == "2025-12-31")
    #expect(found.edges.count == Samples.conflict.statements.count)
    #expect(found.kindsAreUnique)
  }

  @Test func hostileGraphsAreValidAndWhole() throws {
    var graphs = [Samples.nasty, KnowledgeGraph()]
    for seed in 0..<40 {
      var random = RandomGraphs(seed: UInt64(seed))
      graphs.append(random.graph())
    }
    for (graph, found) in zip(graphs, try load(graphs)) {
      #expect(found.errors == [])
      #expect(found.edges.count == graph.statements.count)
      #expect(found.kindsAreUnique)
    }
  }

  @Test(arguments: [
    ("2024-02", "2024-02", "2024-02-01", "2024-02-29"), ("1900-02", "1900-02", "1900-02-01", "1900-02-28"),
    ("2023", "2024", "2023-01-01", "2024-12-31"), ("2024-04-31", "2024-04-31", "2024-04-30", "2024-04-30"),
    ("2024", "2023", "None", "None"), ("0000", "0001", "None", "None"),
  ]) func datesBecomeWholeDays(start: String, end: String, first: String, last: String) throws {
    var graph = Samples.conflict
    graph.statements = [graph.statements[0]]
    graph.statements[0].time = TimeSpan(start: Samples.date(start), end: Samples.date(end))
    let text = String(decoding: GEXFWriter(ontology: Samples.ontology).write(graph), as: UTF8.self)
    #expect(text.contains("start=\"\(first)\" end=\"\(last)\"") == (first != "None"))
    #expect(text.contains(" start=\"") == (first != "None"))
  }
}
