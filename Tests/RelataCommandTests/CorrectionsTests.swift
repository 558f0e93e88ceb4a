import Foundation
import Relata
import Testing

@Suite("relata build --corrections")
struct CorrectionsTests {
  private static let texts = [
    "pseudonym.txt": "Boris Akunin visited Spain in 2012.\n",
    "passport.txt": "Grigory Chkhartishvili met Lyudmila Ulitskaya in 2015.\n",
    "war.txt": "Germany attacked Poland in 1939.\n",
  ]

  private func articles() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in Self.texts { try folder.write(text, to: "articles/\(name)") }
    return folder
  }

  @discardableResult
  private func run(
    _ arguments: String..., in folder: TemporaryFolder, expecting status: Int32 = 0
  ) throws -> RelataProcess.Outcome {
    let outcome = try RelataProcess.run(arguments, in: folder)
    #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
    return outcome
  }

  private func graph(_ output: String, in folder: TemporaryFolder) throws -> KnowledgeGraph {
    try JSONLDReader.read(
      Array(try Data(contentsOf: folder.url.appending(path: "\(output)/graph.jsonld"))))
  }

  // MARK: As the explorer writes it

  private func quoted(_ text: String) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(text), as: UTF8.self)
  }

  private func list(_ texts: [String]) throws -> String {
    "[" + (try texts.map(quoted).joined(separator: ", ")) + "]"
  }

  private func described(_ entity: Entity) throws -> String {
    try
      "{name: \(quoted(entity.name)), type: \(quoted(entity.type.rawValue)), id: \(quoted(entity.id.rawValue)), "
      + "names: \(list(entity.aliases.map(\.name)))}"
  }

  private func described(_ statement: Statement, in graph: KnowledgeGraph) throws -> String {
    func name(_ id: EntityID) throws -> String {
      try quoted(try #require(graph.entities.first { $0.id == id }).name)
    }
    var text =
      try
      "    statement:\n      subject: \(name(statement.subject))\n      relation: \(quoted(statement.relation))\n"
      + "      object: \(name(statement.object))\n      polarity: \(quoted(statement.polarity.rawValue))\n"
    if let time = statement.time { text += "      time: \(try quoted(time.description))\n" }
    text += "    evidence:\n"
    for evidence in statement.evidence {
      text +=
        try "      - document: \(quoted(evidence.document))\n        start: \(evidence.start)\n"
        + "        end: \(evidence.end)\n        quote: \(quoted(evidence.quote))\n"
    }
    return text
  }

  /// One writer, and no attack.
  private func corrections(of graph: KnowledgeGraph) throws -> String {
    let akunin = try #require(graph.entities.first { $0.name == "Boris Akunin" })
    let chkhartishvili = try #require(graph.entities.first { $0.name == "Grigory Chkhartishvili" })
    let attack = try #require(graph.statements.first { $0.relation == "attacked" })
    return try """
    # Corrections made in Relata's explorer.
    version: 1
    corrections:
      - action: merge
        entities:
          - \(described(akunin))
          - \(described(chkhartishvili))
        to: "Boris Akunin"
      - action: wrong

    """ + described(attack, in: graph)
  }

  // MARK: Tests

  @Test("built again, every file has the corrected graph, and says why")
  func everywhere() throws {
    let folder = try articles()
    try run("build", "articles", "-o", "before", in: folder)
    let before = try graph("before", in: folder)
    try folder.write(corrections(of: before), to: "corrections.yaml")
    let outcome = try run(
      "build", "articles", "-o", "after", "--corrections", "corrections.yaml", in: folder)
    #expect(outcome.output.contains("\n2 corrections applied\n"))
    let after = try graph("after", in: folder)
    #expect(after.entities.count == before.entities.count - 1)
    #expect(!after.statements.contains { $0.relation == "attacked" })
    let writer = try #require(after.entities.first { $0.name == "Boris Akunin" })
    #expect(writer.aliases.map(\.name) == ["Boris Akunin", "Grigory Chkhartishvili"])
    let merged = before.statements.filter { statement in
      [statement.subject, statement.object].contains { $0.rawValue.hasSuffix("chkhartishvili") }
    }
    #expect(!merged.isEmpty)
    for (name, bytes) in try folder.contents where name.hasPrefix("after/") && !name.hasSuffix(".relata") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("person/grigory-chkhartishvili"), "\(name)")
      #expect(text.contains("Boris Akunin"), "\(name)")
    }
    // The graph file too.
    let shown = try run("show", "Grigory Chkhartishvili", "--graph", "after", in: folder)
    #expect(shown.output.hasPrefix("Boris Akunin\n"))
    #expect(shown.output.contains("Ulitskaya") && shown.output.contains("Spain"))
    let why = try run("show", "Boris Akunin", "--why", "--graph", "after", in: folder)
    #expect(why.output.contains("by your rule in corrections.yaml:4"))
    #expect(
      shown.output.contains(
        "\nCorrected by a person\n  Boris Akunin, Grigory Chkhartishvili: one thing, Boris Akunin (corrections.yaml:4)\n"
      ))

    // The same bytes again, and from the graph instead of the documents.
    try run("build", "articles", "-o", "again", "--corrections", "corrections.yaml", "-q", in: folder)
    let imported = try run(
      "import", "before/graph.jsonld", "-o", "imported", "--corrections", "corrections.yaml", in: folder)
    #expect(imported.errors.isEmpty)
    let contents = try folder.contents
    #expect(contents["again/graph.jsonld"] == contents["after/graph.jsonld"])
    #expect(contents["imported/graph.jsonld"] == contents["after/graph.jsonld"])
  }

  @Test("what was corrected stays known, from whatever file the graph is asked, and where graphs are joined")
  func provenance() throws {
    let folder = try articles()
    try run("build", "articles", "-o", "before", "--format", "jsonld", in: folder)
    try folder.write(corrections(of: graph("before", in: folder)), to: "corrections.yaml")
    try run(
      "build", "articles", "-o", "after", "--format", "jsonld,graphml", "--corrections", "corrections.yaml",
      in: folder)
    let corrections = try graph("after", in: folder).corrections
    #expect(corrections.map(\.action) == [.merge, .wrong])
    #expect(corrections[1].evidence.map(\.quote) == ["Germany attacked Poland in 1939."])
    // From the graph file, though no statement is left that has both.
    for graph in ["after", "after/graph.relata"] {
      let shown = try run("show", "Poland", "--graph", graph, in: folder)
      #expect(
        shown.output.contains("Germany attacked Poland: does not follow from its sentence (corrections.yaml:")
      )
      let json = try run("show", "Poland", "--json", "--graph", graph, in: folder)
      #expect(json.output.contains(#""action" : "wrong""#) || json.output.contains(#""action":"wrong""#))
    }
    let page = try run("explore", "after", "--output", "graph.html", "--no-browser", in: folder)
    #expect(page.errors.isEmpty)
    #expect(
      String(decoding: try folder.contents["graph.html"] ?? Data(), as: UTF8.self)
        .contains(#""Germany attacked Poland: does not follow from its sentence","corrections.yaml","#))
    // Through other formats, and joined with a graph in which nobody corrected anything.
    try run("import", "after/graph.graphml", "-o", "restored", in: folder)
    #expect(try graph("restored", in: folder).corrections == corrections)
    try run("import", "after/graph.relata", "before/graph.jsonld", "-o", "joined", in: folder)
    let joined = try graph("joined", in: folder)
    #expect(joined.corrections.map(\.explanation) == corrections.map(\.explanation))
    let ids = Set(joined.entities.map(\.id))
    #expect(joined.corrections.flatMap(\.entities).allSatisfy(ids.contains))
  }

  @Test("a collection remembers corrections until they are taken back")
  func collection() throws {
    let folder = try articles()
    try run("build", "articles", "-o", "before", "--format", "jsonld,csv", in: folder)
    try folder.write(corrections(of: graph("before", in: folder)), to: "corrections.yaml")
    try run(
      "build", "articles", "-o", "after", "--format", "csv", "--corrections", "corrections.yaml", in: folder)
    try run("collection", "add", "news.relata-db", "articles", in: folder)
    #expect(try run("show", "Poland", "--graph", "news.relata-db", in: folder).output.contains("Germany"))
    let set = try run("collection", "corrections", "news.relata-db", "corrections.yaml", in: folder)
    #expect(set.output.hasPrefix("news.relata-db: 2 corrections, "))
    let status = try run("collection", "status", "news.relata-db", in: folder)
    #expect(status.output.contains("  remembered: 2 corrections\n"))
    let shown = try run("show", "Poland", "--graph", "news.relata-db", in: folder)
    #expect(!shown.output.contains("What others did to it"))
    try run("collection", "graph", "news.relata-db", "-o", "collected", "--format", "csv", in: folder)
    // New documents obey them too.
    try folder.write("Germany attacked Poland in 1939 and France in 1940.\n", to: "more/more.txt")
    try run("collection", "add", "news.relata-db", "more", in: folder)
    let asked = try run("show", "Poland", "--graph", "news.relata-db", in: folder)
    #expect(
      asked.output.contains(
        "\n  Germany attacked Poland: does not follow from its sentence (news.relata-db: corrections:"))
    #expect(!asked.output.contains("1939"))
    try run("collection", "remove", "news.relata-db", "more/more.txt", in: folder)

    let unset = try run("collection", "corrections", "news.relata-db", in: folder)
    #expect(unset.output.hasPrefix("news.relata-db: no corrections, "))
    try run("collection", "graph", "news.relata-db", "-o", "plain", "--format", "csv", in: folder)
    let contents = try folder.contents
    for name in ["nodes.csv", "edges.csv"] {
      // Why two names are one is said with the file.
      let collected = String(decoding: contents["collected/\(name)"] ?? Data(), as: UTF8.self)
        .replacing("news.relata-db: corrections", with: "corrections.yaml")
      #expect(collected == String(decoding: contents["after/\(name)"] ?? Data(), as: UTF8.self))
      #expect(contents["plain/\(name)"] == contents["before/\(name)"])
    }
    try folder.write("version: 9\ncorrections: []\n", to: "newer.yaml")
    let newer = try run(
      "collection", "corrections", "news.relata-db", "newer.yaml", in: folder, expecting: 65)
    #expect(
      newer.errors.hasPrefix("relata: newer.yaml:1:10: version 9 of the format is newer than this relata;"))
  }

  @Test("what no longer applies is a warning with its line and counted; --quiet leaves it out")
  func unmet() throws {
    let folder = try articles()
    try folder.write(
      """
      version: 1
      corrections:
        - action: rename
          entity: {name: Atlantis, type: Country}
          to: Thera
        - action: wrong
          statement: {subject: Germany, relation: attacked, object: France}
          evidence: [{document: war.txt, quote: Germany attacked Poland in 1939.}]
        - action: retype
          entity: {name: Boris Akunin}
          to: Organization

      """, to: "c.yaml")
    let outcome = try run(
      "build", "articles", "-o", "out", "--format", "jsonld", "--corrections", "c.yaml", in: folder)
    #expect(
      outcome.errorLines.filter { $0.contains("warning") } == [
        "relata: warning: c.yaml:3: nothing is called “Atlantis” any more; correct the graph anew or remove this",
        "relata: warning: c.yaml:6: “Germany attacked France” is not stated any more, though its sentence is there; correct the graph anew or remove this",
      ])
    #expect(outcome.output.contains("\n1 correction applied, 2 no longer apply\n"))
    #expect(try graph("out", in: folder).entities.contains { $0.id.rawValue == "organization/boris-akunin" })
    let quiet = try run("build", "articles", "-o", "out", "--corrections", "c.yaml", "--quiet", in: folder)
    #expect(!quiet.errors.contains("warning"))
  }

  @Test(
    "a file that is wrong ends with 65, file and line, and nothing is written",
    arguments: [
      ("", "1:1: the file is empty; write it as Documentation/corrections.md describes"),
      (
        "version: 1\ncorrections:\n  - {action: renam}",
        "3:14: there is no action “renam”; did you mean “rename”?"
      ),
      (
        "version: 1\ncorrections:\n  - {action: retype, entity: {name: A}, to: Citty}",
        "3:45: there is no type “Citty”; did you mean “City”?"
      ),
    ])
  func malformed(yaml: String, says: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Germany attacked Poland.\n", to: "a.txt")
    try folder.write(yaml, to: "c.yaml")
    let outcome = try run("build", "a.txt", "-o", "out", "--corrections", "c.yaml", in: folder, expecting: 65)
    #expect(outcome.errorLines == ["relata: c.yaml:\(says)"])
    #expect(try folder.contents.keys.sorted() == ["a.txt", "c.yaml"])
    #expect(
      try run("build", "a.txt", "-o", "out", "--corrections", "no.yaml", in: folder, expecting: 66).output
        .isEmpty)
  }
}
