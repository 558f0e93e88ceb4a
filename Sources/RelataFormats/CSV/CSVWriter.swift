public import RelataGraph

/// Writes a graph as two tables with the headers of Neo4j's bulk import.
///
/// - `nodes.csv`: `id:ID`, `name`, `:LABEL` (the types from the most specific up, without the root), …
/// - `edges.csv`: `:START_ID`, `:END_ID`, `:TYPE` (the relation's identifier, or the lemma of an open one), …
///
/// Fields are quoted as RFC 4180 says, lines end in a line feed. Array elements have `;` between them; one inside an
/// element becomes a comma. A quote keeps its line breaks: import it with `--multiline-fields=true`. Dates are ISO
/// partial dates, `XXXX-11` where the year is unknown; `attribution` and `place` are identifiers of nodes. What these columns
/// cannot say is in one more, `details`, as JSON, from which ``CSVReader`` restores the graph.
///
/// Header format: https://neo4j.com/docs/operations-manual/current/import/
public struct CSVWriter: Sendable {
  public var ontology: Ontology

  public init(ontology: Ontology) { self.ontology = ontology }

  /// The table of entities.
  /// - Complexity: O(size of the graph).
  public func nodes(of graph: KnowledgeGraph) -> [UInt8] {
    let view = GraphView(graph, ontology: ontology)
    // `:LABEL` is the whole type path, so `type` and `types` need no columns of their own.
    let attributes =
      view.entityAttributes.filter { !["name", "type", "types"].contains($0.name) }
      + [GraphDetails(graph).ofEntity]
    var table = CSVTable()
    table.row(["id:ID", "name", ":LABEL"] + attributes.map { "\($0.name)\($0.kind.neo4j)" })
    for entity in view.entities {
      table.row(
        [
          PortableText.identifier(entity.id), entity.name,
          AttributeValue.list(view.typePath(of: entity)).flat,
        ]
          + attributes.map { $0.value(entity)?.flat ?? "" })
    }
    return table.bytes
  }

  /// The table of statements.
  /// - Complexity: O(size of the graph).
  public func edges(of graph: KnowledgeGraph) -> [UInt8] {
    let view = GraphView(graph, ontology: ontology)
    let attributes =
      view.statementAttributes.filter { $0.name != "relation" } + [GraphDetails(graph).ofStatement]
    var table = CSVTable()
    table.row(
      [":START_ID", ":END_ID", ":TYPE"] + attributes.map { "\($0.name)\($0.kind.neo4j)" })
    for edge in view.edges {
      table.row(
        [
          PortableText.identifier(edge.statement.subject),
          PortableText.identifier(edge.statement.object), edge.statement.relation,
        ]
          + attributes.map { $0.value(edge)?.flat ?? "" })
    }
    return table.bytes
  }
}

/// Rows of comma-separated values.
private struct CSVTable {
  var bytes: [UInt8] = []

  mutating func row(_ fields: [String]) {
    for (column, field) in fields.enumerated() {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      write(PortableText.cleaned(field))
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ field: String) {
    let special = field.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    // Spaces at the ends belong to the field (RFC 4180 §2.4), but many readers strip them unless they are quoted.
    guard special || field.first == " " || field.last == " " else {
      bytes.write(field)
      return
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
