import Foundation
import Relata
import Testing

/// The options that path, connect, between, neighbours and rank share.
@Suite("Which statements a question about connections follows")
struct SelectionTests {
  /// Around Hub each entity is called after what its only statement has of its own.
  private static let graph: KnowledgeGraph = {
    let hub = EntityID(rawValue: "person/hub")
    var graph = KnowledgeGraph(
      entities: [Entity(id: hub, name: "Hub", type: .person)], statements: [],
      documents: ["a.txt", "b.txt"].map { DocumentRecord(id: $0, sentenceCount: 1, wordCount: 1) })
    func add(
      _ name: String, _ relation: String = "visited", isOpen: Bool = false, polarity: Polarity = .affirmed,
      modality: Modality = .asserted, isIncoming: Bool = false, time: String? = nil, confidence: Double = 1,
      document: String = "a.txt"
    ) {
      let id = EntityID(rawValue: "person/\(name.lowercased())")
      graph.entities.append(Entity(id: id, name: name, type: .person))
      graph.statements.append(
        Statement(
          subject: isIncoming ? id : hub, relation: relation, object: isIncoming ? hub : id, isOpen: isOpen,
          polarity: polarity, modality: modality,
          time: time.flatMap { PartialDate($0) }.map { TimeSpan(at: $0) }, confidence: confidence,
          evidence: [Evidence(document: document, start: 0, end: 1, quote: "x", trigger: "")]))
    }
    add("Plain")
    add("Reported", modality: .reported)
    add("Alleged", modality: .alleged)
    add("Open", "chatted with", isOpen: true)
    add("Negated", polarity: .negated)
    add("Incoming", isIncoming: true)
    add("Symmetric", "met_with", isIncoming: true)
    add("Winter", time: "2024-12-08")
    add("Spring", time: "2025-03")
    add("Unsure", confidence: 0.5)
    add("Elsewhere", document: "b.txt")
    return graph
  }()

  private static let usual: Set = [
    "Plain", "Reported", "Alleged", "Open", "Incoming", "Symmetric", "Winter", "Spring", "Unsure",
    "Elsewhere",
  ]

  struct Case: CustomTestStringConvertible, Sendable {
    let options: String
    let followed: Set<String>

    init(_ options: String, _ followed: Set<String>) { (self.options, self.followed) = (options, followed) }

    var testDescription: String { options }
    var arguments: [String] { options.split(separator: " ").map(String.init) }
  }

  private static let cases = [
    Case("", usual),
    Case("--asserted-only", usual.subtracting(["Reported", "Alleged"])),
    Case("--include-negated", usual.union(["Negated"])),
    Case("--from 2025", ["Spring"]),
    Case("--directed", usual.subtracting(["Incoming"])),
    Case("--no-open", usual.subtracting(["Open"])),
    Case("--min-confidence 0.75", usual.subtracting(["Unsure"])),
    Case("--documents b.txt", ["Elsewhere"]),
    Case("--relations met_with", ["Symmetric"]),
    Case("--without visited", ["Open", "Symmetric"]),
    Case("--until 2024", ["Winter"]),
    Case("--from 2025 --include-undated", usual.subtracting(["Winter"])),
    Case("--until 2024 --include-undated", usual.subtracting(["Spring"])),
  ]

  /// Enough to see that a command has them all: they are one group of options.
  private static let few = cases.prefix(5)

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      Data(JSONLDWriter(ontology: try Ontology.embedded()).write(Self.graph)), to: "output/graph.jsonld")
    return folder
  }

  @Test("neighbours lists what they lead to", arguments: cases)
  func neighbours(_ selection: Case) throws {
    let outcome = try RelataProcess.run(
      ["neighbours", "Hub", "--limit", "100"] + selection.arguments, in: folder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(Set(outcome.output.matches(of: /(\w+) \(Person\)/).map { String($0.1) }) == selection.followed)
  }

  @Test("rank counts them", arguments: few.filter { $0.options != "--directed" })
  func rank(_ selection: Case) throws {
    struct Answer: Decodable {
      struct Ranked: Decodable {
        struct Named: Decodable { let name: String }
        let entity: Named
        let degree: Int
      }
      let entities: [Ranked]
    }
    let outcome = try RelataProcess.run(
      ["rank", "--by", "degree", "--limit", "100", "--json"] + selection.arguments, in: folder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    let ranked = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)).entities
    #expect(ranked.first { $0.entity.name == "Hub" }?.degree == selection.followed.count)
    let reached = ranked.filter { $0.entity.name != "Hub" && $0.degree == 1 }
    #expect(Set(reached.map(\.entity.name)) == selection.followed)
  }

  @Test("rank says that its measures have a direction of their own or none")
  func directedRank() throws {
    let outcome = try RelataProcess.run(["rank", "--directed"], in: folder())
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("relata: --directed does not go with rank"))
  }

  @Test("path, connect and between go by them only", arguments: ["path", "connect", "between"], few)
  func ways(command: String, _ selection: Case) throws {
    let folder = try folder()
    let changed = selection.followed.symmetricDifference(Self.usual).min()
    // Of two entities that are to be connected either may be the one that leads to the other.
    let isEitherWay = (command, selection.options) == ("connect", "--directed")
    for name in changed.map({ [$0] }) ?? ["Plain", "Negated"] {
      let outcome = try RelataProcess.run([command, "Hub", name] + selection.arguments, in: folder)
      #expect(
        outcome.status == (isEitherWay || selection.followed.contains(name) ? 0 : 5),
        "\(name): \(outcome.errors)")
    }
  }
}
