import Foundation
import Relata
import Testing

@Suite("relata contradictions")
struct ContradictionsCommandTests {
  /// Texts that disagree, built into a graph by the command itself.
  func built(_ texts: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in texts { try folder.write(text, to: "articles/\(name)") }
    let outcome = try RelataProcess.run(
      ["build", "articles", "--output", "output", "--format", "jsonld", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return folder
  }

  struct Case: CustomTestStringConvertible {
    let title: String
    let texts: [String: String]
    /// What must be printed.
    let says: [String]
    var testDescription: String { title }
  }

  static let cases = [
    Case(
      title: "Dates (1)",
      texts: [
        "a.txt": "Saladin captured Jerusalem on 2 October 1187.\n",
        "b.txt": "Saladin captured Jerusalem on 2 October 1188.\n",
      ], says: ["1187-10-02", "1188-10-02", "a.txt", "b.txt", " │ "]),
    Case(
      title: "Outcomes (1)",
      texts: [
        "daily.txt": "Norway recognized Kosovo.\n",
        "weekly.md": "Norway did not recognize Kosovo.\n",
      ], says: ["affirmed", "negated", "“Norway recognized Kosovo.”", "“Norway did not recognize Kosovo.”"]),
    Case(
      title: "Places (1)",
      texts: [
        "obituary.txt": "Jacques Brel was born in Brussels.\n",
        "portrait.txt": "Jacques Brel was born in Paris.\n",
      ], says: ["Brussels", "Paris", "obituary.txt", "portrait.txt"]),
  ]

  @Test("quotes of texts that disagree stand under what they are about", arguments: cases)
  func texts(_ test: Case) throws {
    let folder = try built(test.texts)
    let outcome = try RelataProcess.run(["contradictions"], in: folder)
    #expect(outcome.status == 0)
    for naming in [["output"], ["--graph", "output"], ["--from-graph", "output/graph.jsonld"]] {
      let named = try RelataProcess.run(["contradictions"] + naming, in: folder)
      #expect(named.status == 0 && named.output == outcome.output)
    }
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix(test.title + "\n"), "\(outcome.output)")
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for text in test.says { #expect(words.contains(text.trimmingCharacters(in: .whitespaces)), "\(text)") }
  }

  @Test("where there is none, it says so, and what that does not mean")
  func none() throws {
    let folder = try built([
      "a.txt": "Saladin captured Jerusalem in 1187.\n",
      "b.txt": "In October 1187 Saladin captured Jerusalem.\n",
    ])
    let outcome = try RelataProcess.run(["contradictions", "output"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("No statements of this graph contradict each other ("))
    #expect(outcome.output.hasSuffix("may still disagree in what was not extracted.\n"))
    let json = try RelataProcess.run(["contradictions", "output", "--json"], in: folder)
    let answer = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((answer?["contradictions"] as? [Any])?.isEmpty == true)
    #expect(answer?["documents"] as? Int == 2)
  }

  /// Two holders of one office, three dates of one event: no text needed.
  static let graph = KnowledgeGraph(
    entities: [
      entity("country/norland", .country), entity("person/ada-khan", .person),
      entity("person/omar-khan", .person),
      entity("city/northport", .city),
    ],
    statements: [
      statement(
        "person/ada-khan", "captured", "city/northport", "2019", "a.txt", "Ada Khan took Northport in 2019."),
      statement("person/ada-khan", "captured", "city/northport", "2020", "b.txt", "She took it in 2020."),
      statement("person/ada-khan", "captured", "city/northport", "2021", "b.txt", "It fell to Khan in 2021."),
      statement(
        "person/ada-khan", "head_of_state_of", "country/norland", "2019-01-01/2022-12-31", "a.txt",
        "Ada Khan was president from 1 January 2019 to 31 December 2022."),
      statement(
        "person/omar-khan", "head_of_state_of", "country/norland", "2020-05-05", "b.txt",
        "On 5 May 2020 Omar Khan was president."),
    ],
    documents: [
      DocumentRecord(id: "a.txt", date: PartialDate("2023-02-01")), DocumentRecord(id: "b.txt"),
    ],
    contradictions: [
      Contradiction(
        kind: .value, statements: [3, 4],
        explanation:
          "head of state of Norland: Ada Khan 2019-01-01/2022-12-31 in a.txt, Omar Khan 2020-05-05 in b.txt"),
      Contradiction(
        kind: .time, statements: [0, 1, 2],
        explanation: "Ada Khan captured Northport: 2019 in a.txt, 2020 in b.txt, 2021 in b.txt"),
    ])

  func graphFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      Data(JSONLDWriter(ontology: try Ontology.embedded()).write(Self.graph)), to: "output/graph.jsonld")
    return folder
  }

  @Test("sides stand beside each other, two at a time")
  func layout() throws {
    let outcome = try RelataProcess.run(["contradictions"], in: graphFolder())
    #expect(
      outcome.output == """
        Dates (1)

          Ada Khan captured Northport: 2019 in a.txt, 2020 in b.txt, 2021 in b.txt

          2019                                           │ 2020
          Ada Khan –captured→ Northport [2019]           │ Ada Khan –captured→ Northport [2020]
          “Ada Khan took Northport in 2019.”             │ “She took it in 2020.”
          — a.txt · 2023-02-01                           │ — b.txt

          2021
          Ada Khan –captured→ Northport [2021]
          “It fell to Khan in 2021.”
          — b.txt

        Offices (1)

          head of state of Norland: Ada Khan 2019-01-01/2022-12-31 in a.txt, Omar Khan 2020-05-05 in b.txt

          Ada Khan                                       │ Omar Khan
          Ada Khan –head of state of→ Norland            │ Omar Khan –head of state of→ Norland
          [2019-01-01/2022-12-31]                        │ [2020-05-05]
          “Ada Khan was president from 1 January 2019 to │ “On 5 May 2020 Omar Khan was president.”
          31 December 2022.”                             │ — b.txt
          — a.txt · 2023-02-01                           │

        """)
  }

