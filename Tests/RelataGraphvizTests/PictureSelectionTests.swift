import RelataFormats
import RelataGraph
import RelataGraphviz
import Testing

/// Which lines of a graph are drawn, and what is said of the others.
@Suite struct PictureSelectionTests {
  private let ontology: Ontology

  init() throws { ontology = try Ontology.embedded() }

  private func graph(_ statements: [(String, String, Double?)], isolated: [String] = []) -> KnowledgeGraph {
    let names = Set(statements.flatMap { [$0.0, $0.1] } + isolated).sorted()
    return KnowledgeGraph(
      entities: names.map { Entity(id: EntityID(rawValue: $0), name: $0, type: .person) },
      statements: statements.map {
        Statement(
          subject: EntityID(rawValue: $0.0), relation: "supports", object: EntityID(rawValue: $0.1),
          importance: $0.2, evidence: [])
      })
  }

  /// A star of important lines, and one of unimportant ones.
  private var stars: KnowledgeGraph {
    graph(
      (0..<40).map { ("a", "a\($0)", 0.9) } + (0..<40).map { ("b", "b\($0)", 0.1) }, isolated: ["loner"])
  }

  @Test func theMostImportantLinesAreDrawnWithTheirEnds() {
    let picture = Picture(stars, ontology: ontology, options: PictureOptions(lineLimit: 30))
    #expect(picture.lineCount == 30)
    #expect(picture.entityCount == 31)
    #expect(picture.omittedStatementCount == 50)
    #expect(picture.omittedEntityCount == 83 - 31)
    let shown = picture.positions().keys.map(\.rawValue)
    #expect(shown.allSatisfy { $0.hasPrefix("a") })
  }

  @Test func allLinesAreDrawnOnRequestOrWhereTheyAreFew() {
    for limit in [nil, 75] {
      let picture = Picture(stars, ontology: ontology, options: PictureOptions(lineLimit: limit))
      #expect(picture.lineCount == 80)
      #expect(picture.omittedStatementCount == 0)
      #expect(picture.omittedEntityCount == 1)
    }
  }

  /// Evidence, then degree, where nobody knows what is important.
  @Test func evidenceCountsWhereImportanceIsUnknown() {
    var graph = graph((0..<20).map { ("a", "b\($0)", nil) })
    let piece = Evidence(document: "a.txt", start: 0, end: 1, quote: "x")
    graph.statements[17].evidence = [piece, piece]
    let picture = Picture(graph, ontology: ontology, options: PictureOptions(lineLimit: 5))
    #expect(picture.positions().keys.contains(EntityID(rawValue: "b17")))
  }

  /// The line between the two stars is the least important one of all, but without it the
  /// picture would fall apart.
  @Test func aLineThatConnectsIsDrawn() {
    let lines = (0..<10).map { ("a", "a\($0)", 0.9) } + (0..<10).map { ("b", "b\($0)", 0.8) }
    let others = (0..<10).map { ("c", "c\($0)", 0.5) }
    let picture = Picture(
      graph(lines + others + [("a", "b", 0.0)]), ontology: ontology, options: PictureOptions(lineLimit: 20))
    // With "c" there would be more than 20 entities on at most 20 lines only where one line joins the stars.
    #expect(picture.lineCount == 20)
    #expect(picture.entityCount == 21)
  }

  @Test func thePlacesAreTheSameEveryTime() {
    let graph = NewsGraphs.graph(entities: 60, statements: 90, seed: 1, ontology: ontology)
    #expect(Picture(graph, ontology: ontology).dot() == Picture(graph, ontology: ontology).dot())
  }

  @Test func theLegendSaysWhatIsLeftOut() {
    func text(_ limit: Int?) -> String {
      String(
        decoding: Picture(stars, ontology: ontology, options: .init(lineLimit: limit)).dot(), as: UTF8.self)
    }
    #expect(
      text(30).contains(
        "The most important 30 connections are shown; 52 entities and 50 statements of less weight are left out."
      ))
    #expect(text(nil).contains("1 entity of which nothing is stated is left out."))
  }
}
