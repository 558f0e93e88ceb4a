public import RelataGraph

/// Reads a pair of tables with the headers of Neo4j's bulk import: what ``CSVWriter`` wrote comes back as the
/// same graph, but for documents that no statement quotes and contradictions between no statements; tables of
/// another maker as far as their data go.
///
/// Header format: https://neo4j.com/docs/operations-manual/current/import/
public struct CSVReader: Sendable {
  /// Which of the two tables a file is.
  public enum Table: Hashable, Sendable { case nodes, edges }

  /// Why a table cannot be read, and which one.
  public struct Failure: Error, Hashable {
    /// The table that is to blame.
    public var table: Table
    /// What is wrong in it, and where.
    public var error: GraphFormatError
  }

  /// What the types and relations of graphs made elsewhere are compared with.
  public var ontology: Ontology

  /// Reads with the types and relations of this ontology.
  public init(ontology: Ontology) { self.ontology = ontology }

  /// Which table a file is by its header; nil where it is neither.
  /// - Complexity: O(length of the first line).
  public static func table(of bytes: [UInt8]) -> Table? {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    guard var scanner = try? CSVScanner(Array(line)), let header = try? scanner.row() else { return nil }
    let columns = CSVColumns(header)
    if columns.source != nil, columns.target != nil { return .edges }
    return columns.id != nil ? .nodes : nil
  }

  /// - Throws: ``Failure`` with the table, line and column of what is malformed or missing.
  /// - Complexity: O(number of bytes), and O(*n* log *n*) for *n* rows of a foreign graph, which get sorted.
  public func read(nodes: [UInt8], edges: [UInt8]) throws(Failure) -> ImportedGraph {
    var nodeTable: CSVTableFile
    var edgeTable: CSVTableFile
    do { nodeTable = try CSVTableFile(nodes) } catch { throw Failure(table: .nodes, error: error) }
    do { edgeTable = try CSVTableFile(edges) } catch { throw Failure(table: .edges, error: error) }
    let isOurs = nodeTable.isOurs && edgeTable.isOurs
    var records = RelataRecords()
    var foreign = ForeignGraph(ontology: ontology)
    do {
      if isOurs {
        try nodeTable.readNodes(into: &records)
      } else {
        try nodeTable.readNodes(into: &foreign)
      }
    } catch {
      throw Failure(table: .nodes, error: error)
    }
    do {
      if isOurs {
        try edgeTable.readEdges(into: &records)
      } else {
        try edgeTable.readEdges(into: &foreign)
      }
    } catch {
      throw Failure(table: .edges, error: error)
    }
    return isOurs
      ? ImportedGraph(graph: records.finished(), isRestored: true)
      : foreign.imported(notes: [])
  }
}
