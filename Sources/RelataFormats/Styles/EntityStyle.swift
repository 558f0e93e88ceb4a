import RelataGraph

/// How an entity type is drawn: from the ontology, with defaults for what it lacks or
/// what Graphviz does not know.
struct EntityStyle: Hashable {
  var label: String
  /// `#rrggbb`.
  var fill: String
  /// A node shape of Graphviz.
  var shape: String

  /// The style of the type, or of the nearest kind above it that the ontology describes.
  init(_ type: EntityType, in ontology: Ontology) {
    let described = ontology.path(of: type).lazy.compactMap { ontology.description(of: $0) }
    label = ontology.description(of: type)?.label ?? type.rawValue
    fill = described.map(\.color).first(where: Self.isColor) ?? "#e5e7eb"
    shape = described.map(\.shape).first { Self.glyphs[$0] != nil } ?? "box"
    if label.isEmpty { label = type.rawValue }
  }

  /// Black or white, whichever is read better on the fill (relative luminance, WCAG 2.1).
  var fontColor: String {
    let channels = stride(from: 1, to: 7, by: 2).map { offset -> Int in
      let start = fill.utf8.index(fill.utf8.startIndex, offsetBy: offset)
      return Int(fill[start..<fill.utf8.index(start, offsetBy: 2)], radix: 16) ?? 0
    }
    let luminance = zip(channels, [2126, 7152, 722]).reduce(0) { $0 + $1.0 * $1.1 }
    return luminance > 130 * 10000 ? "#111827" : "#ffffff"
  }

  /// Corners are only rounded where there are some and roundness does not change what the shape says.
  var style: String { ["box", "rect", "rectangle", "square"].contains(shape) ? "rounded,filled" : "filled" }

  /// A small picture of the shape, for the legend.
  var glyph: String { Self.glyphs[shape] ?? "" }

  private static func isColor(_ text: String) -> Bool {
    text.utf8.count == 7 && text.utf8.first == UInt8(ascii: "#")
      && text.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// The shapes that Graphviz draws without a warning (https://graphviz.org/doc/info/shapes.html), except
  /// those that hide the name; a glyph where a common font has one.
  private static let glyphs: [String: String] = [
    "box": "■", "rect": "■", "rectangle": "■", "square": "■", "ellipse": "●", "oval": "●", "circle": "●",
    "egg": "●", "doublecircle": "◎", "diamond": "◆", "Mdiamond": "◆", "triangle": "▲",
    "invtriangle": "▼", "house": "▲", "invhouse": "▼", "hexagon": "⬢", "octagon": "⬢",
    "pentagon": "⬟", "septagon": "⬢", "doubleoctagon": "⬢", "tripleoctagon": "⬢", "star": "★",
    "trapezium": "▲", "invtrapezium": "▼", "parallelogram": "▰", "polygon": "■", "Msquare": "■",
    "Mcircle": "●", "cylinder": "▮", "note": "▤", "tab": "▤", "folder": "▤", "box3d": "■",
    "component": "■", "plaintext": "", "plain": "", "none": "", "underline": "", "cds": "▶",
    "rarrow": "▶", "larrow": "◀", "lpromoter": "◀", "rpromoter": "▶", "signature": "■",
  ]
}
