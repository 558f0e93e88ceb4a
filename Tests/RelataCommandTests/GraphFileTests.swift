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
    ["path", "LU", "Northport", "--documents", "a.txt", "--from", "2024"],
    ["export", "--format", "dot", "--output", "-"],
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
    var earlier = renewed
    earlier[8] -= 1
    var sum = ContentDigest()
    earlier.prefix(4088).withUnsafeBytes { sum.add($0) }
    withUnsafeBytes(of: sum.value.littleEndian) { earlier.replaceSubrange(4088..<4096, with: $0) }
    try folder.write(earlier, to: Self.file)
    let other = try RelataProcess.run(["path", "northport", "ada kaan"], in: folder)
    #expect(other.output == run.output && other.errors.isEmpty)
    #expect(try folder.contents[Self.file] == renewed)
  }

  @Test("where it cannot be written, queries answer all the same")
  func unwritable() throws {
    let folder = try folder(withFile: false)
    let expected = try answers(folder)
    try folder.write("", to: Self.file + "/kept")
    let note =
      "relata: note: output/graph.relata is no graph file (it is no regular file) and is left alone; "
      + "output/graph.jsonld is read instead\n"
    let answers = try answers(folder)
    #expect(answers.allSatisfy { $0.contains(note) })
    #expect(answers.map { $0.replacing(note, with: "") } == expected)
    #expect(try folder.contents.keys.sorted().contains(Self.file + "/kept"))
    #expect(try !folder.contents.keys.contains { $0.hasSuffix(".tmp") })
  }

  @Test("a language model of its name is left alone by queries, build and import")
  func model() throws {
    let folder = try folder(withFile: false)
    let model = Data("RELATAM1".utf8) + Data(repeating: 7, count: 9000)
    try folder.write(model, to: "english.relata")
    try folder.write(try #require(try folder.contents["output/graph.jsonld"]), to: "english.jsonld")
    let question = ["path", "northport", "ada khan"]
    let expected = try RelataProcess.run(question, in: folder)
    let run = try RelataProcess.run(question + ["--from-graph", "english.jsonld"], in: folder)
    #expect(run.status == 0 && run.output == expected.output)
    #expect(
      run.errorLines == [
        "relata: note: english.relata is no graph file (it begins differently) and is left alone; english.jsonld is read instead"
      ])
    #expect(try folder.contents["english.relata"] == model)

    try folder.write("Ada Khan leads the Lighthouse Union.", to: "a.txt")
    try folder.write(model, to: "built/graph.relata")
    for command in [["build", "a.txt", "--format", "jsonld"], ["import", "english.jsonld"]] {
      let run = try RelataProcess.run(command + ["--output", "built"], in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("written to built: graph.jsonld\n"))
      #expect(
        run.errorLines.filter { $0.hasPrefix("relata: note: built/graph.relata is no graph file") }.count == 1
      )
      #expect(try folder.contents["built/graph.relata"] == model)
    }
  }

  @Test("notes are one line, whatever the names of the files")
  func oneLine() throws {
    let folder = try folder(withFile: false)
    let name = "two\nlines"
    try folder.write(try #require(try folder.contents["output/graph.jsonld"]), to: "\(name)/graph.jsonld")
    try folder.write(Data("RELATA".utf8) + [0x1A, 0x0A], to: "\(name)/graph.relata")
    let run = try RelataProcess.run(["rank", "--from-graph", name], in: folder)
    #expect(run.status == 0)
    #expect(
      run.errorLines == [
        "relata: note: two lines/graph.relata is damaged (it ends in the header); two lines/graph.jsonld is read instead"
      ])
    try folder.write("something else", to: "\(name)/graph.relata")
    let made = try RelataProcess.run(["import", "output/graph.jsonld", "--output", name], in: folder)
    #expect(made.status == 0)
    #expect(made.errorLines.filter { $0.contains("graph.relata") }.count == made.errorLines.count)
    #expect(made.errorLines.count == 1)
  }

  @Test("a source that is larger than memory is refused in one line")
  func hugeSource() throws {
    let folder = try folder(withFile: false)
    let source = try folder.write("{", to: "huge/graph.jsonld")
    let handle = try FileHandle(forWritingTo: source)
    try handle.truncate(atOffset: 8 << 40)
    try handle.close()
    let run = try RelataProcess.run(["rank", "--from-graph", "huge"], in: folder)
    #expect(run.status == 65 && !run.isSignal && run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("relata: huge/graph.jsonld: is too large: this machine has memory for "))
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
      try folder.write(written.prefix(99), to: "\(name)/graph.relata")
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
