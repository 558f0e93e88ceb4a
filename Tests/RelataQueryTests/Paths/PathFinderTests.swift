import RelataGraph
import RelataQuery
import RelataTestSupport
import Testing

@Suite("Paths between entities")
struct PathFinderTests {
  func nodes(_ paths: [GraphPath]) -> [String] {
    paths.map { $0.entities.map(\.rawValue).joined(separator: "-") }
  }

  func paths(_ graph: KnowledgeGraph, _ from: String, _ to: String, _ options: PathOptions = PathOptions())
    -> [String]
  {
    nodes(
      PathFinder(graph, options: options).paths(
        from: EntityID(rawValue: from), to: EntityID(rawValue: to)))
  }

  @Test("the shortest comes first, then the surest, then the alphabet decides")
  func order() {
    let g = graph([
      statement("a", "knows", "x"), statement("x", "knows", "d"),
      statement("a", "knows", "b"), statement("b", "knows", "d"),
      statement("a", "knows", "s", confidence: 0.95), statement("s", "knows", "d"),
      statement("x", "knows", "y"), statement("y", "knows", "d"),
    ])
    #expect(paths(g, "a", "d", PathOptions(count: 9)) == ["a-s-d", "a-b-d", "a-x-d", "a-x-y-d"])
    #expect(paths(g, "a", "d") == ["a-s-d", "a-b-d", "a-x-d"])
  }

  @Test("as many hops as there are entities are walked without a stack for each")
  func longWays() {
    let length = 20_000
    func name(_ number: Int) -> String {
      let digits = String(number)
      return "n" + String(repeating: "0", count: 6 - digits.count) + digits
    }
    let g = graph((0..<length).map { statement(name($0), "knows", name($0 + 1)) })
    let found = PathFinder(g, options: PathOptions(maximumHops: length))
      .entityPaths(from: EntityID(rawValue: name(0)), to: EntityID(rawValue: name(length)))
    #expect(found.isComplete)
    #expect(found.count == 1)
  }

  @Test(
    "where the bound is reached, what was found is the beginning of the answer, and it says so",
    arguments: [PathRanking.shortest, .informative, .surest], [nil, 50])
  func bounds(ranking: PathRanking, count: Int?) {
    let names = (10..<30).map { "n\($0)" }
    let g = graph(
      names.flatMap { a in names.filter { $0 > a }.map { statement(a, "knows", $0) } })
    func find(_ bounds: SearchBounds) -> PathSearchResult {
      PathFinder(
        g, options: PathOptions(maximumHops: 3, ranking: ranking, count: count, bounds: bounds)
      ).find(from: EntityID(rawValue: "n10"), to: EntityID(rawValue: "n29"))
    }
    let all = find(SearchBounds())
    #expect(all.isComplete)
    #expect(all.paths.count == count ?? 18 * 17 + 18 + 1)
    let some = find(SearchBounds(steps: 200))
    #expect(!some.isComplete)
    #expect(some.paths.count < all.paths.count)
    if count != nil { #expect(some.paths == Array(all.paths.prefix(some.paths.count))) }
  }

  @Test("parallel statements are steps of one hop, the surest first")
  func parallel() {
    let g = graph([
      statement("a", "met", "b", confidence: 0.5), statement("b", "phoned", "a", confidence: 0.8),
    ])
    let found = PathFinder(g).paths(from: EntityID(rawValue: "a"), to: EntityID(rawValue: "b"))
    #expect(found.count == 1)
    #expect(
      found.first?.hops.first?.steps == [
        PathStep(statement: 1, isForward: false), PathStep(statement: 0, isForward: true),
      ])
    #expect(found.first?.confidence == 0.8)
  }

  @Test("of equally sure parallel statements the most important comes first")
  func important() {
    let g = graph([
      statement("a", "met", "b", confidence: 0.5),
      statement("a", "phoned", "b", confidence: 0.5, importance: 0.2),
      statement("b", "praised", "a", confidence: 0.5, importance: 0.8),
      statement("a", "visited", "b", confidence: 0.6, importance: 0.1),
    ])
    let found = PathFinder(g).paths(from: EntityID(rawValue: "a"), to: EntityID(rawValue: "b"))
    #expect(found.first?.hops.first?.steps.map(\.statement) == [3, 2, 1, 0])
  }

