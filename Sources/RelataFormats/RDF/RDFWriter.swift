public import RelataGraph

/// Writes a graph as Turtle or as N-Quads: the same triples as ``JSONLDWriter``, for
/// tools that read no JSON-LD.
///
/// In N-Quads each document has a named graph, called by the document's IRI: its own description, and of
/// each statement that it supports the direct triple, the qualifiers and the document's evidence. A
/// statement with several documents is repeated in the graph of each. Entities, contradictions,
/// corrections, the vocabulary and statements without evidence are in the default graph. All graphs
/// together hold the triples of the JSON-LD.
///
/// RDF holds every character; controls are written as escapes. Confidence and importance have the
/// canonical form of `xsd:double`.
///
/// Specifications: https://www.w3.org/TR/turtle/, https://www.w3.org/TR/n-quads/
public struct RDFWriter: Sendable {
  /// What gives types and relations their labels, kinds and links.
  public var ontology: Ontology
  /// An absolute IRI ending in `/` or `#`, under which entities, statements and documents get their names.
  public var base: String

  /// Writes with the vocabulary of this ontology, and IRIs that begin with the base.
  public init(ontology: Ontology, base: String = "https://relata.dev/graph/") {
    self.ontology = ontology
    self.base = base
  }

  /// The graph as Turtle.
  /// - Complexity: O(size of the graph).
  public func turtle(_ graph: KnowledgeGraph) -> [UInt8] {
    ByteStream.collect { writeTurtle(graph, to: &$0) }
  }

  /// The graph as N-Quads.
  /// - Complexity: O(size of the graph); a statement counts once for each document that supports it.
  public func nQuads(_ graph: KnowledgeGraph) -> [UInt8] {
    ByteStream.collect { writeNQuads(graph, to: &$0) }
  }

  /// The lines of one thing of a graph, or those of its vocabulary.
  func nQuads(_ line: GraphLine) -> [UInt8] {
    let graph = KnowledgeGraph(
      entities: (line.entity.map { [$0] } ?? [])
        + line.types.map { Entity(id: EntityID(rawValue: ""), name: "", type: $0) },
      statements: line.relations.map {
        Statement(
          subject: EntityID(rawValue: ""), relation: $0.relation, object: EntityID(rawValue: ""),
          isOpen: $0.isOpen, evidence: [])
      }, documents: line.documents)
    return ByteStream.collect { bytes in
      RDFDescription.write(line, of: RDFSource(graph, ontology: ontology), to: &bytes) {
        NQuadsSink($0, base: base)
      }
    }
  }

  func writeTurtle(_ graph: KnowledgeGraph, to bytes: inout ByteStream) {
    var head = TurtleSink(bytes, base: base)
    head.declare(RDFNamespace.ofGraphs)
    bytes = head.end()
    RDFDescription.write(RDFSource(graph, ontology: ontology), to: &bytes) { TurtleSink($0, base: base) }
  }

  func writeNQuads(_ graph: KnowledgeGraph, to bytes: inout ByteStream) {
    RDFDescription.write(RDFSource(graph, ontology: ontology), to: &bytes) { NQuadsSink($0, base: base) }
  }
}
