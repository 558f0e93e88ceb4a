import Foundation
import Testing

@Suite("Bad input: one clear line, its own exit status, nothing half-written")
struct BadInputTests {
  struct Case: CustomTestStringConvertible {
    let arguments: String
    let status: Int32
    /// What the line must say.
    let says: [String]

    init(_ arguments: String, _ status: Int32, _ says: String...) {
      self.arguments = arguments
      self.status = status
      self.says = says
    }

    var testDescription: String { "relata \(arguments.prefix(100))" }
  }

  static let cases = [
    Case("build nowhere.txt --output out", 66, "nowhere.txt", "no such file"),
    Case("build empty-folder --output out", 66, "no documents among the inputs"),
    Case("build binary.txt --output out", 65, "binary.txt", "binary"),
    Case("build empty.txt --output out", 65, "empty.txt", "empty"),
    Case("build good.txt nowhere.txt --output out", 66, "nowhere.txt"),
    Case("build @nowhere --output out", 66, "nowhere", "list"),
    Case("collection update nowhere.relata-db", 66, "nowhere.relata-db", "collection add"),
    Case("collection graph nowhere.relata-db --output out", 66, "nowhere.relata-db"),
    Case("collection status good.txt", 65, "good.txt", "no collection"),
    Case("collection add new.relata-db nowhere.txt", 66, "nowhere.txt"),
    Case("collection add empty-folder good.txt", 65, "empty-folder", "folder"),
    Case("build good.txt --output out --ontology nowhere.yaml", 66, "nowhere.yaml"),
    Case("build good.txt --output out --ontology broken.yaml", 65, "broken.yaml:4:"),
    Case("build good.txt --output out --ontology latin1.txt", 65, "latin1.txt", "UTF-8"),
    Case("build good.txt --output good.txt", 73, "good.txt"),
    Case("build good.txt --output good.txt/out", 73, "good.txt/out"),
    Case("build good.txt --output out --format dot,gif", 64, "gif", "graphml"),
    Case("build good.txt --output out --jobs 0", 64, "--jobs"),
    Case("build good.txt", 64, "--output"),
    Case("build --output out", 64, "inputs"),
    Case("fly", 64, "fly"),
    Case("path LU", 64, "to"),
    Case("path LU Northport --max-hops 0", 64, "--max-hops"),
    Case("path LU Northport --from-graph nowhere.jsonld", 66, "nowhere.jsonld", "relata build"),
    Case("path LU Northport --from-graph empty-folder", 66, "empty-folder/graph.jsonld"),
    Case("path LU Northport --from-graph good.txt", 65, "good.txt"),
    Case("path LU Northport --relations captured,teleported", 64, "teleported", "captured"),
    Case("path LU lighthouse-union", 64, "same entity"),
    Case("path LU Atlantis", 3, "Atlantis"),
    Case("path Northprt Omarr --directed", 5, "Northport", "Omar Khan"),
    Case("path LU Northport --types \"Red Dragon\"", 64, "“Red Dragon”", "Person"),
    Case("path LU Northport --from yesterday", 64, "yesterday"),
    Case("path LU Northport --from 2025 --until 2024", 64, "--until"),
    Case("path LU Northport --documents c.txt", 64, "c.txt", "a.txt"),
    Case("path LU Northport --min-confidence 2", 64, "--min-confidence"),
    Case("path LU Northport --shortest --weighted", 64, "--weighted"),
    Case("path LU Northport --relations Teleported", 64, "“Teleported”"),
    Case("build good.txt --output out --format GraphNL", 64, "“GraphNL”"),
    Case("path LU Northport --without teleported", 64, "--without", "teleported"),
    Case("path LU Northport --through Atlantis", 3, "Atlantis"),
    Case("path LU \"Omar Khan\" --shortest", 5, "component 1 of 2", "component 2 (alone)"),
    Case("connect LU", 64, "two"),
    Case("connect LU lighthouse-union", 64, "same entity"),
    Case("connect LU Atlantis", 3, "Atlantis"),
    Case("neighbours Atlantis", 3, "Atlantis"),
    Case("neighbours LU --hops 0", 64, "--hops"),
    Case("between LU lighthouse-union", 64, "same entity"),
    Case("between LU \"Omar Khan\"", 5, "component"),
    Case("rank --by fame", 64, "fame"),
    Case("rank --from-graph nowhere.jsonld", 66, "nowhere.jsonld"),
    Case("show Nortport-on-Sea", 3, "Northport"),
    Case("path \"Omar Khan\" Northport", 5, "Omar Khan", "Northport", "4 hops"),
    Case("path \"Ada Khan\" Northport --max-hops 1", 5, "1 hop"),
    Case("contradictions nowhere.jsonld", 66, "nowhere.jsonld", "relata build"),
    Case("contradictions good.txt", 65, "good.txt"),
    Case("contradictions output --about weather", 64, "weather", "office"),
    Case("contradictions --graph nowhere.jsonld", 66, "nowhere.jsonld", "relata build"),
    Case("contradictions output --graph output", 64, "--graph"),
    Case("contradictions good.txt/graph.jsonld", 66, "good.txt/graph.jsonld", "no graph"),
    Case("show LU --graph \(String(repeating: "a/", count: 3000))", 66, "file name too long"),
    Case("build good.txt --output out --ontology good.txt/x", 66, "good.txt/x", "not a directory"),
    Case("build good.txt --output out --ontology output", 66, "output", "folder"),
    Case("path LU Northport --max-hops -1", 64, "--max-hops must be at least 1"),
    Case("path LU Northport -k -1", 64, "--paths must be at least 1"),
    Case("path LU Northport --min-confidence -1", 64, "--min-confidence must be between 0 and 1"),
    Case("neighbours LU --hops -1", 64, "--hops"),
    Case("neighbours LU --limit -1", 64, "--limit"),
    Case("between LU Northport --max-hops -1", 64, "--max-hops"),
    Case("rank --limit -1", 64, "--limit"),
    Case("match (a) --max-hops -1", 64, "--max-hops must be at least 1"),
    Case("match (a) --max-matches -1", 64, "--max-matches must be at least 1"),
    Case("match (a) --max-seconds -1", 64, "--max-seconds must be above 0"),
    Case("match (a) --max-seconds --csv", 64, "--max-seconds"),
    Case("render --focus LU --hops -1 --output drawing.svg", 64, "--hops must be at least 1"),
    Case("render --focus LU --hops 0 --output drawing.svg", 64, "--hops must be at least 1"),
    Case("render --hops 2 --output drawing.svg", 64, "--hops goes with --focus"),
    Case("build good.txt --output out --jobs -1", 64, "--jobs must be at least 1"),
    Case("build good.txt --output out --min-confidence -0.5", 64, "--min-confidence must be between"),
    Case("match", 64, "pattern"),
    Case("match (a) --from-graph nowhere.jsonld", 66, "nowhere.jsonld"),
    Case("match (a) --from-graph good.txt", 65, "good.txt"),
    Case("ask", 64, "question"),
    Case("ask \"\"", 64, "no question"),
    Case("ask \"???\"", 64, "no question"),
    Case("ask \"Who leads LU?\" --from-graph nowhere.jsonld", 66, "nowhere.jsonld"),
    Case("ask \"Who captured Atlantis?\"", 3, "Atlantis"),
    Case("ask \"Why did Omar Khan flee?\"", 64, "reasons"),
    Case("ask \"Which weapons did LU use?\"", 64, "weapon"),
    Case("ask \"Who captured Northport? Who leads LU?\"", 64, "one question"),
    Case("ask \"Good morning\"", 64, "who, what"),
    Case("ask \"How is LU connected to Lighthouse Union?\"", 64, "same entity"),
    Case("ask \"Who annexed Northport?\"", 6, "nothing in the graph says so", "annexed"),
    Case("render --output drawing.gif", 64, ".svg"),
    Case("render --output drawing.svg --engine steam", 64, "steam"),
    Case("render --output good.txt/drawing.svg", 73, "good.txt"),
    Case("render --output drawing.svg --focus Atlantis", 3, "Atlantis"),
    Case("render --timeline --output drawing.png", 64, ".svg"),
    Case("render --timeline --engine dot --output drawing.svg", 64, "--engine"),
    Case("render --timeline --focus Atlantis --output drawing.svg", 3, "Atlantis"),
    Case("export --bundle --format graphml --output graph.graphml", 64, "--bundle"),
    Case("export --format gif --output graph.gif", 64, "gif", "graphml"),
    Case("export --output graph.ttl", 64, "--format"),
    Case("export nowhere.jsonld --format turtle --output graph.ttl", 66, "nowhere.jsonld", "relata build"),
    Case("export good.txt --format turtle --output graph.ttl", 65, "good.txt"),
    Case("export --format turtle --output good.txt/graph.ttl", 73, "good.txt"),
    Case("export --format csv --output good.txt", 73, "good.txt"),
    Case("analyze nowhere.txt", 66, "nowhere.txt"),
    Case("evaluate nowhere.conllu", 66, "nowhere.conllu"),
    Case("evaluate good.txt", 65, "good.txt"),
  ]

