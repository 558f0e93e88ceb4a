import Foundation
import Relata
import RelataExtraction
import RelataGraph
import RelataResolution
import Testing

@Suite("Several graphs become one")
struct GraphMergerTests {
  private func merger() throws -> GraphMerger {
    GraphMerger(Resolver(ontology: try .embedded(), gazetteer: try .embedded()))
  }

  private func graph(_ name: String, in document: String, confidence: Double = 0.8) -> KnowledgeGraph {
    let person = Entity(
      id: EntityID(rawValue: "person/x"), name: name, type: .person, aliases: [Alias(name: name, count: 3)],
      mentionCount: 3)
    let city = Entity(
      id: EntityID(rawValue: "city/aleppo"), name: "Aleppo", type: .city,
      aliases: [Alias(name: "Aleppo", count: 1)],
      mentionCount: 1)
    let siege = Entity(
      id: EntityID(rawValue: "event/siege"), name: "siege", type: "Event",
      aliases: [Alias(name: "siege", count: 1)],
      mentionCount: 1)
    return KnowledgeGraph(
      entities: [city, siege, person],
      statements: [
        Statement(
          subject: person.id, relation: "visited", object: city.id, confidence: confidence,
          evidence: [Evidence(document: document, start: 0, end: 5, quote: "quote", trigger: "verb visit")])
      ], documents: [DocumentRecord(id: document, title: "T", text: "quote")])
  }

  @Test("one entity under two spellings, one statement with the evidence of both")
  func joins() throws {
    let merged = try merger().merged([
      graph("Ahmed al-Sharaa", in: "a.txt"), graph("Ahmad Al-Shara", in: "b.txt"),
    ])
    #expect(merged.entities.count { $0.type == .person } == 1)
    #expect(merged.entities.count { $0.name == "Aleppo" } == 1)
    // What is only described is no other graph's.
    #expect(merged.entities.count { $0.type == "Event" } == 2)
    #expect(merged.documents.map(\.id) == ["a.txt", "b.txt"])
    #expect(merged.documents.map(\.text) == ["quote", "quote"])
    let statement = try #require(merged.statements.first)
    #expect(merged.statements.count == 1)
    #expect(statement.evidence.map(\.document) == ["a.txt", "b.txt"])
    #expect(statement.confidence > 0.8)
  }

  @Test("the order of the graphs does not matter, and a graph with itself stays itself")
  func order() throws {
    let (a, b) = (graph("Ahmed al-Sharaa", in: "a.txt"), graph("Ahmad Al-Shara", in: "b.txt"))
    let merged = try merger().merged([a, b])
    let reversed = try merger().merged([b, a])
    #expect(merged.entities == reversed.entities)
    #expect(merged.statements == reversed.statements)
    #expect(merged.documents == reversed.documents)
    let twice = try merger().merged([a, a])
    #expect(twice.statements.count == 1 && twice.statements[0].evidence.count == 1)
    #expect(abs(twice.statements[0].confidence - 0.8) < 0.001)
  }

  @Test("what two graphs found in one document is one, though it has no name")
  func sharedDocuments() throws {
    let merger = try merger()
    func siege(in document: String, sentence start: Int) -> KnowledgeGraph {
      var graph = graph("Ahmed al-Sharaa", in: document)
      graph.statements[0].evidence[0].start = start
      graph.statements[0].object = EntityID(rawValue: "event/siege")
      return graph
    }
    func sieges(_ graphs: [KnowledgeGraph]) -> Int {
      merger.merged(graphs).entities.count { $0.type == "Event" }
    }
    let a = siege(in: "a.txt", sentence: 0)
    #expect(merger.merged([a, a]) == a)
    // The same sentence in both.
    var more = a
    more.statements[0].confidence = 0.7
    more.documents.append(DocumentRecord(id: "b.txt"))
    #expect(sieges([a, more]) == 1)
    // Another sentence; but the larger graph has read all that the other has.
    var elsewhere = siege(in: "a.txt", sentence: 1)
    elsewhere.documents = more.documents
    #expect(sieges([a, elsewhere]) == 1)
    // Each has read what the other has not: whose siege it is cannot be told.
    var (left, right) = (a, siege(in: "a.txt", sentence: 1))
    left.documents.append(DocumentRecord(id: "b.txt"))
    right.documents.append(DocumentRecord(id: "c.txt"))
    #expect(sieges([left, right]) == 2)
    // Two of one name in one graph, of which nothing more is known.
    var double = right
    double.documents.append(DocumentRecord(id: "b.txt"))
    double.entities.insert(
      Entity(id: EntityID(rawValue: "event/siege-2"), name: "siege", type: "Event"), at: 2)
    #expect(sieges([left, double]) == 3)
  }

  @Test("statements without evidence keep having none")
  func withoutEvidence() throws {
    var bare = graph("Ahmed al-Sharaa", in: "a.txt")
    bare.statements[0].evidence = []
    let merged = try merger().merged([bare, graph("Omar Khan", in: "b.txt")])
    #expect(merged.statements.map { $0.evidence.count }.sorted() == [0, 1])
  }

  @Test("another text of a document, or none, takes no sentence away")
  func differentTexts() throws {
    let short = graph("Ahmed al-Sharaa", in: "a.txt")
    for text in ["A longer text of the same document.", nil] {
      var long = graph("Omar Khan", in: "a.txt")
      long.documents[0].text = text
      long.statements[0].evidence[0].start = 20
      long.statements[0].evidence[0].end = 30
      let merged = try merger().merged([short, long])
      #expect(merged.documents.map(\.text) == ["quote"])
      #expect(merged.statements.flatMap(\.evidence).map(\.end).sorted() == [5, 30])
    }
  }

  @Test("what a person corrected in each graph is known of the whole, with the identifiers that it has now")
  func corrections() throws {
    func correction(_ line: Int, _ entities: String..., in document: String) -> AppliedCorrection {
      AppliedCorrection(
        action: .wrong, file: "c.yaml", line: line, explanation: "line \(line)",
        entities: entities.map { EntityID(rawValue: $0) },
        evidence: [Evidence(document: document, start: 0, end: 5, quote: "quote", trigger: "verb")])
    }
    var (a, b) = (graph("Ahmed al-Sharaa", in: "a.txt"), graph("Ahmad Al-Shara", in: "b.txt"))
    a.corrections = [correction(3, "city/aleppo", "person/x", in: "a.txt")]
    b.corrections = [
      correction(3, "city/aleppo", "person/x", in: "b.txt"), correction(1, "person/gone", in: "b.txt"),
    ]
    for graphs in [[a, b], [b, a]] {
      let merged = try merger().merged(graphs)
      let person = try #require(merged.entities.first { $0.type == .person }).id
      #expect(person.rawValue != "person/x")
      #expect(merged.corrections.map(\.line) == [1, 3])
      #expect(merged.corrections[0].entities == [EntityID(rawValue: "person/gone")])
      // One line of one file, said of both graphs.
      #expect(merged.corrections[1].entities == [EntityID(rawValue: "city/aleppo"), person])
      #expect(merged.corrections[1].evidence.map(\.document) == ["a.txt", "b.txt"])
    }
  }
}
