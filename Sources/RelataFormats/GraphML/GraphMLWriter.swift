public import RelataGraph

/// Writes a graph as GraphML with typed keys, one element for each entity and each statement.
///
/// A node's id is its entity's identifier; an edge's id is `s` and the statement's position, so that parallel
/// statements stay apart. Lists (`types`, `aliases`, `identifiers`, `documents`) have `;` between their elements.
/// Characters that XML 1.0 cannot hold become U+FFFD. What these attributes cannot say is in one more, `details`, as JSON,
/// from which ``GraphMLReader`` restores the whole graph.
///
/// For yEd, which shows no plain attributes, the file also has that program's graphics: labels, shapes and colours as in
/// ``DOTWriter``.
///
/// Specification: http://graphml.graphdrawing.org/specification.html
public struct GraphMLWriter: Sendable {
  public var ontology: Ontology
  /// Whether yEd's graphics are added.
  public var isForYEd: Bool

  public init(ontology: Ontology, isForYEd: Bool = false) {
    self.ontology = ontology
    self.isForYEd = isForYEd
  }

  /// The graph as UTF-8 XML.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] {
    let view = GraphView(graph, ontology: ontology)
    let details = GraphDetails(graph)
    let nodeAttributes = view.entityAttributes + [details.ofEntity]
    let edgeAttributes = view.statementAttributes + [details.ofStatement]
    var bytes: [UInt8] = []
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
    declare(nodeAttributes, of: "node", in: &bytes)
    declare(edgeAttributes, of: "edge", in: &bytes)
    let graphics = isForYEd ? YEdGraphics(view) : nil
    if isForYEd { bytes.write(YEdGraphics.keys) }
    bytes.write("<key id=\"graph-details\" for=\"graph\" attr.name=\"details\" attr.type=\"string\"/>\n")
    bytes.write("<graph id=\"relata\" edgedefault=\"directed\">\n" as StaticString)
    if let details = details.ofGraph {
      bytes.write("<data key=\"graph-details\">" as StaticString)
      bytes.writeXML(details)
      bytes.write("</data>\n" as StaticString)
    }
    for entity in view.entities {
      bytes.write("<node id=\"" as StaticString)
      bytes.writeXML(PortableText.identifier(entity.id))
      bytes.write("\">\n" as StaticString)
      write(nodeAttributes, of: entity, as: "node", to: &bytes)
      graphics?.write(entity, to: &bytes)
      bytes.write("</node>\n" as StaticString)
    }
    for edge in view.edges {
      bytes.write("<edge id=\"s\(edge.index)\" source=\"")
      bytes.writeXML(PortableText.identifier(edge.statement.subject))
      bytes.write("\" target=\"" as StaticString)
      bytes.writeXML(PortableText.identifier(edge.statement.object))
      bytes.write("\">\n" as StaticString)
      write(edgeAttributes, of: edge, as: "edge", to: &bytes)
      graphics?.write(edge, to: &bytes)
      bytes.write("</edge>\n" as StaticString)
    }
    bytes.write("</graph>\n</graphml>\n" as StaticString)
    return bytes
  }

  private func declare<Subject>(
    _ attributes: [Attribute<Subject>], of element: StaticString, in bytes: inout [UInt8]
  ) {
    for attribute in attributes {
      bytes.write("<key id=\"\(element)-\(attribute.name)\" for=\"\(element)\" ")
      bytes.write("attr.name=\"\(attribute.name)\" attr.type=\"\(attribute.kind.graphML)\"/>\n")
    }
  }

  private func write<Subject>(
    _ attributes: [Attribute<Subject>], of subject: Subject, as element: StaticString,
    to bytes: inout [UInt8]
  ) {
    for attribute in attributes {
      guard let value = attribute.value(subject) else { continue }
      bytes.write("<data key=\"\(element)-\(attribute.name)\">")
      bytes.writeXML(value.flat)
      bytes.write("</data>\n" as StaticString)
    }
  }
}
