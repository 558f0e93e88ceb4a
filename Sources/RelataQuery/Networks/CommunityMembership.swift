public import RelataGraph

extension KnowledgeGraph {
  /// The community of each entity: groups that statements connect more inside than by chance (the Louvain
  /// method), the largest being 0.
  /// - Complexity: O(n + m) for each of the few rounds that the method takes, for n
  ///   entities and m statements.
  public var communities: [EntityID: Int] {
    let index = GraphIndex(self)
    let numbers = Communities(CompressedLinkRows(TraversalFilter(index, self, StatementSelection()))).numbers
    return Dictionary(zip(index.ids, numbers), uniquingKeysWith: { first, _ in first })
  }
}
