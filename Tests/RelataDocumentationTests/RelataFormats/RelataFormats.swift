import RelataFormats
import RelataGraph
import Testing

// example
/// A graph in GraphML, of whatever maker, as tables for a database.
func tables(of graphML: [UInt8]) throws -> [ExportedFile] {
  let ontology = try Ontology.embedded(includesTriggers: false)
  let imported = try GraphMLReader(ontology: ontology).read(graphML)
  return GraphFormat.csv.files(for: imported.graph, ontology: ontology)
}
// end

// example
/// How many bytes a graph has in a format, without holding them.
func size(
  of graph: KnowledgeGraph, as format: GraphFormat, ontology: Ontology
) -> Int {
  var size = 0
  for file in format.files(for: graph, ontology: ontology) {
    file.write { size += $0.count }
  }
  return size
}
// end

@Suite("Examples of RelataFormats")
struct RelataFormatsExamples {
  @Test("GraphML of another maker as tables")
  func tables() throws {
    let files = try RelataDocumentationTests.tables(
      of: Checkout.bytes(of: "Tests/Consumers/meetings.graphml"))
    #expect(files.map(\.name) == ["nodes.csv", "edges.csv"])
    #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("Ada Marsh"))
  }

  @Test("a file block by block", arguments: GraphFormat.allCases)
  func blocks(format: GraphFormat) throws {
    let ontology = try Ontology.embedded(includesTriggers: false)
    let files = format.files(for: Dispute.graph, ontology: ontology)
    #expect(
      size(of: Dispute.graph, as: format, ontology: ontology) == files.reduce(0) { $0 + $1.bytes.count })
  }
}
