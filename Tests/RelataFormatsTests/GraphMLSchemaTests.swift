import RelataFormats
import RelataGraph
import Testing

@Suite struct GraphMLSchemaTests {
  private struct Found: Decodable {
    var errors: [String]
    var labels: [String: String]
    var shapes: [String: String]
    var edgeLabels: [String]
    var lines: [String]
  }

  private func load(_ graphs: [KnowledgeGraph], isForYEd: Bool) throws -> [Found] {
    try Consumer.python(
      "graphml_schema.py",
      files: graphs.map { GraphMLWriter(ontology: Samples.ontology, isForYEd: isForYEd).write($0) })
  }

  @Test(arguments: [false, true]) func hostileGraphsAreValid(isForYEd: Bool) throws {
    var graphs = [Samples.conflict, Samples.nasty, KnowledgeGraph()]
    for seed in 0..<40 {
      var random = RandomGraphs(seed: UInt64(seed))
      graphs.append(random.graph())
    }
    for (graph, found) in zip(graphs, try load(graphs, isForYEd: isForYEd)) {
      #expect(found.errors == [])
      #expect(found.edgeLabels.count == (isForYEd ? graph.statements.count : 0))
    }
  }

  @Test func yEdShowsLabelsShapesAndLines() throws {
    let found = try #require(try load([Samples.conflict], isForYEd: true).first)
    #expect(found.labels["armedgroup/hts"] == "Hayat Tahrir al-Sham")
    #expect(found.shapes["person/ahmed-al-sharaa"] == "ellipse" && found.shapes["city/homs"] == "hexagon")
    #expect(found.edgeLabels[0] == "⚠ captured\n2024-11")
    #expect(Set(found.lines) == ["line", "dashed", "dotted"])
  }

  /// What others read does not change by what yEd is told.
  @Test func theGraphicsAreAnAddition() {
    func lines(_ isForYEd: Bool) -> [Substring] {
      String(
        decoding: GraphMLWriter(ontology: Samples.ontology, isForYEd: isForYEd).write(Samples.conflict),
        as: UTF8.self
      )
      .replacing(" xmlns:y=\"http://www.yworks.com/xml/graphml\"", with: "").split(separator: "\n")
    }
    #expect(lines(true).filter { !$0.contains("-graphics\"") } == lines(false))
  }
}
