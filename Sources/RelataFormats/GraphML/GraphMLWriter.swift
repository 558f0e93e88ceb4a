public import RelataGraph
public import RelataLayout

/// Writes a graph as GraphML with typed keys, one element for each entity and each statement.
///
/// A node's id is its entity's identifier; an edge's id is `s` and the statement's position, so that parallel
/// statements stay apart. Lists (`types`, `aliases`, `identifiers`, `documents`) have `;` between their
/// elements. Characters that XML 1.0 cannot hold become U+FFFD. What these attributes cannot say is in one
/// more, `details`, as JSON, from which ``GraphMLReader`` restores the whole graph.
///
/// For yEd, which shows no plain attributes, the file also has that program's graphics: labels, shapes and
/// colours as in ``DOTWriter``.
///
/// Where a layout is given, nodes have the numbers `x` and `y`, as Gephi reads them, and yEd's own.
///
/// Specification: http://graphml.graphdrawing.org/specification.html
public struct GraphMLWriter: Sendable {
  /// What gives types and relations their labels, kinds and links.
  public var ontology: Ontology
  /// Whether yEd's graphics are added.
  public var isForYEd: Bool
  /// Where the entities stand; nil leaves that to whoever reads the file.
  public var layout: GraphLayout?

  /// - Parameters:
  ///   - ontology: what gives types and relations their labels, kinds and links.
  ///   - isForYEd: whether yEd's graphics are added.
  ///   - layout: where the entities stand.
  public init(ontology: Ontology, isForYEd: Bool = false, layout: GraphLayout? = nil) {
    self.ontology = ontology
    self.isForYEd = isForYEd
    self.layout = layout
  }

  /// The graph as UTF-8 XML.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] { ByteStream.collect { write(graph, to: &$0) } }

  func write(_ graph: KnowledgeGraph, to bytes: inout ByteStream) {
    let view = GraphView(graph, ontology: ontology)
    let graphics = isForYEd ? YEdGraphics(view, layout) : nil
    let details = GraphDetails(graph)
    writeHead(to: &bytes)
    var rest = JSONStream()
    if details.writeRest(to: &rest) {
      bytes.write("<data key=\"graph-details\">" as StaticString)
      rest.bytes.withBytes { bytes.writeXML($0) }
      bytes.write("</data>\n" as StaticString)
    }
    bytes.writeInParts(of: view.entities.count) { range, bytes in
      var json = JSONStream()
      for entity in view.entities[range] {
        bytes.write("<node id=\"" as StaticString)
        bytes.writeXMLIdentifier(entity.id.rawValue)
        bytes.write("\">\n" as StaticString)
        let hasDetails = details.write(entity, to: &json)
        GraphMLData<EntityAttribute>.write(to: &bytes) { data in
          view.tell(entity, to: &data)
          if hasDetails { data.plain(.details) { bytes in json.bytes.withBytes { bytes.writeXML($0) } } }
        }
        if let point = layout?.points[entity.id] {
          bytes.write("<data key=\"node-x\">" as StaticString)
          bytes.write(coordinate: point.x)
          // Up, as Gephi counts.
          bytes.write("</data>\n<data key=\"node-y\">" as StaticString)
          bytes.write(coordinate: -point.y)
          bytes.write("</data>\n" as StaticString)
        }
        graphics?.write(entity, to: &bytes)
        bytes.write("</node>\n" as StaticString)
      }
    }
    bytes.writeInParts(of: view.edges.count) { range, bytes in
      var json = JSONStream()
      for edge in view.edges[range] {
        bytes.write("<edge id=\"s" as StaticString)
        bytes.write(edge.index)
        bytes.write("\" source=\"" as StaticString)
        bytes.writeXMLIdentifier(edge.statement.subject.rawValue)
        bytes.write("\" target=\"" as StaticString)
        bytes.writeXMLIdentifier(edge.statement.object.rawValue)
        bytes.write("\">\n" as StaticString)
        let hasDetails = details.write(edge, to: &json)
        GraphMLData<StatementAttribute>.write(to: &bytes) { data in
          view.tell(edge, to: &data)
          if hasDetails { data.plain(.details) { bytes in json.bytes.withBytes { bytes.writeXML($0) } } }
        }
        graphics?.write(edge, to: &bytes)
        bytes.write("</edge>\n" as StaticString)
      }
    }
    bytes.write("</graph>\n</graphml>\n" as StaticString)
  }

  private func writeHead(to bytes: inout ByteStream) {
    bytes.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      """ as StaticString)
    if isForYEd { bytes.write(YEdGraphics.namespace) }
    bytes.write(
      """
       xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """ as StaticString)
    declare(EntityAttribute.self, in: &bytes)
    declare(StatementAttribute.self, in: &bytes)
    if layout != nil {
      for axis in ["x", "y"] {
        bytes.write("<key id=\"node-\(axis)\" for=\"node\" attr.name=\"\(axis)\" attr.type=\"double\"/>\n")
      }
    }
    if isForYEd { bytes.write(YEdGraphics.keys) }
    bytes.write("<key id=\"graph-details\" for=\"graph\" attr.name=\"details\" attr.type=\"string\"/>\n")
    bytes.write("<graph id=\"relata\" edgedefault=\"directed\">\n" as StaticString)
  }

  private func declare<Name: AttributeName>(_ names: Name.Type, in bytes: inout ByteStream) {
    for attribute in names.allCases {
      bytes.write("<key id=\"\(Name.element)-\(attribute.name)\" for=\"\(Name.element)\" ")
      bytes.write("attr.name=\"\(attribute.name)\" attr.type=\"\(attribute.kind.graphML)\"/>\n")
    }
  }
}