  @Test(arguments: cases)
  func oneLine(_ test: Case) throws {
    let folder = try inputs()
    let before = try folder.contents
    let outcome = try RelataProcess.run(words(test.arguments), in: folder)
    #expect(outcome.status == test.status)
    #expect(!outcome.isSignal)
    // What comes nearest to a question without an answer.
    #expect(outcome.output.isEmpty || outcome.output.hasPrefix("No answer; "), "\(outcome.output)")
    #expect(outcome.errorLines.filter { !$0.hasPrefix("relata: note: ") }.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("relata: "))
    for text in test.says { #expect(outcome.errors.contains(text)) }
    #expect(try folder.contents == before)
  }

  @Test("an ambiguous name lists the candidates with identifiers to choose from")
  func ambiguous() throws {
    let folder = try inputs()
    let outcome = try RelataProcess.run(["show", "khan"], in: folder)
    #expect(outcome.status == 4)
    #expect(
      outcome.errorLines == [
        "relata: “khan” may be any of 2 entities; give one of these identifiers:",
        "  person/ada-khan  Ada Khan (Person, 4 mentions)",
        "  person/omar-khan  Omar Khan (Person, 1 mention)",
      ])
    #expect(try RelataProcess.run(["show", "person/omar-khan"], in: folder).status == 0)
  }

