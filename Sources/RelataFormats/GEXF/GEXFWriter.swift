public import RelataGraph
public import RelataLayout

/// Writes a graph as GEXF 1.3, the format of Gephi.
///
/// - Attributes are typed; lists are in brackets with quoted elements, as Gephi reads them.
/// - A statement with a time has an interval for Gephi's timeline: from the first day that its start can mean
///   to the last day that its end can mean; a bound that the text leaves open stays open. Where the year is
///   unknown there is none. The exact partial date is in the attribute `time`.
/// - Parallel statements keep apart: each has a `kind` of its own, the relation, with a number from the
///   second on, because Gephi adds edges of one kind up.
/// - Entities have the colour and shape of their type and grow with their statements, edges have the
///   colour and line of what the text commits itself to, as in ``DOTWriter``. The weight of an edge is
///   its number of sentences.
///
/// Characters that XML 1.0 cannot hold become U+FFFD.
///
/// Specification: https://gexf.net/schema.html
public struct GEXFWriter: Sendable {
  /// What gives types and relations their labels, kinds and links.
  public var ontology: Ontology
  /// Where the entities stand; nil leaves that to Gephi.
  public var layout: GraphLayout?

  /// - Parameters:
  ///   - ontology: what gives types and relations their labels, kinds and links.
  ///   - layout: where the entities stand.
  public init(ontology: Ontology, layout: GraphLayout? = nil) {
    self.ontology = ontology
    self.layout = layout
  }

  /// The graph as UTF-8 XML.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] { ByteStream.collect { write(graph, to: &$0) } }

  func write(_ graph: KnowledgeGraph, to bytes: inout ByteStream) {
    let view = GraphView(graph, ontology: ontology)
    bytes.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
      <meta><creator>Relata</creator></meta>
      <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">

      """ as StaticString)
    GEXFValues<EntityAttribute>.declare(in: &bytes)
    GEXFValues<StatementAttribute>.declare(in: &bytes)
    writeNodes(of: view, to: &bytes)
    writeEdges(of: view, to: &bytes)
    bytes.write("</graph>\n</gexf>\n" as StaticString)
  }

  private func writeNodes(of view: GraphView, to bytes: inout ByteStream) {
    let growths = view.growths
    let styles = Dictionary(
      view.entities.map { ($0.type, Self.look(EntityStyle($0.type, in: ontology))) },
      uniquingKeysWith: { first, _ in first })
    bytes.write("<nodes>\n" as StaticString)
    for entity in view.entities {
      bytes.write("<node id=\"" as StaticString)
      bytes.writeXMLIdentifier(entity.id.rawValue)
      bytes.write("\" label=\"" as StaticString)
      bytes.writeXML(entity.name)
      bytes.write("\">\n" as StaticString)
      GEXFValues<EntityAttribute>.write(to: &bytes) { view.tell(entity, to: &$0) }
      bytes.write("<viz:size value=\"" as StaticString)
      bytes.write(10 + 5 * (growths[entity.id] ?? 0))
      bytes.write("\"/>" as StaticString)
      if let point = layout?.points[entity.id] {
        bytes.write("<viz:position x=\"" as StaticString)
        bytes.write(coordinate: point.x)
        // Up, as Gephi counts.
        bytes.write("\" y=\"" as StaticString)
        bytes.write(coordinate: -point.y)
        bytes.write("\" z=\"0.0\"/>" as StaticString)
      }
      if let look = styles[entity.type] { bytes.append(contentsOf: look) }
      bytes.write("\n</node>\n" as StaticString)
    }
    bytes.write("</nodes>\n" as StaticString)
  }

  private func writeEdges(of view: GraphView, to bytes: inout ByteStream) {
    struct Kind: Hashable {
      var subject: EntityID
      var relation: String
      var object: EntityID
    }
    var kinds: [Kind: Int] = [:]
    let looks = LineStyle.allCases.map(Self.look)
    bytes.write("<edges>\n" as StaticString)
    for edge in view.edges {
      let statement = edge.statement
      let kind = Kind(subject: statement.subject, relation: statement.relation, object: statement.object)
      let count = kinds[kind, default: 0] + 1
      kinds[kind] = count
      bytes.write("<edge id=\"s" as StaticString)
      bytes.write(edge.index)
      bytes.write("\" source=\"" as StaticString)
      bytes.writeXMLIdentifier(statement.subject.rawValue)
      bytes.write("\" target=\"" as StaticString)
      bytes.writeXMLIdentifier(statement.object.rawValue)
      bytes.write("\" label=\"" as StaticString)
      bytes.writeXML(view.label(of: statement))
      bytes.write("\" kind=\"" as StaticString)
      bytes.writeXML(statement.relation)
      if count > 1 { bytes.write(" #\(count)") }
      bytes.write("\" weight=\"" as StaticString)
      bytes.write(max(1, statement.evidence.count))
      if let days = statement.time.flatMap(CalendarDates.days) {
        if let start = days.start { bytes.write("\" start=\"\(start)") }
        if let end = days.end { bytes.write("\" end=\"\(end)") }
      }
      bytes.write("\">\n" as StaticString)
      GEXFValues<StatementAttribute>.write(to: &bytes) { view.tell(edge, to: &$0) }
      bytes.append(contentsOf: looks[LineStyle(statement).rawValue])
      bytes.write("\n</edge>\n" as StaticString)
    }
    bytes.write("</edges>\n" as StaticString)
  }

  private static func look(_ style: EntityStyle) -> [UInt8] {
    let shape =
      switch style.shape {
      case "box", "rect", "rectangle", "square", "box3d", "component", "folder", "note", "tab": "square"
      case "triangle", "invtriangle", "house", "invhouse", "trapezium", "invtrapezium": "triangle"
      case "diamond", "Mdiamond": "diamond"
      default: "disc"
      }
    return Array("\(color(style.fill))<viz:shape value=\"\(shape)\"/>".utf8)
  }

  private static func look(_ line: LineStyle) -> [UInt8] {
    Array("\(color(line.color))<viz:shape value=\"\(line.dash)\"/>".utf8)
  }

  private static func color(_ hex: String) -> String {
    let number = Int(hex.dropFirst(), radix: 16) ?? 0
    return "<viz:color r=\"\(number >> 16 & 255)\" g=\"\(number >> 8 & 255)\" b=\"\(number & 255)\"/>"
  }
}
