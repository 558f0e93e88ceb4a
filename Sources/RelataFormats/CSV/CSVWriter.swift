public import RelataGraph

/// Writes a graph as two tables with the headers of Neo4j's bulk import.
///
/// - `nodes.csv`: `id:ID`, `name`, `:LABEL` (the types from the most specific up, without the root), …
/// - `edges.csv`: `:START_ID`, `:END_ID`, `:TYPE` (the relation's identifier, or the
///   lemma of an open one), …
///
/// Fields are quoted as RFC 4180 says, lines end in a line feed. Array elements have `;` between them; one
/// inside an element becomes a comma. A quote keeps its line breaks: import it with
/// `--multiline-fields=true`. Dates are ISO partial dates, `XXXX-11` where the year is unknown; `attribution`
/// and `place` are identifiers of nodes. What these columns cannot say is in one more, `details`, as JSON,
/// from which ``CSVReader`` restores the graph.
///
/// A table for spreadsheets has an apostrophe before each field that they would compute as a formula;
/// ``CSVReader`` takes it away again.
///
/// Header format: https://neo4j.com/docs/operations-manual/current/import/
public struct CSVWriter: Sendable {
  /// What gives types and relations their labels, kinds and links.
  public var ontology: Ontology

  /// Whether fields that a spreadsheet would take for formulas are marked as text.
  public var isForSpreadsheets: Bool

  /// Writes with the labels and types of this ontology.
  public init(ontology: Ontology, isForSpreadsheets: Bool = false) {
    self.ontology = ontology
    self.isForSpreadsheets = isForSpreadsheets
  }

  /// The table of entities.
  /// - Complexity: O(size of the graph).
  public func nodes(of graph: KnowledgeGraph) -> [UInt8] {
    ByteStream.collect { writeNodes(of: graph, to: &$0) }
  }

  /// The table of statements.
  /// - Complexity: O(size of the graph).
  public func edges(of graph: KnowledgeGraph) -> [UInt8] {
    ByteStream.collect { writeEdges(of: graph, to: &$0) }
  }

  func writeNodes(of graph: KnowledgeGraph, to bytes: inout ByteStream) {
    let view = GraphView(graph, ontology: ontology)
    let details = GraphDetails(graph)
    // `:LABEL` is the whole type path, so `type` and `types` need no columns of their own.
    let columns: [EntityAttribute] = [.aliases, .identifiers, .mentions, .details]
    CSVTable.write(to: &bytes, columns: columns, isForSpreadsheets: isForSpreadsheets) {
      $0.head(["id:ID", "name", ":LABEL"])
    }
    bytes.writeInParts(of: view.entities.count) { range, bytes in
      var json = JSONStream()
      CSVTable.write(to: &bytes, columns: columns, isForSpreadsheets: isForSpreadsheets) { table in
        for entity in view.entities[range] {
          table.field(PortableText.identifier(entity.id))
          table.field(entity.name)
          table.field(view.typePath(of: entity).map(FlatList.element).joined(separator: ";"))
          view.tell(entity, to: &table)
          if details.write(entity, to: &json) { table.plain(.details) { $0.append(contentsOf: json.bytes) } }
          table.endRow()
        }
      }
    }
  }

  /// - Parameter part: what of the graph stands in the details, where that is not all.
  func writeEdges(
    of graph: KnowledgeGraph, detailing part: KnowledgeGraph? = nil, to bytes: inout ByteStream
  ) {
    let view = GraphView(graph, ontology: ontology)
    let details = GraphDetails(part ?? graph)
    let columns = StatementAttribute.allCases.filter { $0 != .relation }
    CSVTable.write(to: &bytes, columns: columns, isForSpreadsheets: isForSpreadsheets) {
      $0.head([":START_ID", ":END_ID", ":TYPE"])
    }
    bytes.writeInParts(of: view.edges.count) { range, bytes in
      var json = JSONStream()
      CSVTable.write(to: &bytes, columns: columns, isForSpreadsheets: isForSpreadsheets) { table in
        for edge in view.edges[range] {
          table.field(PortableText.identifier(edge.statement.subject))
          table.field(PortableText.identifier(edge.statement.object))
          table.field(edge.statement.relation)
          view.tell(edge, to: &table)
          if details.write(edge, to: &json) { table.plain(.details) { $0.append(contentsOf: json.bytes) } }
          table.endRow()
        }
      }
    }
  }
}
