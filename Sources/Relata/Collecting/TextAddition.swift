import RelataCollection
import RelataGraph
import RelataStore

/// Gives documents their texts when they are written, not before.
struct TextAddition: GraphConsumer {
  private(set) var base: GraphFileWriter
  private let collection: DocumentCollection

  init(_ base: GraphFileWriter, _ collection: DocumentCollection) {
    self.base = base
    self.collection = collection
  }

  mutating func begin(_ ids: [EntityID]) throws { base.begin(ids) }
  mutating func add(_ entity: Entity) throws { try base.add(entity) }
  mutating func add(_ statement: Statement) throws { try base.add(statement) }
  mutating func add(_ contradiction: Contradiction) throws { base.add(contradiction) }
  mutating func add(_ correction: AppliedCorrection) throws { base.add(correction) }

  mutating func add(_ document: DocumentRecord) throws {
    var document = document
    document.text = try collection.text(of: document.id)
    base.add(document)
  }
}
