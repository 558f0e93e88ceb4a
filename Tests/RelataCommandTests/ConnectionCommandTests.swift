import Foundation
import Relata
import Testing

@Suite("relata connect, neighbours, between and rank, and what path can be asked")
struct ConnectionCommandTests {
  func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SampleGraph.write(into: folder)
    return folder
  }

  func json(_ arguments: [String], in folder: TemporaryFolder) throws -> [String: Any] {
    let outcome = try RelataProcess.run(arguments + ["--json"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test("connect links all by way of what lies between")
  func connect() throws {
    let outcome = try RelataProcess.run(["connect", "Northport", "Ada Khan", "LU"], in: folder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("2 links, with nothing between\n"))
    let two = try RelataProcess.run(["connect", "Northport", "Ada Khan"], in: folder())
    #expect(two.output.hasPrefix("2 links, by way of Lighthouse Union\n"))
    #expect(two.output.contains("“The Lighthouse Union captured Northport on 8 December.” (a.txt)"))
  }

  @Test("connect says which are apart, and in which component each is")
  func apart() throws {
    let outcome = try RelataProcess.run(["connect", "Northport", "Ada Khan", "Omar Khan"], in: folder())
    #expect(outcome.status == 5)
    #expect(outcome.output.hasPrefix("2 links"))
    #expect(
      outcome.errorLines == [
        "relata: not all of these are connected: Northport is in component 1 of 2 (3 entities, among them Lighthouse Union and Ada Khan), Ada Khan is in component 1 (3 entities, among them Northport and Lighthouse Union), Omar Khan is in component 2 (alone)"
      ])
  }

  @Test("neighbours by distance with the statement that leads there")
  func neighbours() throws {
    let outcome = try RelataProcess.run(["neighbours", "Ada Khan", "--hops", "2"], in: folder())
    #expect(
      outcome.output == """
        Ada Khan: 2 within 2 hops

        1 hop away
          Lighthouse Union (Organization)
            Ada Khan –leads→ Lighthouse Union  [as chair]

        2 hops away
          Northport (City)
            Lighthouse Union –captured→ Northport  [2024-12-08]

        """)
    let alone = try RelataProcess.run(["neighbours", "Omar Khan"], in: folder())
    #expect(alone.status == 0)
    #expect(alone.output == "Omar Khan has no neighbours\n")
  }

  @Test("between tells through whom all chains go")
  func between() throws {
    let answer = try json(["between", "Ada Khan", "Northport", "--negated"], in: folder())
    let brokers = try #require(answer["brokers"] as? [[String: Any]])
    #expect(brokers.count == 1)
    #expect((brokers.first?["entity"] as? [String: Any])?["name"] as? String == "Lighthouse Union")
    #expect(brokers.first?["share"] as? Double == 1)
    let none = try RelataProcess.run(["between", "Ada Khan", "Omar Khan"], in: folder())
    #expect(none.status == 5)
    #expect(none.output.isEmpty)
  }

  @Test("rank orders by the measure asked for")
  func rank() throws {
    let answer = try json(["rank", "--by", "degree"], in: folder())
    let ranked = try #require(answer["entities"] as? [[String: Any]])
    #expect(
      ranked.map { ($0["entity"] as? [String: Any])?["name"] as? String } == [
        "Lighthouse Union", "Northport", "Ada Khan", "Omar Khan",
      ])
    #expect(ranked.map { $0["degree"] as? Int } == [2, 1, 1, 0])
    #expect(ranked.map { $0["community"] as? Int } == [1, 1, 1, 2])
    let people = try RelataProcess.run(["rank", "--types", "Person", "--limit", "1"], in: folder())
    #expect(people.output.contains("(Person)"))
    #expect(!people.output.contains("(City)"))
  }

  @Test(
    "options of path",
    arguments: [
      ("--without captured", Int32(5)), ("--through LU", 0), ("--avoid LU", 5), ("--types Person", 5),
      ("--types Organization", 0), ("--types organisation", 0), ("--types Thing", 0),
      ("--min-confidence 0.75", 0), ("--min-confidence 0.8", 5),
      ("--documents a.txt,b.txt", 0), ("--documents a.txt", 5), ("--from 2024-12", 5),
      ("--from 2024-12 --include-undated", 0), ("--from 2025 --include-undated", 5),
      ("--until 2024-12-07 --include-undated", 5), ("--time-respecting", 5),
      ("--time-respecting --include-undated", 0),
    ])
  func options(options: String, status: Int32) throws {
    let arguments = ["path", "Northport", "Ada Khan"] + options.split(separator: " ").map(String.init)
    let outcome = try RelataProcess.run(arguments, in: folder())
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.output.isEmpty == (status != 0))
  }

  /// From Start to Goal: at once but hardly sure, over a middle nearly sure, the long way round quite sure.
  private func threeWays() throws -> TemporaryFolder {
    var graph = KnowledgeGraph(
      entities: ["Start", "Middle", "One", "Two", "Three", "Four", "Goal"].map {
        Entity(id: EntityID(rawValue: $0), name: $0, type: $0 == "Middle" ? .organization : .person)
      }, statements: [])
    for (chain, confidence) in [
      (["Start", "Goal"], 0.05), (["Start", "Middle", "Goal"], 0.9),
      (["Start", "One", "Two", "Three", "Four", "Goal"], 1),
    ] {
      for (from, to) in zip(chain, chain.dropFirst()) {
        graph.statements.append(
          Statement(
            subject: EntityID(rawValue: from), relation: "supports", object: EntityID(rawValue: to),
            confidence: confidence, evidence: []))
      }
    }
    let folder = try TemporaryFolder()
    try folder.write(
      Data(JSONLDWriter(ontology: try Ontology.embedded()).write(graph)), to: "output/graph.jsonld")
    return folder
  }

  private static let (direct, middle, round) = (
    "Start · Goal", "Start · Middle · Goal", "Start · One · Two · Three · Four · Goal"
  )

  @Test(
    "how path orders, how far it looks and how much it shows",
    arguments: [
      ("", [middle, direct]), ("-k 1", [middle]),
      ("--shortest", [direct, middle, round]), ("--shortest --max-hops 4", [direct, middle]),
      ("--weighted", [round, middle, direct]),
      ("--weighted --max-hops 4", [middle, direct]), ("--all -k 1", [middle, direct]),
      ("--all --max-hops 5 -k 1", [middle, direct, round]), ("--all --shortest -k 1", [direct, middle]),
      ("--all --weighted -k 1 --max-hops 5", [round, middle, direct]),
    ])
  func order(options: String, expected: [String]) throws {
    let arguments = ["path", "Start", "Goal"] + options.split(separator: " ").map(String.init)
    let outcome = try RelataProcess.run(arguments, in: threeWays())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.matches(of: /\d\. (.+) \(\d hops?\)/).map { String($0.1) } == expected)
  }

  @Test(
    "which way connect takes",
    arguments: [
      ("", "2 links, by way of Middle"), ("--shortest", "1 link, with nothing between"),
      ("--types Person", "1 link, with nothing between"),
      ("--avoid Middle --min-confidence 0.8", "5 links, by way of Four, One, Three, Two"),
    ])
  func links(options: String, expected: String) throws {
    let arguments = ["connect", "Start", "Goal"] + options.split(separator: " ").map(String.init)
    let outcome = try RelataProcess.run(arguments, in: threeWays())
    #expect(outcome.output.split(separator: "\n").first.map(String.init) == expected, "\(outcome.errors)")
  }

  @Test("connect --directed takes no way against a statement, whichever of its ends is named first")
  func directedLinks() throws {
    let folder = try threeWays()
    func connect(_ arguments: String...) throws -> String {
      let outcome = try RelataProcess.run(["connect"] + arguments, in: folder)
      #expect(outcome.status == (outcome.output.isEmpty ? 5 : 0), "\(outcome.errors)")
      return String(outcome.output.prefix { $0 != "\n" })
    }
    for ends in [("Start", "Four"), ("Four", "Start")] {
      #expect(try connect(ends.0, ends.1, "--directed") == "4 links, by way of One, Three, Two")
      #expect(try connect(ends.0, ends.1, "--shortest") == "2 links, by way of Goal")
    }
    #expect(try connect("Middle", "One") == "2 links, by way of Start")
    #expect(try connect("Middle", "One", "--directed").isEmpty)
  }

  @Test(
    "--types says through what longer ways may lead",
    arguments: [
      ("neighbours Middle --hops 2 --types Person", "Middle: 4 within 2 hops"),
      ("neighbours Middle --hops 2 --types Organization", "Middle: 2 within 2 hops"),
      ("between Start Goal", "Start and Goal: 2 chains of at most 4 hops, 1 of them shortest (1)"),
      (
        "between Start Goal --types Person",
        "Start and Goal: 1 chain of at most 4 hops, 1 of them shortest (1)"
      ),
    ])
  func types(command: String, expected: String) throws {
    let outcome = try RelataProcess.run(command.split(separator: " ").map(String.init), in: threeWays())
    #expect(outcome.output.split(separator: "\n").first.map(String.init) == expected, "\(outcome.errors)")
  }

  @Test("--dot writes exactly the answer's part of the graph")
  func drawing() throws {
    let folder = try folder()
    let outcome = try RelataProcess.run(
      ["path", "Ada Khan", "LU", "--no-open", "--dot", "new/answer.dot"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let dot = try String(contentsOf: folder.url.appending(path: "new/answer.dot"), encoding: .utf8)
    #expect(dot.contains("Lighthouse Union") && dot.contains("Ada Khan"))
    #expect(!dot.contains("Northport") && !dot.contains("praised"))
  }

  #if Graphviz
    @Test(
      "--svg and --png draw it",
      arguments: [
        ["connect", "Ada Khan", "Northport"], ["rank"], ["neighbours", "LU"], ["path", "Ada Khan", "LU"],
        ["between", "Ada Khan", "Northport"], ["match", "(:Person)-[r:leads]->(g)"],
      ])
    func pictures(arguments: [String]) throws {
      let folder = try folder()
      let outcome = try RelataProcess.run(arguments + ["--svg", "a.svg", "--png", "a.png"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let contents = try folder.contents
      #expect(contents["a.svg"].map { String(decoding: $0, as: UTF8.self).contains("Ada Khan") } == true)
      #expect(contents["a.png"]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
    }
  #endif
}
