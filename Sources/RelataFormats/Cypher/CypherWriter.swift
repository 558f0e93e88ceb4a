public import RelataGraph

/// Writes a graph as a script of Cypher statements, each ended by `;` at the end of a line.
///
/// Each statement merges up to 500 rows: `UNWIND [{…}, …] AS row MERGE …`. Running the script again
/// changes nothing. An entity is a node `Entity` with its `id`; a relation is the type of a relationship,
/// open ones under their lemma, and each statement a relationship of its own with the `id` `s` and its
/// position. Documents, contradictions and corrections are nodes `Document`, `Contradiction` and
/// `Correction`. The parts of the evidence are lists of the same length.
public struct CypherWriter: Sendable {
  /// Which databases run the script.
  public enum Dialect: String, Hashable, Sendable, CaseIterable {
    /// Neo4j, Memgraph, FalkorDB: nodes also have their types as labels.
    case openCypher
    /// LadybugDB and Kuzu, whose nodes have one label each: the script first creates the tables.
    case ladybug
  }

  /// What gives types and relations their labels, kinds and links.
  public var ontology: Ontology
  /// Whom the script is for.
  public var dialect: Dialect

  /// Writes for one kind of database, with the labels and types of this ontology.
  public init(ontology: Ontology, dialect: Dialect = .openCypher) {
    self.ontology = ontology
    self.dialect = dialect
  }

  /// The script as UTF-8 text.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] { ByteStream.collect { write(graph, to: &$0) } }

  func write(_ graph: KnowledgeGraph, to bytes: inout ByteStream) {
    let view = GraphView(graph, ontology: ontology)
    switch dialect {
    case .openCypher:
      bytes.write(
        """
        // Written by Relata. Large graphs load faster after this, once for each database:
        // CREATE INDEX FOR (n:Entity) ON (n.id);

        """ as StaticString)
    case .ladybug: writeTables(for: view, to: &bytes)
    }
    writeEntities(of: view, to: &bytes)
    writeStatements(of: view, to: &bytes)
    writeDocuments(graph.documents, to: &bytes)
    writeContradictions(graph.contradictions, to: &bytes)
    writeCorrections(graph.corrections, to: &bytes)
  }

  private func writeTables(for view: GraphView, to bytes: inout ByteStream) {
    bytes.write(
      """
      CREATE NODE TABLE IF NOT EXISTS Entity(`id` STRING PRIMARY KEY, `name` STRING, `type` STRING, `types` STRING[], \
      `aliases` STRING[], `aliasCounts` INT64[], `identifiers` STRING[], `mentions` INT64);
      CREATE NODE TABLE IF NOT EXISTS Document(`id` STRING PRIMARY KEY, `title` STRING, `date` STRING, \
      `author` STRING, `publisher` STRING, `url` STRING, `sha256` STRING, `sentences` INT64, `words` INT64);
      CREATE NODE TABLE IF NOT EXISTS Contradiction(`id` STRING PRIMARY KEY, `kind` STRING, `statements` STRING[], \
      `explanation` STRING);
      CREATE NODE TABLE IF NOT EXISTS Correction(`id` STRING PRIMARY KEY, `action` STRING, `file` STRING, `line` INT64, \
      `explanation` STRING, `entities` STRING[], `quotes` STRING[]);

      """ as StaticString)
    var seen: Set<String> = []
    for edge in view.edges {
      let type = typeName(of: edge.statement)
      guard seen.insert(type).inserted else { continue }
      bytes.write("CREATE REL TABLE IF NOT EXISTS \(type)(FROM Entity TO Entity, ")
      bytes.write(
        """
        `id` STRING, `relation` STRING, `label` STRING, `open` BOOLEAN, `polarity` STRING, `modality` STRING, \
        `start` STRING, `end` STRING, `time` STRING, `attribution` STRING, `place` STRING, `role` STRING, \
        `confidence` DOUBLE, `importance` DOUBLE, `firstSeen` STRING, `lastSeen` STRING, \
        `contradicted` BOOLEAN, `evidence` INT64, \
        `evidenceDocuments` STRING[], `evidenceStarts` INT64[], `evidenceEnds` INT64[], `evidenceQuotes` STRING[], `evidenceTriggers` STRING[]);

        """ as StaticString)
    }
  }

