/// What yEd's extension says of a node or an edge: its labels, and which ends have arrows.
///
/// Schema: http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd
struct GraphMLDrawing {
  private var labels: [String] = []
  private var current: [UInt8]?
  /// How many elements are open within the label.
  private var depth = 0
  private var sourceArrow: String?
  private var targetArrow: String?

  mutating func begin(_ scanner: inout XMLScanner) throws(GraphFormatError) {
    if current != nil {
      depth += 1
    } else if scanner.isNamed("NodeLabel") || scanner.isNamed("EdgeLabel") {
      current = []
    } else if scanner.isNamed("Arrows") {
      sourceArrow = try scanner.attribute("source")
      targetArrow = try scanner.attribute("target")
    }
  }

  mutating func text(_ scanner: XMLScanner) throws(GraphFormatError) {
    guard depth == 0, var bytes = current else { return }
    current = nil
    try scanner.append(scanner.text, to: &bytes)
    current = bytes
  }

  mutating func end() {
    if depth > 0 {
      depth -= 1
    } else if let bytes = current {
      let label = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      if !label.isEmpty { labels.append(label) }
      current = nil
    }
  }

  func describe(_ node: inout ForeignNode) {
    for label in labels { node.attributes.append(ForeignAttribute(name: "label", values: [label])) }
  }

  func describe(_ edge: inout ForeignEdge) {
    for label in labels { edge.attributes.append(ForeignAttribute(name: "label", values: [label])) }
    // yEd declares every graph directed and shows by arrows which edges are.
    guard let sourceArrow, let targetArrow else { return }
    let isBackward = sourceArrow != "none" && targetArrow == "none"
    if isBackward { swap(&edge.source, &edge.target) }
    edge.isDirected = (sourceArrow != "none") != (targetArrow != "none")
  }
}
