import RelataGraph
import RelataQuery

/// The orders that ``KnowledgeGraph`` promises, as far as a change relies on them, watched while a
/// graph comes piece by piece.
struct PromisedOrder {
  private(set) var entityCount = 0
  private(set) var statementCount = 0
  private(set) var areDocumentsSorted = true
  private var isKept = true
  private var lastStatement: Statement?
  private var lastDocument: String?
  private var lastContradiction: Contradiction?

  /// - Parameter node: its number in the order of the identifiers' bytes.
  mutating func add(_ entity: Entity, node: Int?) {
    isKept = isKept && node == entityCount
    entityCount += 1
  }

  mutating func add(_ statement: Statement) {
    if isKept, let lastStatement { isKept = !StatementOrder.precedes(statement, lastStatement) }
    lastStatement = statement
    statementCount += 1
  }

  mutating func add(_ document: DocumentRecord) {
    if let lastDocument { areDocumentsSorted = areDocumentsSorted && lastDocument < document.id }
    lastDocument = document.id
  }

  mutating func add(_ contradiction: Contradiction) {
    isKept =
      isKept && contradiction.statements.allSatisfy((0..<statementCount).contains)
      && zip(contradiction.statements, contradiction.statements.dropFirst()).allSatisfy { $0 < $1 }
    if let last = lastContradiction {
      isKept =
        isKept
        && !Self.precedes(contradiction.kind, contradiction.statements, last.kind, last.statements)
    }
    lastContradiction = contradiction
  }

  /// Whether all orders are kept.
  func holds(_ index: GraphIndex) -> Bool {
    isKept && areDocumentsSorted && index.entityCount == entityCount
      && zip(index.ids, index.ids.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// The order of contradictions: by kind, then by statements.
  static func precedes(
    _ kind: Contradiction.Kind, _ statements: [Int], _ otherKind: Contradiction.Kind, _ others: [Int]
  ) -> Bool {
    let (code, other) = (Codes.code(of: kind), Codes.code(of: otherKind))
    return code != other ? code < other : statements.lexicographicallyPrecedes(others)
  }
}
