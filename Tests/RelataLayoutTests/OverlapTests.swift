import RelataGraph
import RelataLayout
import Testing

@Suite struct OverlapTests {
  @Test(arguments: [
    KnowledgeGraph.news,
    KnowledgeGraph(entities: 400, ends: (1..<400).map { (0, $0) }),
    KnowledgeGraph(entities: 60, ends: (0..<60).flatMap { a in (0..<a).map { (a, $0) } }),
    KnowledgeGraph(entities: 50, ends: (1..<50).map { ($0 - 1, $0) }),
    KnowledgeGraph(
      entities: 90, ends: (1..<90).map { ($0 / 3, $0) }, name: { String(repeating: "x", count: $0 * 3) }),
  ])
  func noBoxesOverlap(_ graph: KnowledgeGraph) {
    let layout = GraphLayout(of: graph)
    #expect(layout.points.count == graph.entities.count)
    #expect(layout.overlaps(among: graph.entities.count).isEmpty)
  }

  @Test func boundsAreAroundAllBoxes() {
    let layout = GraphLayout(of: .news)
    #expect(layout.bounds == layout.bounds(of: 0..<143))
    #expect(layout.bounds.minX >= 0)
    #expect(layout.bounds.minY >= 0)
  }

  @Test func componentsStandApart() throws {
    // Stars of different sizes.
    var ends: [(Int, Int)] = []
    var parts: [Range<Int>] = []
    var first = 0
    for size in [40, 3, 17, 2, 2, 25, 9, 2, 5] {
      parts.append(first..<(first + size))
      ends += ((first + 1)..<(first + size)).map { (first, $0) }
      first += size
    }
    let layout = GraphLayout(of: KnowledgeGraph(entities: first + 10, ends: ends))
    let bounds = try parts.map { try #require(layout.bounds(of: $0)) }
    for (index, one) in bounds.enumerated() {
      for other in bounds[(index + 1)...] { #expect(!one.overlaps(other)) }
    }
    let alone = try #require(layout.bounds(of: first..<(first + 10)))
    for one in bounds { #expect(one.maxY < alone.minY) }
    // The largest is at the top left.
    #expect(bounds[0].minX < 30 && bounds[0].minY < 30)
  }

  @Test func shapeIsAboutAsWanted() {
    for ratio in [1.0, 1.6, 2.5] {
      let graph = KnowledgeGraph(entities: 600, ends: (0..<300).map { (2 * $0, 2 * $0 + 1) })
      let bounds = GraphLayout(of: graph, options: LayoutOptions(aspectRatio: ratio)).bounds
      #expect(bounds.width / bounds.height > ratio * 0.7)
      #expect(bounds.width / bounds.height < ratio * 1.4)
    }
  }
}
