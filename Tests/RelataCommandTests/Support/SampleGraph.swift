import Foundation
import Relata

/// A small graph about invented people, so that queries can be tested without reading any text.
enum SampleGraph {
  static let graph = KnowledgeGraph(
    entities: [
      Entity(
        id: id("city/northport"), name: "Northport", type: .city,
        aliases: [Alias(name: "Northport", count: 2)], mentionCount: 2),
      Entity(
        id: id("organization/lighthouse-union"), name: "Lighthouse Union", type: .organization,
        aliases: [Alias(name: "Lighthouse Union", count: 3), Alias(name: "LU", count: 2)],
        identifiers: ["wikidata": "Q1"], mentionCount: 5),
      Entity(
        id: id("person/ada-khan"), name: "Ada Khan", type: .person,
        aliases: [Alias(name: "Ada Khan", count: 1)], mentionCount: 4),
      Entity(
        id: id("person/omar-khan"), name: "Omar Khan", type: .person,
        aliases: [Alias(name: "Omar Khan", count: 1)], mentionCount: 1),
    ],
    statements: [
      statement(
        "organization/lighthouse-union", "captured", "city/northport", importance: 0.75, time: "2024-12-08",
        quote: "The Lighthouse Union\ncaptured Northport on 8 December.", document: "a.txt"),
      statement(
        "person/ada-khan", "leads", "organization/lighthouse-union", confidence: 0.75, role: "chair",
        quote: "Ada Khan, chair of the Lighthouse Union, smiled.", document: "b.txt"),
      statement(
        "person/ada-khan", "praised", "organization/lighthouse-union", modality: .reported, confidence: 0.5,
        isOpen: true, attribution: "person/omar-khan", quote: "She praised it, Omar Khan said.",
        document: "b.txt"),
      statement(
        "person/omar-khan", "captured", "city/northport", polarity: .negated,
        quote: "Omar Khan did not capture Northport.", document: "b.txt"),
    ],
    documents: [
      DocumentRecord(
        id: "a.txt", title: "The union", date: PartialDate("2024-12-09"), sentenceCount: 1, wordCount: 8),
      DocumentRecord(id: "b.txt", sentenceCount: 3, wordCount: 20),
    ])

  /// As JSON-LD, made once: most tests of the command begin with it.
  private static let file = Result {
    Data(JSONLDWriter(ontology: try Ontology.embedded()).write(graph))
  }

  /// Writes it where queries look for a graph.
  static func write(into folder: TemporaryFolder, name: String = "output/graph.jsonld") throws {
    try folder.write(file.get(), to: name)
  }

  private static func id(_ text: String) -> EntityID { EntityID(rawValue: text) }

  private static func statement(
    _ subject: String, _ relation: String, _ object: String, polarity: Polarity = .affirmed,
    modality: Modality = .asserted, confidence: Double = 1, importance: Double? = nil, isOpen: Bool = false,
    time: String? = nil,
    role: String? = nil, attribution: String? = nil, quote: String, document: String
  ) -> Statement {
    Statement(
      subject: id(subject), relation: relation, object: id(object), isOpen: isOpen, polarity: polarity,
      modality: modality, attribution: attribution.map(id),
      time: time.flatMap { PartialDate($0) }.map { TimeSpan(at: $0) }, role: role, confidence: confidence,
      importance: importance,
      evidence: [
        Evidence(
          document: document, start: 0, end: quote.unicodeScalars.count, quote: quote, trigger: "verb test")
      ])
  }
}
