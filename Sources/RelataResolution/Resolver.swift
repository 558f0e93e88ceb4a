public import RelataExtraction
public import RelataGraph

/// Many documents → one graph.
public struct Resolver: Sendable {
  public init(ontology: Ontology) {}
  public func resolve(_ documents: [ExtractedDocument]) -> KnowledgeGraph { KnowledgeGraph() }
}
