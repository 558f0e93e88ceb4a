import RelataGraph
import RelataGraphviz
import Testing

@Suite(.enabled(if: !GraphRenderer.isAvailable)) struct UnavailableTests {
  @Test func aBuildWithoutGraphvizSaysWhatToInstall() {
    #expect(throws: RenderError.unavailable) { try GraphRenderer().render(dot("graph { a }"), format: .svg) }
    #expect(throws: RenderError.unavailable) {
      try GraphRenderer().render(
        KnowledgeGraph(), ontology: Ontology(types: [], relations: []), format: .png)
    }
  }
}
