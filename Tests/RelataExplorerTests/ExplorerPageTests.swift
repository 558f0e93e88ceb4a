import Crypto
import Foundation
import RelataExplorer
import RelataGraph
import RelataLayout
import Testing

@Suite("The page to explore a graph")
struct ExplorerPageTests {
  private static let hostile = [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "<!--",
    "{{data}}",
    "\u{202E}gnirts", "a\u{0}b\"\\\n\u{2028}", String(repeating: "x", count: 10_000), "", "😀 Ångström",
  ]

  private static func graph(names: [String], text: String? = "Ada met Omar.") -> KnowledgeGraph {
    let entities = names.enumerated().map { number, name in
      Entity(
        id: EntityID(rawValue: "person/\(number)"), name: name, type: .person,
        aliases: [Alias(name: name, count: 2)], identifiers: ["wikidata": name], mentionCount: number + 1)
    }
    let statements = names.indices.dropLast().map { number in
      Statement(
        subject: entities[number].id, relation: "met", object: entities[number + 1].id,
        time: TimeSpan(start: PartialDate("2024-11"), end: nil), role: names[number], confidence: 0.75,
        importance: number == 0 ? 0.9 : nil,
        evidence: [
          Evidence(document: "a.txt", start: 0, end: 13, quote: "Ada met Omar.", trigger: "verb meet")
        ])
    }
    return KnowledgeGraph(
      entities: entities, statements: statements,
      documents: [DocumentRecord(id: "a.txt", title: names.first, url: names.last, text: text)],
      contradictions: statements.count > 1
        ? [Contradiction(kind: .time, statements: [0, 1], explanation: names[0])] : [])
  }

  private static func page(_ graph: KnowledgeGraph) throws -> String {
    String(
      decoding: ExplorerPage(ontology: try Ontology.embedded()).html(
        of: graph, layout: GraphLayout(of: graph)),
      as: UTF8.self)
  }

  private static func part(_ page: String, from start: String, to end: String) throws -> String {
    let open = try #require(page.range(of: start))
    let close = try #require(page.range(of: end, range: open.upperBound..<page.endIndex))
    return String(page[open.upperBound..<close.lowerBound])
  }

