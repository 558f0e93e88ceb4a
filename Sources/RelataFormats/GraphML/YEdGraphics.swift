import RelataGraph
import RelataLayout

/// What yEd draws: its extension of GraphML.
///
/// Format: https://yed.yworks.com/support/manual/graphml.html and the files that yEd writes.
struct YEdGraphics {
  static let namespace: StaticString = " xmlns:y=\"http://www.yworks.com/xml/graphml\""

  static let keys: StaticString = """
    <key id="node-graphics" for="node" yfiles.type="nodegraphics"/>
    <key id="edge-graphics" for="edge" yfiles.type="edgegraphics"/>

    """

  private let view: GraphView
  private let growths: [EntityID: Int]
  private let styles: [EntityType: EntityStyle]
  private let layout: GraphLayout?

  init(_ view: GraphView, _ layout: GraphLayout?) {
    self.view = view
    self.layout = layout
    growths = view.growths
    styles = Dictionary(
      view.entities.map { ($0.type, EntityStyle($0.type, in: view.ontology)) },
      uniquingKeysWith: { first, _ in first })
  }

  func write(_ entity: Entity, to bytes: inout ByteStream) {
    let style = styles[entity.type] ?? EntityStyle(entity.type, in: view.ontology)
    let name = DOTText.wrapped(DOTText.shortened(entity.name, to: 60), width: 20)
    let growth = growths[entity.id] ?? 0
    // As wide as the longest line, roughly: yEd does not measure on reading.
    let lines = name.split(separator: "\n")
    let width = 24 + 7 * (lines.map(\.count).max() ?? 0)
    let height = 20 + 14 * max(1, lines.count)
    bytes.write("<data key=\"node-graphics\"><y:ShapeNode>")
    bytes.write("<y:Geometry height=\"\(height).0\" width=\"\(width).0\"")
    if let point = layout?.points[entity.id] {
      // yEd's place is that of the upper left corner.
      bytes.write(" x=\"" as StaticString)
      bytes.write(coordinate: point.x - Double(width) / 2)
      bytes.write("\" y=\"" as StaticString)
      bytes.write(coordinate: point.y - Double(height) / 2)
      bytes.write("\"" as StaticString)
    }
    bytes.write("/>" as StaticString)
    bytes.write("<y:Fill color=\"\(style.fill)\" transparent=\"false\"/>")
    bytes.write("<y:BorderStyle color=\"#4b5563\" type=\"line\" width=\"1.0\"/>")
    bytes.write("<y:NodeLabel fontSize=\"\(10 + growth)\" textColor=\"\(style.fontColor)\">")
    bytes.writeXML(name)
    bytes.write("</y:NodeLabel><y:Shape type=\"\(Self.shape(style.shape))\"/></y:ShapeNode></data>\n")
  }

  func write(_ edge: GraphView.Edge, to bytes: inout ByteStream) {
    let line = LineStyle(edge.statement)
    let type = line.dash == "solid" ? "line" : line.dash
    let width = 1 + min(4, max(0, edge.statement.evidence.count - 1))
    bytes.write("<data key=\"edge-graphics\"><y:PolyLineEdge>")
    bytes.write("<y:LineStyle color=\"\(line.color)\" type=\"\(type)\" width=\"\(width).0\"/>")
    bytes.write("<y:Arrows source=\"none\" target=\"standard\"/>")
    bytes.write("<y:EdgeLabel fontSize=\"9\" textColor=\"\(line.fontColor)\">")
    bytes.writeXML(view.drawnLabel(of: edge))
    bytes.write("</y:EdgeLabel></y:PolyLineEdge></data>\n")
  }

  /// yEd's shape that is nearest to one of Graphviz.
  private static func shape(_ shape: String) -> String {
    switch shape {
    case "ellipse", "oval", "circle", "egg", "doublecircle", "Mcircle": "ellipse"
    case "diamond", "Mdiamond": "diamond"
    case "triangle", "house": "triangle"
    case "invtriangle", "invhouse": "triangle2"
    case "hexagon", "septagon", "pentagon": "hexagon"
    case "octagon", "doubleoctagon", "tripleoctagon": "octagon"
    case "trapezium": "trapezoid"
    case "invtrapezium": "trapezoid2"
    case "parallelogram": "parallelogram"
    case "box3d", "component": "rectangle3d"
    case "star": "star5"
    case "cds", "rarrow", "rpromoter": "fatarrow"
    case "larrow", "lpromoter": "fatarrow2"
    case "note", "tab", "folder", "square", "Msquare": "rectangle"
    default: "roundrectangle"
    }
  }
}
