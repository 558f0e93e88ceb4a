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
  /// Whether its document only describes it, with a capital or without: then it is no other document's, whatever that
  /// describes alike.
  let isDescribed: Bool
  /// The country of a body whose names do not say whose it is: that which its document is about.
  let country: String?
  /// What parts it from others of such names.
  let qualifiers: NameQualifiers
  /// Orders profiles by what they are, not by where they come from.
  let key: String

  /// - Parameters:
  ///   - names: distinct, the fullest first.
  ///   - parsed: the names.
  init(
    type: EntityType, identifiers: [String: String], names: [NameID], parsed: [ParsedName],
    isDescribed: Bool, country: String?, key: String, types: TypeCompatibility, gazetteer: Gazetteer
  ) {
    self.type = type
    kind = types.nameKind(of: type)
    self.identifiers = identifiers
    self.names = names
    fullNames = Self.fullNames(names, parsed)
    self.isDescribed = isDescribed
    self.country = country
    self.key = key
    var qualifiers = Self.qualifiers(of: parsed, type, types, gazetteer)
    if let country { qualifiers.add(country: country) }
    self.qualifiers = qualifiers
  }

  static func qualifiers(
    of names: [ParsedName], _ type: EntityType, _ types: TypeCompatibility, _ gazetteer: Gazetteer
  ) -> NameQualifiers {
    var qualifiers = NameQualifiers()
    guard let kind = types.qualifiedKind(of: type) else { return qualifiers }
    for name in names { qualifiers.formUnion(NameQualifiers(in: name.text, kind, gazetteer)) }
    return qualifiers
  }

  /// Names that few can bear. "The city" and "the ministry" count only where there is no other: thousands are
  /// called so beside their names.
  private static func fullNames(_ ids: [NameID], _ names: [ParsedName]) -> [NameID] {
    let full = zip(ids, names).filter { !$0.1.isBare }
    let telling = full.filter { $0.1.kind == .person || $0.1.parts.contains { $0.weight > 0.5 } }
    return (telling.isEmpty ? full : telling).map(\.0)
  }

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
