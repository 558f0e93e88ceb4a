public import RelataGraph

extension MappedGraph {
  /// Writes the graph with a change, also in the place of its own file.
  /// - Returns: the graph of that file.
  /// - Complexity: as writing the whole graph.
  public func write(
    _ change: GraphChange, to path: String, madeOf source: SourceStamp
  ) throws(MappedGraphError) -> MappedGraph {
    try MappedGraph.write(change.applied(to: try knowledgeGraph()), to: path, madeOf: source)
    return try MappedGraph(mapping: path)
  }
}
