public import RelataExtraction
public import RelataGraph

/// What extraction found in many documents, in about a quarter of the memory that it takes as values: texts
/// that come again are there once, and an entity or a statement becomes a value when it is asked for.
public struct PackedDocuments: Sendable {
  private struct Document {
    var record: DocumentRecord
    var bytes: [UInt8]
    /// Where each entity, then each statement begins.
    var places: [UInt32]
    var entityCount: Int32
  }

  private var texts = TextTable()
  private var documents: [Document] = []
  /// Types on which other documents are surer.
  private var corrected: [EntityReference: EntityType] = [:]

  /// None.
  public init() {}

  /// As many calls of ``append(_:)``.
  public init(_ documents: [ExtractedDocument]) {
    for document in documents { append(document) }
  }

  /// Adds what was found in a document.
  /// - Complexity: O(size of the extraction), amortised.
  public mutating func append(_ document: ExtractedDocument) {
    var packer = DocumentPacker(document: document.record.id)
    for entity in document.entities { packer.put(entity, &texts) }
    for statement in document.statements { packer.put(statement, &texts) }
    documents.append(
      Document(
        record: document.record, bytes: packer.bytes, places: packer.places,
        entityCount: Int32(document.entities.count)))
  }

  /// How many documents there are.
  public var count: Int { documents.count }

  /// In the order in which they were added.
  public var indices: Range<Int> { documents.indices }

  /// What is known of a document itself.
  public func record(_ document: Int) -> DocumentRecord { documents[document].record }

  /// Notes which documents were left out because this one says the same.
  public mutating func setCopies(_ copies: [String], of document: Int) {
    documents[document].record.copies = copies
  }

  func entityCount(of document: Int) -> Int { Int(documents[document].entityCount) }

  func statementCount(of document: Int) -> Int {
    documents[document].places.count - entityCount(of: document)
  }

  /// - Complexity: O(size of the entity).
  func entity(_ reference: EntityReference) -> DocumentEntity {
    let document = documents[reference.document]
    let place = document.places[reference.entity]
    var unpacker = DocumentUnpacker(document.bytes, at: place, document.record.id)
    var entity = unpacker.entity(texts)
    if let type = corrected[reference] {
      entity.type = type
      entity.typeConfidence = Self.correctedConfidence
    }
    return entity
  }

  /// How sure a type is that other documents have corrected.
  private static let correctedConfidence = 0.5

  mutating func correct(_ reference: EntityReference, to type: EntityType) { corrected[reference] = type }

  /// - Complexity: O(size of the statement).
  func statement(_ number: Int, of index: Int) -> DocumentStatement {
    let document = documents[index]
    let place = document.places[Int(document.entityCount) + number]
    var unpacker = DocumentUnpacker(document.bytes, at: place, document.record.id)
    return unpacker.statement(texts)
  }

  /// Calls `body` with each entity of each document, in their order.
  func forEachEntity(_ body: (EntityReference, DocumentEntity) -> Void) {
    for document in documents.indices {
      for number in 0..<entityCount(of: document) {
        let reference = EntityReference(document: document, entity: number)
        body(reference, entity(reference))
      }
    }
  }

  /// The documents in the order in which they are worked on, whatever the one in which they came.
  func order() -> [Int] {
    documents.indices.sorted { first, second in
      let (a, b) = (documents[first].record, documents[second].record)
      return (
        a.id, a.title ?? "", a.wordCount, entityCount(of: first), statementCount(of: first)
      ) < (b.id, b.title ?? "", b.wordCount, entityCount(of: second), statementCount(of: second))
    }
  }

  /// Only some of them, in this order.
  public func selecting(_ order: [Int]) -> PackedDocuments {
    var result = self
    result.documents = order.map { documents[$0] }
    guard !corrected.isEmpty else { return result }
    var places: [Int: Int] = [:]
    for (place, document) in order.enumerated() { places[document] = place }
    result.corrected = [:]
    for (reference, type) in corrected {
      guard let place = places[reference.document] else { continue }
      result.corrected[EntityReference(document: place, entity: reference.entity)] = type
    }
    return result
  }
}
