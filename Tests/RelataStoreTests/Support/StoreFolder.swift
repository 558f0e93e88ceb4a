import Foundation
import RelataFormats
import RelataGraph
import RelataStore
import Testing

/// A folder with a graph as JSON-LD, that is gone when nobody needs it any more.
final class StoreFolder: Sendable {
  let url: URL
  let store: GraphStore

  init(_ graph: KnowledgeGraph) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "relata store \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    store = GraphStore(source: url.appending(path: "graph.jsonld").path)
    try writeSource(graph)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  private static let ontology = try? Ontology.embedded()

  func writeSource(_ graph: KnowledgeGraph) throws {
    let bytes = JSONLDWriter(ontology: try #require(Self.ontology)).write(graph)
    try Data(bytes).write(to: URL(filePath: store.source))
  }

  var file: [UInt8] {
    get throws { Array(try Data(contentsOf: URL(filePath: store.path))) }
  }

  func writeFile(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: store.path)) }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  func open() throws -> (graph: MappedGraph, origin: GraphStore.Origin) {
    try store.open { try JSONLDReader.read($0) }
  }
}
