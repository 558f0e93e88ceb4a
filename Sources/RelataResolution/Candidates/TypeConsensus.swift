import RelataExtraction
import RelataGazetteer
import RelataGraph
import RelataNames

/// Corrects a type that one document guesses and the others contradict: where nearly all write of Hayat
/// Tahrir al-Sham as an organisation, the one that takes it for a person is mistaken, and there is no
/// second bearer of the name.
///
/// Nothing is changed where a type is certain, an identifier or a title speaks for it, or the word is a given
/// name ("Georgia", "Jordan").
struct TypeConsensus {
  let types: TypeCompatibility
  let gazetteer: Gazetteer

  /// A type from this certainty on is taken as read; a single word, which many can bear, is
  /// corrected only below the second.
  private static let certain = 0.95
  private static let certainForOneWord = 0.8
  /// How much more often the others' kind must be meant.
  private static let majority = 1.5

  /// - Complexity: linear in the number of names.
  func correct(_ documents: inout PackedDocuments) {
    let votes = TypeVotes(documents)
    var corrections: [(EntityReference, EntityType)] = []
    documents.forEachEntity { reference, entity in
      if let type = consensus(on: entity, votes.contested) { corrections.append((reference, type)) }
    }
    for (reference, type) in corrections { documents.correct(reference, to: type) }
  }

  /// - Parameter votes: those on a name that has several types, in millionths; nil for one that has not.
  func corrected(
    _ document: ExtractedDocument, _ votes: (_ name: String) -> [EntityType: Int]?
  ) -> ExtractedDocument {
    var document = document
    for index in document.entities.indices {
      guard let type = consensus(on: document.entities[index], votes) else { continue }
      document.entities[index].type = type
      document.entities[index].typeConfidence = 0.5
    }
    return document
  }

  private func consensus(
    on entity: DocumentEntity, _ votes: (_ name: String) -> [EntityType: Int]?
  ) -> EntityType? {
    guard entity.identifiers.isEmpty, entity.titles.isEmpty, let given = votes(entity.name)
    else { return nil }
    let words = NameWords.split(entity.name)
    let limit = words.count > 1 ? Self.certain : Self.certainForOneWord
    guard entity.typeConfidence < limit, gazetteer.givenName(entity.name) == nil else { return nil }
    func support(_ type: EntityType) -> Int {
      given.reduce(0) { $0 + (types.areCompatible($1.key, type) ? $1.value : 0) }
    }
    let best = given.keys.filter { !types.areCompatible($0, entity.type) }
      .max { (support($0), given[$0] ?? 0, $1) < (support($1), given[$1] ?? 0, $0) }
    guard let best, Double(support(best)) >= Self.majority * Double(support(entity.type)) else { return nil }
    return best
  }
}
