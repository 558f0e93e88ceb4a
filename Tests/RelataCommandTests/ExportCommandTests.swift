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

  struct Option: CustomTestStringConvertible, Sendable {
    let format: GraphFormat
    let text: String
    /// What is in the output only with the option, and only without it.
    let adds: [String]
    var removes: [String] = []

    var testDescription: String { "\(format) \(text)" }
    var arguments: [String] { text.split(separator: " ").map(String.init) }
  }

  private static let options = [
    Option(format: .graphml, text: "--yed", adds: ["http://www.yworks.com/xml/graphml", "<y:ShapeNode>"]),
    Option(format: .cypher, text: "--ladybug", adds: ["CREATE NODE TABLE"], removes: ["SET n:`Person`"]),
    Option(format: .csv, text: "--spreadsheet", adds: [",'=1+1,"], removes: [",=1+1,"]),
    Option(
      format: .dot, text: "--cluster type",
      adds: ["city", "organisation", "person"].map { "graph [label=\"\($0)\"" }),
    Option(format: .dot, text: "--cluster community", adds: ["graph [label=\"Community 1\""]),
    Option(
      format: .dot, text: "--bundle", adds: [">leads"], removes: ["[label=\"leads"]),
    Option(
      format: .dot, text: "--no-tooltips", adds: [],
      removes: ["tooltip=\"Ada Khan (person)", "captured Northport on"]
    ),
    Option(format: .dot, text: "--no-links", adds: [], removes: ["https://www.wikidata.org/wiki/Q1"]),
  ]

  @Test("an option adds and leaves out what it says", arguments: options)
  func option(_ option: Option) throws {
    let folder = try TemporaryFolder()
    var graph = SampleGraph.graph
    graph.entities[1].name = "=1+1"
    try folder.write(
      Data(JSONLDWriter(ontology: try Ontology.embedded()).write(graph)), to: "output/graph.jsonld")
    func exported(_ arguments: [String]) throws -> String {
      let outcome = try RelataProcess.run(
        ["export", "--format", option.format.rawValue, "--output", "out"] + arguments, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let written = try folder.contents.filter { $0.key == "out" || $0.key.hasPrefix("out/") }
      return written.sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) }.joined()
    }
    let (without, with) = (try exported([]), try exported(option.arguments))
    for text in option.adds { #expect(with.contains(text) && !without.contains(text), "\(text)") }
    for text in option.removes { #expect(without.contains(text) && !with.contains(text), "\(text)") }
  }

  @Test("an option of another format is refused, and nothing is written", arguments: options)
  func refusal(_ option: Option) throws {
    let folder = try samples()
    let before = try folder.contents
    for format in [GraphFormat.turtle, option.format == .dot ? .graphml : .dot] {
      let outcome = try RelataProcess.run(
        ["export", "--format", format.rawValue, "--output", "out"] + option.arguments, in: folder)
      #expect(outcome.status == 64)
      let name = try #require(option.arguments.first)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.hasPrefix("relata: \(name) goes with --format \(option.format.rawValue) only"))
    }
    #expect(try folder.contents == before)
  }

  @Test("the vocabulary and the shapes are those of an ontology of one's own")
  func ontology() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      version: 1
      extends: builtin
      types:
        Satellite: {parent: Facility, label: satellite, color: "#ffffff", shape: box}
      relations:
        orbits: {label: orbits, definition: Subject goes round the object., domain: [Satellite], range: [Place]}

      """, to: "mine.yaml")
    for format in [GraphFormat.ontology, .shapes] {
      let arguments = ["export", "--format", format.rawValue, "--output", "-"]
      let own = try RelataProcess.run(arguments + ["--ontology", "mine.yaml"], in: folder)
      #expect(own.status == 0 && own.output.contains("orbits"), "\(own.errors)")
      let usual = try RelataProcess.run(arguments, in: folder)
      #expect(usual.status == 0 && !usual.output.isEmpty && !usual.output.contains("orbits"))
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
