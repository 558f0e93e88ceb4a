public import RelataGraph

extension KnowledgeGraph {
  /// The part of the graph within a number of hops around some entities, for a drawing or a closer look.
  ///
  /// A statement belongs to it if one of its ends is less than `hops` hops away: with 1, the statements
  /// of the entities themselves. The result is closed: places and attributions of statements that lie
  /// outside are left out, and so are contradictions of which a statement is missing, and documents
  /// that nothing cites any more.
  ///
  /// - Complexity: O(hops · (entities + statements)), and as of `subgraph(entities:statements:)`.
  public func neighborhood(of centers: Set<EntityID>, hops: Int = 1) -> KnowledgeGraph {
    var reached = centers.intersection(entities.map(\.id))
    var kept: Set<Int> = []
    for _ in 0..<max(0, hops) {
      let touching = statements.indices.filter {
        reached.contains(statements[$0].subject) || reached.contains(statements[$0].object)
      }
      guard kept.count < touching.count else { break }
      kept.formUnion(touching)
      for index in touching { reached.formUnion([statements[index].subject, statements[index].object]) }
    }
    return subgraph(entities: reached, statements: kept.sorted())
  }

  /// Some entities and statements, closed: nothing in it refers to what is left out. Of the corrections those
  /// stay that concern no other entity.
  ///
  /// - Parameters:
  ///   - inside: the entities that stay.
  ///   - kept: the statements that stay, by their indices in ascending order; their ends are among `inside`.
  /// - Complexity: O(entities + documents), O(n log n) for n statements that stay.
  public func subgraph(entities inside: Set<EntityID>, statements kept: [Int]) -> KnowledgeGraph {
    var isCut = false
    var found = kept.map { index in
      var statement = statements[index]
      if let place = statement.place, !inside.contains(place) {
        statement.place = nil
        isCut = true
      }
      if let speaker = statement.attribution, !inside.contains(speaker) {
        statement.attribution = nil
        isCut = true
      }
      return (index: index, statement: statement)
    }
    // What told statements of the same ends apart may be gone, and with it their order.
    if isCut {
      found.sort { a, b in
        if StatementOrder.precedes(a.statement, b.statement) { return true }
        return a.index < b.index && !StatementOrder.precedes(b.statement, a.statement)
      }
    }
    let cited = Set(found.flatMap { $0.statement.evidence.map(\.document) })
    let part = KnowledgeGraph(
      entities: entities.filter { inside.contains($0.id) }, statements: found.map(\.statement),
      documents: documents.filter { cited.contains($0.id) },
      contradictions: contradictions(among: found.map(\.index)),
      corrections: corrections.filter { $0.isAbout(only: inside) })
    part.checkInvariants(where: keepsInvariants)
    return part
  }
}
