public import RelataGraph

extension KnowledgeGraph {
  /// The part of the graph within a number of hops around some entities, for a drawing or a closer look.
  ///
  /// A statement belongs to it if one of its ends is less than `hops` hops away: with 1, the statements
  /// of the entities themselves. The result is closed: places and attributions of statements that lie
  /// outside are left out, and so are contradictions of which a statement is missing, and documents
  /// that nothing cites any more.
  ///
  /// - Complexity: O(hops · (entities + statements)).
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
  ///   - kept: the statements that stay, by their indices in ascending order.
  public func subgraph(entities inside: Set<EntityID>, statements kept: [Int]) -> KnowledgeGraph {
    let statements = kept.map { index in
      var statement = self.statements[index]
      statement.place = statement.place.flatMap { inside.contains($0) ? $0 : nil }
      statement.attribution = statement.attribution.flatMap { inside.contains($0) ? $0 : nil }
      return statement
    }
    let cited = Set(statements.flatMap { $0.evidence.map(\.document) })
    return KnowledgeGraph(
      entities: entities.filter { inside.contains($0.id) }, statements: statements,
      documents: documents.filter { cited.contains($0.id) }, contradictions: contradictions(among: kept),
      corrections: corrections.filter { $0.isAbout(only: inside) })
  }
}
