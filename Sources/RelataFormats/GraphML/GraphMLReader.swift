public import RelataGraph

/// Reads GraphML: what ``GraphMLWriter`` wrote comes back as the same graph, also after NetworkX or
/// igraph have read and written it; a graph of another maker as far as its data go
/// (`Documentation/import.md` says how).
///
/// Node labels, shapes and arrows of yEd are read from its extension. Nested graphs are read as
/// one; hyperedges and ports are left out and counted. Entities, external or not, are refused, as
/// is any encoding but UTF-8.
///
/// Specification: http://graphml.graphdrawing.org/specification.html
public struct GraphMLReader: Sendable {
  /// What the types and relations of graphs made elsewhere are compared with.
  public var ontology: Ontology

  /// Reads with the types and relations of this ontology.
  public init(ontology: Ontology) { self.ontology = ontology }

  /// - Throws: ``GraphFormatError`` with the line and column of what is malformed, missing or unknown.
  /// - Complexity: O(number of bytes), and O(*n* log *n*) for *n* elements of a foreign
  ///   graph, which get sorted.
  public func read(_ bytes: [UInt8]) throws(GraphFormatError) -> ImportedGraph {
    var file = GraphMLFile(scanner: try XMLScanner(bytes), ontology: ontology)
    try file.read()
    return file.imported()
  }
}
