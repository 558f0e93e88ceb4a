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

  /// A reader of a graph of which no line has been read.
  public init() {}

  /// Adds what a line says.
  ///
  /// - Parameters:
  ///   - line: JSON.
  ///   - number: of the line in its file, from 1, for errors.
  /// - Throws: `GraphFileError` where it is none of the five.
  public mutating func add(_ line: [UInt8], number: Int) throws(GraphFileError) {
    let decoded: GraphLine
    do {
      decoded = try GraphLine(json: line)
    } catch {
      throw GraphFileError(line: number, column: nil, reason: "this is no line of a graph in shards")
    }
    if let entity = decoded.entity {
      entities.append(entity)
    } else if let statement = decoded.statement, let number = decoded.number {
      statements.append((number, statement))
    } else if let document = decoded.document {
      documents.append(document)
    } else if let contradiction = decoded.contradiction {
      contradictions.append(contradiction)
    } else if let correction = decoded.correction, let number = decoded.number {
      corrections.append((number, correction))
    } else {
      throw GraphFileError(
        line: number, column: nil,
        reason:
          "this line is no entity, no statement with a number, no document, no contradiction and no correction"
      )
    }
  }

  /// The graph of all lines.
  ///
  /// - Throws: `GraphFileError` where lines are missing or there twice.
  /// - Complexity: O(n log n) for n lines.
  public consuming func graph(_ manifest: GraphManifest) throws(GraphFileError) -> KnowledgeGraph {
    let counts = [
      ("entities", entities.count, manifest.entities), ("statements", statements.count, manifest.statements),
      ("documents", documents.count, manifest.documents),
      ("contradictions", contradictions.count, manifest.contradictions),
      ("corrections", corrections.count, manifest.corrections ?? 0),
    ]
    for (what, found, expected) in counts where found != expected {
      throw GraphFileError(
        line: nil, column: nil, reason: "there are \(found) \(what), and the manifest says \(expected)")
    }
    let ordered = statements.sorted { $0.number < $1.number }
    if let gap = ordered.indices.first(where: { ordered[$0].number != $0 }) {
      throw GraphFileError(
        line: nil, column: nil, reason: "statement \(gap) is missing, or another one is there twice")
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
