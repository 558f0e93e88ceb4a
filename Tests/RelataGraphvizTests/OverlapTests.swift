import Foundation
import RelataFormats
import RelataGraph
import RelataGraphviz
import Testing

/// No two labels of a picture lie over one another, and none over an entity: computed from the SVG.
@Suite(.enabled(if: GraphRenderer.isAvailable)) struct OverlapTests {
  private let ontology: Ontology

  init() throws { ontology = try Ontology.embedded() }

  private func overlaps(_ graph: KnowledgeGraph, limit: Int?, engine: LayoutEngine? = nil) throws -> Overlaps
  {
    try Overlaps(
      try GraphRenderer().render(
        graph, ontology: ontology, format: .svg, engine: engine, options: PictureOptions(lineLimit: limit)))
  }

  private func expectNone(_ overlaps: Overlaps, _ comment: Comment? = nil) {
    #expect(overlaps.labelsOverLabels == 0, comment)
    #expect(overlaps.labelsOverEntities == 0, comment)
    #expect(overlaps.entitiesOverEntities == 0, comment)
  }

  /// Of the sizes that ten, 25 and sixty articles give.
  @Test(arguments: [(96, 95), (383, 427), (1_504, 1_467)])
  func theMostImportantLinesOverlapNowhere(entities: Int, statements: Int) throws {
    let graph = NewsGraphs.graph(entities: entities, statements: statements, seed: 7, ontology: ontology)
    let overlaps = try overlaps(graph, limit: PictureOptions.usualLineLimit)
    expectNone(overlaps)
    #expect((60...90).contains(overlaps.labels.count))
    #expect(overlaps.smallestTextOnAPage >= 9)
  }

  @Test func theSeedsOverlapNowhere() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "output/graph.jsonld")
    let graph = try JSONLDReader.read(Array(try Data(contentsOf: file)))
    let shown = try overlaps(graph, limit: PictureOptions.usualLineLimit)
    expectNone(shown)
    #expect((60...90).contains(shown.labels.count))
    #expect(shown.smallestTextOnAPage >= 9)
    expectNone(try overlaps(graph, limit: nil))
  }

  @Test(arguments: [LayoutEngine.dot, .neato, .sfdp, .circo, .twopi])
  func noEngineLetsLabelsOverlap(engine: LayoutEngine) throws {
    let graph = NewsGraphs.graph(entities: 40, statements: 70, seed: 3, ontology: ontology)
    expectNone(try overlaps(graph, limit: nil, engine: engine), "\(engine)")
  }

  @Test func loopsHubsAndLonersOverlapNowhere() throws {
    let hub = EntityID(rawValue: "thing/hub")
    var entities = [Entity(id: hub, name: "Hub", type: .country)]
    var statements = [Statement(subject: hub, relation: "supports", object: hub, evidence: [])]
    for index in 0..<60 {
      let id = EntityID(rawValue: "thing/\(index)")
      entities.append(Entity(id: id, name: String(repeating: "W", count: 1 + 400 * index), type: .person))
      statements.append(Statement(subject: id, relation: "criticized", object: hub, evidence: []))
      if index % 7 == 0 {
        statements.append(Statement(subject: id, relation: "told", object: id, evidence: []))
      }
    }
    let overlaps = try overlaps(KnowledgeGraph(entities: entities, statements: statements), limit: nil)
    expectNone(overlaps)
    #expect(overlaps.labels.count == 70)
  }

  /// The measure itself: labels of edges that Graphviz places do overlap.
  @Test func overlapsAreFound() throws {
    let drawn = try GraphRenderer().render(ring(nodes: 30, edges: 200), format: .svg, engine: .neato)
    let overlaps = try Overlaps(drawn)
    #expect(overlaps.labels.count == 200 && overlaps.entities.count == 30)
    #expect(overlaps.labelsOverLabels + overlaps.labelsOverEntities > 10)
  }
}
