import RelataFormats
import RelataGraph
import Testing

@Suite struct FollowTheMoneyTests {
  private struct Found: Decodable {
    struct Item: Decodable {
      var id: String
      var schema: String
      var properties: [String: [String]]
    }
    var errors: [String]
    var entities: [Item]
  }

  private func load(_ graphs: [KnowledgeGraph], ontology: Ontology = Samples.ontology) throws -> [Found] {
    try Consumer.python("ftm.py", files: graphs.map { FollowTheMoneyWriter(ontology: ontology).write($0) })
  }

  @Test func statementsBecomeLinksWithProof() throws {
    let found = try #require(try load([Samples.conflict]).first)
    #expect(found.errors == [])
    let hts = try #require(found.entities.first { $0.id == "e.armedgroup.hts" })
    #expect(hts.schema == "Organization")
    #expect(hts.properties["alias"] == ["HTS"] && hts.properties["wikidataId"] == ["Q28379855"])
    #expect(found.entities.first { $0.id == "e.city.aleppo" }?.schema == "Address")
    let captured = try #require(found.entities.first { $0.id == "s.0" })
    #expect(captured.schema == "UnknownLink")
    #expect(
      captured.properties == [
        "subject": ["e.armedgroup.hts"], "object": ["e.city.aleppo"], "role": ["captured"],
        "date": ["2024-11"],
        "recordId": ["s0"], "description": ["“HTS” captured Aleppo"],
        "proof": ["d.a--2Etxt", "d.b--2F--C3--BC--2Etxt"],
      ])
    let leads = try #require(found.entities.first { $0.id == "s.3" })
    #expect(leads.schema == "Directorship")
    #expect(leads.properties["director"] == ["e.person.ahmed-al-sharaa"])
    #expect(leads.properties["startDate"] == ["2017-01-28"])
    #expect(leads.properties["role"] == ["commander; emir", "leads"])
  }

  /// What is negated, planned, alleged or hypothetical must not look like a fact.
  @Test func doubtIsLeftOut() throws {
    let links = try #require(try load([Samples.conflict]).first).entities.filter { $0.id.hasPrefix("s.") }
    #expect(links.map(\.id) == ["s.0", "s.1", "s.3", "s.4"])
  }

  @Test func hostileGraphsAreValid() throws {
    var graphs = [Samples.nasty, KnowledgeGraph()]
    for seed in 0..<60 {
      var random = RandomGraphs(seed: UInt64(seed))
      var graph = random.graph()
      for index in graph.entities.indices {
        graph.entities[index].type = [.person, .company, .city, .event, .agreement][index % 5]
      }
      for index in graph.statements.indices where index % 2 == 0 {
        graph.statements[index].relation = ["leads", "owns", "family_of", "member_of"][index / 2 % 4]
        graph.statements[index].isOpen = false
      }
      graphs.append(graph)
    }
    let found = try load(graphs, ontology: try Ontology.embedded())
    for found in found { #expect(found.errors == []) }
    #expect(
      Set(found.flatMap(\.entities).map(\.schema)).isSuperset(of: [
        "Person", "Company", "Address", "Event", "UnknownLink", "Document",
      ]))
  }
}
