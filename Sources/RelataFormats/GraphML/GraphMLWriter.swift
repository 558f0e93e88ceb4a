public import RelataGraph

/// Writes a graph as GraphML with typed keys.
public struct GraphMLWriter: Sendable {
  public var ontology: Ontology

  public init(ontology: Ontology) { self.ontology = ontology }

  public func write(_ graph: KnowledgeGraph) -> [UInt8] { [] }
}
