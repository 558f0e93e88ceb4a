import RelataFormats
import RelataGraph
import Testing

@Suite struct GraphMLTests {
  private struct Found: Decodable {
    struct NetworkX: Decodable {
      struct Edge: Decodable {
        var source: String
        var target: String
        var id: String
        var attributes: [String: String]
      }
      var nodes: [String: [String: String]]
      var edges: [Edge]
      var types: [String: String]
      var nodeTypes: [String: String]
      var directed: Bool
    }
    struct Igraph: Decodable {
      var nodes: Int
      var edges: Int
      var nodeAttributes: [String]
      var edgeAttributes: [String]
      var names: [String]
      var directed: Bool
    }
    var networkx: NetworkX
    var igraph: Igraph
  }

  private func load(_ graph: KnowledgeGraph) throws -> Found {
    try Consumer.python("graphml.py", files: [GraphMLWriter(ontology: Samples.ontology).write(graph)])
  }

  @Test func networkXReadsEveryAttributeWithItsType() throws {
    let found = try load(Samples.conflict).networkx
    #expect(found.directed)
    #expect(
      found.nodes["armedgroup/hts"] == [
        "name": "Hayat Tahrir al-Sham", "type": "ArmedGroup", "types": "ArmedGroup;Organization",
        "aliases": "HTS;Hayat Tahrir al-Sham", "identifiers": "local:a,b;wikidata:Q28379855",
        "mentions": "12",
        "details":
          #"{"aliases":[["HTS",7,["a.txt",10,31,"“HTS” captured Aleppo",""]],["Hayat Tahrir al-Sham",2]],"#
          + #""identifiers":[["local","a;b"],["wikidata","Q28379855"]],"#
          + #""links":[["HTS","Hayat Tahrir al-Sham","acronym",""],["HTS","Hayat Tahrir al-Sham","aliasPhrase","known as","b/ü.txt"]]}"#,
      ])
    let edge = try #require(found.edges.first { $0.id == "s0" })
    #expect(edge.source == "armedgroup/hts")
    #expect(edge.target == "city/aleppo")
    #expect(
      edge.attributes == [
        "relation": "captured", "label": "captured", "polarity": "affirmed",
        "modality": "reported",
        "start": "2024-11", "end": "2024-11", "time": "2024-11", "attribution": "person/ahmed-al-sharaa",
        "place": "city/homs", "confidence": "0.875", "importance": "0.75", "documents": "a.txt;b/ü.txt",
        "firstSeen": "2024-12-09", "lastSeen": "2024-12-09", "quote": "“HTS” captured Aleppo",
        "trigger": "verb capture", "open": "False", "evidence": "2",
        "contradicted": "True",
        "details":
          #"{"evidence":[["a.txt",10,31,null,null],["b/ü.txt",3,7,"News",""]],"#
          + #""documents":[[0,"a.txt","A “title”","2024-12-09",3,21,"Ada Writer","The “Times” of A","https://times.example/a?b=1&c=2#top","\#(String(repeating: "0af", count: 21))0",[0,40],["c.txt","d/e.txt"]],[1,"b/ü.txt",null,null,1,1]],"#
          + #""position":0,"contradictions":[[0,"time",[0,1],"captured in November or in December"]]}"#,
      ])
    #expect(found.nodeTypes["mentions"] == "int")
    #expect(found.types["confidence"] == "float" && found.types["importance"] == "float")
    #expect(found.edges.first { $0.id == "s1" }?.attributes["importance"] == nil)
    #expect(found.types["open"] == "bool")
    #expect(found.types["evidence"] == "int")
    #expect(found.types["role"] == "str")
    #expect(found.edges.count { $0.attributes["open"] == "True" } == 1)
  }

  @Test func igraphReadsTheSame() throws {
    let found = try load(Samples.conflict).igraph
    #expect(found.directed)
    #expect(found.nodes == Samples.conflict.entities.count)
    #expect(found.edges == Samples.conflict.statements.count)
    #expect(found.names == Samples.conflict.entities.map(\.name))
    #expect(
      found.nodeAttributes == [
        "aliases", "details", "id", "identifiers", "mentions", "name", "type", "types",
      ])
    #expect(
      found.edgeAttributes == [
        "attribution", "confidence", "contradicted", "details", "documents", "end", "evidence",
        "firstSeen", "id", "importance", "label", "lastSeen", "modality", "open",
        "place", "polarity", "quote", "relation", "role", "start", "time", "trigger",
      ])
  }

  @Test func nastyTextsSurviveButForWhatXMLCannotHold() throws {
    let found = try load(Samples.nasty)
    #expect(found.networkx.nodes.count == Samples.nasty.entities.count)
    #expect(found.networkx.edges.count == Samples.nasty.statements.count)
    #expect(found.igraph.nodes == Samples.nasty.entities.count)
    #expect(found.igraph.edges == Samples.nasty.statements.count)
    let names = Set(found.networkx.nodes.values.compactMap { $0["name"] }.map { Array($0.unicodeScalars) })
    for text in Samples.nastyTexts {
      let expected = text.unicodeScalars.map { scalar -> Unicode.Scalar in
        ["\u{0}", "\u{7}", "\u{1B}", "\u{FFFE}", "\u{FFFF}"].contains(scalar) ? "\u{FFFD}" : scalar
      }
      // NetworkX reads an empty element as no value.
      #expect(text.isEmpty || names.contains(expected), "\(text.debugDescription)")
    }
    #expect(found.networkx.nodes[""] == nil)
  }

  @Test func anEmptyGraphLoads() throws {
    let found = try load(KnowledgeGraph())
    #expect(found.networkx.nodes.isEmpty)
    #expect(found.igraph.nodes == 0)
  }

  @Test func anEndWithoutAnEntityIsANode() throws {
    var graph = Samples.conflict
    graph.entities.removeAll { $0.id == Samples.id("city/homs") }
    let found = try load(graph)
    #expect(found.igraph.nodes == 4)
    #expect(found.networkx.nodes["city/homs"]?["type"] == "Thing")
  }
}
