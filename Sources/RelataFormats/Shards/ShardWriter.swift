public import RelataGraph

/// Writes the things of a graph one by one, in formats whose files can be put together from parts.
public struct ShardWriter: Sendable {
  /// Formats that can be divided.
  public enum Format: String, CaseIterable, Sendable {
    /// Rows of the two tables for Neo4j's bulk import, without their heads.
    case csv
    /// The lines of ``RDFWriter/nQuads(_:)``: all lines of a graph together are its lines in another order.
    case nquads
  }

  /// In which file of a format something belongs.
  public enum Table: String, CaseIterable, Sendable {
    /// Rows of entities.
    case nodes
    /// Rows of statements.
    case edges
    /// All of formats with one file.
    case quads
  }

  private let ontology: Ontology

  /// - Parameter ontology: the one that the graph was made with.
  public init(ontology: Ontology) { self.ontology = ontology }

  /// The head of a table; none for quads.
  public func head(of table: Table) -> [UInt8] {
    switch table {
    case .nodes: CSVWriter(ontology: ontology).nodes(of: KnowledgeGraph())
    case .edges: CSVWriter(ontology: ontology).edges(of: KnowledgeGraph())
    case .quads: []
    }
  }

  /// What is written of a line, nil where the format has nothing for it.
  /// - Complexity: O(size of the line).
  public func part(_ line: GraphLine, as format: Format) -> (table: Table, bytes: [UInt8])? {
    switch format {
    case .csv: row(line)
    case .nquads: (.quads, RDFWriter(ontology: ontology).nQuads(line))
    }
  }

  private func row(_ line: GraphLine) -> (table: Table, bytes: [UInt8])? {
    let writer = CSVWriter(ontology: ontology)
    if let entity = line.entity {
      return (.nodes, withoutHead(writer.nodes(of: KnowledgeGraph(entities: [entity])), .nodes))
    }
    if let statement = line.statement {
      let alone = KnowledgeGraph(statements: [statement])
      // Documents and contradictions of the graph are known of each line for their columns only: in which
      // row they are told of is known of the whole.
      var graph = alone
      graph.documents = line.documents
      if line.isContradicted {
        graph.contradictions = [Contradiction(kind: .value, statements: [0], explanation: "")]
      }
      let bytes = ByteStream.collect { writer.writeEdges(of: graph, detailing: alone, to: &$0) }
      return (.edges, withoutHead(bytes, .edges))
    }
    return nil
  }

  private func withoutHead(_ bytes: [UInt8], _ table: Table) -> [UInt8] {
    Array(bytes.dropFirst(head(of: table).count))
  }
}
