import RelataGraph

extension GraphChange {
  /// Makes sure that the change can be one of a graph with so many statements.
  func check(statementCount: Int) throws(MappedGraphError) {
    guard Set(entities.lazy.map(\.id)).count == entities.count else { throw .unfitting("an entity twice") }
    guard Set(documents.lazy.map(\.id)).count == documents.count else {
      throw .unfitting("a document twice")
    }
    guard removedStatements.allSatisfy((0..<statementCount).contains) else {
      throw .unfitting("a removed statement that is not there")
    }
    for contradiction in contradictions {
      guard Set(contradiction.statements).count == contradiction.statements.count else {
        throw .unfitting("a contradiction with one statement twice")
      }
      let isFitting = contradiction.statements.allSatisfy { reference in
        switch reference {
        case .known(let place): (0..<statementCount).contains(place) && !removedStatements.contains(place)
        case .added(let place): addedStatements.indices.contains(place)
        }
      }
      guard isFitting else { throw .unfitting("a contradiction of statements that are not there") }
    }
  }
}
