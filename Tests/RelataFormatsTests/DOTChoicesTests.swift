import RelataFormats
import RelataGraph
import Testing

/// What can be chosen for a drawing, as pydot and NetworkX read it.
@Suite struct DOTChoicesTests {
  private struct Found: Decodable {
    var edges: Int
    var clusters: [String: [String]]
    var urls: [String: String]
    var tooltips: [String]
  }

  private func load(_ options: DOTWriter.Options, _ graph: KnowledgeGraph = Samples.conflict) throws -> Found
  {
    let bytes = DOTWriter(ontology: Samples.ontology, options: options).write(graph)
    let output = try Consumer.dot(["-Tcanon"], input: bytes)
    #expect(output.standardError == "" && output.status == 0)
    return try Consumer.python("dot.py", files: [bytes])
  }

  @Test func entitiesLeadToTheirPages() throws {
    #expect(
      try load(.init()).urls == [
        "armedgroup/hts": "https://www.wikidata.org/wiki/Q28379855",
        "city/aleppo": "https://www.geonames.org/170063/",
      ])
    #expect(try load(.init(linksEntities: false)).urls.isEmpty)
  }

  @Test func tooltipsCanBeLeftOut() throws {
    #expect(try load(.init()).tooltips.count == 4)
    #expect(try load(.init(showsTooltips: false)).tooltips == [""])
  }

  @Test func typesHaveFrames() throws {
    let found = try load(.init(clusters: .types))
    #expect(
      found.clusters == [
        "Person": ["person/ahmed-al-sharaa"], "Armed group": ["armedgroup/hts"],
        "City": ["city/aleppo", "city/homs"],
      ])
    #expect(found.edges == Samples.conflict.statements.count)
    #expect(try load(.init()).clusters.isEmpty)
  }

  @Test func groupsHaveFramesAndLonersHaveNone() throws {
    let found = try load(
      .init(
        clusters: .groups([
          Samples.id("city/aleppo"): 0, Samples.id("armedgroup/hts"): 0, Samples.id("city/homs"): 1,
        ])))
    #expect(found.clusters == ["Community 1": ["armedgroup/hts", "city/aleppo"]])
    #expect(found.edges == Samples.conflict.statements.count)
  }

  @Test func nastyTypesHaveFramesToo() throws {
    let output = try Consumer.dot(
      ["-Tplain", "-Kdot"],
      input: DOTWriter(ontology: Samples.ontology, options: .init(clusters: .types)).write(Samples.nasty))
    #expect(output.standardError == "" && output.status == 0)
    let records = String(decoding: output.standardOutput, as: UTF8.self).split(separator: "\n")
    #expect(records.count { $0.hasPrefix("node ") } == Samples.nasty.entities.count + 1)
  }
}
