import RelataGraph
import RelataLayout
import Testing

@Suite struct HubTests {
  /// Three hubs in a row, each with leaves.
  private static let leaves = 24
  private static let graph = KnowledgeGraph(
    entities: 3 + 3 * leaves, ends: [(0, 1), (1, 2)] + (0..<(3 * leaves)).map { ($0 % 3, 3 + $0) })

  private func distance(_ a: LayoutPoint, _ b: LayoutPoint) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  @Test(arguments: [LayoutOptions(), LayoutOptions(labels: nil)])
  func leavesStandAroundTheirOwnHub(_ options: LayoutOptions) throws {
    let layout = GraphLayout(of: Self.graph, options: options)
    let hubs = try (0..<3).map { try #require(layout.points[.number($0)]) }
    for leaf in 0..<(3 * Self.leaves) {
      let point = try #require(layout.points[.number(3 + leaf)])
      let own = distance(point, hubs[leaf % 3])
      for (number, hub) in hubs.enumerated() where number != leaf % 3 { #expect(own < distance(point, hub)) }
    }
  }

  @Test func leavesFanOutToAllSides() throws {
    let layout = GraphLayout(of: Self.graph)
    for hub in 0..<3 {
      let center = try #require(layout.points[.number(hub)])
      var quarters = [0, 0, 0, 0]
      for leaf in stride(from: 3 + hub, to: Self.graph.entities.count, by: 3) {
        let point = try #require(layout.points[.number(leaf)])
        quarters[(point.x > center.x ? 1 : 0) + (point.y > center.y ? 2 : 0)] += 1
      }
      // A third of an even share, for the quarter in which the other hubs stand.
      #expect(quarters.allSatisfy { $0 >= Self.leaves / 12 }, "\(quarters)")
    }
  }

  @Test func neighborsAreNearerThanOthers() throws {
    // A grid of 12 × 12.
    let ends = (0..<144).flatMap { node -> [(Int, Int)] in
      (node % 12 < 11 ? [(node, node + 1)] : []) + (node < 132 ? [(node, node + 12)] : [])
    }
    let layout = GraphLayout(
      of: KnowledgeGraph(entities: 144, ends: ends), options: LayoutOptions(labels: nil))
    let points = try (0..<144).map { try #require(layout.points[.number($0)]) }
    let near = ends.reduce(0) { $0 + distance(points[$1.0], points[$1.1]) } / Double(ends.count)
    let corners = distance(points[0], points[143]) + distance(points[11], points[132])
    #expect(corners / 2 > 8 * near)
  }
}
