import RelataCollection
import RelataDocuments
import RelataExtraction
import RelataGraph
import RelataResolution
import RelataStore

/// The documents that were added to a collection since its graph was made.
struct CollectionAdditions {
  private let collection: DocumentCollection
  private let change: Int

  /// - Parameter change: the last change that is in the graph.
  init(_ collection: DocumentCollection, since change: Int) {
    self.collection = collection
    self.change = change
  }

  /// What they change of the graph; nil where they cannot be joined with it, because one of them is in it
  /// already or speaks of what a person has corrected.
  func change(of graph: MappedGraph, _ builder: GraphBuilder) throws -> GraphChange? {
    var found: [CollectedDocument] = []
    try collection.forEachExtraction(addedAfter: change, withTexts: true) { extraction, signature in
      found.append(
        CollectedDocument(
          source: SourceDocument(id: extraction.record.id, text: ""), extraction: extraction,
          signature: signature))
    }
    for document in found where try graph.document(id: document.extraction.record.id) != nil { return nil }

    // A copy of a document of the graph is no new source of evidence.
    let copies = try copies(among: found, of: graph)
    let copied = Set(copies.values.joined())
    let new = found.filter { !copied.contains($0.extraction.record.id) }
    var documents = FoundDocuments(keepsCopies: false)
    for document in new { documents.add(document) }
    let extractions = new.map(\.extraction)
    let candidates = try graph.entities(withNamesLike: builder.resolver.names(of: extractions))
    var change = try builder.resolver.change(
      of: MappedKnownGraph(graph: graph), by: documents.withoutCopies(), candidates: candidates)
    let changed = try change.removedStatements.map(graph.statement) + change.addedStatements
    let isCorrected = builder.corrections.mayConcern(
      extractions, candidates: candidates, changed: changed, applied: try graph.corrections())
    if isCorrected { return nil }
    for (id, copies) in copies {
      guard var original = try graph.document(id: id) else { continue }
      original.copies = Set(original.copies + copies).sorted()
      change.documents.append(original)
    }
    change.documents.sort { $0.id < $1.id }
    return change
  }

  /// The copies of each document of the graph.
  private func copies(
    among new: [CollectedDocument], of graph: MappedGraph
  ) throws -> [String: [String]] {
    var index = DuplicateIndex()
    for document in new {
      guard let signature = ShingleSignature(bytes: document.signature) else { continue }
      let record = document.extraction.record
      index.insert(signature, date: FoundDocuments.date(of: record), key: record.id)
    }
    var originals: [String: (id: String, similarity: SignatureSimilarity)] = [:]
    try collection.forEachSignature(addedUpTo: change) { id, date, bytes in
      guard let signature = ShingleSignature(bytes: bytes),
        let match = index.match(for: signature, date: date), try graph.document(id: id) != nil
      else { return }
      if let known = originals[match.key], known.similarity.count >= match.similarity.count { return }
      originals[match.key] = (id, match.similarity)
    }
    return Dictionary(grouping: originals.keys.sorted()) { originals[$0]?.id ?? "" }
  }
}

/// A graph in a file, for the resolution.
private struct MappedKnownGraph: KnownGraph {
  let graph: MappedGraph

  func entity(_ id: EntityID) throws(MappedGraphError) -> Entity? { try graph.entity(id) }

  func statements(
    of id: EntityID, as end: StatementEnd?, relation: String, isOpen: Bool, with other: EntityID?
  ) throws(MappedGraphError) -> [Int] {
    try graph.statements(
      of: id, asSubject: end.map { $0 == .subject }, relation: relation, isOpen: isOpen, with: other)
  }

  func statement(_ number: Int) throws(MappedGraphError) -> Statement { try graph.statement(number) }
}
