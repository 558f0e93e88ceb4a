import RelataFormats
import RelataGraph
import Testing

/// Names from articles that are code of the format they are written in.
@Suite("A name is never more than a name, whatever reads the file")
struct InjectionTests {
  struct Found: Decodable {
    var names: [String]
    var nodes: Int?
    var edges: Int?
    /// What is in the file that the graph does not have: scripts, links, foreign resources.
    var foreign: [String]
  }

  static let names = [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a href=\"javascript:alert(1)\">x</a></svg>", "javascript:alert(1)",
    "\"]; evil -> evil [label=\"x\"]; \"", "\\\"]; evil; \\",
    "<TABLE HREF=\"javascript:alert(1)\"><TR></TR></TABLE>",
    "'}) MATCH (n) DETACH DELETE n;\n//", "\\'}) MATCH (n) DETACH DELETE n; //",
    "`) DETACH DELETE (`", "\\u0027}) DELETE n //",
    "\" . <http://evil/s> <http://evil/p> <http://evil/o> . #",
    "\"\"\" ; <http://evil/p> <http://evil/o> . \"\"\"", "x> <http://evil/p> <http://evil/o> .",
    "\"@en . <http://evil/s> <http://evil/p> \"", "]]></data><node id=\"evil\"/>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;", "--><evil/><!--",
    "a\",\"evil\"\n\"evil\",\"b\",,,", "\"},{\"id\":\"evil\"},{\"x\":\"", "=HYPERLINK(\"http://evil/\")",
    "{{data}}${alert(1)}", "%0A%22%3E",
  ]

  /// Each name in every place that can hold one.
  static let graph: KnowledgeGraph = {
    func id(_ number: Int) -> EntityID { EntityID(rawValue: "person/\(number)-" + names[number]) }
    return KnowledgeGraph(
      entities: names.indices.map { number in
        let name = names[number]
        return Entity(
          id: id(number), name: name, type: .person, aliases: [Alias(name: name, count: 1)],
          identifiers: ["wikidata": name, "geonames": name, "homepage": name], mentionCount: 1)
      },
      statements: names.indices.map { number in
        let name = names[number]
        return Statement(
          subject: id(number), relation: name, object: id((number + 1) % names.count), isOpen: true,
          attribution: id(0), time: PartialDate("2024-12-08").map { TimeSpan(at: $0) }, role: name,
          evidence: [
            Evidence(document: name, start: 0, end: name.unicodeScalars.count, quote: name, trigger: name)
          ])
      },
      documents: names.map {
        DocumentRecord(id: $0, title: $0, author: $0, publisher: $0, url: $0, sentenceCount: 1, wordCount: 1)
      },
      contradictions: [Contradiction(kind: .time, statements: [0, 1], explanation: names[0])])
  }()

  /// Each name in every place of an ontology that can hold one.
  static let ontology: Ontology = {
    func type(_ number: Int) -> EntityType { EntityType(rawValue: names[number % names.count]) }
    return Ontology(
      types: names.indices.map { number in
        let name = names[number]
        return Ontology.TypeDescription(
          type: type(number), parent: type(number + 1), label: name, wikidata: name, schemaOrg: name,
          color: "#cccccc", shape: "box")
      },
      relations: names.indices.map { number in
        let name = names[number]
        return RelationType(
          id: name, label: name, definition: name, domain: [type(number)],
          range: [type(number), type(number + 1)], inverse: name, wikidata: name, inverseWikidata: name,
          plover: name)
      })
  }()

  @Test func formatsHoldTheGraphAndNothingElse() throws {
    let graph = Self.graph
    let ontology = Samples.ontology
    let formats: [GraphFormat] = [
      .dot, .graphml, .csv, .jsonld, .turtle, .nquads, .gexf, .cypher, .cytoscape, .nodelink, .followthemoney,
    ]
    let files = formats.flatMap {
      $0.files(for: graph, ontology: ontology, options: ExportOptions(cypher: .ladybug)).map(\.bytes)
    }
    let timeline = try TimelineWriter(ontology: ontology).write(graph)
    let vocabularies = [GraphFormat.ontology, .shapes].flatMap {
      $0.files(for: KnowledgeGraph(), ontology: Self.ontology).map(\.bytes)
    }
    let found = try Consumer.python(
      "injection.py", files: files + [timeline] + vocabularies, as: [String: Found].self)
    let expected = Self.names.sorted()
    for (format, read) in found {
      #expect(read.foreign == [], "\(format)")
      switch format {
      case "timeline": break
      case "dot": #expect(read.nodes == expected.count && read.edges == expected.count, "\(format)")
      case "followthemoney":
        // On one line, and without what the model's own cleaning takes away.
        #expect(read.names.count == expected.count, "\(format)")
      default:
        #expect(read.names.sorted() == expected, "\(format)")
        #expect(read.edges == expected.count, "\(format)")
      }
    }
    #expect(found.count == 14)
  }
}
