import Foundation
import RelataGraph
import RelataStore
import Testing

@Suite("A graph file that is written piece by piece")
struct GraphFileWriterTests {
  @Test("is the file of the whole graph, also where its texts wait on disk", arguments: 0..<6)
  func pieces(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    for var graph in [random.nastyGraph(), random.graph(entities: 30, statements: 60)] {
      // More than is kept in memory.
      for index in graph.documents.indices {
        graph.documents[index].text = String(repeating: "text \(index) ", count: 60_000)
      }
      let folder = try StoreFolder(graph)
      let path = folder.url.appending(path: "pieces.relata").path
      var writer = GraphFileWriter(to: path)
      writer.begin(graph.entities.map(\.id))
      for entity in graph.entities { try writer.add(entity) }
      for statement in graph.statements { try writer.add(statement) }
      for document in graph.documents { writer.add(document) }
      for contradiction in graph.contradictions { writer.add(contradiction) }
      for correction in graph.corrections { writer.add(correction) }
      try writer.finish()
      let read = try MappedGraph(mapping: path).knowledgeGraph()
      #expect(try exactly(read) == exactly(graph))
      let whole = folder.url.appending(path: "whole.relata").path
      try MappedGraph.write(graph, to: whole)
      #expect(try Data(contentsOf: URL(filePath: path)) == Data(contentsOf: URL(filePath: whole)))
    }
  }

  @Test("leaves nothing behind where it cannot be written")
  func unwritable() throws {
    let folder = try StoreFolder(KnowledgeGraph())
    let target = folder.url.appending(path: "missing/graph.relata").path
    #expect(throws: MappedGraphError.self) { try GraphFileWriter(to: target).finish() }
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    let taken = folder.url.appending(path: "taken").path
    try FileManager.default.createDirectory(atPath: taken, withIntermediateDirectories: false)
    #expect(throws: MappedGraphError.self) { try GraphFileWriter(to: taken).finish() }
    let after = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(Set(after) == Set(before + ["taken"]))
  }
}
