import RelataGraphviz
import Testing

@Suite(.enabled(if: GraphRenderer.isAvailable)) struct RenderErrorTests {
  private func failure(_ text: String) -> RenderError? {
    #expect(throws: RenderError.self) { try GraphRenderer().render(dot(text), format: .svg) }
  }

  @Test(arguments: [
    (1, "hello"), (2, "digraph {\n -> -> }"), (4, "digraph {\n a;\n b;\n c -> ; }"),
    (1, "graph { a -> b }"), (2, "digraph {\n a [label=\"open }"), (3, "graph {\n a\n"),
    (1, "graph { a } }"), (3, "graph { a }\n\n ] rubbish"),
  ])
  func aSyntaxErrorNamesItsLine(line: Int, text: String) throws {
    guard case .syntax(let found, let message) = try #require(failure(text)) else {
      Issue.record("not a syntax error")
      return
    }
    #expect(found == line)
    #expect(message.contains("syntax error"))
  }

  /// The lexer counts on where it stopped unless it is told not to.
  @Test func theLineDoesNotDependOnWhatFailedBefore() {
    let first = failure("digraph {\n\n\n -> }")
    #expect(failure("digraph {\n\n\n -> }") == first)
  }

  @Test(arguments: ["", " \n\t ", "// nothing\n", "/* nothing */", "# nothing\n"])
  func emptyInputIsAnError(text: String) {
    #expect(failure(text) == .empty)
  }

  @Test func aNULByteIsAnErrorWithItsLine() {
    guard case .syntax(line: 2, let message) = failure("digraph {\n a\0 }") else {
      Issue.record("not a syntax error in line 2")
      return
    }
    #expect(message.contains("NUL"))
  }

  @Test func graphvizsOwnErrorsAreThrown() throws {
    guard case .failed(let message) = try #require(failure("graph { a [label=<<b>x</i>>] }")) else {
      Issue.record("not a failure")
      return
    }
    #expect(message.contains("mismatched tag"))
    #expect(!message.contains("\n"))
  }

  @Test(arguments: [
    ("a [shape=nonesuch]", "nonesuch"), ("a [color=nonesuch]", "nonesuch"),
    ("a -> b [arrowhead=quux]", "quux"),
    ("a [style=nonesuch]", "nonesuch"),
  ])
  func unknownValuesAreWarningsBesideThePicture(body: String, word: String) throws {
    let drawing = try GraphRenderer().draw(dot("digraph { \(body) }"), format: .svg)
    #expect(try SVG(drawing.bytes).nodeTitles.first == "a")
    #expect(drawing.warnings.contains { $0.contains(word) })
    #expect(try GraphRenderer().draw(dot("graph { a }"), format: .svg).warnings.isEmpty)
  }

  @Test func bytesThatAreNotUTF8GiveAWarningAndWellFormedXML() throws {
    let text = dot("graph { a [label=\"caf") + [0xE9] + dot("\"] }")
    let drawing = try GraphRenderer().draw(text, format: .svg)
    #expect(!drawing.warnings.isEmpty)
    #expect(try SVG(drawing.bytes).texts == ["café"])
  }
}

/// With and without Graphviz.
@Suite struct RenderErrorDescriptionTests {
  @Test func everyErrorIsOneLine() {
    let errors: [RenderError] = [
      .unavailable, .empty, .syntax(line: 3, message: "m"), .syntax(line: nil, message: "m"),
      .tooLarge(nodes: 1, edges: 2), .failed(message: "m"),
      .tooSlow(engine: .dot, nodes: 1, edges: 2, alternative: .sfdp),
    ]
    for error in errors { #expect(!error.description.contains("\n") && !error.description.isEmpty) }
    // A program that was built with Graphviz lacks the library, any other its headers as well.
    #if Graphviz
      #expect(RenderError.unavailable.description.contains("apt-get install libgvc6"))
    #else
      #expect(RenderError.unavailable.description.contains("apt-get install libgraphviz-dev"))
      #expect(RenderError.unavailable.description.contains("brew install graphviz"))
    #endif
  }
}
