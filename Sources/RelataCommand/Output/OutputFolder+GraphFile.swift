import Relata

extension OutputFolder {
  /// Writes the graph file beside a `graph.jsonld` that has just been written, so that the first
  /// question need not make it.
  ///
  /// - Parameters:
  ///   - graph: what the files say.
  ///   - files: what has been written.
  /// - Returns: the names of the files, the graph file included.
  func writeGraphFile(of graph: KnowledgeGraph, beside files: [WrittenFile]) -> [String] {
    let names = files.map(\.name)
    guard let source = files.first(where: { $0.name.hasSuffix(".jsonld") }) else { return names }
    let store = GraphStore(source: join(source.name))
    do {
      try store.save(graph, of: source.content)
      return names + [store.path.split(separator: "/").last.map(String.init) ?? store.path]
    } catch {
      // Nothing is lost: who asks reads the source.
      var text = "\(store.path) \(error)"
      if case .foreign = error { text += " and is left alone" }
      StandardError.note(text)
      return names
    }
  }
}
