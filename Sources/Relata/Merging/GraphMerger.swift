import RelataExtraction
public import RelataGraph
public import RelataResolution

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Several graphs → one, by the resolution that joins documents: entities that are one become one, statements that say the same become
/// one with all the evidence, and what cannot all be true is found anew.
///
/// ```swift
/// let merged = GraphMerger(try GraphBuilder()).merged([monday, tuesday])
/// ```
public struct GraphMerger: Sendable {
  private let resolver: Resolver

  public init(_ resolver: Resolver) { self.resolver = resolver }

  /// - Complexity: as resolving as many documents as there are graphs, with as many entities and statements.
  public func merged(_ graphs: [KnowledgeGraph]) -> KnowledgeGraph {
    let parts = graphs.enumerated().map { Self.extraction(of: $1, number: $0) }
    var graph = resolver.resolve(parts)
    for index in graph.statements.indices {
      graph.statements[index].evidence.removeAll { $0.document == Self.none }
    }
    graph.documents = Self.documents(of: graphs)
    return graph
  }

  /// The document of evidence that is none: resolution wants one for each statement.
  private static let none = "\u{0}"

  /// Each document once, with its text where any graph carries it.
  private static func documents(of graphs: [KnowledgeGraph]) -> [DocumentRecord] {
    var records: [String: DocumentRecord] = [:]
    for document in graphs.flatMap(\.documents) {
      guard let known = records[document.id] else {
        records[document.id] = document
        continue
      }
      if known.text == nil, document.text != nil { records[document.id] = document }
    }
    return records.values.sorted { $0.id < $1.id }
  }

  /// Whether an entity has no name of its own ("the siege", "covert US-Israeli war"): then it is no other graph's.
  private static func isDescription(_ entity: Entity) -> Bool {
    guard entity.type != .person, entity.identifiers.isEmpty,
      let first = entity.name.split(separator: " ").first
    else { return false }
    // "al-Qaeda" is a name.
    return first.first?.isLowercase == true && !first.contains(where: \.isUppercase)
  }

  /// A graph as if it were what one document says.
  private static func extraction(of graph: KnowledgeGraph, number: Int) -> ExtractedDocument {
    let places = Dictionary(
      graph.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let entities = graph.entities.map { entity in
      DocumentEntity(
        name: entity.name, type: entity.type,
        names: entity.aliases.isEmpty ? [Alias(name: entity.name, count: 1)] : entity.aliases,
        mentionCount: entity.mentionCount, identifiers: entity.identifiers, links: entity.links,
        isDescribed: isDescription(entity))
    }
    var statements: [DocumentStatement] = []
    for statement in graph.statements {
      guard let subject = places[statement.subject], let object = places[statement.object] else { continue }
      let evidence =
        statement.evidence.isEmpty
        ? [Evidence(document: none, start: 0, end: 0, quote: "")] : statement.evidence
      // So that its witnesses together are as sure as it was.
      let confidence = 1 - pow(1 - min(0.999, statement.confidence), 1 / Double(evidence.count))
      for piece in evidence {
        statements.append(
          DocumentStatement(
            subject: subject, relation: statement.relation, object: object, isOpen: statement.isOpen,
            polarity: statement.polarity, modality: statement.modality,
            attribution: statement.attribution.flatMap { places[$0] }, time: statement.time,
            place: statement.place.flatMap { places[$0] }, role: statement.role, confidence: confidence,
            importance: statement.importance, evidence: piece))
      }
    }
    let digits = String(number)
    return ExtractedDocument(
      record: DocumentRecord(id: String(repeating: "0", count: max(0, 9 - digits.count)) + digits),
      entities: entities, statements: statements)
  }
}
