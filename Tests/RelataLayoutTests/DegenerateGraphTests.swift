import RelataGraph
import RelataLayout
import Testing

@Suite struct DegenerateGraphTests {
  private func expectFinite(_ graph: KnowledgeGraph, options: LayoutOptions = LayoutOptions()) {
    let layout = GraphLayout(of: graph, options: options)
    #expect(layout.points.count == Set(graph.entities.map(\.id)).count)
    #expect(layout.points.values.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    #expect(layout.bounds.width.isFinite && layout.bounds.height.isFinite)
    if options.labels != nil { #expect(layout.overlaps(among: graph.entities.count).isEmpty) }
  }

  @Test func empty() {
    #expect(GraphLayout(of: KnowledgeGraph()) == GraphLayout())
  }

  @Test func oneEntity() {
    let layout = GraphLayout(of: KnowledgeGraph(entities: 1, ends: []))
    #expect(layout.points.count == 1)
    #expect(layout.bounds.width >= 15 * 7)
  }

  @Test func twoEntities() throws {
    let layout = GraphLayout(of: KnowledgeGraph(entities: 2, ends: [(0, 1), (1, 0)]))
    let (a, b) = (try #require(layout.box(0)), try #require(layout.box(1)))
    #expect(a.minY == b.minY)
    #expect(b.minX - a.maxX == 48)
  }

  @Test(arguments: [LayoutOptions(), LayoutOptions(labels: nil)])
  func smallOnes(_ options: LayoutOptions) {
    expectFinite(KnowledgeGraph(entities: 1, ends: [(0, 0)]), options: options)
    expectFinite(
      KnowledgeGraph(entities: 3, ends: [(0, 0), (1, 1), (0, 1), (1, 2), (2, 2)]), options: options)
    expectFinite(KnowledgeGraph(entities: 4, ends: [(0, 1), (1, 2), (2, 0), (3, 9)]), options: options)
    expectFinite(KnowledgeGraph(entities: 5, ends: [], name: { _ in "" }), options: options)
    // All alike: every entity with every other.
    expectFinite(
      KnowledgeGraph(
        entities: 30, ends: (0..<30).flatMap { a in (0..<30).map { (a, $0) } }, name: { _ in "a" }),
      options: options)
    // The same statement over and over.
    expectFinite(
      KnowledgeGraph(entities: 3, ends: Array(repeating: (0, 1), count: 5_000) + [(1, 2)]), options: options)
  }

  @Test func duplicateEntities() {
    var graph = KnowledgeGraph(entities: 3, ends: [(0, 1), (1, 2)])
    graph.entities += graph.entities
    graph.entities[4].name = "Another much longer name"
    expectFinite(graph)
    let layout = GraphLayout(of: graph)
    graph.entities.reverse()
    #expect(GraphLayout(of: graph) == layout)
  }

  @Test func entitiesWithoutStatementsCanBeOmitted() {
    let graph = KnowledgeGraph(entities: 10, ends: [(0, 1), (1, 2), (5, 5)])
    let layout = GraphLayout(of: graph, options: LayoutOptions(isolated: .omitted))
    #expect(Set(layout.points.keys) == [.number(0), .number(1), .number(2)])
  }

  @Test func hubWithManyLeaves() {
    expectFinite(KnowledgeGraph(entities: 1_501, ends: (1...1_500).map { (0, $0) }))
  }

  @Test func longPath() {
    expectFinite(KnowledgeGraph(entities: 2_000, ends: (1..<2_000).map { ($0 - 1, $0) }))
  }

  @Test func manyPairs() {
    expectFinite(KnowledgeGraph(entities: 2_000, ends: (0..<1_000).map { (2 * $0, 2 * $0 + 1) }))
  }

  @Test func extremeNames() {
    expectFinite(
      KnowledgeGraph(
        entities: 20, ends: (1..<20).map { (0, $0) },
        name: { $0 % 2 == 0 ? String(repeating: "long", count: 10_000) : "\n \t" }))
  }
}
