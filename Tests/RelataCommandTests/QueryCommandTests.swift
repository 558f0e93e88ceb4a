import Foundation
import Relata
import Testing

@Suite("relata path, show and render")
struct QueryCommandTests {
  func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SampleGraph.write(into: folder)
    return folder
  }

  @Test("path tells each step with direction, time and sentence")
  func path() throws {
    let outcome = try RelataProcess.run(["path", "northport", "ada khan"], in: folder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output == """
        1. Northport · Lighthouse Union · Ada Khan (2 hops)

           Northport ←captured– Lighthouse Union  [2024-12-08]
             “The Lighthouse Union captured Northport on 8 December.” (a.txt)

           Lighthouse Union ←leads– Ada Khan  [as chair]
             “Ada Khan, chair of the Lighthouse Union, smiled.” (b.txt)
           also: Lighthouse Union ←praised– Ada Khan  [reported, according to Omar Khan; open relation]

        """)
  }

  @Test("path --json has the same with every detail")
  func pathJSON() throws {
    let outcome = try RelataProcess.run(
      ["path", "Ada Khan", "Northport", "--json", "--from-graph", "output"], in: folder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let path = try #require((answer["paths"] as? [[String: Any]])?.first)
    #expect(path["hops"] as? Int == 2)
    #expect(path["confidence"] as? Double == 0.75)
    #expect(
      (path["entities"] as? [[String: Any]])?.map { $0["id"] as? String } == [
        "person/ada-khan", "organization/lighthouse-union", "city/northport",
      ])
    let steps = try #require(path["steps"] as? [[String: Any]])
    let statement = try #require((steps.last?["statements"] as? [[String: Any]])?.first)
    #expect(statement["relation"] as? String == "captured")
    #expect(statement["direction"] as? String == "forward")
    #expect(statement["time"] as? String == "2024-12-08")
    #expect(statement["importance"] as? Double == 0.75)
    let leads = try #require((steps.first?["statements"] as? [[String: Any]])?.first)
    #expect(leads["relation"] as? String == "leads" && leads["importance"] == nil)
    let evidence = try #require((statement["evidence"] as? [[String: Any]])?.first)
    #expect(evidence["quote"] as? String == "The Lighthouse Union\ncaptured Northport on 8 December.")
    #expect(evidence["document"] as? String == "a.txt")
  }

  @Test(
    "of the documents that are asked for, one is quoted", arguments: ["a.txt", "b.txt"],
    ["path Germany Poland", "connect Germany Poland", "neighbours Germany"])
  func quotedDocument(document: String, command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Germany attacked Poland in 1939. Spain waited.\n", to: "in/a.txt")
    try folder.write("In 1939, Germany attacked Poland. Spain left.\n", to: "in/b.txt")
    let build = try RelataProcess.run(["build", "in", "--output", "out"], in: folder)
    #expect(build.status == 0)
    let asked = command.split(separator: " ").map(String.init)
    let outcome = try RelataProcess.run(
      asked + ["--documents", document, "--graph", "out", "--json"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    // The first piece of evidence is the one that is printed.
    let documents = outcome.output.matches(of: /"document"\s*:\s*"([^"]*)"/).map { String($0.1) }
    #expect(documents.first == document && Set(documents) == ["a.txt", "b.txt"])
  }

  @Test(
    "options narrow the search",
    arguments: [
      ("--directed", Int32(5)), ("--relations captured", 5), ("--relations captured,leads", 0),
      ("--max-hops 1", 5), ("--no-open", 0), ("--negated", 0),
    ])
  func options(options: String, status: Int32) throws {
    let arguments = ["path", "Northport", "Ada Khan"] + options.split(separator: " ").map(String.init)
    let outcome = try RelataProcess.run(arguments, in: folder())
    #expect(outcome.status == status)
  }

  @Test("no path is an answer in JSON too")
  func noPathJSON() throws {
    let outcome = try RelataProcess.run(["path", "Omar Khan", "LU", "--json"], in: folder())
    #expect(outcome.status == 5)
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect((answer?["paths"] as? [Any])?.isEmpty == true)
  }

  @Test("show tells everything of one entity")
  func show() throws {
    let outcome = try RelataProcess.run(["show", "the L.U."], in: folder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output == """
        Lighthouse Union
          organization/lighthouse-union · Organization · 5 mentions
          also called LU (2)
          wikidata Q1

        What it did and was
          2024-12-08  Lighthouse Union –captured→ Northport
                      “The Lighthouse Union captured Northport on 8 December.” (a.txt)

        What others did to it
          Lighthouse Union ←leads– Ada Khan  [as chair]
            “Ada Khan, chair of the Lighthouse Union, smiled.” (b.txt)
          Lighthouse Union ←praised– Ada Khan  [reported, according to Omar Khan; open relation]
            “She praised it, Omar Khan said.” (b.txt)

        Documents
          a.txt · 2024-12-09 · The union
          b.txt

        """)
  }

  @Test("a negated statement says so")
  func negated() throws {
    let outcome = try RelataProcess.run(["show", "Omar Khan"], in: folder())
    #expect(outcome.output.contains("Omar Khan –not: captured→ Northport"))
  }

  @Test("render draws a timeline, with or without Graphviz")
  func timeline() throws {
    let folder = try folder()
    let outcome = try RelataProcess.run(["render", "--timeline", "--output", "time.svg"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let svg = try String(contentsOf: folder.url.appending(path: "time.svg"), encoding: .utf8)
    #expect(svg.contains("class=\"event\"") && svg.contains("<desc"))
  }

  @Test("a graph without dates has no timeline")
  func timelineOfNothing() throws {
    let folder = try folder()
    var graph = SampleGraph.graph
    for index in graph.statements.indices { graph.statements[index].time = nil }
    try folder.write(
      Data(JSONLDWriter(ontology: try Ontology.embedded()).write(graph)), to: "undated.jsonld")
    let arguments = ["--focus", "Lighthouse Union", "--graph", "undated.jsonld", "--output", "time.svg"]
    let outcome = try RelataProcess.run(["render", "--timeline"] + arguments, in: folder)
    #expect(outcome.status == 6)
    #expect(outcome.errorLines.count == 1 && outcome.errors.contains("timeline"))
    #expect(try folder.contents["time.svg"] == nil)
  }

  @Test(
    "an ontology of one's own says what a relation is called",
    arguments: [
      ["path", "LU", "Northport"], ["connect", "LU", "Northport"], ["neighbours", "LU"], ["show", "LU"],
      ["match", "(a)-[r:captured]->(b)", "--quotes"], ["match", "(a)-[r:captured]->(b) RETURN r"],
      ["ask", "Who captured Northport?"], ["render", "--timeline", "--output", "time.svg"],
      ["rank", "--dot", "rank.dot"], ["between", "Ada Khan", "Northport", "--dot", "between.dot"],
      ["export", "--format", "dot", "--output", "graph.dot"],
    ])
  func ontology(arguments: [String]) throws {
    let folder = try folder()
    try folder.write(
      """
      version: 1
      extends: builtin
      relations:
        captured:
          {label: seized, definition: Subject takes object., domain: [Thing], range: [Thing], event: true, verbs: [capture]}

      """, to: "mine.yaml")
    let outcome = try RelataProcess.run(arguments + ["--ontology", "mine.yaml"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let files = try folder.contents.filter { $0.key.hasSuffix(".svg") || $0.key.hasSuffix(".dot") }
    let answer = outcome.output + files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(answer.contains("seized"))
  }

  /// More actors and statements than a drawing shows unasked: one with all others.
  private func busy() throws -> (folder: TemporaryFolder, actors: Int) {
    let actors = 100
    func id(_ number: Int) -> EntityID { EntityID(rawValue: "person/\(number)") }
    let graph = KnowledgeGraph(
      entities: (0..<actors).map { Entity(id: id($0), name: "Actor \($0).", type: .person) },
      statements: (1..<actors).map {
        Statement(
          subject: id(0), relation: "met_with", object: id($0),
          time: PartialDate("2024-01-\(10 + $0 % 20)").map { TimeSpan(at: $0) }, evidence: [])
      })
    let folder = try TemporaryFolder()
    try folder.write(
      Data(JSONLDWriter(ontology: try Ontology.embedded()).write(graph)), to: "output/graph.jsonld")
    return (folder, actors)
  }

  private func drawn(_ options: String..., in folder: TemporaryFolder) throws -> String {
    let outcome = try RelataProcess.run(["render", "--output", "busy.svg"] + options, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try String(contentsOf: folder.url.appending(path: "busy.svg"), encoding: .utf8)
  }

  @Test("render --timeline --all has a lane for every actor")
  func timelineOfAll() throws {
    let (folder, actors) = try busy()
    func named(_ svg: String) -> Int { (0..<actors).count { svg.contains("Actor \($0).") } }
    let usual = named(try drawn("--timeline", in: folder))
    #expect(usual > 0 && usual < actors)
    #expect(named(try drawn("--timeline", "--all", in: folder)) == actors)
  }

  #if Graphviz
    @Test("render --all draws every statement")
    func renderAll() throws {
      let (folder, actors) = try busy()
      func lines(_ svg: String) -> Int { svg.matches(of: /class="edge"/).count }
      #expect(lines(try drawn("--engine", "twopi", in: folder)) == PictureOptions.usualLineLimit)
      #expect(lines(try drawn("--engine", "twopi", "--all", in: folder)) == actors - 1)
    }

    @Test("render draws what is around an entity")
    func render() throws {
      let folder = try folder()
      let outcome = try RelataProcess.run(
        ["render", "--focus", "Ada Khan", "--hops", "1", "--output", "ada.svg"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let svg = try String(contentsOf: folder.url.appending(path: "ada.svg"), encoding: .utf8)
      #expect(svg.contains("<svg"))
      #expect(svg.contains("Lighthouse Union"))
      #expect(!svg.contains("Northport"))
    }
  #else
    @Test("render says what to install where drawing is not part of the build")
    func render() throws {
      let outcome = try RelataProcess.run(["render", "--output", "ada.svg"], in: folder())
      #expect(outcome.status == 69)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.contains("graphviz"))
    }
  #endif
}
