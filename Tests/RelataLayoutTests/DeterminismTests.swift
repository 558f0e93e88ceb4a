import RelataGraph
import RelataLayout
import Testing

@Suite struct DeterminismTests {
  @Test func sameGraphHasSamePointsTwice() {
    #expect(GraphLayout(of: .news) == GraphLayout(of: .news))
  }

  @Test func orderOfStatementsAndEntitiesDoesNotMatter() {
    let expected = GraphLayout(of: .news)
    var graph = KnowledgeGraph.news
    graph.statements.reverse()
    graph.entities.reverse()
    #expect(GraphLayout(of: graph) == expected)
    graph.statements = graph.statements.enumerated().sorted { $0.offset * 7 % 11 < $1.offset * 7 % 11 }
      .map(\.element)
    #expect(GraphLayout(of: graph) == expected)
  }

  @Test func directionOfStatementsDoesNotMatter() {
    var graph = KnowledgeGraph.news
    for index in graph.statements.indices {
      let statement = graph.statements[index]
      graph.statements[index].subject = statement.object
      graph.statements[index].object = statement.subject
    }
    #expect(GraphLayout(of: graph) == GraphLayout(of: .news))
  }

  @Test func resultDoesNotDependOnThreads() async {
    let expected = GraphLayout(of: .news)
    await withTaskGroup(of: GraphLayout.self) { group in
      for _ in 0..<4 { group.addTask { GraphLayout(of: .news) } }
      for await layout in group { #expect(layout == expected) }
    }
  }

  /// A checksum that all machines agree on. Whoever changes the layout on purpose changes it.
  @Test func pointsAreTheSameOnEveryMachine() {
    var hash: UInt64 = 14_695_981_039_346_656_037
    let layout = GraphLayout(of: .news)
    for number in 0..<143 {
      guard let point = layout.points[.number(number)] else { continue }
      for coordinate in [point.x, point.y] { hash = (hash ^ coordinate.bitPattern) &* 1_099_511_628_211 }
    }
    #expect(hash == 18_180_925_985_473_175_069)
  }

  @Test func seedsGiveDifferentDrawings() {
    let other = GraphLayout(of: .news, options: LayoutOptions(seed: 2))
    #expect(other != GraphLayout(of: .news))
    #expect(other == GraphLayout(of: .news, options: LayoutOptions(seed: 2)))
  }
}
