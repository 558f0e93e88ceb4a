import RelataGraph
import RelataResolution
import Testing

@Suite("Corrections are read")
struct CorrectionReaderTests {
  private typealias F = CorrectionFixtures

  private func read(_ yaml: String) throws -> Corrections {
    try Corrections(yaml: yaml, fileName: "c.yaml", ontology: F.ontology)
  }

  @Test("every action, as the explorer writes it")
  func actions() throws {
    let statement = """
          statement:
            subject: "HTS forces"
            relation: "captured"
            object: "Aleppo"
            polarity: "negated"
            modality: "reported"
            time: "2024-11/.."
            attribution: "Omar \\"O\\" Khan\\n"
            role: "chief"
            place: "Aleppo"
            open: true
          evidence:
            - document: "a.txt"
              start: 711
              end: 780
              quote: "His forces \\u003cmet\\u003e little."
            - {document: b.txt, quote: Plain}

      """
    let entity = "\n    entity: {name: \"A\", type: \"City\", id: \"city/a\", names: [\"A\", \"B\"]}\n"
    let corrections = try read(
      "# A comment.\nversion: 1\ncorrections:\n"
        + ["wrong", "confirmed", "direction"].map { "  - action: \"\($0)\"\n\(statement)" }.joined()
        + "  - action: relation\n\(statement)    to: besieged\n    open: true\n"
        + "  - action: merge\n    entities: [{name: A}, {name: B, type: City, split: city/a}]\n    to: \"A  B\"\n"
        + "  - action: split\(entity)    names: [B]\n"
        + "  - action: rename\(entity)    to: \"C\"\n  - action: retype\(entity)    to: \"Region\"\n")
    let described = StatementDescription(
      subject: "HTS forces", relation: "captured", object: "Aleppo", isOpen: true, polarity: .negated,
      modality: .reported, time: TimeSpan(start: PartialDate("2024-11"), end: nil), role: "chief",
      attribution: "Omar \"O\" Khan\n", place: "Aleppo",
      evidence: [
        .init(document: "a.txt", quote: "His forces <met> little.", range: 711..<780),
        .init(document: "b.txt", quote: "Plain"),
      ])
    let city = EntityDescription(name: "A", type: .city, id: F.id("city/a"), names: ["A", "B"])
    #expect(
      corrections.items.map(\.change) == [
        .wrong(described), .confirmed(described), .direction(described),
        .relation(described, to: "besieged", isOpen: true),
        .merge(
          [
            EntityDescription(name: "A"),
            EntityDescription(name: "B", type: .city, split: F.id("city/a")),
          ], name: "A B"),
        .split(city, names: ["B"], name: "B"), .rename(city, to: "C"), .retype(city, to: .region),
      ])
    #expect(corrections.items.map(\.line) == [4, 22, 40, 58, 78, 81, 84, 87])
    #expect(corrections.fileName == "c.yaml")
    #expect(try read("version: 1\ncorrections: []").items.isEmpty)
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    let yaml: String
    let says: String
    /// - Parameter item: what stands in the only correction, in a line of its own.
    init(_ item: String, _ says: String) {
      (yaml, self.says) = ("version: 1\ncorrections:\n  - \(item)", "c.yaml:3:\(says)")
    }
    init(file: String, _ says: String) { (yaml, self.says) = (file, "c.yaml:\(says)") }
    var testDescription: String { says }
  }

  private static let statement = "statement: {subject: A, relation: captured, object: B}"
  private static let evidence = "evidence: [{document: a, quote: q}]"

  @Test(
    "what is wrong is said in one line, with its place",
    arguments: [
      Bad(file: "", "1:1: the file is empty; write it as Documentation/corrections.md describes"),
      Bad(file: "[a]", "1:1: the file must be a mapping"),
      Bad(file: "corrections: []", "1:1: the file has no “version”"),
      Bad(file: "version: 1\nidentities: []\ncorrections: []", "2:1: unknown key “identities” in the file"),
      Bad(file: "version: 1", "1:1: the file has no “corrections”"),
      Bad(
        file: "version: 2\ncorrections: []",
        "1:10: version 2 of the format is newer than this relata; use a newer relata, or write version: 1"),
      Bad(file: "version: one\ncorrections: []", "1:10: “one” is no version of the format; write version: 1"),
      Bad(file: "version: 1\ncorrections: {}", "2:14: “corrections” must be a list"),
      Bad(
        file: "version: 1\ncorrections: [",
        "3:1: did not find expected node content; mend the YAML syntax here or just before"),
      Bad("wrong", "5: a correction must be a mapping"),
      Bad("{to: X}", "5: a correction has no “action”"),
      Bad("{action: renam}", "14: there is no action “renam”; did you mean “rename”?"),
      Bad("{action: [rename]}", "14: “action” must be a text"),
      Bad("{action: explode}", "14: there is no action “explode”; known are wrong, confirmed"),
      Bad("{action: wrong}", "5: the correction “wrong” has no “statement”"),
      Bad(
        "{action: wrong, to: X}",
        "21: unknown key “to” in the correction “wrong”; known are action, statement"),
      Bad("{action: wrong, \(statement)}", "5: the correction “wrong” has no “evidence”"),
      Bad("{action: wrong, \(statement), evidence: []}", "87: “evidence” is empty"),
      Bad("{action: wrong, \(statement), evidence: [{document: a}]}", "88: the evidence has no “quote”"),
      Bad(
        "{action: wrong, \(statement), evidence: [{document: a, start: -1, end: 2}]}",
        "109: “start” must be a number, not “-1”"),
      Bad(
        "{action: wrong, \(statement), evidence: [{document: a, start: 9, end: 2}]}",
        "117: “end” comes before “start”"),
      Bad("{action: wrong, statement: {subject: A}, \(evidence)}", "32: the statement has no “relation”"),
      Bad(
        "{action: wrong, statement: {subject: A, relation: r, object: B, polarity: no}, \(evidence)}",
        "79: “polarity” cannot be “no”; write one of affirmed, negated"),
      Bad(
        "{action: wrong, statement: {subject: A, relation: r, object: B, time: May}, \(evidence)}",
        "75: “May” is no time; write 2024-12-08"),
      Bad(
        "{action: relation, \(statement), \(evidence), to: capturd}",
        "121: there is no relation “capturd”; did you mean “captured”?"),
      Bad(
        "{action: relation, \(statement), \(evidence), to: befriended}",
        "121: there is no relation “befriended”; write the identifier of a relation of the ontology, or add “open: true”"
      ),
      Bad(
        "{action: relation, \(statement), \(evidence), to: r, open: 1}", "130: “open” must be true or false"),
      Bad("{action: merge, entities: [{name: A}], to: A}", "31: a merge needs at least two entities"),
      Bad("{action: merge, entities: [A, B], to: A}", "32: an entity must be a mapping"),
      Bad("{action: merge, entities: [{name: A}, {name: B}]}", "5: the correction “merge” has no “to”"),
      Bad("{action: split, entity: {name: A}, names: [], to: B}", "5: “names” is empty"),
      Bad("{action: split, entity: {name: A}, names: [[B]], to: B}", "48: a name must be a text"),
      Bad("{action: rename, entity: {name: A}, to: '?!'}", "45: “?!” has no letters"),
      Bad("{action: rename, entity: {id: a}, to: B}", "30: “entity” has no “name”"),
      Bad("{action: rename, entity: {name: A, kind: B}, to: B}", "40: unknown key “kind” in “entity”"),
      Bad(
        "{action: retype, entity: {name: A}, to: Citty}", "45: there is no type “Citty”; did you mean “City”?"
      ),
      Bad(
        "{action: retype, entity: {name: A}, to: Dragon}", "45: there is no type “Dragon”; known are Thing"),
    ])
  func malformed(_ bad: Bad) throws {
    let error = try #require(throws: DataFileError.self) { try read(bad.yaml) }
    #expect(error.description.contains(bad.says), "\(error)")
    #expect(!error.description.contains("\n"))
  }

  @Test("hostile files are refused or read, fast and in little memory")
  func hostile() throws {
    let deep = String(repeating: "[", count: 200_000)
    #expect(throws: DataFileError.self) { try read("version: 1\ncorrections: \(deep)") }
    // A list that each of many corrections repeats.
    let names = (0..<2_000).map { "n\($0)" }.joined(separator: ", ")
    let item = "  - {action: rename, entity: {name: A, names: *all}, to: B}\n"
    let error = try #require(throws: DataFileError.self) {
      try read(
        "version: 1\ncorrections:\n  - {action: rename, entity: {name: A, names: &all [\(names)]}, to: B}\n"
          + String(repeating: item, count: 2_000))
    }
    #expect(error.problem == "aliases make this file larger than it is")
    // Aliases of aliases.
    var bomb = "version: 1\ncorrections:\n  - &a0 {action: rename, entity: {name: A}, to: B}\n"
    for level in 1..<40 { bomb += "  - &a\(level) [\(String(repeating: "*a\(level - 1), ", count: 10))]\n" }
    #expect(throws: DataFileError.self) { try read(bomb) }
    // A text of many letters, where an identifier stands.
    let long = String(repeating: "x", count: 1_000_000)
    let message = try #require(throws: DataFileError.self) {
      try read("version: 1\ncorrections:\n  - {action: retype, entity: {name: A}, to: \(long)}")
    }
    #expect(message.problem.count < 200)
    // Many corrections are no attack.
    let many =
      "version: 1\ncorrections:\n"
      + (0..<5_000).map { "  - {action: rename, entity: {name: \"n\($0)\"}, to: \"m\($0)\"}\n" }.joined()
    #expect(try read(many).items.count == 5_000)
  }

  @Test("short escapes are no aliases")
  func escapes() throws {
    let yaml =
      "version: 1\ncorrections:\n  - {action: rename, entity: {name: \"\(String(repeating: "\\L", count: 500))\", names: [\"a\"]}, to: b}"
    // U+2028 is white space, so this is an empty name, not a file that is too large.
    let error = try #require(throws: DataFileError.self) { try read(yaml) }
    #expect(error.problem == "“name” is empty")
  }
}
