import RelataFormats
import RelataGraph
import Testing

@Suite struct DOTTests {
  /// The drawing as text, after Graphviz has read it without a word of complaint.
  private func drawing(
    _ graph: KnowledgeGraph, _ options: DOTWriter.Options = .init(), arguments: [String] = ["-Tcanon"]
  ) throws -> String {
    let bytes = DOTWriter(ontology: Samples.ontology, options: options).write(graph)
    let output = try Consumer.dot(arguments, input: bytes)
    #expect(output.standardError == "")
    #expect(output.status == 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func lines(_ text: String, containing parts: String...) -> [Substring] {
    text.split(separator: "\n").filter { line in parts.allSatisfy { line.contains($0) } }
  }

  @Test func graphvizLaysItOutWithoutAWarning() throws {
    for engine in ["dot", "neato", "sfdp"] {
      for graph in [Samples.conflict, KnowledgeGraph()] {
        _ = try drawing(
          graph, .init(title: "A “title” & \\more", bundlesParallelStatements: true),
          arguments: ["-Tsvg", "-K\(engine)"])
      }
    }
  }

  @Test func nastyNamesStayApart() throws {
    let text = try drawing(Samples.nasty)
    let output = try Consumer.dot(["-Tplain", "-Kcirco"], input: Array(text.utf8))
    let records = String(decoding: output.standardOutput, as: UTF8.self).split(separator: "\n")
    // One more than the entities: the legend.
    #expect(records.count { $0.hasPrefix("node ") } == Samples.nasty.entities.count + 1)
    #expect(records.count { $0.hasPrefix("edge ") } == Samples.nasty.statements.count)
  }

  @Test func typesHaveTheOntologysColoursAndShapes() throws {
    let text = try drawing(Samples.conflict)
    #expect(
      lines(
        text, containing: "\"person/ahmed-al-sharaa\" [", "shape=ellipse", "#fde68a", "fontcolor=\"#111827\""
      ).count == 1)
    // What the type's own description gets wrong comes from the type above.
    #expect(
      lines(text, containing: "\"armedgroup/hts\" [", "shape=box", "#1e40af", "fontcolor=\"#ffffff\"").count
        == 1)
  }

  @Test func anUnknownTypeHasADefault() throws {
    let graph = KnowledgeGraph(entities: [Entity(id: Samples.id("x"), name: "X", type: "Spaceship")])
    let text = try drawing(graph)
    #expect(lines(text, containing: "\"x\" [", "shape=box").count == 1)
    #expect(!lines(text, containing: "<FONT", "Spaceship").isEmpty)
  }

  @Test func everyStatementIsAnEdgeThatShowsWhatItIs() throws {
    let text = try drawing(Samples.conflict)
    #expect(lines(text, containing: " -> ").count == Samples.conflict.statements.count)
    let hts = "\"armedgroup/hts\" -> "
    #expect(lines(text, containing: hts, "label=\"⚠ captured\\n2024-11\"", "style=solid").count == 1)
    #expect(lines(text, containing: hts, "label=\"⚠ captured\\nDecember\"").count == 1)
    #expect(lines(text, containing: hts, "label=\"not captured\"", "style=dashed", "#c81e1e").count == 1)
    #expect(lines(text, containing: "label=\"leads\\nas commander; emir\\nsince 2017-01-28\"").count == 1)
    #expect(
      lines(text, containing: "label=<<I>drive past<BR/>until 2025</I>>", "#6b7280").count == 1)
    let styles = Set(
      lines(text, containing: " -> ").map { line in
        line.split(separator: ", ").filter { $0.hasPrefix("style=") || $0.hasPrefix("color=") }.joined()
      })
    // Reported, asserted, negated, open, planned, alleged, hypothetical.
    #expect(styles.count == 7)
  }

  @Test func tooltipsQuoteTheDocument() throws {
    let edge = try #require(lines(try drawing(Samples.conflict), containing: "captured\\n2024-11").first)
    #expect(edge.contains("““HTS” captured Aleppo”"))
    #expect(edge.contains("— a.txt and 1 more"))
    #expect(edge.contains("according to Ahmed al-Sharaa"))
  }

  @Test func theLegendShowsOnlyWhatOccurs() throws {
    var graph = Samples.conflict
    let all = try drawing(graph)
    for label in [
      "Person", "Armed group", "City", "planned", "alleged", "hypothetical", "negated", "contradicted",
    ] {
      #expect(!lines(all, containing: "<TR>", label).isEmpty, "\(label)")
    }
    #expect(lines(all, containing: "<TR>", "Place").isEmpty)
    graph.statements = [graph.statements[3]]
    graph.contradictions = []
    let one = try drawing(graph)
    #expect(lines(one, containing: "<TR>", "stated by the article").count == 1)
    #expect(lines(one, containing: "<TR>", "negated").isEmpty)
    #expect(lines(one, containing: "<TR>", "contradicted").isEmpty)
    #expect(!(try drawing(graph, .init(showsLegend: false)).contains("cluster_legend")))
  }

  @Test func parallelStatementsAreBundledOnRequest() throws {
    var graph = Samples.conflict
    let ends = graph.statements.map { Set([$0.subject, $0.object]) }
    let text = try drawing(graph, .init(bundlesParallelStatements: true))
    #expect(lines(text, containing: " -> ").count == Set(ends).count)
    // Negated and affirmed, in the order of evidence, each in the colour of its own line.
    let captured = try #require(lines(text, containing: "\"armedgroup/hts\" -> \"city/aleppo\"").first)
    #expect(captured.contains("dir=forward") && captured.contains("BGCOLOR"))
    #expect(captured.contains("⚠ captured 2024-11") && captured.contains("⚠ captured December"))
    // Both ways: whose statement a line is stands before it.
    var back = graph.statements[0]
    (back.subject, back.object) = (back.object, back.subject)
    graph.statements.append(back)
    let mixed = try drawing(graph, .init(bundlesParallelStatements: true))
    #expect(lines(mixed, containing: "dir=both").count == 1)
    #expect(lines(mixed, containing: "Aleppo: captured 2024-11").count == 1)
  }

  @Test func theMostImportantStatementsComeFirst() throws {
    var graph = Samples.conflict
    for (index, importance) in [(1, 0.9), (3, 0.25), (6, 0.25), (0, nil)] as [(Int, Double?)] {
      graph.statements[index].importance = importance
    }
    func labels(_ options: DOTWriter.Options) throws -> [String] {
      lines(try drawing(graph, options), containing: " -> ").compactMap {
        $0.firstMatch(of: #/label=(?:"([^"]*)"|<<I>([^<]*))/#).map { String($0.1 ?? $0.2 ?? "") }
      }
    }
    #expect(
      try labels(.init()) == [
        "⚠ captured\\nDecember", "leads\\nas commander; emir\\nsince 2017-01-28", "leads",
        "⚠ captured\\n2024-11", "not captured", "drive past", "met with", "leads",
      ])
  }

  @Test func aLongQuoteIsCutBetweenWords() throws {
    var graph = Samples.conflict
    graph.statements = [graph.statements[3]]
    graph.statements[0].evidence = [
      Evidence(
        document: "long.txt", start: 0, end: 100_000,
        quote: String(repeating: "supercalifragilistic ", count: 5000))
    ]
    let text = try drawing(graph)
    #expect(text.utf8.count < 8000)
    #expect(text.contains("supercalifragilistic…”"))
  }
}
