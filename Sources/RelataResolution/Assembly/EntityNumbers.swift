import RelataGraph

/// Which entity each entity of each document is, as its place in the order of the identifiers.
struct EntityNumbers {
  /// Ascending.
  let ids: [EntityID]
  /// The groups of documents' entities in the order of their identifiers.
  let groups: [Int]
  private var firsts: [Int32] = [0]
  private var numbers: [Int32]

  /// - Parameter heads: of the groups, in their order.
  init(_ heads: [EntityHead], _ groups: [EntityClustering.Result.Group], _ documents: PackedDocuments) {
    let order = heads.indices.sorted { heads[$0].id < heads[$1].id }
    ids = order.map { heads[$0].id }
    self.groups = order
    for document in documents.indices {
      firsts.append(firsts[document] + Int32(documents.entityCount(of: document)))
    }
    numbers = [Int32](repeating: -1, count: Int(firsts[documents.count]))
    for (place, group) in order.enumerated() {
      for reference in groups[group].references {
        numbers[Int(firsts[reference.document]) + reference.entity] = Int32(place)
      }
    }
  }

  /// - Parameter documents: for each document, and each of its entities, the entity that it is.
  init(_ documents: [[EntityID]]) {
    ids = Set(documents.joined()).sorted()
    groups = []
    let places = Dictionary(uniqueKeysWithValues: zip(ids, Int32(0)...))
    for document in documents { firsts.append(firsts[firsts.count - 1] + Int32(document.count)) }
    numbers = documents.joined().map { places[$0] ?? -1 }
  }

  /// Nil where the document has no such entity.
  func number(_ entity: Int, of document: Int) -> Int32? {
    let first = Int(firsts[document])
    guard entity >= 0, entity < Int(firsts[document + 1]) - first else { return nil }
    let number = numbers[first + entity]
    return number < 0 ? nil : number
  }

  /// For each entity of a document its identifier.
  func ids(of document: Int) -> [EntityID] {
    numbers[Int(firsts[document])..<Int(firsts[document + 1])].map { ids[Int($0)] }
  }
}
