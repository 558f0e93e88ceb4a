import Foundation
import RelataGraph
import RelataQuery
import RelataTestSupport
import Testing

@Suite("Centrality, communities, brokers, neighbours and connections")
struct CentralityTests {
  static func id(_ text: String) -> EntityID { EntityID(rawValue: text) }

  /// Two triangles, joined by one statement between c and d.
  static let dumbbell = graph(
    [
      statement("a", "met", "b"), statement("b", "met", "c"), statement("c", "met", "a"),
      statement("d", "met", "e"), statement("e", "met", "f"), statement("f", "met", "d"),
      statement("c", "met", "d"), statement("d", "met", "c"), statement("a", "met", "a"),
    ], extra: ["x"])

  @Test("communities are the triangles; the bridge's ends stand between all others")
  func dumbbell() {
    let centrality = Centrality(Self.dumbbell)
    #expect(centrality.ids.map(\.rawValue) == ["a", "b", "c", "d", "e", "f", "x"])
    #expect(centrality.degrees == [2, 2, 3, 3, 2, 2, 0])
    #expect(centrality.communities == [0, 0, 0, 1, 1, 1, 2])
    // Each of c and d lies between two on its side and three on the other: 6 of 15 pairs.
    #expect(centrality.betweenness.map { ($0 * 15).rounded() } == [0, 0, 6, 6, 0, 0, 0])
    #expect(abs(centrality.pageRanks.reduce(0, +) - 1) < 1e-9)
    #expect(!centrality.isSampled)
  }

  @Test("an empty graph has no ranks")
  func empty() {
    let centrality = Centrality(KnowledgeGraph())
    #expect(centrality.ids.isEmpty && centrality.pageRanks.isEmpty && centrality.modularity == 0)
  }

  @Test("brokers are those that the paths pass through")
  func brokers() {
    let finder = PathFinder(Self.dumbbell, options: PathOptions(maximumHops: 4, count: nil))
    let report = finder.brokers(from: Self.id("a"), to: Self.id("d"))
    // a-c-d, a-b-c-d.
    #expect(report.distance == 2 && report.paths == 2 && report.shortestPaths == 1)
    #expect(
      report.brokers == [
        Broker(entity: Self.id("c"), shortestShare: 1, share: 1),
        Broker(entity: Self.id("b"), shortestShare: 0, share: 0.5),
      ])
    #expect(finder.brokers(from: Self.id("a"), to: Self.id("x")).distance == nil)
    #expect(finder.brokers(from: Self.id("a"), to: Self.id("a")).paths == 0)
  }

  @Test("neighbours by distance, those beyond a type that is not passed left out")
  func neighbours() {
    var g = Self.dumbbell
    func near(_ options: PathOptions) -> [String] {
      PathFinder(g, options: options).neighbours(of: Self.id("a")).nearest
        .map { "\($0.hops)\($0.entity)" }
    }
    #expect(near(PathOptions(maximumHops: 2)) == ["1b", "1c", "2d"])
    g.entities[2].type = "City"
    #expect(near(PathOptions(maximumHops: 3, types: ["Person"])) == ["1b", "1c"])
    #expect(near(PathOptions(maximumHops: nil)) == ["1b", "1c", "2d", "3e", "3f"])
    let limited = PathFinder(g, options: PathOptions(maximumHops: 3)).neighbours(of: Self.id("a"), limit: 1)
    #expect(limited.nearest.count == 1 && limited.count == 5)
  }

  @Test("of equally near ones the most important first, then the surest; a limit keeps these")
  func importantNeighbours() {
    let g = graph([
      statement("a", "met", "b", confidence: 0.9),
      statement("c", "met", "a", confidence: 0.5, importance: 0.6),
      statement("a", "met", "c", confidence: 0.9),
      statement("a", "met", "d", confidence: 0.4, importance: 0.6),
      statement("a", "met", "e", confidence: 0.3, importance: 0.7),
    ])
    let finder = PathFinder(g, options: PathOptions(maximumHops: 1))
    let nearest = finder.neighbours(of: Self.id("a")).nearest
    #expect(nearest.map(\.entity.rawValue) == ["e", "c", "d", "b"])
    #expect(nearest[1].last.steps.map(\.statement) == [2, 1])
    #expect(finder.neighbours(of: Self.id("a"), limit: 2).nearest == Array(nearest.prefix(2)))
  }

  @Test("components are numbered by size")
  func components() {
    let components = PathFinder(Self.dumbbell).components()
    #expect(components.sizes == [6, 1])
    #expect(components.component(of: Self.id("x")) == 1)
    #expect(components.component(of: Self.id("nobody")) == nil)
    #expect(components.hubs(of: 0, count: 2) == [Self.id("c"), Self.id("d")])
  }

  @Test("a tree that links all, no longer than twice the shortest", arguments: 0..<200)
  func connect(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 3_000_000)
    let g = PathSearchPropertyTests.graph(&random)
    let finder = PathFinder(g, options: PathOptions(maximumHops: nil))
    let wanted = g.entities.map(\.id).shuffled(using: &random).prefix(3)
    let connection = finder.connect(Array(wanted))
    // A tree: as many hops as entities but one for each group that is more than one entity.
    let parts = Set(
      connection.groups.filter { $0.count > 1 }.flatMap(\.self)
        + connection.hops.flatMap { [$0.from, $0.to] })
    #expect(connection.hops.count == parts.count - connection.groups.count { $0.count > 1 })
    let components = finder.components()
    #expect(connection.groups.count == Set(wanted.map { components.component(of: $0) }).count)
    for hop in connection.hops { #expect(!hop.steps.isEmpty) }
    guard connection.groups.count == 1 else { return }
    // The smallest set of further entities with which the wanted ones hang together.
    let others = g.entities.map(\.id).filter { !wanted.contains($0) }
    let least = (0..<(1 << others.count)).filter { bits in
      let avoid = Set(others.indices.filter { bits & (1 << $0) == 0 }.map { others[$0] })
      let inside = PathFinder(g, options: PathOptions(maximumHops: nil, avoid: avoid))
      return wanted.dropFirst().allSatisfy { id in
        wanted.first.map { !inside.paths(from: $0, to: id).isEmpty } ?? false
      }
    }.map { $0.nonzeroBitCount }.min()
    let hops = wanted.count - 1 + (least ?? 0)
    #expect(connection.hops.count <= 2 * hops)
    #expect(connection.hops.count >= hops)
  }
}
