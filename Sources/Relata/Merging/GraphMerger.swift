import RelataExtraction
public import RelataGraph
public import RelataResolution

/// Several graphs → one, by the resolution that joins documents: entities that are one become one,
/// statements that say the same become one with all the evidence, and what cannot all be true is found anew.
/// What a person corrected in any of them stays known.
///
/// ```swift
/// let merged = GraphMerger(try GraphBuilder()).merged([monday, tuesday])
/// ```
public struct GraphMerger: Sendable {
  private let resolver: Resolver

  /// - Parameter resolver: decides which entities of different graphs are one.
  public init(_ resolver: Resolver) { self.resolver = resolver }

  /// A graph that is given twice counts once; of graphs that share documents, what they both found there is
  /// one.
  /// - Complexity: as resolving as many documents as there are graphs, with as many entities and statements.
  public func merged(_ graphs: [KnowledgeGraph]) -> KnowledgeGraph {
    var seen: Set<KnowledgeGraph> = []
    let graphs = graphs.filter { seen.insert($0).inserted }
    if graphs.count == 1 { return graphs[0] }
    let parts = graphs.enumerated().map { Self.extraction(of: $1, number: $0) }
    var (graph, ids) = resolver.resolve(parts, same: SharedDescriptions.entities(of: graphs))
    for index in graph.statements.indices {
      graph.statements[index].evidence.removeAll { $0.document == Self.none }
    }
    graph.documents = Self.documents(of: graphs)
    graph.corrections = Self.corrections(of: graphs, ids)
    graph.checkInvariants(where: graphs.allSatisfy(\.keepsInvariants) && Self.haveTheSameTexts(graphs))
    return graph
  }

  /// Whether evidence of any of the graphs is within the one text that a document keeps.
  private static func haveTheSameTexts(_ graphs: [KnowledgeGraph]) -> Bool {
    var lengths: [String: Int?] = [:]
    return graphs.lazy.flatMap(\.documents).allSatisfy { document in
      let length = document.text?.unicodeScalars.count
      return (lengths.updateValue(length, forKey: document.id) ?? length) == length
    }
  }

  /// Each correction once, with the identifiers that its entities have now.
  private static func corrections(of graphs: [KnowledgeGraph], _ ids: [[EntityID]]) -> [AppliedCorrection] {
    var found: [AppliedCorrection] = []
    for (graph, ids) in zip(graphs, ids) where !graph.corrections.isEmpty {
      let renamed = Dictionary(zip(graph.entities.map(\.id), ids), uniquingKeysWith: { first, _ in first })
      for var correction in graph.corrections {
        correction.entities = correction.entities.map { renamed[$0] ?? $0 }
        found.append(correction)
      }
    }
    return AppliedCorrection.joined(found)
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

  /// A graph as if it were what one document says.
  private static func extraction(of graph: KnowledgeGraph, number: Int) -> ExtractedDocument {
    let places = Dictionary(
      graph.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let entities = graph.entities.map(DocumentEntity.init(known:))
    var statements: [DocumentStatement] = []
    for statement in graph.statements {
      guard let subject = places[statement.subject], let object = places[statement.object] else { continue }
      let evidence =
        statement.evidence.isEmpty
        ? [Evidence(document: none, start: 0, end: 0, quote: "")] : statement.evidence
      var witnessed = statement
      witnessed.evidence = evidence
      let confidence = witnessed.witnessConfidence
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
