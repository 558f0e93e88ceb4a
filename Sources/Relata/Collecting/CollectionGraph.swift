public import RelataCollection
public import RelataGraph
public import RelataStore

/// The graph of a collection, in a graph file beside it, so that asking twice joins the documents once.
///
/// A few documents that were added since are joined with the graph that is there
/// (`Resolver.change(of:by:candidates:)`), which takes no longer for a large collection than for a small one.
/// All documents are resolved anew where any was changed or removed, where the additions have become many or
/// may speak of what a person has corrected, and in small collections always, because there it takes no time.
public struct CollectionGraph: Sendable {
  /// Of which documents the graph is made.
  public let collection: DocumentCollection
  private let small: Int

  /// - Parameters:
  ///   - collection: what the graph is made of.
  ///   - small: a graph of fewer documents is made anew with each change, which takes about a second for the
  ///     usual number.
  public init(_ collection: DocumentCollection, small: Int = 1_000) {
    self.collection = collection
    self.small = small
  }

  /// A graph of which more is new is made anew: one document of so many.
  private static let share = 20

  /// `news.relata` beside `news.relata-db`.
  public var path: String {
    let suffix = "-db"
    return collection.path.hasSuffix(".relata" + suffix)
      ? String(collection.path.dropLast(suffix.count)) : collection.path + ".relata"
  }

  /// The graph, from the file where the collection has not changed since it was written.
  ///
  /// - Parameter builder: makes what reads and resolves the documents; called only where that is needed.
  /// - Throws: `CollectionError`, `MappedGraphError`, what `builder` throws.
  public func open(with builder: () throws -> GraphBuilder) throws -> MappedGraph {
    let state = try collection.state()
    let known = (try? MappedGraph(mapping: path)).flatMap { graph in
      graph.source.digest == state.identity ? graph : nil
    }
    if let known, known.source.size == state.changes { return known }
    let builder = try builder()
    if let known, let change = try additions(to: known, state, builder) {
      let stamp = SourceStamp(
        size: state.changes, modified: known.source.modified, digest: state.identity)
      // A folder that cannot be written to costs time, not the answer; neither does a damaged file.
      if (try? known.write(change, to: path, madeOf: stamp)) != nil,
        let written = try? MappedGraph(mapping: path), written.source == stamp
      {
        written.checkInvariants(where: known.keepsInvariants)
        return written
      }
      if let changed = try? known.changed(by: change, madeOf: stamp) {
        changed.checkInvariants(where: known.keepsInvariants)
        return changed
      }
    }
    if builder.corrections.items.isEmpty {
      try? write(with: builder, of: state)
    } else {
      try? save(try CollectionBuilder(collection, builder).graph().graph, of: state)
    }
    if let mapped = try? MappedGraph(mapping: path), mapped.source == Self.stamp(state) {
      // Texts are read after all else: whoever changes the collection meanwhile may give a document another.
      mapped.checkInvariants(where: (try? collection.state()) == state)
      return mapped
    }
    return try MappedGraph(try CollectionBuilder(collection, builder).graph().graph)
  }

  /// Writes the file, of all documents, without the whole graph being in memory at any time.
  private func write(with builder: GraphBuilder, of state: DocumentCollection.State) throws {
    var consumer = TextAddition(GraphFileWriter(to: path), collection)
    _ = try CollectionBuilder(collection, builder).resolve(into: &consumer)
    try consumer.base.finish(madeOf: Self.stamp(state))
  }

  /// Writes the file, of all documents.
  /// - Parameters:
  ///   - graph: what all documents of the collection together say.
  ///   - state: the collection's before the graph was made.
  /// - Throws: `MappedGraphError`.
  public func save(_ graph: KnowledgeGraph, of state: DocumentCollection.State) throws {
    try MappedGraph.write(graph, to: path, madeOf: Self.stamp(state))
  }

  /// Which changes are in the file, and of how many documents all were resolved together.
  private static func stamp(_ state: DocumentCollection.State) -> SourceStamp {
    SourceStamp(size: state.changes, modified: state.documents, digest: state.identity)
  }

  /// What the documents change that were added since, or nil where all are to be resolved anew.
  private func additions(
    to known: MappedGraph, _ state: DocumentCollection.State, _ builder: GraphBuilder
  ) throws -> GraphChange? {
    let resolved = known.source.modified
    guard state.rebuilt <= known.source.size, resolved >= small,
      (state.documents - resolved) * Self.share <= resolved
    else { return nil }
    return try CollectionAdditions(collection, since: known.source.size).change(of: known, builder)
  }
}
