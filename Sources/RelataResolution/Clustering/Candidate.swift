import RelataExtraction
import RelataGazetteer
import RelataGraph

/// Where a document speaks of an entity: indices into the documents, in the order of their identifiers.
struct EntityReference: Hashable, Comparable {
  var document: Int
  var entity: Int

  static func < (a: EntityReference, b: EntityReference) -> Bool {
    (a.document, a.entity) < (b.document, b.entity)
  }
}

/// Entities of documents that are taken for one from the start, because they have the same type, identifiers and names.
struct Candidate {
  var references: [EntityReference]
  let type: EntityType
  let kind: NameKind
  /// The document's, and for organisations that the gazetteer knows their name there under `organization`.
  let identifiers: [String: String]
  /// Distinct, the document's fullest name first.
  let names: [ParsedName]
  var mentionCount: Int
  /// Whether its document only describes it: then it is no other document's, whatever that describes alike.
  let isDescribed: Bool
  /// Orders candidates by what they are, not by where they come from.
  let key: String

  var primary: ParsedName? { names.first }
  var fullNames: [ParsedName] { names.filter { !$0.isBare } }
  /// Known only by names that many can bear: "Assad", "SNA".
  var isFloating: Bool { !isDescribed && names.allSatisfy(\.isBare) && identifiers.isEmpty }

  /// In the order of their keys; floating ones one per document entity, because the same surname may be another person's elsewhere.
  /// - Complexity: O(n log n).
  static func collect(_ documents: [ExtractedDocument], types: TypeCompatibility, gazetteer: Gazetteer)
    -> [Candidate]
  {
    var parsed: [String: ParsedName] = [:]
    var grouped: [String: Int] = [:]
    var result: [Candidate] = []
    for (documentIndex, document) in documents.enumerated() {
      for (entityIndex, entity) in document.entities.enumerated() {
        let reference = EntityReference(document: documentIndex, entity: entityIndex)
        let kind = types.nameKind(of: entity.type)
        var seen: Set<String> = []
        let names = ([entity.name] + entity.names.map(\.name).sorted()).compactMap { name -> ParsedName? in
          let cacheKey = "\(kind.rawValue) \(name)"
          let value = parsed[cacheKey] ?? ParsedName(name, kind: kind, gazetteer: gazetteer)
          parsed[cacheKey] = value
          // "US" and "us" fold alike but only one is an acronym.
          return seen.insert(value.folded + (value.acronym ?? "")).inserted ? value : nil
        }
        var known = entity.identifiers
        if kind == .organization, names.first?.isBare == false,
          let organization = gazetteer.organization(named: entity.name)
        {
          known["organization"] = organization.name
        }
        let identifiers = known.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let content =
          ([entity.type.rawValue] + identifiers + [names.first?.folded ?? ""]
          + names.dropFirst().map(\.folded).sorted()).joined(separator: "\u{1F}")
        let candidate = Candidate(
          references: [reference], type: entity.type, kind: kind, identifiers: known,
          names: names,
          mentionCount: entity.mentionCount, isDescribed: entity.isDescribed, key: content)
        if candidate.isFloating || candidate.isDescribed {
          result.append(candidate)
        } else if let index = grouped[content] {
          result[index].references.append(reference)
          result[index].mentionCount += entity.mentionCount
        } else {
          grouped[content] = result.count
          result.append(candidate)
        }
      }
    }
    return result.sorted { a, b in
      a.key != b.key ? a.key < b.key : (a.references.first ?? .zero) < (b.references.first ?? .zero)
    }
  }
}

extension EntityReference {
  static let zero = EntityReference(document: 0, entity: 0)
}
