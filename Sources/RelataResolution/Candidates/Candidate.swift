import RelataExtraction
import RelataGazetteer
import RelataGraph

/// Where a document speaks of an entity: indices into the documents, in the order of their identifiers.
package struct EntityReference: Hashable, Comparable {
  private let documentIndex: Int32
  private let entityIndex: Int32

  package var document: Int { Int(documentIndex) }
  package var entity: Int { Int(entityIndex) }

  package init(document: Int, entity: Int) {
    documentIndex = Int32(document)
    entityIndex = Int32(entity)
  }

  package static func < (a: EntityReference, b: EntityReference) -> Bool {
    (a.documentIndex, a.entityIndex) < (b.documentIndex, b.entityIndex)
  }

  static let zero = EntityReference(document: 0, entity: 0)
}

/// What a document says of an entity that counts for its identity: the same for many
/// entities of many documents.
struct Profile {
  let type: EntityType
  let kind: NameKind
  /// The document's, and for organisations that the gazetteer knows their name there under `organization`.
  let identifiers: [String: String]
  /// Distinct, the document's fullest name first.
  var names: [NameID]
  /// Those of the names that few can bear.
  var fullNames: [NameID]
  /// Whether its document only describes it: then it is no other document's, whatever that describes alike.
  let isDescribed: Bool
  /// Orders profiles by what they are, not by where they come from.
  let key: String

  var primary: NameID? { names.first }
  /// Known only by names that many can bear: "Assad", "SNA".
  var isFloating: Bool { !isDescribed && fullNames.isEmpty && identifiers.isEmpty }
  /// Whether each mention of it is a candidate of its own: the same surname may be
  /// another person's elsewhere.
  var isOfOneDocument: Bool { isDescribed || isFloating }
}

/// Entities of documents that are taken for one from the start, because they have the same
/// type, identifiers and names.
struct Candidate {
  /// Index into ``Candidates/profiles``.
  let profile: Int32
  var references: [EntityReference]
  var mentionCount: Int
}

/// All that the entities of a collection are chosen from.
struct Candidates {
  let names: NameTable
  /// In the order of their keys.
  let profiles: [Profile]
  /// In the order of their profiles, then of their first references.
  let candidates: [Candidate]

  var indices: Range<Int> { candidates.indices }

  subscript(index: Int) -> Candidate { candidates[index] }

  func profile(_ index: Int) -> Profile { profiles[Int(candidates[index].profile)] }

  func primary(_ index: Int) -> ParsedName? { profile(index).primary.map { names[$0] } }
}
