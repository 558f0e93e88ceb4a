import RelataGraphviz
import Testing

@Suite(.enabled(if: GraphRenderer.isAvailable)) struct EngineChoiceTests {
  @Test func cyclesAreTheEdgesBeyondAForest() {
    #expect(GraphSize(nodes: 4, edges: [(0, 1), (1, 2), (2, 3)]).cycles == 0)
    #expect(GraphSize(nodes: 4, edges: [(0, 1), (1, 2), (2, 0)]).cycles == 1)
    // A loop and a parallel edge; isolated nodes change nothing.
    #expect(GraphSize(nodes: 40, edges: [(0, 0), (1, 2), (2, 1)]).cycles == 2)
  }

  @Test func smallGraphsAreLaidOutInLayersLargeOnesWithSprings() {
    #expect(LayoutEngine.recommended(for: GraphSize(nodes: 30, edges: 50, cycles: 21)) == .dot)
    #expect(LayoutEngine.recommended(for: GraphSize(nodes: 30, edges: 5_000, cycles: 4_971)) == .sfdp)
    #expect(LayoutEngine.recommended(for: GraphSize(nodes: 2_000, edges: 10, cycles: 0)) == .sfdp)
  }

  @Test(arguments: [0, 1, 10, 60, 100, 400, 1_000, 4_999, 5_000], [0, 1, 90, 1_000, 15_000])
  func theRecommendedEngineIsNeverSlow(nodes: Int, edges: Int) {
    let size = GraphSize(nodes: nodes, edges: edges, cycles: max(0, edges - nodes + 1))
    #expect(LayoutEngine.recommended(for: size).canLayOut(size))
  }

  @Test(arguments: LayoutEngine.allCases)
  func whatOneEngineCanDoAtASizeItCanDoBelow(engine: LayoutEngine) {
    var could = true
    for nodes in stride(from: 10, through: 6_000, by: 10) {
      let can = engine.canLayOut(GraphSize(nodes: nodes, edges: 2 * nodes, cycles: nodes + 1))
      #expect(could || !can, "\(nodes) nodes")
      could = can
    }
    #expect(!could)
  }

  @Test func theEngineFollowsFromTheGraph() throws {
    let renderer = GraphRenderer()
    #expect(try renderer.draw(ring(nodes: 20, edges: 20), format: .svg).engine == .dot)
    #expect(try renderer.draw(ring(nodes: 200, edges: 300), format: .svg).engine == .sfdp)
  }

  @Test(arguments: LayoutEngine.allCases)
  func theCallersEngineOutranksTheTexts(engine: LayoutEngine) throws {
    let renderer = GraphRenderer()
    let plain = try renderer.draw(ring(nodes: 12, edges: 16), format: .svg, engine: engine)
    let contrary = try renderer.draw(
      ring(nodes: 12, edges: 16, attributes: "layout=\(engine == .circo ? "twopi" : "circo");"), format: .svg,
      engine: engine)
    #expect(plain.engine == engine)
    let isSame = plain.bytes == contrary.bytes
    // fdp orders edges by their addresses in memory.
    #expect(isSame || engine == .fdp)
    #expect(try SVG(plain.bytes).nodeTitles.count == 12)
  }

  @Test func theTextsEngineIsFollowedOnlyWhereItIsFast() throws {
    let renderer = GraphRenderer()
    let small = try renderer.draw(ring(nodes: 12, edges: 16, attributes: "layout=circo;"), format: .svg)
    #expect(small.engine == .circo)
    let large = try renderer.draw(ring(nodes: 300, edges: 900, attributes: "layout=dot;"), format: .svg)
    #expect(large.engine == .sfdp)
  }

  @Test func anEngineThatWouldTakeMinutesIsRefusedWithAnother() throws {
    let graph = ring(nodes: 1_000, edges: 3_000)
    let error = #expect(throws: RenderError.self) {
      try GraphRenderer().render(graph, format: .svg, engine: .dot)
    }
    #expect(error == .tooSlow(engine: .dot, nodes: 1_000, edges: 3_000, alternative: .sfdp))
    let text = try #require(error?.description)
    #expect(text.contains("dot") && text.contains("use sfdp") && text.contains("--focus"))
  }

  @Test func aSparseGraphOfManyNodesIsNotRefused() throws {
    let drawing = try GraphRenderer().draw(ring(nodes: 400, edges: 400), format: .svg, engine: .dot)
    #expect(try SVG(drawing.bytes).nodeTitles.count == 400)
  }

  /// Routing curves around the nodes of this graph takes sfdp minutes; straight lines take a second.
  @Test func curvesThatWouldTakeMinutesAreDrawnStraight() throws {
    let drawing = try GraphRenderer().draw(
      ring(nodes: 800, edges: 1_600, attributes: "graph [splines=curved];"), format: .svg)
    #expect(try SVG(drawing.bytes).edgeTitles.count == 1_600)
  }

  @Test func whatNoEngineCanDrawIsRefused() throws {
    let nodes = GraphSize.maximumNodes + 1
    let error = #expect(throws: RenderError.self) {
      try GraphRenderer().render(ring(nodes: nodes, edges: 1), format: .png)
    }
    #expect(error == .tooLarge(nodes: nodes, edges: 1))
    #expect(error?.description.contains("--focus") == true)
  }
}