  @Test("direction, relations, negation, open relations and length narrow the search")
  func filters() {
    let g = graph([
      statement("b", "leads", "a"), statement("b", "met", "c"),
      statement("a", "attacked", "c", polarity: .negated),
      statement("c", "grumble about", "d", isOpen: true),
    ])
    #expect(paths(g, "a", "c") == ["a-b-c"])
    #expect(
      paths(g, "a", "c", PathOptions(statements: StatementSelection(includesNegated: true))) == [
        "a-c", "a-b-c",
      ])
    #expect(paths(g, "a", "c", PathOptions(statements: StatementSelection(isDirected: true))) == [])
    #expect(
      paths(
        g, "a", "c",
        PathOptions(statements: StatementSelection(isDirected: true, symmetricRelations: ["leads"]))) == [
          "a-b-c"
        ])
    #expect(paths(g, "b", "a", PathOptions(statements: StatementSelection(isDirected: true))) == ["b-a"])
    #expect(paths(g, "a", "c", PathOptions(statements: StatementSelection(relations: ["leads"]))) == [])
    #expect(paths(g, "a", "c", PathOptions(maximumHops: 1)) == [])
    #expect(paths(g, "a", "d") == ["a-b-c-d"])
    #expect(paths(g, "a", "d", PathOptions(statements: StatementSelection(includesOpen: false))) == [])
  }

  @Test("ends that are equal or unknown have no path; neither has a self-loop")
  func degenerate() {
    let g = graph([statement("a", "met", "a"), statement("a", "met", "b")])
    #expect(paths(g, "a", "a") == [])
    #expect(paths(g, "a", "nowhere") == [])
    #expect(paths(g, "a", "b", PathOptions(maximumHops: 0)) == [])
    #expect(paths(g, "a", "b", PathOptions(count: 0)) == [])
    #expect(paths(KnowledgeGraph(), "a", "b") == [])
  }

  @Test("agrees with trying all paths of random graphs", arguments: 0..<150)
  func bruteForce(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let names = ["a", "b", "c", "d", "e", "f", "g"].prefix(Int.random(in: 2...7, using: &random))
    let statements = (0..<Int.random(in: 0...14, using: &random)).map { _ in
      statement(
        names.randomElement(using: &random)!, ["r", "s"].randomElement(using: &random)!,
        names.randomElement(using: &random)!,
        polarity: Int.random(in: 0..<6, using: &random) == 0 ? .negated : .affirmed,
        confidence: [0.25, 0.5, 0.75, 1].randomElement(using: &random)!)
    }
    let g = graph(statements, extra: Array(names))
    let options = PathOptions(
      maximumHops: Int.random(in: 1...5, using: &random), count: Int.random(in: 1...12, using: &random),
      statements: StatementSelection(
        isDirected: Bool.random(using: &random), relations: Bool.random(using: &random) ? ["r"] : nil,
        includesNegated: Bool.random(using: &random)))
    #expect(paths(g, "a", "b", options) == allPaths(g, "a", "b", options))
  }

  /// Walks everywhere, then sorts: slow and plain.
  func allPaths(_ g: KnowledgeGraph, _ from: String, _ to: String, _ options: PathOptions) -> [String] {
    let usable = g.statements.filter {
      (options.statements.includesNegated || $0.polarity == .affirmed)
        && (options.statements.relations?.contains($0.relation) ?? true)
    }
    func confidence(_ a: String, _ b: String) -> Double? {
      usable.filter {
        ($0.subject.rawValue == a && $0.object.rawValue == b)
          || (!options.statements.isDirected && $0.subject.rawValue == b && $0.object.rawValue == a)
      }.map(\.confidence).max()
    }
    var found: [(nodes: [String], doubt: Double)] = []
    func walk(_ nodes: [String], _ doubt: Double) {
      guard let last = nodes.last else { return }
      if last == to {
        found.append((nodes, doubt))
      } else if nodes.count <= options.maximumHops ?? .max {
        for next in g.entities.map(\.id.rawValue) where !nodes.contains(next) {
          if let c = confidence(last, next) { walk(nodes + [next], doubt + (1 - c)) }
        }
      }
    }
    walk([from], 0)
    found.sort {
      if $0.nodes.count != $1.nodes.count { return $0.nodes.count < $1.nodes.count }
      if $0.doubt != $1.doubt { return $0.doubt < $1.doubt }
      return $0.nodes.lexicographicallyPrecedes($1.nodes)
    }
    return found.prefix(options.count ?? .max).map { $0.nodes.joined(separator: "-") }
  }
}
