public import RelataGraph

extension KnowledgeGraph {
  /// The graph with only those statements that satisfy a condition, and the contradictions that are still
  /// complete; entities, documents and corrections stay.
  ///
  /// - Complexity: O(statements).
  public func keepingStatements(where isIncluded: (Statement) throws -> Bool) rethrows -> KnowledgeGraph {
    let kept = try statements.indices.filter { try isIncluded(statements[$0]) }
    let part = KnowledgeGraph(
      entities: entities, statements: kept.map { statements[$0] }, documents: documents,
      contradictions: contradictions(among: kept), corrections: corrections)
    part.checkInvariants(where: keepsInvariants)
    return part
  }

  /// The contradictions all of whose statements are kept, with indices into the kept ones.
  ///
  /// - Parameter kept: in the order in which they stand in the part.
  func contradictions(among kept: [Int]) -> [Contradiction] {
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    return contradictions.compactMap { contradiction in
      let renumbered = contradiction.statements.compactMap { numbers[$0] }
      guard renumbered.count == contradiction.statements.count else { return nil }
      return Contradiction(
        kind: contradiction.kind, statements: renumbered.sorted(), explanation: contradiction.explanation)
    }
  }
}
