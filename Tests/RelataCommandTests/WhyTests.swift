import Foundation
import Relata
import Testing

@Suite("relata show --why")
struct WhyTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let texts: [String: String]
    let says: [String]
    var identities: String?
    var testDescription: String { says.joined(separator: " / ") }
  }

  static let cases = [
    Case(
      name: "WFC",
      texts: [
        "a.txt": "The World Food Council (WFC) met Kenya's government. The WFC praised Kenya.\n"
      ], says: ["WFC (2)", "The World Food Council (WFC) met Kenya's government.”", "in a.txt"]),
    Case(
      name: "Merkel",
      texts: ["a.txt": "Angela Merkel visited Poland in 2015. Merkel praised Poland.\n"],
      says: [
        "Merkel (1)", "= short for Angela Merkel: no other full name fits, in a.txt",
        "“Merkel praised Poland.”",
      ]),
    Case(
      name: "Lenin",
      texts: [
        "a.txt":
          "Vladimir Ulyanov, better known as Vladimir Lenin, visited Finland in 1907. Lenin praised Finland.\n"
      ], says: ["the text calls Vladimir Ulyanov so: “known as”, in a.txt"]),
    Case(
      name: "Gorbachev",
      texts: [
        "a.txt": "Mikhail Gorbachev visited Cuba in 1989.\n",
        "b.txt": "Mikhail Gorbachov visited Malta in 1989.\n",
      ],
      says: [
        "a spelling or form of", "gorbachev and gorbachov are spellings of one sound", "(a.txt)", "(b.txt)",
      ]),
    Case(
      name: "Boris Akunin",
      texts: [
        "a.txt": "Boris Akunin visited Spain in 2012.\n",
        "b.txt": "Grigory Chkhartishvili visited Malta in 2015.\n",
      ], says: ["Boris Akunin by your rule in same-as.yaml:2"],
      identities: "same:\n  - [Boris Akunin, Grigory Chkhartishvili]\n"),
  ]

  private func graph(_ test: Case) throws -> KnowledgeGraph {
    let folder = try built(test)
    return try JSONLDReader.read(Array(Data(contentsOf: folder.url.appending(path: "output/graph.jsonld"))))
  }

  private func built(_ test: Case) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in test.texts { try folder.write(text, to: "articles/\(name)") }
    var arguments = ["build", "articles", "-o", "output", "--format", "jsonld", "-q"]
    if let identities = test.identities {
      try folder.write(identities, to: "same-as.yaml")
      arguments += ["--identities", "same-as.yaml"]
    }
    let outcome = try RelataProcess.run(arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return folder
  }

  @Test("each name comes with its sentence and the reason of its merge", arguments: cases)
  func texts(_ test: Case) throws {
    let folder = try built(test)
    let outcome = try RelataProcess.run(["show", test.name, "--why"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for text in test.says { #expect(outcome.output.contains(text), "\(outcome.output)") }
    #expect(!outcome.output.contains("not recorded"), "\(outcome.output)")
  }

  @Test("every quote stands in its document at its place, and holds the name")
  func quotes() throws {
    for test in Self.cases {
      let aliases = try graph(test).entities.flatMap(\.aliases).filter { $0.example != nil }
      #expect(!aliases.isEmpty)
      for alias in aliases {
        let example = try #require(alias.example)
        let text = Array(try #require(test.texts[example.document]).unicodeScalars)
        #expect(Array(example.quote.unicodeScalars) == Array(text[example.start..<example.end]))
        #expect(example.quote.contains(alias.name))
      }
    }
  }

  @Test("a long sentence is cut around the name")
  func longSentences() throws {
    let tail = String(repeating: "and then on to another city of the north ", count: 12)
    let test = Case(
      name: "Merkel",
      texts: ["a.txt": "Angela Merkel went to Poland \(tail)where Merkel praised Poland \(tail)again.\n"],
      says: [])
    let aliases = try graph(test).entities.flatMap(\.aliases)
    let short = try #require(aliases.first { $0.name == "Merkel" }?.example)
    #expect(short.quote.contains("where Merkel praised Poland"))
    #expect(short.quote.unicodeScalars.count < 240)
    #expect(!short.quote.hasPrefix(" ") && !short.quote.hasSuffix(" "))
  }

  @Test("--json has the names, sentences and reasons")
  func json() throws {
    let folder = try built(Self.cases[1])
    let outcome = try RelataProcess.run(["show", "Merkel", "--why", "--json"], in: folder)
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let entity = try #require(answer?["entity"] as? [String: Any])
    let links = try #require(entity["links"] as? [[String: Any]])
    #expect(links.map { $0["reason"] as? String } == ["shortName"])
    #expect(links.map { $0["document"] as? String } == ["a.txt"])
  }

  @Test("a graph without reasons says so")
  func withoutReasons() throws {
    let folder = try TemporaryFolder()
    try SampleGraph.write(into: folder)
    let outcome = try RelataProcess.run(["show", "LU", "--why"], in: folder)
    #expect(outcome.output.contains("LU (2)\n    = why was not recorded\n"))
    let single = try RelataProcess.run(["show", "Ada Khan", "--why"], in: folder)
    #expect(single.output.hasSuffix("Its only name\n  Ada Khan (1)\n"))
  }
}
