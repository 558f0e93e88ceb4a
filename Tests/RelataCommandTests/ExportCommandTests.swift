import Foundation
import Relata
import Testing

@Suite("relata export")
struct ExportCommandTests {
  private func samples() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SampleGraph.write(into: folder)
    return folder
  }

  @Test(
    "writes what the library writes, to a file, to standard output and from a folder",
    arguments: GraphFormat.allCases)
  func format(_ format: GraphFormat) throws {
    let folder = try samples()
    let layout = format.hasPlaces ? GraphLayout(of: SampleGraph.graph) : nil
    let expected = format.files(
      for: SampleGraph.graph, ontology: try Ontology.embedded(), options: ExportOptions(layout: layout))
    let output = expected.count > 1 ? "made/tables" : "made/file"
    let outcome = try RelataProcess.run(
      ["export", "--format", format.rawValue, "--output", output], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    let contents = try folder.contents.filter { $0.key.hasPrefix("made/") }
    if expected.count > 1 {
      #expect(
        contents
          == Dictionary(uniqueKeysWithValues: expected.map { ("made/tables/\($0.name)", Data($0.bytes)) }))
      let piped = try RelataProcess.run(["export", "--format", format.rawValue, "-o", "-"], in: folder)
      #expect(piped.status == 64 && piped.errorLines.count == 1)
    } else {
      #expect(contents == ["made/file": Data(expected[0].bytes)])
      let piped = try RelataProcess.run(
        ["export", "output", "--format", format.rawValue, "-o", "-"], in: folder)
      #expect(piped.output == String(decoding: expected[0].bytes, as: UTF8.self))
    }
  }

  @Test("its help has a line of advice for every format")
  func help() throws {
    let help = try RelataProcess.run(["help", "export"], in: TemporaryFolder()).output
    for format in GraphFormat.allCases {
      #expect(help.split(separator: "\n").contains { $0.contains("  \(format.rawValue) ") }, "\(format)")
    }
  }

  @Test("build writes every format under its own name")
  func build() throws {
    let folder = try TemporaryFolder()
    try folder.write("Germany attacked Poland in 1939.\n", to: "one.txt")
    let names = GraphFormat.allCases.map(\.rawValue).joined(separator: ",")
    let outcome = try RelataProcess.run(["build", "one.txt", "-o", "out", "--format", names], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()
        == (GraphFormat.allCases.flatMap(\.fileNames) + ["graph.relata"]).sorted())
  }
}
