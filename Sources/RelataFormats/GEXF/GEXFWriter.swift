public import RelataGraph

/// Writes a graph as GEXF 1.3, the format of Gephi.
///
/// - Attributes are typed; lists are in brackets with quoted elements, as Gephi reads them.
/// - A statement with a time has an interval for Gephi's timeline: from the first day that its start can mean to the
///   last day that its end can mean; a bound that the text leaves open stays open. Where the year is unknown there is
///   none. The exact partial date is in the attribute `time`.
/// - Parallel statements keep apart: each has a `kind` of its own, the relation, with a number from the second on,
///   because Gephi adds edges of one kind up.
/// - Entities have the colour and shape of their type and grow with their statements, edges have the colour and line
///   of what the text commits itself to, as in ``DOTWriter``. The weight of an edge is its number of sentences.
///
/// Characters that XML 1.0 cannot hold become U+FFFD.
///
/// Specification: https://gexf.net/schema.html
public struct GEXFWriter: Sendable {
  public var ontology: Ontology

  public init(ontology: Ontology) { self.ontology = ontology }

  /// The graph as UTF-8 XML.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] {
    let view = GraphView(graph, ontology: ontology)
    // What the format has a place of its own for is no attribute.
    let nodeAttributes = view.entityAttributes.filter { $0.name != "name" }
    let edgeAttributes = view.statementAttributes.filter { !["label", "start", "end"].contains($0.name) }
    var bytes: [UInt8] = []
    bytes.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
      <meta><creator>Relata</creator></meta>
      <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">

      """ as StaticString)
    declare(nodeAttributes, of: "node", in: &bytes)
    declare(edgeAttributes, of: "edge", in: &bytes)
    writeNodes(of: view, attributes: nodeAttributes, to: &bytes)
    writeEdges(of: view, attributes: edgeAttributes, to: &bytes)
    bytes.write("</graph>\n</gexf>\n" as StaticString)
    return bytes
  }

  private func declare<Subject>(
    _ attributes: [Attribute<Subject>], of element: StaticString, in bytes: inout [UInt8]
  ) {
    bytes.write("<attributes class=\"\(element)\" mode=\"static\">\n")
    for attribute in attributes {
      bytes.write("<attribute id=\"\(attribute.name)\" title=\"\(attribute.name)\" ")
      bytes.write("type=\"\(attribute.kind.gexf)\"/>\n")
    }
    bytes.write("</attributes>\n" as StaticString)
  }

  private func writeNodes(
    of view: GraphView, attributes: [Attribute<Entity>], to bytes: inout [UInt8]
  ) {
    let growths = view.growths
    let styles = Dictionary(
      view.entities.map { ($0.type, Self.look(EntityStyle($0.type, in: ontology))) },
      uniquingKeysWith: { first, _ in first })
    bytes.write("<nodes>\n" as StaticString)
    for entity in view.entities {
      bytes.write("<node id=\"" as StaticString)
      bytes.writeXML(PortableText.identifier(entity.id))
      bytes.write("\" label=\"" as StaticString)
      bytes.writeXML(entity.name)
      bytes.write("\">\n" as StaticString)
      write(attributes, of: entity, to: &bytes)
      bytes.write("<viz:size value=\"\(10 + 5 * (growths[entity.id] ?? 0))\"/>")
      if let look = styles[entity.type] { bytes.append(contentsOf: look) }
      bytes.write("\n</node>\n" as StaticString)
    }
    bytes.write("</nodes>\n" as StaticString)
  }

  private func writeEdges(
    of view: GraphView, attributes: [Attribute<GraphView.Edge>], to bytes: inout [UInt8]
  ) {
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
      let count =
        kinds[
          Kind(subject: statement.subject, relation: statement.relation, object: statement.object),
          default: 0] + 1
      kinds[Kind(subject: statement.subject, relation: statement.relation, object: statement.object)] = count
      bytes.write("<edge id=\"s" as StaticString)
      bytes.write(String(edge.index))
      bytes.write("\" source=\"" as StaticString)
      bytes.writeXML(PortableText.identifier(statement.subject))
      bytes.write("\" target=\"" as StaticString)
      bytes.writeXML(PortableText.identifier(statement.object))
      bytes.write("\" label=\"" as StaticString)
      bytes.writeXML(view.label(of: statement))
      bytes.write("\" kind=\"" as StaticString)
      bytes.writeXML(statement.relation)
      if count > 1 { bytes.write(" #\(count)") }
      bytes.write("\" weight=\"" as StaticString)
      bytes.write(String(max(1, statement.evidence.count)))
      if let days = statement.time.flatMap(CalendarDates.days) {
        if let start = days.start { bytes.write("\" start=\"\(start)") }
        if let end = days.end { bytes.write("\" end=\"\(end)") }
      }
      bytes.write("\">\n" as StaticString)
      write(attributes, of: edge, to: &bytes)
      bytes.append(contentsOf: looks[LineStyle(statement).rawValue])
      bytes.write("\n</edge>\n" as StaticString)
    }
    bytes.write("</edges>\n" as StaticString)
  }

  private func write<Subject>(
    _ attributes: [Attribute<Subject>], of subject: Subject, to bytes: inout [UInt8]
  ) {
    bytes.write("<attvalues>\n" as StaticString)
    for attribute in attributes {
      guard let value = attribute.value(subject) else { continue }
      bytes.write("<attvalue for=\"" as StaticString)
      bytes.write(attribute.name)
      bytes.write("\" value=\"" as StaticString)
      if case .list(let elements) = value {
        var list = JSONBytes()
        list.array { for element in elements { $0.string(PortableText.cleaned(element)) } }
        bytes.writeXML(String(decoding: list.bytes, as: UTF8.self))
      } else {
        bytes.writeXML(value.flat)
      }
      bytes.write("\"/>\n" as StaticString)
    }
    bytes.write("</attvalues>\n" as StaticString)
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

extension AttributeKind {
  /// The type of a GEXF attribute.
  fileprivate var gexf: StaticString {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .number: "double"
    case .flag: "boolean"
    case .list: "liststring"
    }
  }
}
