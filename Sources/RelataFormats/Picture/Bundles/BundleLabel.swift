import RelataGraph

/// The words on the line of a bundle: at most three lines, and how many more statements there are.
struct BundleLabel {
  struct Line: Hashable {
    /// Which way a statement goes, seen from the bundle's first end.
    enum Direction: Hashable {
      case forward, backward
      /// The relation holds both ways.
      case mutual
    }

    var text: String
    /// nil where the arrow of the line says enough.
    var direction: Direction?
    var style: LineStyle
    /// Whether the words are the text's own.
    var isOpen: Bool
  }

  let lines: [Line]
  /// How many statements are not told.
  let rest: Int
  /// Whether the bundle's line ends in an arrow at its second (first) end.
  let pointsForward: Bool
  let pointsBackward: Bool

  /// The most lines, without the one that counts the rest.
  static let maximumLines = 3
  static let fontSize = 10.0
  static let lineHeight = 11.5
  private static let longest = 30

  init(_ bundle: StatementBundle, in view: GraphView) {
    let directions = bundle.edges.map { edge -> Line.Direction in
      if !edge.statement.isOpen, view.ontology.relation(edge.statement.relation)?.isSymmetric == true {
        return .mutual
      }
      return edge.subject == bundle.first ? .forward : .backward
    }
    pointsForward = directions.contains(.forward)
    pointsBackward = directions.contains(.backward)
    // One kind of arrow needs no sign on the label.
    let isMixed = pointsForward && pointsBackward
    if bundle.edges.count == 1 {
      lines = Self.lines(of: bundle.edges[0], in: view)
      rest = 0
      return
    }
    var seen: Set<Line> = []
    var distinct: [Line] = []
    for (edge, direction) in zip(bundle.edges, directions) {
      let line = Line(
        text: Self.line(of: edge, in: view), direction: isMixed ? direction : nil,
        style: LineStyle(edge.statement), isOpen: edge.statement.isOpen)
      if seen.insert(line).inserted { distinct.append(line) }
    }
    lines = Array(distinct.prefix(Self.maximumLines))
    rest = distinct.count - lines.count
  }

  /// Graphviz' word for the arrows.
  var ends: String {
    switch (pointsForward, pointsBackward) {
    case (true, true): "both"
    case (true, false): "forward"
    case (false, true): "back"
    case (false, false): "none"
    }
  }

  /// With room around it.
  var size: PictureSize {
    // The signs of direction are among the widest characters.
    let widths = lines.map {
      TextMetrics.width($0.text, size: Self.fontSize) + ($0.direction == nil ? 0 : 1.3 * Self.fontSize)
    }
    let width = max(
      widths.max() ?? 0, rest > 0 ? TextMetrics.width("+ \(rest) more", size: Self.fontSize) : 0)
    let count = lines.count + (rest > 0 ? 1 : 0)
    return PictureSize(
      width: (1.06 * width + 6).rounded(.up), height: (Double(count) * Self.lineHeight + 3).rounded(.up))
  }

  /// A single statement has its role and time below its relation.
  private static func lines(of edge: GraphView.Edge, in view: GraphView) -> [Line] {
    let style = LineStyle(edge.statement)
    let texts = view.drawnLabel(of: edge).split(separator: "\n").prefix(maximumLines)
    // Graphviz refuses markup of nothing.
    return (texts.isEmpty ? [" "] : texts).map { text in
      Line(
        text: PictureText.line(String(text), limit: longest), direction: nil, style: style,
        isOpen: edge.statement.isOpen)
    }
  }

  /// All of a statement on one line, the time uncut.
  private static func line(of edge: GraphView.Edge, in view: GraphView) -> String {
    let parts = view.drawnLabel(of: edge).split(separator: "\n").map(String.init)
    guard let time = edge.statement.time.flatMap(GraphView.drawnTime), parts.count > 1 else {
      return PictureText.line(parts.joined(separator: " "), limit: longest)
    }
    let words = parts.dropLast().joined(separator: " ")
    return PictureText.line(words, limit: max(16, longest - time.count - 1)) + " " + time
  }
}