  @Test("a document that cannot be read is named, and the others are read")
  func incomplete() throws {
    let folder = try inputs()
    let outcome = try RelataProcess.run(
      ["build", "good.txt", "empty.txt", "binary.txt", "latin1.txt", "--output", "out"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.output.hasPrefix("2 documents, "))
    #expect(outcome.output.contains("left out: 2 could not be read"))
    #expect(outcome.errors.contains("relata: warning: empty.txt: "))
    #expect(outcome.errors.contains("relata: warning: binary.txt: "))
    #expect(outcome.errors.contains("relata: note: latin1.txt: decoded as "))
    #expect(outcome.errorLines.last?.contains("2 documents could not be read") == true)
    let quiet = try RelataProcess.run(
      ["build", "good.txt", "empty.txt", "--output", "out2", "--quiet"], in: folder)
    #expect(quiet.status == 2)
    #expect(quiet.output.isEmpty)
    #expect(quiet.errors.contains("empty.txt"))
    // What is no document is no error.
    try folder.write(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), to: "mixed/a.png")
    try folder.write("Sweden sued Denmark.\n", to: "mixed/b.txt")
    for option in ["--quiet", "--trace"] {
      let mixed = try RelataProcess.run(["build", "mixed", "--output", "out3", option], in: folder)
      #expect(mixed.status == 0)
      #expect(mixed.errors.contains("a.png") == (option == "--trace"))
    }
  }

  @Test("an empty standard input is bad data")
  func emptyStandardInput() throws {
    let outcome = try RelataProcess.run(["analyze", "-"], in: TemporaryFolder(), input: "")
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.filter { !$0.hasPrefix("relata: note: ") }.count == 1)
  }

  @Test("every status of the table in the documentation is in the help, and the reverse")
  func documented() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Documentation/exit-statuses.md"), encoding: .utf8)
    let inPage = page.split(separator: "\n").compactMap { $0.wholeMatch(of: /\| (\d+) \|.*/).map { $0.1 } }
    let help = try RelataProcess.run(["help"], in: TemporaryFolder()).output
    let inHelp = help.split(separator: "\n").compactMap { $0.wholeMatch(of: #/  (\d+) +\w.*/#).map { $0.1 } }
    #expect(!inPage.isEmpty)
    #expect(inPage == inHelp)
  }

  private func inputs() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("Ada Khan leads the Lighthouse Union.\n", to: "good.txt")
    try folder.write(Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3]), to: "binary.txt")
    try folder.write(Data("caf".utf8 + [0xE9, 0x2E, 0x0A]), to: "latin1.txt")
    try folder.write("", to: "empty.txt")
    try folder.write(
      Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
      to: "empty-folder/picture.png")
    try folder.write("version: 1\nentities:\n  Thing: [\n", to: "broken.yaml")
    try SampleGraph.write(into: folder)
    return folder
  }

  /// Words as a shell cuts them, with double quotes.
  private func words(_ line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
  }
}
