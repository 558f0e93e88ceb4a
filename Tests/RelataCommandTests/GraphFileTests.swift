import Foundation
import Relata
import Testing

@Suite("Queries and the graph file beside graph.jsonld")
struct GraphFileTests {
  private static let file = "output/graph.relata"
  private static let questions = [
    ["path", "northport", "ada khan"], ["path", "Ada Khan", "Northport", "--all", "--json"],
    ["connect", "Omar Khan", "LU", "Northport", "--include-negated"], ["neighbours", "LU"],
    ["between", "Ada Khan", "Northport"], ["path", "Omar Khan", "Northport"], ["show", "LU"], ["rank"],
    ["match", "(p:Person)-[:leads]->(o)"], ["path", "Khan", "LU"], ["path", "Adda Khn", "LU"],
    ["path", "LU", "Northport", "--documents", "a.txt", "--from", "2024"], ["export", "--format", "csv"],
  ]

  private func folder(withFile: Bool = true) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SampleGraph.write(into: folder)
    if withFile {
      try GraphStore(source: folder.url.appending(path: "output/graph.jsonld").path).save(SampleGraph.graph)
    }
    return folder
  }

  private func answers(_ folder: TemporaryFolder) throws -> [String] {
    try Self.questions.map { question in
      let run = try RelataProcess.run(question, in: folder)
      return "\(run.status)\n\(run.output)\n\(run.errors)"
    }
  }

  @Test("every query answers the same with and without it")
  func sameAnswers() throws {
    let (with, without) = (try folder(), try folder(withFile: false))
    #expect(try answers(with) == answers(without))
    #expect(try with.contents[Self.file] != nil && without.contents[Self.file] == nil)
  }

  @Test("a damaged one is told of, replaced, and has no part in the answer")
  func damaged() throws {
    let folder = try folder()
    let intact = try #require(try folder.contents[Self.file])
    let expected = try answers(folder)
    // The header, the index, the records at the end, the checksums; and half a file.
    let places = [20, 200, 4100, 4096 + 700, intact.count / 2, intact.count - 300, intact.count - 1]
    let damages = places.map { place in
      var bytes = intact
      bytes[place] ^= 0x10
      return bytes
    }
    for (number, bytes) in (damages + [intact.prefix(intact.count / 2)]).enumerated() {
      try folder.write(bytes, to: Self.file)
      let question = Self.questions[number % 5]
      let run = try RelataProcess.run(question, in: folder)
      let note = "relata: note: output/graph.relata is damaged ("
      #expect(
        "\(run.status)\n\(run.output)\n" == expected[number % 5].split(separator: "relata:").first ?? "")
      if try folder.contents[Self.file] == intact {
        #expect(run.errors.hasPrefix(note), "\(number): \(run.errors)")
      } else {
        // What the question did not need was not looked at.
        #expect(run.errors.isEmpty && number < damages.count)
        let whole = try RelataProcess.run(["rank"], in: folder)
        #expect(whole.errors.hasPrefix(note), "\(number): \(whole.errors)")
        #expect(try folder.contents[Self.file] == intact)
      }
    }
  }

  @Test("one of an older graph, or of another version of relata, is replaced in silence")
  func stale() throws {
    let folder = try folder()
    let file = try #require(try folder.contents[Self.file])
    var graph = SampleGraph.graph
    graph.entities[2].name = "Ada Kaan"
    let bytes = JSONLDWriter(ontology: try Ontology.embedded()).write(graph)
    try folder.write(Data(bytes), to: "output/graph.jsonld")
    let run = try RelataProcess.run(["path", "northport", "ada kaan"], in: folder)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.hasPrefix("1. Northport · Lighthouse Union · Ada Kaan (2 hops)\n"))
    let renewed = try #require(try folder.contents[Self.file])
    #expect(renewed != file)
    try folder.write(Data("an earlier format ".utf8) + file, to: Self.file)
    let other = try RelataProcess.run(["path", "northport", "ada kaan"], in: folder)
    #expect(other.output == run.output && other.errors.isEmpty)
    #expect(try folder.contents[Self.file] == renewed)
  }

  @Test("where it cannot be written, queries answer all the same")
  func unwritable() throws {
    let folder = try folder(withFile: false)
    let expected = try answers(folder)
    try folder.write("", to: Self.file + "/kept")
    #expect(try answers(folder) == expected)
    #expect(try folder.contents.keys.sorted().contains(Self.file + "/kept"))
    #expect(try !folder.contents.keys.contains { $0.hasSuffix(".tmp") })
  }

  @Test("build and import write it, current and the same as one made from graph.jsonld")
  func written() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "Ada Khan leads the Lighthouse Union. The Lighthouse Union captured Aleppo.", to: "a.txt")
    let build = try RelataProcess.run(
      ["build", "a.txt", "--output", "built", "--format", "jsonld"], in: folder)
    #expect(build.status == 0)
    #expect(build.output.contains("written to built: graph.jsonld, graph.relata\n"))
    let graph = try RelataProcess.run(
      ["import", "built/graph.jsonld", "--output", "imported", "--format", "jsonld"], in: folder)
    #expect(graph.status == 0)
    for name in ["built", "imported"] {
      let store = GraphStore(source: folder.url.appending(path: "\(name)/graph.jsonld").path)
      let written = try #require(try folder.contents["\(name)/graph.relata"])
      #expect(try store.open { try JSONLDReader.read($0) }.origin == .mapped)
      try folder.write("gone", to: "\(name)/graph.relata")
      _ = try store.open { try JSONLDReader.read($0) }
      #expect(try folder.contents["\(name)/graph.relata"] == written)
    }
    let csv = try RelataProcess.run(["build", "a.txt", "--output", "tables", "--format", "csv"], in: folder)
    #expect(csv.status == 0)
    #expect(try folder.contents["tables/graph.relata"] == nil)
  }

  @Test("a name that is only a typing error away is taken, and that is said")
  func typingError() throws {
    let run = try RelataProcess.run(["show", "Nortphort"], in: folder())
    #expect(run.status == 0)
    #expect(run.errorLines == ["relata: note: taking “Nortphort” for Northport (City)"])
    let unknown = try RelataProcess.run(["show", "Nrthprtz"], in: folder())
    #expect(unknown.status == 3)
    #expect(unknown.errors.contains("; the nearest names: Northport (City)"))
  }
}
