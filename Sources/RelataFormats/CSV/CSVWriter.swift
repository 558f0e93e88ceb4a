public import RelataGraph

/// Writes a graph as two tables with the headers of Neo4j's bulk import.
public struct CSVWriter: Sendable {
  public var ontology: Ontology

  public init(ontology: Ontology) { self.ontology = ontology }

  public func nodes(of graph: KnowledgeGraph) -> [UInt8] { [] }

  public func edges(of graph: KnowledgeGraph) -> [UInt8] { [] }
}
