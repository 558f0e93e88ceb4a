public import RelataGraph

/// Restores a graph from JSON lines, in any order: each line is an entity, a statement with its number, a
/// document, a contradiction, or a correction with its number.
///
/// ```json
/// {"entity": {"id": "person/ahmed-al-sharaa", "name": "Ahmed al-Sharaa", …}}
/// {"number": 0, "statement": {"subject": "person/ahmed-al-sharaa", "relation": "leads", …}}
/// {"document": {"id": "a.txt", …}}
/// {"contradiction": {"kind": "time", "statements": [0, 7], "explanation": "…"}}
/// {"number": 0, "correction": {"action": "rename", "file": "corrections.yaml", "line": 3, …}}
/// ```
public struct GraphLinesReader {
  private var entities: [Entity] = []
  private var statements: [(number: Int, statement: Statement)] = []
  private var documents: [DocumentRecord] = []
  private var contradictions: [Contradiction] = []
  private var corrections: [(number: Int, correction: AppliedCorrection)] = []
  // What has been read, to tell what is there twice.
  private var entityIDs: Set<EntityID> = []
  private var statementNumbers: Set<Int> = []
  private var documentIDs: Set<ExactText> = []
  private var contradictionsRead: Set<Contradiction> = []
  private var correctionNumbers: Set<Int> = []

  /// A reader of a graph of which no line has been read.
  public init() {}

  /// Adds what a line says.
  ///
  /// - Parameters:
  ///   - line: JSON.
  ///   - number: of the line in its file, from 1, for errors.
  /// - Throws: `GraphFormatError` where it is none of the five, or one that is there already.
  public mutating func add(_ line: [UInt8], number: Int) throws(GraphFormatError) {
    let decoded: GraphLine
    do {
      decoded = try GraphLine(json: line)
    } catch {
      throw GraphFormatError(line: number, column: nil, reason: "this is no line of a graph in shards")
    }
    func unlessThere(_ isNew: Bool, _ reason: String) throws(GraphFormatError) {
      if !isNew { throw GraphFormatError(line: number, column: nil, reason: reason) }
    }
    if let entity = decoded.entity {
      try unlessThere(
        entityIDs.insert(entity.id).inserted, GraphFormatError.second("entity", entity.id.rawValue))
      entities.append(entity)
    } else if let statement = decoded.statement, let place = decoded.number {
      try unlessThere(
        statementNumbers.insert(place).inserted, Self.again("statement \(place)"))
      statements.append((place, statement))
    } else if let document = decoded.document {
      try unlessThere(
        documentIDs.insert(ExactText(text: document.id)).inserted,
        GraphFormatError.second("document", document.id))
      documents.append(document)
    } else if let contradiction = decoded.contradiction {
      try unlessThere(contradictionsRead.insert(contradiction).inserted, Self.again("this contradiction"))
      contradictions.append(contradiction)
    } else if let correction = decoded.correction, let place = decoded.number {
      try unlessThere(correctionNumbers.insert(place).inserted, Self.again("correction \(place)"))
      corrections.append((place, correction))
    } else {
      throw GraphFormatError(
        line: number, column: nil,
        reason:
          "this line is no entity, no statement with a number, no document, no contradiction and no correction"
      )
    }
  }

  private static func again(_ thing: String) -> String {
    "\(thing) is there already: a shard may have been copied into the folder twice, or be of another graph"
  }

  /// The graph of all lines.
  ///
  /// - Throws: `GraphFormatError` where lines are missing.
  /// - Complexity: O(n log n) for n lines.
  public consuming func graph(_ manifest: GraphManifest) throws(GraphFormatError) -> KnowledgeGraph {
    let counts = [
      ("entities", entities.count, manifest.entities), ("statements", statements.count, manifest.statements),
      ("documents", documents.count, manifest.documents),
      ("contradictions", contradictions.count, manifest.contradictions),
      ("corrections", corrections.count, manifest.corrections ?? 0),
    ]
    for (what, found, expected) in counts where found != expected {
      throw GraphFormatError(
        line: nil, column: nil, reason: "there are \(found) \(what), and the manifest says \(expected)")
    }
    let ordered = statements.sorted { $0.number < $1.number }
    if let gap = ordered.indices.first(where: { ordered[$0].number != $0 }) {
      throw GraphFormatError(
        line: nil, column: nil,
        reason: "statement \(gap) is missing; the numbers of statements go from 0 to \(ordered.count - 1)")
    }
    return KnowledgeGraph(
      entities: entities.sorted { $0.id < $1.id }, statements: ordered.map(\.statement),
      documents: documents.sorted { $0.id < $1.id }, contradictions: contradictions.sorted(by: Self.precedes),
      corrections: corrections.sorted { $0.number < $1.number }.map(\.correction))
  }

  /// By kind, then by the first statement.
  private static func precedes(_ a: Contradiction, _ b: Contradiction) -> Bool {
    let kinds = Contradiction.Kind.allCases
    let (first, second) = (kinds.firstIndex(of: a.kind) ?? 0, kinds.firstIndex(of: b.kind) ?? 0)
    return first != second ? first < second : a.statements.lexicographicallyPrecedes(b.statements)
  }
}
