import Foundation
import Relata
import Testing

@Suite("relata build")
struct BuildCommandTests {
  /// The drawing only where the package is built with it.
  static var files: [String] {
    var names = ["edges.csv", "graph.dot", "graph.graphml", "graph.html", "graph.jsonld", "nodes.csv"]
    #if Graphviz
      names.insert("graph.svg", at: 5)
    #endif
    return names
  }

  func articles() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("Germany attacked Poland in 1939. Poland is a country.\n", to: "articles/one.txt")
    try folder.write("# Visits\n\nFrance's president visited Berlin in May 2020.\n", to: "articles/two.md")
    try folder.write("Russia did not attack Finland, Norway said.\n", to: "articles/deep/three.txt")
    return folder
  }

  @Test("writes every format, the same bytes each time and with any number of jobs, and nothing else")
  func idempotent() throws {
    let folder = try articles()
    let first = try RelataProcess.run(["build", "articles", "--output", "out/a", "--jobs", "1"], in: folder)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasPrefix("3 documents, "))
    for output in ["out/b", "out/b"] {
      let next = try RelataProcess.run(
        ["build", "articles", "-o", output, "--jobs", "4", "--quiet"], in: folder)
      #expect(next.status == 0)
      #expect(next.output.isEmpty)
      #if Graphviz
        #expect(next.errors.isEmpty)
      #endif
    }
    let contents = try folder.contents
    func written(_ name: String) -> [String: Data] {
      contents.reduce(into: [:]) {
        if $1.key.hasPrefix("out/\(name)/") { $0[String($1.key.dropFirst(6))] = $1.value }
      }
    }
    // The graph file also says when graph.jsonld was written.
    #expect(written("a").keys.sorted() == (Self.files + ["graph.relata"]).sorted())
    func lasting(_ name: String) -> [String: Data] { written(name).filter { $0.key != "graph.relata" } }
    #expect(lasting("a") == lasting("b"))
    for (name, bytes) in written("a") { #expect(!bytes.isEmpty, "\(name)") }
  }

  @Test("--format chooses")
  func formats() throws {
    let folder = try articles()
    let outcome = try RelataProcess.run(
      ["build", "articles/one.txt", "--output", "out", "--format", "csv, jsonld"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted() == [
        "edges.csv", "graph.jsonld", "graph.relata", "nodes.csv",
      ])
  }

  @Test("reads standard input")
  func standardInput() throws {
    let folder = try TemporaryFolder()
    let outcome = try RelataProcess.run(
      ["build", "-", "--output", "out", "--format", "csv"], in: folder,
      input: "Germany attacked Poland in 1939.\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("1 document, 1 sentence, 6 words\n"))
  }

  @Test("--trace says by which trigger each statement was found")
  func trace() throws {
    let folder = try articles()
    let outcome = try RelataProcess.run(
      ["build", "articles/one.txt", "--output", "out", "--format", "csv", "--trace"], in: folder)
    #expect(outcome.output.contains(/Germany –.+→ Poland/))
    #expect(outcome.output.contains(/by \w+ attack.*: “Germany attacked Poland in 1939\.” \(one\.txt\)/))
  }

  @Test("--no-open leaves out relations that are not in the ontology")
  func withoutOpen() throws {
    func statements(_ folder: TemporaryFolder) throws -> [Statement] {
      let bytes = [UInt8](try Data(contentsOf: folder.url.appending(path: "output/graph.jsonld")))
      return try JSONLDReader.read(bytes).statements
    }
    let all = try statements(SeedsBuild.done.folder)
    #expect(all.contains { $0.isOpen })
    let folder = try TemporaryFolder()
    try SeedsBuild.linkSeeds(into: folder)
    let outcome = try RelataProcess.run(
      SeedsBuild.command + ["--format", "jsonld", "--no-open"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    func facts(_ statements: [Statement]) -> [String] {
      statements.map { "\($0.subject) \($0.relation) \($0.object)" }.sorted()
    }
    #expect(try facts(statements(folder)) == facts(all.filter { !$0.isOpen }))
  }

  @Test("a failure leaves what an earlier run wrote")
  func untouched() throws {
    let folder = try articles()
    #expect(
      try RelataProcess.run(["build", "articles", "-o", "out", "--format", "dot,csv"], in: folder).status == 0
    )
    // A folder where a file must go: found out only when everything else is ready.
    try folder.write("", to: "out/graph.jsonld/x")
    let before = try folder.contents
    let outcome = try RelataProcess.run(
      ["build", "articles/one.txt", "-o", "out", "--format", "dot,jsonld,csv"], in: folder)
    #expect(outcome.status == 73)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("out/graph.jsonld"))
    #expect(try folder.contents == before)
  }
}
