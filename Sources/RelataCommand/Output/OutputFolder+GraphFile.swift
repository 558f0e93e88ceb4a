import Relata

extension OutputFolder {
  /// Writes the graph file beside a `graph.jsonld` that has just been written, so that the first question need not make it.
  ///
  /// - Parameters:
  ///   - graph: what the files say.
  ///   - files: what has been written.
  /// - Returns: the names of the files, the graph file included.
  func writeGraphFile(of graph: KnowledgeGraph, beside files: [ExportedFile]) -> [String] {
    let names = files.map(\.name)
    guard let source = names.first(where: { $0.hasSuffix(".jsonld") }) else { return names }
    let store = GraphStore(source: join(source))
    do {
      try store.save(graph)
      return names + [store.path.split(separator: "/").last.map(String.init) ?? store.path]
    } catch {
      // Nothing is lost: who asks reads the source.
      StandardError.write("relata: note: \(store.path) \(error)")
      return names
    }
  }
}