  @Test("--about narrows, --json has every statement of every side")
  func json() throws {
    let folder = try graphFolder()
    let outcome = try RelataProcess.run(["contradictions", "--about", "office", "--json"], in: folder)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let items = try #require(answer["contradictions"] as? [[String: Any]])
    #expect(items.map { $0["about"] as? String } == ["office"])
    let sides = try #require(items[0]["sides"] as? [[String: Any]])
    #expect(sides.map { $0["claim"] as? String } == ["Ada Khan", "Omar Khan"])
    let statements = sides.compactMap { ($0["statements"] as? [[String: Any]])?.first }
    #expect(statements.map { $0["time"] as? String } == ["2019-01-01/2022-12-31", "2020-05-05"])
    let none = try RelataProcess.run(["contradictions", "--about", "place"], in: folder)
    #expect(none.output.hasPrefix("No statements of this graph contradict each other about places ("))
  }

  private static func entity(_ id: String, _ type: EntityType) -> Entity {
    let name = id.split(separator: "/")[1].split(separator: "-").map(\.capitalized).joined(separator: " ")
    return Entity(id: EntityID(rawValue: id), name: name, type: type, mentionCount: 1)
  }

  private static func statement(
    _ subject: String, _ relation: String, _ object: String, _ time: String, _ document: String,
    _ quote: String
  ) -> Statement {
    let dates = time.split(separator: "/").map { PartialDate(String($0)) }
    return Statement(
      subject: EntityID(rawValue: subject), relation: relation, object: EntityID(rawValue: object),
      time: TimeSpan(start: dates[0], end: dates[dates.count - 1]),
      evidence: [Evidence(document: document, start: 0, end: quote.unicodeScalars.count, quote: quote)])
  }
}
