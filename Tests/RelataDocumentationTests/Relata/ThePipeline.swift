import Relata
import Testing

// example
/// The graph of everything below some paths, and what could not be read.
func read(
  _ paths: [String]
) async throws -> (graph: KnowledgeGraph, problems: [String]) {
  let feed = DocumentFeed(inputs: paths)
  let result = try await GraphBuilder().build(feed, jobs: 4)
  return (result.graph, result.report.failures.map(\.description))
}
// end

// example
/// The usual files of a graph, by their names.
func usualFiles(of graph: KnowledgeGraph) throws -> [String: [UInt8]] {
  let ontology = try Ontology.embedded(includesTriggers: false)
  var files: [String: [UInt8]] = [:]
  for format in GraphFormat.usual {
    for file in format.files(for: graph, ontology: ontology) {
      files[file.name] = file.bytes
    }
  }
  files["graph.html"] = ExplorerPage(ontology: ontology).html(of: graph)
  return files
}
// end

// example
/// Adds a folder to a collection and opens the graph of all that is in it.
func addToday(_ folder: String, to path: String) async throws -> MappedGraph {
  let builder = try GraphBuilder()
  let collection = try DocumentCollection(at: path, orCreate: true)
  _ = try await CollectionBuilder(collection, builder).add([folder])
  return try CollectionGraph(collection).open { builder }
}
// end

@Suite("Examples of the article on the pipeline")
struct ThePipelineExamples {
  @Test("files become a graph, and what can't be read is told")
  func files() async throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("Germany attacked Poland in 1939.\n", to: "war.txt")
    let broken = try folder.write("PK\u{3}\u{4} and no more", to: "broken.zip")
    let (graph, problems) = try await read([text, broken])
    #expect(graph.documents.map(\.id) == ["war.txt"])
    #expect(graph.statements.map(\.relation) == ["attacked"])
    #expect(problems.count == 1)
    #expect(problems.first?.contains("broken.zip") == true)
  }

  @Test("the files of a graph")
  func output() throws {
    let files = try usualFiles(of: Dispute.graph)
    #expect(
      files.keys.sorted() == [
        "edges.csv", "graph.dot", "graph.graphml", "graph.html", "graph.jsonld", "nodes.csv",
      ])
    #expect(files.values.allSatisfy { !$0.isEmpty })
  }

  @Test("a collection has what was added to it")
  func collection() async throws {
    let folder = try TemporaryFolder()
    let monday = try folder.write("Germany attacked Poland in 1939.\n", to: "monday.txt")
    let tuesday = try folder.write("Germany captured Paris in June 1940.\n", to: "tuesday.txt")
    let path = folder.path("news.relata-db")
    #expect(try await addToday(monday, to: path).documentCount == 1)
    #expect(try await addToday(tuesday, to: path).documentCount == 2)
  }
}
