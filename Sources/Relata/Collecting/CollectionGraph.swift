public import RelataCollection
public import RelataGraph
public import RelataStore

/// The graph of a collection, in a graph file beside it, so that asking twice joins the documents once.
public struct CollectionGraph: Sendable {
  public let collection: DocumentCollection

  public init(_ collection: DocumentCollection) { self.collection = collection }

  /// `news.relata` beside `news.relata-db`.
  public var path: String {
    let suffix = "-db"
    return collection.path.hasSuffix(".relata" + suffix)
      ? String(collection.path.dropLast(suffix.count)) : collection.path + ".relata"
  }

  /// The graph, from the file where the collection has not changed since it was written.
  ///
  /// - Parameter make: makes the graph.
  /// - Throws: ``CollectionError``, ``MappedGraphError``, what `make` throws.
  public func open(orMake make: () throws -> KnowledgeGraph) throws -> MappedGraph {
    let stamp = try stamp()
    if let mapped = try? MappedGraph(mapping: path), mapped.source == stamp { return mapped }
    let graph = try make()
    // A folder that cannot be written to costs time, not the answer.
    try? MappedGraph.write(graph, to: path, madeOf: stamp)
    if let mapped = try? MappedGraph(mapping: path), mapped.source == stamp { return mapped }
    return try MappedGraph(graph)
  }

  /// Writes the file.
  public func save(_ graph: KnowledgeGraph) throws {
    try MappedGraph.write(graph, to: path, madeOf: try stamp())
  }

  private func stamp() throws -> SourceStamp {
    SourceStamp(size: try collection.changes(), digest: try collection.identity())
  }
}
