import RelataGraph
import RelataQuery
import Testing

@Suite("Patterns")
struct PatternMatcherTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var query: String
    var rows: [String]

    init(_ query: String, _ rows: String...) {
      self.query = query
      self.rows = rows
    }

    var testDescription: String { query }
  }

  static let cases = [
    Case("(p:Person)-[:leads]->(g:ArmedGroup)-[:captured]->(c:City)", "ada front aleppo", "ada front hama"),
    Case("MATCH (p:Person)-[:leads]->(g:Organization) RETURN p, g", "ada front", "ben party"),
    Case("(o:organization)-[r:captured]->(c)", "front 2 aleppo", "front 3 hama"),
    // Direction.
    Case("(c:City)<-[:captured]-(g) RETURN c, g", "aleppo front", "hama front"),
    Case("(p:Person)-[r:leads]-(g) RETURN p, g", "ada front", "ben party"),
    Case("(g:ArmedGroup)-[r]-(x) RETURN r, x", "2 aleppo", "3 hama", "-5 ada", "-8 ben"),
    Case("(a)-[:leads|:captured]->(b:Place)", "front aleppo", "front hama"),
    Case("(a {name: 'Aleppo'})-->(b)", "aleppo syria"),
    Case("(a {name: 'Aleppo'})<--(b)", "aleppo front"),
    Case("(a {name: 'Aleppo'})--(b)", "aleppo syria", "aleppo front"),
    // A meeting has no direction.
    Case("(a)-[:met_with]->(b)", "ada ben", "ben ada"),
    Case("(a)<-[:met_with]-(b {name: 'Ben'})", "ada ben"),
    // Quantifiers.
    Case(
      "(p {name: 'Ada'})-[r:leads|captured]->{1,2}(x)", "ada [5] front", "ada [5,2] aleppo", "ada [5,3] hama"),
    Case("(p {name: 'Ada'})-[r:leads|captured]->{2}(x)", "ada [5,2] aleppo", "ada [5,3] hama"),
    Case("(p {name: 'Ada'})-[r:leads]->*(x)", "ada [] ada", "ada [5] front"),
    Case("(p {name: 'Ada'})-[r:leads*]->(x)", "ada [5] front"),
    Case("(p {name: 'Ada'})-[:leads|captured*2..2]->(x) RETURN x", "aleppo", "hama"),
    Case("(x)<-[r:located_in|captured|leads]-{3}(p:Person)", "syria [-0,-2,-5] ada", "syria [-1,-3,-5] ada"),
    Case(
      "(p {name: 'Ada'})-[r WHERE r.confidence > 0.6]->{1,3}(x:Place) RETURN r, x", "[5,2] aleppo",
      "[5,2,0] syria",
      "[6,8,2] aleppo"),
    Case("(p:Person)-[r:leads]->{1,2}(x) WHERE length(r) = 2 RETURN p"),
    Case("(a)-[:leads]->(b), (a)-[:met_with]-(c) RETURN a, b, c", "ada front ben", "ben party ada"),
    Case("(a)-[:located_in]->(s)<-[:located_in]-(b) WHERE a.name < b.name RETURN a, b", "aleppo hama"),
    Case("(a:City)-[:located_in]->()<-[:located_in]-(a) RETURN a"),
    // Conditions.
    Case("(g)-[r:captured]->(c) WHERE r.start >= '2024-12' RETURN c", "hama"),
    Case("(g)-[r:captured]->(c) WHERE r.start = '2024' RETURN c", "aleppo", "hama"),
    Case("(g)-[r:captured]->(c) WHERE r.start < '2024-12-01' AND r.documents = 1 RETURN c", "aleppo"),
    Case("(a)-[r:met_with]->(b) WHERE r.start = '2024-11' RETURN a"),
    Case("(a)-[r:met_with]->(b) WHERE r.start = 'XXXX-11' AND a.name STARTS WITH 'A' RETURN a", "ada"),
    Case("(p:Person) WHERE NOT (p.name CONTAINS 'd' OR p.name ENDS WITH 'x') RETURN p", "ben"),
    Case("(p) WHERE p.type = 'Person' XOR p.mentions > 4 RETURN p", "aleppo", "syria", "front", "ada", "ben"),
    Case("(p) WHERE p.name IN ['Ada', 'Hama'] RETURN p.name, p.type", "Hama City", "Ada Person"),
    Case("(g) WHERE 'The Front' IN g.aliases RETURN g", "front"),
    Case("(g) WHERE g.types CONTAINS 'Organization' RETURN g", "front", "party"),
    Case("(a)-[r]->(b) WHERE r.open RETURN r.relation, r.place", "talk_down Hama"),
    Case("(a)-[r:leads]->(b) WHERE r.attribution IS NOT NULL RETURN r.attribution", "Ada"),
    Case("(a)-[r:leads]->(b) WHERE r.start IS NULL AND r.confidence < 0.85 RETURN a", "ada"),
    Case("(g)-[r]->(c) WHERE r.importance >= 0.7 RETURN c, r.importance", "aleppo 0.7"),
    Case("(g)-[r:captured]->(c) WHERE r.importance IS NULL RETURN c, r.importance", "hama null"),
    Case("(a)-[r]->(b) WHERE toLower(a.name) = 'ada' AND b <> a RETURN b", "front", "ben"),
    // Negation: only where it is asked for.
    Case("(g)-[r:captured]->(c) WHERE r.polarity = 'negated' RETURN g", "party"),
    Case("(g)-[r:captured {polarity: 'negated'}]->(c) RETURN g", "party"),
    // Results.
    Case("(g)-[:captured]->(c) RETURN g AS who, count(*) AS n, count(DISTINCT g)", "front 2 1"),
    // A statement is one, whichever way it is gone over.
    Case("(a)-[r:captured]-(b) RETURN count(*), count(r), count(DISTINCT r)", "4 4 2"),
    Case("(g)-[:annexed]->(c) RETURN count(*)", "0"),
    Case("(g)-[:annexed]->(c) RETURN g, count(*)"),
    Case(
      "(g)-[r:captured]->(c) RETURN min(r.start), max(r.confidence), collect(c)",
      "2024-11-30 0.9 [aleppo,hama]"),
    Case("(a)-[r]->(b) RETURN a, count(r) AS n ORDER BY n DESC, a LIMIT 2", "ben 3", "ada 2"),
    Case("(a)-[r]->(b) RETURN a, count(r) AS n ORDER BY n DESC, a SKIP 2 LIMIT 1", "front 2"),
    Case("(c)-[:located_in]->(s) RETURN DISTINCT s", "syria"),
    Case("(c)-[:located_in]->(s) RETURN s", "syria", "syria"),
    Case("(c:City) RETURN c ORDER BY c.mentions", "hama", "aleppo"),
    Case("(a)-[r]->(b:City) RETURN r.time ORDER BY r.time DESC LIMIT 1", "2024-12"),
    Case("(:Person)-[:leads]->(:ArmedGroup)", "ada[5]"),
    Case(
      "route = (:Person)-[:leads]->()-[:captured]->(c) WHERE length(route) = 2 RETURN route", "ada[5,2]",
      "ada[5,3]"),
    Case("(p:Person) LIMIT 0"),
  ]

  @Test("match what they draw", arguments: cases)
  func matches(_ test: Case) throws {
    #expect(try PatternFixtures.rows(test.query) == test.rows)
  }

  @Test("a statement that matches both ways is one distinct row")
  func distinctStatements() throws {
    #expect(try PatternFixtures.rows("(a)-[r:captured]-(b) RETURN r").count == 4)
    #expect(try PatternFixtures.rows("(a)-[r:captured]-(b) RETURN DISTINCT r").count == 2)
  }

  @Test("negated statements match when all shall")
  func negated() throws {
    #expect(try PatternFixtures.rows("(g)-[:captured]->(c {name: 'Aleppo'}) RETURN g") == ["front"])
    #expect(
      try PatternFixtures.rows("(g)-[:captured]->(c {name: 'Aleppo'}) RETURN g", includesNegated: true) == [
        "front", "party",
      ])
  }

  @Test("a row knows the statements of all matches that it sums up, and draws nothing else")
  func subgraph() throws {
    let result = try PatternFixtures.result("(p:Person)-[:leads]->(g)-[:captured]->(c) RETURN p, count(*)")
    #expect(result.rows.map(\.statements) == [[5, 2, 3]])
    let drawn = result.subgraph(of: PatternFixtures.graph)
    #expect(drawn.entities.map(\.name) == ["Aleppo", "Hama", "Front", "Ada"])
    #expect(drawn.statements.map(\.relation) == ["captured", "captured", "leads"])
    #expect(drawn.documents.map(\.id) == ["a.txt", "b.txt"])
  }

  @Test("bounds end a search and are told")
  func bounds() throws {
    // Every statement between ten entities: far too many trails to list.
    let names = (0..<10).map { "n\($0)" }
    let dense = graph(names.flatMap { a in names.map { statement(a, "met_with", $0) } })
    let few = try PatternFixtures.result(
      "(a)-[r]-*(b) RETURN a", on: dense, limits: PatternLimits(matches: 7))
    #expect(few.rows.count == 7)
    #expect(few.bounds == [.matches(7)])
    let short = try PatternFixtures.result(
      "(a)-[r]-*(b) RETURN count(*)", on: dense,
      limits: PatternLimits(matches: .max, duration: .milliseconds(20), hops: 1000))
    #expect(short.bounds == [.time(.milliseconds(20))])
    // A count of some of the matches would be wrong.
    #expect(short.isCutOff && short.rows.isEmpty)
    for sum in ["count(*)", "collect(a.name)", "min(a.name)", "a, count(DISTINCT b)"] {
      let part = try PatternFixtures.result(
        "(a)-[r]->(b) RETURN \(sum)", on: dense, limits: PatternLimits(matches: 7))
      #expect(part.isCutOff && part.rows.isEmpty)
    }
    let hops = try PatternFixtures.result(
      "(a)-[:leads|captured|located_in]->+(b) RETURN count(*)", limits: PatternLimits(hops: 2))
    #expect(hops.bounds == [.hops(2)])
    #expect(!hops.isCutOff && hops.rows.count == 1)
    let whole = try PatternFixtures.result(
      "(a)-[:leads|captured|located_in]->+(b) RETURN count(*)", limits: PatternLimits(hops: 3))
    #expect(whole.bounds.isEmpty)
    let exact = try PatternFixtures.result(
      "(a)-[:leads]->(b) RETURN a LIMIT 1", limits: PatternLimits(matches: 1))
    #expect(exact.bounds.isEmpty)
  }

  @Test("an empty graph has no matches")
  func empty() throws {
    #expect(try PatternFixtures.result("(a)-[:leads]->(b)", on: KnowledgeGraph()).rows.isEmpty)
    #expect(
      try PatternFixtures.result("(a) RETURN count(*)", on: KnowledgeGraph()).rows.map(\.values) == [
        [.number(0)]
      ])
  }
}
