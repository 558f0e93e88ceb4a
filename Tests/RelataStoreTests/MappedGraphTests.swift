import RelataGraph
import RelataQuery
import RelataStore
import RelataTestSupport
import Testing

@Suite("A graph in the form of a graph file answers as the graph itself")
struct MappedGraphTests {
  @Test("what was put in comes out, to the last scalar", arguments: 0..<60)
  func roundTrip(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    for graph in [random.nastyGraph(), random.graph(entities: 20, statements: 40), KnowledgeGraph()] {
      let mapped = try MappedGraph(graph)
      // Identifiers that Swift calls equal are one, under the bytes of the first.
      for entity in graph.entities {
        let first = try #require(graph.entities.first { $0.id == entity.id })
        let isSame = first.id.rawValue.utf8.elementsEqual(entity.id.rawValue.utf8)
        #expect(try mapped.entity(entity.id) == (isSame ? first : nil))
        #expect(try mapped.entity(EntityID(rawValue: entity.id.rawValue + "\u{301}x")) == nil)
      }
      let read = try mapped.knowledgeGraph()
      #expect(read == graph)
      #expect(try exactly(read) == exactly(graph))
    }
  }

  static let options: [PathOptions] = [
    PathOptions(maximumHops: nil, count: 3), PathOptions(ranking: .informative),
    PathOptions(maximumHops: nil, ranking: .surest),
    PathOptions(maximumHops: 3, count: nil, statements: StatementSelection(isDirected: true)),
    PathOptions(statements: StatementSelection(documents: ["document-1.txt"])),
    PathOptions(statements: StatementSelection(minimumConfidence: 0.3, from: PartialDate("2010"))),
    PathOptions(types: [.person, .city], isTimeRespecting: true),
  ]

  @Test("paths are the same", arguments: 0..<20)
  func paths(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let graph = random.graph(entities: 25, statements: 45)
    let mapped = try MappedGraph(graph)
    for options in Self.options {
      let (finder, other) = (PathFinder(graph, options: options), try mapped.finder(options))
      for _ in 0..<10 {
        let (from, to) = (random.choice(graph.entities).id, random.choice(graph.entities).id)
        let paths = finder.find(from: from, to: to)
        #expect(other.find(from: from, to: to) == paths)
        let part = try mapped.part(of: paths.paths)
        for (path, renumbered) in zip(paths.paths, part.paths) {
          #expect(path.entities == renumbered.entities && path.cost == renumbered.cost)
          #expect(
            path.hops.flatMap(\.steps).map { graph.statements[$0.statement] }
              == renumbered.hops.flatMap(\.steps).map { part.graph.statements[$0.statement] })
        }
        // A drawing of the answer is the same, whether it is made of the part or of the whole.
        let ends = Set(paths.paths.flatMap(\.entities))
        let kept = Set(paths.paths.flatMap { $0.hops.flatMap { $0.steps.map(\.statement) } })
        #expect(
          part.graph.subgraph(entities: ends, statements: Array(part.graph.statements.indices))
            == graph.subgraph(entities: ends, statements: kept.sorted()))
      }
    }
  }

  @Test("names mean the same", arguments: 0..<10)
  func names(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let graph = random.graph(entities: 30, statements: 1)
    let (matcher, mapped) = (EntityMatcher(graph), try MappedGraph(graph))
    let queries = graph.entities.flatMap {
      [$0.name, $0.id.rawValue, String($0.name.dropLast()), "X" + $0.name]
    }
    for query in queries + ["", "Adda Kahn", "sharaa", "U. of F.", "UoF", "o. khan", "Lodz", "nobody at all"]
    {
      #expect(try mapped.find(query) == matcher.find(query), "\(query)")
    }
  }

  @Test("what a person corrected of an entity comes with what is told of it", arguments: 0..<20)
  func corrections(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let graph = random.graph(entities: 8, statements: 6)
    let mapped = try MappedGraph(graph)
    for entity in graph.entities {
      let part = try mapped.part(about: entity.id)
      let report = try #require(EntityReport(of: entity.id, in: part))
      #expect(report.corrections == graph.corrections.filter { $0.entities.contains(entity.id) })
      // It names nothing that is not there.
      #expect(part.corrections.allSatisfy { $0.isAbout(only: Set(part.entities.map(\.id))) })
    }
  }

  @Test("what is not there is not found, and nothing is read past the end")
  func missing() throws {
    var random = RandomGraphs(seed: 1)
    let mapped = try MappedGraph(random.graph(entities: 5, statements: 5))
    #expect(try mapped.entity(EntityID(rawValue: "person/99")) == nil)
    for number in [-1, 5, .max] {
      #expect(throws: MappedGraphError.self) { try mapped.entity(number) }
      #expect(throws: MappedGraphError.self) { try mapped.statement(number) }
      #expect(throws: MappedGraphError.self) { try mapped.document(number) }
    }
    let empty = try MappedGraph(KnowledgeGraph())
    #expect(empty.entityCount == 0 && empty.statementCount == 0)
    #expect(try empty.find("Ada") == .unknown(suggestions: []))
    #expect(try empty.finder().paths(from: EntityID(rawValue: "a"), to: EntityID(rawValue: "b")).isEmpty)
  }

  @Test("any number of threads may ask")
  func threads() async throws {
    var random = RandomGraphs(seed: 7)
    let graph = random.graph(entities: 30, statements: 60)
    let mapped = try MappedGraph(graph)
    let answered = try await withThrowingTaskGroup(of: Bool.self, returning: Int.self) { group in
      for number in 0..<64 {
        group.addTask { try mapped.statement(number % 60) == graph.statements[number % 60] }
      }
      var count = 0
      for try await isEqual in group {
        #expect(isEqual)
        count += 1
      }
      return count
    }
    #expect(answered == 64)
  }
}