  private static func data(_ page: String) throws -> [String: Any] {
    let json = try part(page, from: "id=\"graph-data\">", to: "</script>")
    #expect(!json.contains("<"))
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test("the same graph gives the same page; nothing in it asks for anything")
  func page() throws {
    let graph = Self.graph(names: ["Ada Khan", "Omar Khan", "Oslo"])
    let page = try Self.page(graph)
    #expect(try page == Self.page(graph))
    for place in ["title", "policy", "style", "data", "script"] {
      #expect(!page.contains("{{\(place)}}"), "\(place)")
    }
    for request in ["src=\"http", "href=\"http", "@import", "url(http", "fetch(", "XMLHttpRequest"] {
      #expect(!page.contains(request), "\(request)")
    }
  }

  @Test("only its own script and style may run: the policy has their hashes")
  func policy() throws {
    let page = try Self.page(Self.graph(names: ["Ada Khan", "Omar Khan"]))
    let policy = try Self.part(page, from: "http-equiv=\"Content-Security-Policy\" content=\"", to: "\"")
    func hash(_ text: String) -> String {
      "'sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString() + "'"
    }
    let script = try Self.part(page, from: "<script>", to: "</script>")
    let style = try Self.part(page, from: "<style>", to: "</style>")
    #expect(policy.contains("script-src \(hash(script));") && policy.contains("style-src \(hash(style));"))
    #expect(policy.contains("default-src 'none'") && policy.contains("connect-src 'none'"))
    #expect(!policy.contains("unsafe"))
  }

  @Test("texts are data, whatever they look like")
  func hostile() throws {
    let graph = Self.graph(names: Self.hostile, text: Self.hostile.joined())
    let page = try Self.page(graph)
    let plain = try Self.page(Self.graph(names: ["Ada", "Omar"]))
    func count(_ text: String, in page: String) -> Int { page.components(separatedBy: text).count }
    #expect(count("<script", in: page) == count("<script", in: plain))
    #expect(count("</script", in: page) == count("</script", in: plain))
    let data = try Self.data(page)
    let entities = try #require(data["entities"] as? [[Any]])
    #expect(entities.map { $0[1] as? String } == Self.hostile)
    let documents = try #require(data["documents"] as? [[Any]])
    #expect(documents.first?[6] as? String == Self.hostile.joined())
  }

  @Test("everything of the graph is there, in the columns of the format")
  func rows() throws {
    let graph = Self.graph(names: ["Ada Khan", "Omar Khan", "Oslo"])
    let data = try Self.data(Self.page(graph))
    let types = try #require(data["types"] as? [[Any]])
    let relations = try #require(data["relations"] as? [[Any]])
    let entities = try #require(data["entities"] as? [[Any]])
    let statements = try #require(data["statements"] as? [[Any]])
    #expect(entities.count == 3 && statements.count == 2)
    #expect(types[try #require(entities[0][2] as? Int)][0] as? String == "Person")
    #expect(entities.allSatisfy { $0[4] is Double && $0[5] is Double })
    #expect(Set(entities.compactMap { $0[7] as? Int }) == [0, 1, 2])
    #expect((entities[0][11] as? [String])?.first == "ada khan|ada han|ak")
    let first = statements[0]
    #expect(relations[try #require(first[1] as? Int)][0] as? String == "met")
    #expect(first[6] as? String == "2024-11" && first[7] is NSNull)
    #expect(first[10] as? Double == 0.75 && first[11] as? Double == 0.9)
    // The quote stands in the text.
    #expect((first[12] as? [[Any]])?.first?.count == 4)
    #expect((data["contradictions"] as? [[Any]])?.first?[1] as? [Int] == [0, 1])
  }

  @Test("what a person corrected is there, with what it concerns, even where the statement is gone")
  func corrections() throws {
    var graph = Self.graph(names: ["Ada Khan", "Omar Khan", "Oslo"])
    graph.corrections = [
      AppliedCorrection(
        action: .wrong, file: "c.yaml", line: 7, explanation: "Ada met Oslo: </script>",
        entities: [EntityID(rawValue: "person/0"), EntityID(rawValue: "person/gone")],
        evidence: ["a.txt", "gone.txt"].map { Evidence(document: $0, start: 4, end: 13, quote: "met Omar.") })
    ]
    let rows = try #require(try Self.data(Self.page(graph))["corrections"] as? [[Any]])
    #expect(rows.count == 1)
    #expect(rows[0][0] as? String == "wrong" && rows[0][1] as? String == "Ada met Oslo: </script>")
    #expect(rows[0][2] as? String == "c.yaml" && rows[0][3] as? Int == 7)
    #expect(rows[0][4] as? [Int] == [0])
    let evidence = try #require(rows[0][5] as? [[Any]])
    #expect(evidence.count == 1 && evidence[0].prefix(3).compactMap { $0 as? Int } == [0, 4, 13])
  }

  @Test("what graph.jsonld tells of documents, links, types and relations is there")
  func provenance() throws {
    var graph = Self.graph(names: ["Ada Khan", "Omar Khan"])
    graph.entities[0].links = [
      IdentityLink(
        name: "Ada", other: "Ada Khan", reason: .aliasPhrase, detail: "known as", document: "a.txt")
    ]
    graph.documents[0].sentenceCount = 1
    graph.documents[0].wordCount = 3
    graph.documents[0].digest = "00ff"
    graph.documents[0].copies = ["b.txt"]
    graph.statements[0].confidence = 0.123456
    let data = try Self.data(Self.page(graph))
    let entity = try #require((data["entities"] as? [[Any]])?.first)
    let link = try #require((entity[10] as? [[Any]])?.first)
    #expect(link[0] as? String == "Ada" && link[1] as? String == "Ada Khan")
    #expect(link[3] as? String == "aliasPhrase" && link[4] as? String == "known as" && link[5] as? Int == 0)
    let document = try #require((data["documents"] as? [[Any]])?.first)
    #expect(document[7] is NSNull && document[8] as? Int == 1 && document[9] as? Int == 3)
    #expect(document[10] as? String == "00ff" && document[11] as? [String] == ["b.txt"])
    #expect((data["statements"] as? [[Any]])?.first?[10] as? Double == 0.123456)
    let types = try #require(data["types"] as? [[Any]])
    let person = try #require(types.firstIndex { $0[0] as? String == "Person" })
    #expect(types[person][5] as? String == "Person" && types[person][6] as? String == "Q5")
    let met = try #require((data["relations"] as? [[Any]])?.first { $0[0] as? String == "met_with" })
    #expect((met[7] as? [Int])?.contains(person) == true && (met[8] as? [Int])?.contains(person) == true)
  }

  @Test("no two modules have something of the same name: they become one script")
  func names() throws {
    let script = try Self.part(
      Self.page(Self.graph(names: ["Ada", "Omar"])), from: "<script>", to: "</script>")
    let names = script.matches(
      of: /(?m)^(?:async )?(?:const|let|class|function) (?<name>[A-Za-z_]+)/
    ).map { String($0.output.name) }
    let twice = Dictionary(grouping: names, by: { $0 }).filter { $1.count > 1 }.keys
    #expect(names.count > 200 && twice.isEmpty, "\(names.count) \(twice.sorted())")
  }

  @Test("without texts, the quotes are there")
  func withoutTexts() throws {
    let data = try Self.data(Self.page(Self.graph(names: ["Ada", "Omar"], text: nil)))
    let statements = try #require(data["statements"] as? [[Any]])
    #expect((statements[0][12] as? [[Any]])?.first?[4] as? String == "Ada met Omar.")
  }

  @Test("an empty graph and one without places are pages too")
  func empty() throws {
    _ = try Self.data(Self.page(KnowledgeGraph()))
    let graph = Self.graph(names: ["Ada", "Omar"])
    let page = String(decoding: ExplorerPage(ontology: try .embedded()).html(of: graph), as: UTF8.self)
    let entities = try #require(try Self.data(page)["entities"] as? [[Any]])
    #expect(entities.allSatisfy { $0[4] is NSNull && $0[5] is NSNull })
  }
}
