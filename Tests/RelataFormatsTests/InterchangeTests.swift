import Foundation
import RelataFormats
import RelataGraph
import Testing

/// Node-link and Cytoscape JSON, as NetworkX reads them.
@Suite struct InterchangeTests {
  private struct Found: Decodable {
    struct Listing: Decodable {
      var graph: JSON
      var nodes: [JSON]
      var edges: [JSON]
    }
    var nodelink: Listing
    var cytoscape: Listing
  }

  private func load(_ graph: KnowledgeGraph) throws -> Found {
    let formats: [GraphFormat] = [.nodelink, .cytoscape]
    return try Consumer.python(
      "nodelink.py", files: formats.flatMap { $0.files(for: graph, ontology: Samples.ontology).map(\.bytes) })
  }

  @Test func nodeLinkKeepsEverything() throws {
    let found = try load(Samples.conflict).nodelink
    let node = try #require(found.nodes.first { $0["node"] == "armedgroup/hts" })
    #expect(node["types"] == ["ArmedGroup", "Organization"])
    #expect(node["identifiers"] == ["wikidata": "Q28379855", "local": "a;b"])
    let alias = try #require(node["aliases"]?[0])
    #expect(alias["name"] == "HTS" && alias["count"] == 7)
    #expect(alias["example"]?["quote"] == "“HTS” captured Aleppo")
    let edge = try #require(found.edges.first { $0["edge"] == "s0" })
    #expect(edge["from"] == "armedgroup/hts" && edge["to"] == "city/aleppo")
    #expect(edge["confidence"] == 0.875 && edge["contradicted"] == true && edge["time"] == "2024-11")
    #expect(edge["importance"] == 0.75)
    #expect(found.edges.first { $0["edge"] == "s1" }?["importance"] == nil)
    #expect(edge["place"] == "city/homs" && edge["attribution"] == "person/ahmed-al-sharaa")
    let evidence = try #require(edge["evidence"]?[0])
    #expect(evidence["quote"] == "“HTS” captured Aleppo" && evidence["document"] == "a.txt")
    #expect(evidence["trigger"] == "verb capture" && evidence["start"] == 10)
    #expect(found.graph["documents"]?[0]?["title"] == "A “title”")
    #expect(found.graph["contradictions"]?[0]?["statements"] == ["s0", "s1"])
    let correction = try #require(found.graph["corrections"]?[0])
    #expect(correction["action"] == "wrong" && correction["file"] == "corrections.yaml")
    #expect(correction["line"] == 3 && correction["entities"] == ["city/aleppo", "person/ahmed-al-sharaa"])
    #expect(correction["evidence"]?[0]?["quote"] == "it did not capture Homs")
  }

  @Test func cytoscapeKeepsEverythingInFlatColumns() throws {
    let found = try load(Samples.conflict).cytoscape
    let node = try #require(found.nodes.first { $0["id"] == "armedgroup/hts" })
    #expect(node["aliases"] == ["HTS", "Hayat Tahrir al-Sham"] && node["aliasCounts"] == [7, 2])
    #expect(node["linkReasons"] != nil)
    let edge = try #require(found.edges.first { $0["id"] == "s0" })
    #expect(edge["interaction"] == "captured" && edge["confidence"] == 0.875)
    #expect(edge["importance"] == 0.75)
    #expect(found.edges.first { $0["id"] == "s1" }?["importance"] == nil)
    #expect(edge["evidenceQuotes"] == ["“HTS” captured Aleppo", "News"])
    #expect(edge["evidenceStarts"] == [10, 3])
    #expect(found.graph["documents"] == ["a.txt", "b/ü.txt"])
    #expect(
      found.graph["correctionActions"] == ["wrong", "merge"] && found.graph["correctionLines"] == [3, 9])
    #expect(
      found.graph["correctionEntities"] == ["city/aleppo person/ahmed-al-sharaa", "armedgroup/hts"])
  }

  /// Cytoscape.js and Cytoscape take an edge whose identifier a node has for a second node of that name.
  @Test(arguments: [["s0", "sx", "é"], ["s0", "ss1", "s1"], ["s", "sss12", "sss"], ["S0", "s٠", "s0 "]])
  func noEdgeIsCalledAsANode(names: [String]) throws {
    var graph = KnowledgeGraph()
    graph.entities = names.map { Entity(id: Samples.id($0), name: $0, type: .thing) }
    graph.statements = [0, 1, 2].map { place in
      Statement(
        subject: Samples.id(names[0]), relation: "leads", object: Samples.id(names[place]), evidence: [])
    }
    graph.contradictions = [Contradiction(kind: .value, statements: [0, 2], explanation: "one of them")]
    let found = try load(graph).cytoscape
    let edges = found.edges.compactMap { $0["id"]?.text }
    #expect(Set(edges).count == 3)
    #expect(Set(edges).isDisjoint(with: found.nodes.compactMap { $0["id"]?.text }))
    #expect(found.edges.compactMap { $0["edge"]?.text } == edges)
    // Contradictions call the edges by the same names.
    let contradiction = found.graph["contradictionStatements"]?[0]?.text
    #expect(contradiction == "\(edges.sorted()[0]) \(edges.sorted()[2])")
  }

  /// Every text of the graph comes back scalar by scalar: JSON holds them all.
  @Test func nastyTextsSurviveWhole() throws {
    let found = try load(Samples.nasty)
    for listing in [found.nodelink, found.cytoscape] {
      #expect(listing.nodes.count == Samples.nasty.entities.count)
      #expect(listing.edges.count == Samples.nasty.statements.count)
      let names = Set(listing.nodes.compactMap { $0["name"]?.text }.map { Array($0.unicodeScalars) })
      #expect(names == Set(Samples.nastyTexts.map { Array($0.unicodeScalars) }))
      let roles = Set(listing.edges.compactMap { $0["role"]?.text }.map { Array($0.unicodeScalars) })
      #expect(roles == names)
    }
  }

  @Test func anEmptyGraphLoads() throws {
    let found = try load(KnowledgeGraph())
    #expect(found.nodelink.nodes.isEmpty && found.cytoscape.nodes.isEmpty)
  }
}

/// Any JSON value, to be asked for its parts.
private enum JSON: Decodable, Equatable, ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case string(String)
  case number(Double)
  case flag(Bool)
  case array([JSON])
  case object([String: JSON])
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let elements = try? container.decode([JSON].self) {
      self = .array(elements)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  init(stringLiteral text: String) { self = .string(text) }
  init(floatLiteral number: Double) { self = .number(number) }
  init(integerLiteral number: Int) { self = .number(Double(number)) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(Dictionary(uniqueKeysWithValues: members))
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }

  subscript(_ key: String) -> JSON? { if case .object(let members) = self { members[key] } else { nil } }

  subscript(_ index: Int) -> JSON? {
    if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
  }
}
