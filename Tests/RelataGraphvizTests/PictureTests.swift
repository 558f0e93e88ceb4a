import Foundation
import RelataGraphviz
import Testing

@Suite(.enabled(if: GraphRenderer.isAvailable)) struct PictureTests {
  private let conflict = dot(
    """
    digraph "a graph" {
      hts [label="Hay’at Tahrir al-Sham", shape=hexagon, style=filled, fillcolor="#c2410c", tooltip="HTS & others"];
      aleppo [label="Aleppo <city>", style=filled, fillcolor="#15803d", tooltip="حلب"];
      hts -> aleppo [label="captured", style=dashed, color="#b91c1c", tooltip="They \\"took\\" it."];
    }
    """)

  @Test func theSVGShowsWhatTheGraphSays() throws {
    let bytes = try GraphRenderer().render(conflict, format: .svg)
    let svg = try SVG(bytes)
    #expect(svg.nodeTitles == ["hts", "aleppo"])
    #expect(svg.edgeTitles == ["hts->aleppo"])
    #expect(svg.texts == ["Hay’at Tahrir al-Sham", "Aleppo <city>", "captured"])
    #expect(Set(svg.tooltips).isSuperset(of: ["HTS & others", "حلب", "They \"took\" it."]))
    #expect(svg.fills.isSuperset(of: ["#c2410c", "#15803d"]))
    #expect(svg.shapes.isSuperset(of: ["polygon", "ellipse", "path"]))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("graphviz version"))
  }

  @Test func thePNGDecodesToThePictureOfItsSize() throws {
    let small = try PNG(decoding: try GraphRenderer().render(conflict, format: .png))
    #expect(small.checksumsMatch)
    #expect(small.byteCount == small.expectedByteCount)
    #expect(small.valueCount > 20)
    #expect((100...2_000).contains(small.width) && (100...2_000).contains(small.height))
    let large = try PNG(decoding: try GraphRenderer().render(ring(nodes: 40, edges: 60), format: .png))
    #expect(large.width * large.height > 2 * small.width * small.height)
  }

  /// Graphviz itself prints to standard error here, and asks for gigabytes a little below.
  @Test func anImmensePNGIsScaledDown() throws {
    let png = try PNG(
      decoding: try GraphRenderer().render(
        dot("graph { a [width=2000, height=300]; graph [dpi=300]; }"), format: .png))
    #expect(png.width <= 30_001)
    #expect(png.width * png.height < 65_000_000)
    #expect(png.byteCount == png.expectedByteCount)
  }

  @Test func thePDFIsWhole() throws {
    let bytes = try GraphRenderer().render(conflict, format: .pdf)
    #expect(bytes.starts(with: dot("%PDF-1.")))
    let end = try #require(String(bytes: bytes.suffix(64), encoding: .isoLatin1))
    let lines = end.split(separator: "\n")
    #expect(lines.last == "%%EOF")
    // The offset that the trailer names is that of the cross-reference table: nothing was moved.
    let start = try #require(lines.firstIndex(of: "startxref").flatMap { Int(lines[$0 + 1]) })
    let table = try #require(String(bytes: bytes[start..<min(start + 40, bytes.count)], encoding: .isoLatin1))
    #expect(table.hasPrefix("xref") || table.contains(" obj"))
  }

  @Test(arguments: DrawingFormat.allCases) func drawingAgainGivesTheSameBytes(format: DrawingFormat) throws {
    let renderer = GraphRenderer()
    // fdp orders edges by their addresses in memory.
    for engine in LayoutEngine.allCases where engine != .fdp {
      let graph = ring(nodes: 30, edges: 50)
      let first = try renderer.render(graph, format: format, engine: engine)
      // What was drawn in between must leave no trace, not even a failure or a text with a second graph.
      _ = try renderer.render(dot("graph { a -- b } graph { c }"), format: .svg, engine: .neato)
      _ = try? renderer.render(dot("graph { a -> }"), format: .svg)
      let isSame = try renderer.render(graph, format: format, engine: engine) == first
      #expect(isSame, "\(engine)")
    }
  }

  /// cgraph's lexer keeps what follows the graph on its line, and would draw it in place of the next text.
  @Test func onlyTheFirstGraphOfATextIsDrawn() throws {
    let renderer = GraphRenderer()
    let first = try renderer.render(dot("graph { a } graph { b }"), format: .svg)
    #expect(try SVG(first).nodeTitles == ["a"])
    let second = try renderer.render(dot("graph { c }"), format: .svg)
    #expect(try SVG(second).nodeTitles == ["c"])
  }
}

/// With and without Graphviz.
@Suite struct DrawingFormatTests {
  @Test func formatsAreKnownByTheFileName() {
    #expect(DrawingFormat(fileName: "out/graph.svg") == .svg)
    #expect(DrawingFormat(fileName: "GRAPH.PNG") == .png)
    #expect(DrawingFormat(fileName: "a.b.pdf") == .pdf)
    #expect(DrawingFormat(fileName: "folder.svg/graph") == nil)
    #expect(DrawingFormat(fileName: "svg") == nil)
    #expect(DrawingFormat(fileName: "graph.gif") == nil)
  }
}
