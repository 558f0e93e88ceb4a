import RelataGraph
import RelataQuery

/// The orders that ``KnowledgeGraph`` promises, as far as a change relies on them.
enum PromisedOrder {
  /// Whether a graph has them, documents aside. Identifiers must also be in the order of their bytes: that of an index.
  /// - Complexity: O(size of the graph), a fraction of what it takes to write it.
  static func holds(for graph: KnowledgeGraph, _ index: GraphIndex) -> Bool {
    guard index.entityCount == graph.entities.count else { return false }
    let areEntitiesInOrder = graph.entities.indices.allSatisfy { place in
      index.ids.strings.utf8(place).elementsEqual(graph.entities[place].id.rawValue.utf8)
        && (place == 0 || graph.entities[place - 1].id < graph.entities[place].id)
    }
    return areEntitiesInOrder
      && zip(graph.statements, graph.statements.dropFirst())
        .allSatisfy { !StatementOrder.precedes($1, $0) }
      && graph.contradictions.allSatisfy { contradiction in
        contradiction.statements.allSatisfy(graph.statements.indices.contains)
          && zip(contradiction.statements, contradiction.statements.dropFirst()).allSatisfy { $0 < $1 }
      }
      && zip(graph.contradictions, graph.contradictions.dropFirst())
        .allSatisfy { !precedes($1.kind, $1.statements, $0.kind, $0.statements) }
  }

  /// The order of contradictions: by kind, then by statements.
  static func precedes(
    _ kind: Contradiction.Kind, _ statements: [Int], _ otherKind: Contradiction.Kind, _ others: [Int]
  ) -> Bool {
    let (code, other) = (Codes.code(of: kind), Codes.code(of: otherKind))
    return code != other ? code < other : statements.lexicographicallyPrecedes(others)
  }
}
