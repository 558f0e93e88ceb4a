import Foundation
import Relata
import Testing

@Suite("relata match")
struct MatchCommandTests {
  func run(_ arguments: String..., in folder: TemporaryFolder? = nil) throws -> RelataProcess.Outcome {
    let place = try folder ?? TemporaryFolder()
    try SampleGraph.write(into: place)
    return try RelataProcess.run(["match"] + arguments, in: place)
  }

  @Test("prints a table, with quotes below each row")
  func table() throws {
    let outcome = try run("(p:Person)-[:leads]->(g:Organization)-[r:captured]->(c:City)", "--quotes")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output == """
        p         g                 r                      c
        ────────  ────────────────  ─────────────────────  ─────────
        Ada Khan  Lighthouse Union  captured [2024-12-08]  Northport
            Ada Khan –leads→ Lighthouse Union  [as chair]
              “Ada Khan, chair of the Lighthouse Union, smiled.” (b.txt)
            Lighthouse Union –captured→ Northport  [2024-12-08]
              “The Lighthouse Union captured Northport on 8 December.” (a.txt)

        """)
  }

  @Test("prints JSON lines")
  func json() throws {
    let outcome = try run(
      "(a)-[r]->(b) WHERE r.role IS NULL RETURN a, r, r.start, r.open, count(*) AS n", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try outcome.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(rows.count == 2)
    #expect((rows.first?["a"] as? [String: Any])?["id"] as? String == "organization/lighthouse-union")
    #expect((rows.first?["r"] as? [String: Any])?["relation"] as? String == "captured")
    #expect(rows.map { $0["r.start"] as? String } == ["2024-12-08", nil])
    #expect(rows.map { $0["r.open"] as? Bool } == [false, true])
    #expect(rows.map { $0["n"] as? Int } == [1, 1])
  }

  @Test("prints CSV that a reader of CSV reads")
  func csv() throws {
    let outcome = try run("(a)-[r:leads]->(b) RETURN a, r.quotes AS said, r.confidence", "--csv", "--quotes")
    #expect(
      outcome.output == """
        a,said,r.confidence,quotes
        Ada Khan,"Ada Khan, chair of the Lighthouse Union, smiled.",0.75,"“Ada Khan, chair of the Lighthouse Union, smiled.” (b.txt)"

        """)
  }

  @Test("matches negated statements only when asked")
  func negated() throws {
    let pattern = "(p {name: 'Omar Khan'})-[:captured]->(c)"
    let without = try run(pattern)
    #expect(without.status == 6)
    #expect(without.output.isEmpty)
    #expect(without.errorLines == ["relata: nothing in the graph matches this pattern"])
    #expect(try run(pattern, "--include-negated").output.contains("Northport"))
  }

  @Test("writes exactly the matched part as a drawing")
  func drawing() throws {
    let folder = try TemporaryFolder()
    let outcome = try run("(a)-[:captured]->(b)", "--dot", "part.dot", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let dot = try String(contentsOf: folder.url.appending(path: "part.dot"), encoding: .utf8)
    #expect(dot.contains("Lighthouse Union"))
    #expect(dot.contains("Northport"))
    #expect(!dot.contains("Ada Khan"))
  }

  @Test("points at a mistake")
  func mistake() throws {
    let outcome = try run("(p:Person)-[:leeds]->(g)")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        relata: expected a relation of the ontology or of this graph, not “leeds” (nearest: leads) at character 14
          (p:Person)-[:leeds]->(g)
                       ^

        """)
  }

  @Test("marks what a spreadsheet would compute, where that is asked for")
  func spreadsheet() throws {
    let folder = try TemporaryFolder()
    let pattern = "(a {name: 'Ada Khan'})-[r:leads]->(b) RETURN '=1+1' AS sum, '-a' AS minus, 'a' AS plain"
    #expect(try run(pattern, "--csv", in: folder).output == "sum,minus,plain\n=1+1,-a,a\n")
    #expect(
      try run(pattern, "--csv", "--spreadsheet", in: folder).output == "sum,minus,plain\n'=1+1,'-a,a\n")
    #expect(try run(pattern, "--spreadsheet", in: folder).status == 64)
  }

  @Test("says when a bound cut the answer short")
  func bound() throws {
    let outcome = try run("(a)-[r]-*(b) RETURN a, b", "--max-matches", "2")
    #expect(outcome.status == 7)
    #expect(outcome.errorLines == ["relata: incomplete: stopped after 2 matches (--max-matches)"])
    #expect(outcome.output.split(separator: "\n").count == 4)
  }

  @Test("prints no number that is counted in a part", arguments: [[], ["--json"], ["--csv"]])
  func partialCount(options: [String]) throws {
    let folder = try TemporaryFolder()
    let names = (0..<10).map { EntityID(rawValue: "person/\($0)") }
    let graph = KnowledgeGraph(
      entities: names.map { Entity(id: $0, name: $0.rawValue, type: .person) },
      statements: names.flatMap { a in
        names.map { Statement(subject: a, relation: "met_with", object: $0, evidence: []) }
      })
    let bytes = JSONLDWriter(ontology: try Ontology.embedded()).write(graph)
    try folder.write(Data(bytes), to: "output/graph.jsonld")
    let outcome = try RelataProcess.run(
      [
        "match", "(a)-[r]-*(b) RETURN count(*) AS n", "--max-seconds", "0.05", "--max-matches",
        "1000000000", "--max-hops", "1000",
      ] + options, in: folder)
    #expect(outcome.status == 7)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("relata: incomplete: stopped after 0.05 seconds (--max-seconds)"))
  }

  @Test(
    "refuses wrong options",
    arguments: [
      ["--json", "--csv"], ["--max-hops", "0"], ["--max-matches", "0"], ["--max-seconds", "0"],
    ])
  func options(options: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try RelataProcess.run(["match", "(a)"] + options, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errorLines.count == 1)
  }
}
