import Foundation
import Relata
import Testing

/// What the page does, ExplorerBrowserTests looks at.
@Suite("relata explore")
struct ExploreCommandTests {
  private static let graph: KnowledgeGraph = {
    var graph = SampleGraph.graph
    graph.documents[0].text = "The Lighthouse Union\ncaptured Northport on 8 December. Unmistakable."
    return graph
  }()

  private func page(_ options: String..., output: String = "graph.html") throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(
      Data(JSONLDWriter(ontology: try Ontology.embedded()).write(Self.graph)), to: "output/graph.jsonld")
    try folder.write(
      """
      version: 1
      extends: builtin
      relations:
        captured: {label: seized, definition: Subject takes object., domain: [Thing], range: [Thing]}

      """, to: "mine.yaml")
    let outcome = try RelataProcess.run(["explore", "--no-browser"] + options, in: folder)
    #expect(outcome.status == 0 && outcome.output == output + "\n", "\(outcome.errors)")
    return String(decoding: try #require(folder.contents[output]), as: UTF8.self)
  }

  @Test("the heading is what matters most, or what --title says")
  func title() throws {
    #expect(try page().contains("<title>Lighthouse Union, Northport and Ada Khan</title>"))
    let own = try page("--title", "North & South", "--output", "own.html", output: "own.html")
    #expect(own.contains("<title>North &amp; South</title>"))
    #expect(!own.contains("Lighthouse Union, Northport and Ada Khan"))
  }

  @Test("--without-texts leaves them out, but not the sentences")
  func withoutTexts() throws {
    let (with, without) = (try page(), try page("--without-texts"))
    #expect(with.contains("Unmistakable") && !without.contains("Unmistakable"))
    #expect(without.contains("captured Northport on 8 December."))
  }

  @Test("relations are called as an ontology of one's own calls them")
  func ontology() throws {
    #expect(try !page().contains("seized"))
    #expect(try page("--ontology", "mine.yaml").contains("seized"))
  }
}