  private func writeEntities(of view: GraphView, to bytes: inout ByteStream) {
    let isLabelled = dialect == .openCypher
    var batches = CypherBatches { frame, rows, bytes in
      bytes.write("UNWIND [" as StaticString)
      bytes.append(contentsOf: rows)
      bytes.write("\n] AS row MERGE (n:Entity {id: row.`id`}) SET ")
      if isLabelled { bytes.write(frame.name) }
      Self.writeAssignments(of: frame, to: "n", in: &bytes)
    }
    var labels: [EntityType: String] = [:]
    var row = CypherRow()
    for entity in view.entities {
      let types = view.typePath(of: entity)
      if labels[entity.type] == nil {
        labels[entity.type] = "n" + types.map { ":\(CypherName.quoted($0))" }.joined() + ", "
      }
      row.clear()
      row.add("id", entity.id.rawValue)
      row.add("name", entity.name)
      row.add("type", entity.type.rawValue)
      row.add("types", types)
      row.add("aliases", entity.aliases.map(\.name))
      row.add("aliasCounts", entity.aliases.map(\.count))
      row.add("identifiers", entity.identifiers.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
      row.add("mentions", entity.mentionCount)
      batches.add(row, to: labels[entity.type] ?? "", writing: &bytes)
    }
    batches.finish(writing: &bytes)
  }

  private func writeStatements(of view: GraphView, to bytes: inout ByteStream) {
    var batches = CypherBatches { frame, rows, bytes in
      bytes.write("UNWIND [" as StaticString)
      bytes.append(contentsOf: rows)
      bytes.write(
        """

        ] AS row MATCH (a:Entity {id: row.`subject`}), (b:Entity {id: row.`object`}) \
        MERGE (a)-[r:\(frame.name) {id: row.`id`}]->(b) SET\u{20}
        """)
      Self.writeAssignments(of: frame, to: "r", in: &bytes)
    }
    var row = CypherRow()
    for edge in view.edges {
      row.clear()
      Self.add(edge, in: view, to: &row)
      batches.add(row, to: typeName(of: edge.statement), writing: &bytes)
    }
    batches.finish(writing: &bytes)
  }

  private static func add(_ edge: GraphView.Edge, in view: GraphView, to row: inout CypherRow) {
    let statement = edge.statement
    row.add("id", "s\(edge.index)")
    row.add("subject", statement.subject.rawValue)
    row.add("object", statement.object.rawValue)
    row.add("relation", statement.relation)
    row.add("label", view.label(of: statement))
    row.add("open", statement.isOpen)
    row.add("polarity", statement.polarity.rawValue)
    row.add("modality", statement.modality.rawValue)
    if let time = statement.time {
      if let start = time.start { row.add("start", start.description) }
      if let end = time.end { row.add("end", end.description) }
      row.add("time", time.description)
    }
    if let source = statement.attribution { row.add("attribution", source.rawValue) }
    if let place = statement.place { row.add("place", place.rawValue) }
    if let role = statement.role { row.add("role", role) }
    row.add("confidence", statement.confidence)
    if let importance = statement.importance { row.add("importance", importance) }
    if let seen = view.documents.seen(statement) {
      row.add("firstSeen", seen.first.description)
      row.add("lastSeen", seen.last.description)
    }
    row.add("contradicted", edge.isContradicted)
    row.add("evidence", statement.evidence.count)
    row.add("evidenceDocuments", statement.evidence.map(\.document))
    row.add("evidenceStarts", statement.evidence.map(\.start))
    row.add("evidenceEnds", statement.evidence.map(\.end))
    row.add("evidenceQuotes", statement.evidence.map(\.quote))
    row.add("evidenceTriggers", statement.evidence.map(\.trigger))
  }

  private func writeDocuments(_ documents: [DocumentRecord], to bytes: inout ByteStream) {
    var batches = Self.nodes("Document")
    var row = CypherRow()
    for document in documents {
      row.clear()
      row.add("id", document.id)
      if let title = document.title { row.add("title", title) }
      if let date = document.date { row.add("date", date.description) }
      if let author = document.author { row.add("author", author) }
      if let publisher = document.publisher { row.add("publisher", publisher) }
      if let url = document.url { row.add("url", url) }
      if let digest = document.digest { row.add("sha256", digest) }
      row.add("sentences", document.sentenceCount)
      row.add("words", document.wordCount)
      batches.add(row, to: "", writing: &bytes)
    }
    batches.finish(writing: &bytes)
  }

  private func writeContradictions(_ contradictions: [Contradiction], to bytes: inout ByteStream) {
    var batches = Self.nodes("Contradiction")
    var row = CypherRow()
    for (index, contradiction) in contradictions.enumerated() {
      row.clear()
      row.add("id", "c\(index)")
      row.add("kind", contradiction.kind.rawValue)
      row.add("statements", contradiction.statements.map { "s\($0)" })
      row.add("explanation", contradiction.explanation)
      batches.add(row, to: "", writing: &bytes)
    }
    batches.finish(writing: &bytes)
  }

  private func writeCorrections(_ corrections: [AppliedCorrection], to bytes: inout ByteStream) {
    var batches = Self.nodes("Correction")
    var row = CypherRow()
    for (index, correction) in corrections.enumerated() {
      row.clear()
      row.add("id", "k\(index)")
      row.add("action", correction.action.rawValue)
      row.add("file", correction.file)
      row.add("line", correction.line)
      row.add("explanation", correction.explanation)
      row.add("entities", correction.entities.map(\.rawValue))
      row.add("quotes", correction.evidence.map(\.quote))
      batches.add(row, to: "", writing: &bytes)
    }
    batches.finish(writing: &bytes)
  }

  private static func nodes(_ label: String) -> CypherBatches {
    CypherBatches { frame, rows, bytes in
      bytes.write("UNWIND [" as StaticString)
      bytes.append(contentsOf: rows)
      bytes.write("\n] AS row MERGE (n:\(label) {id: row.`id`}) SET ")
      writeAssignments(of: frame, to: "n", in: &bytes)
    }
  }

  private static func writeAssignments(
    of frame: CypherBatches.Frame, to variable: String, in bytes: inout ByteStream
  ) {
    let columns = frame.columns.map(\.text).filter { !["id", "subject", "object"].contains($0) }
    bytes.write(columns.map { "\(variable).`\($0)` = row.`\($0)`" }.joined(separator: ", "))
    bytes.write(";\n" as StaticString)
  }

  /// The relationship type. A table of LadybugDB may not be called like another, in whatever case,
  /// and a dot in its name would name a database; several relations may share a table, each
  /// statement has its exact relation.
  private func typeName(of statement: Statement) -> String {
    guard dialect == .ladybug else { return CypherName.quoted(statement.relation) }
    let name = String(
      statement.relation.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == " " ? $0 : "_" })
    let isTaken = ["entity", "document", "contradiction", "correction"].contains(name.lowercased())
    return CypherName.quoted(isTaken ? name + "_" : name)
  }
}
