import RelataExtraction
import RelataGraph
import RelataNames

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The entities of a document as candidates, with the types that the documents agree on: ``TypeConsensus``
/// and ``CandidateCollection`` of one document.
struct MentionsStep {
  struct Input: DocumentLine {
    var id: String
    var extraction: Data
    /// On those names that the document asks for and that have several types.
    var votes: [TypesStep.Vote]?
  }

  struct Output: Encodable {
    var document: String
    var mentions: [Mention]
  }

  struct Mention: Encodable {
    /// Index into the document's entities.
    var entity: Int
    /// ``CandidateID``.
    var candidate: String
    var key: String
    var profile: ProfileRow
    /// Those of the profile's names that few can bear, where it is compared by them.
    var fullNames: [String]
    var isFloating: Bool
    /// Whether it is a candidate of its own.
    var isAlone: Bool
    var mentions: Int
    /// The names of the user's rules that it bears; nil where it bears none.
    var bears: [BearingRow]?
    /// What the document adds to the entity that it is.
    var part: Part
  }

  struct Part: Encodable {
    var type: EntityType
    /// In millionths.
    var vote: Int
    /// The fullest name too, where the list of names lacks it, with no count.
    var names: [Name]
    var identifiers: [Identifier]
    var links: [IdentityLink]
  }

  struct Name: Codable {
    /// The composed form, by which names are equal.
    var key: String
    var name: String
    var count: Int
    var example: Evidence?
  }

  struct Identifier: Codable {
    var scheme: String
    var value: String
  }
}

extension ResolutionSteps {
  func mentions(_ line: MentionsStep.Input) throws -> MentionsStep.Output {
    var document = try extracted(line)
    correctTypes(&document, line.votes ?? [])
    let found = CandidateCollection.candidates(
      of: PackedDocuments([document]), types: types, gazetteer: gazetteer)
    let key = CanonicalText.composed(document.record.id)
    let bears = IdentityBearers(identities, found, types: types).rows()
    var mentions: [MentionsStep.Mention] = []
    func texts(_ names: [NameID]) -> [String] { names.map { CanonicalText.composed(found.names[$0].text) } }
    for index in found.indices {
      let profile = found.profile(index)
      let profileKey = CanonicalText.composed(profile.key)
      let row = ProfileRow(
        type: profile.type, kind: profile.kind, identifiers: profile.identifiers,
        names: texts(profile.names), isDescribed: profile.isDescribed, country: profile.country)
      for reference in found[index].references {
        let entity = document.entities[reference.entity]
        mentions.append(
          MentionsStep.Mention(
            entity: reference.entity,
            candidate: profile.isOfOneDocument
              ? CandidateID.mention(profileKey, document: key, entity: reference.entity) : profileKey,
            key: profileKey, profile: row,
            fullNames: profile.isOfOneDocument ? [] : texts(profile.fullNames),
            isFloating: profile.isFloating, isAlone: profile.isOfOneDocument,
            mentions: entity.mentionCount, bears: bears[index], part: part(entity)))
      }
    }
    return MentionsStep.Output(document: key, mentions: mentions.sorted { $0.entity < $1.entity })
  }

  /// Gives the entities of a document the types that the documents of a collection agree on.
  private func correctTypes(_ document: inout ExtractedDocument, _ votes: [TypesStep.Vote]) {
    var contested: [String: [EntityType: Int]] = [:]
    for vote in votes { contested[vote.name, default: [:]][EntityType(rawValue: vote.type)] = vote.votes }
    guard !contested.isEmpty else { return }
    let consensus = TypeConsensus(types: types, gazetteer: gazetteer)
    document = consensus.corrected(document) { contested[NameWords.folded($0)] }
  }

  private func part(_ entity: DocumentEntity) -> MentionsStep.Part {
    var names = entity.names.map { alias in
      MentionsStep.Name(
        key: CanonicalText.composed(alias.name), name: alias.name, count: alias.count, example: alias.example)
    }
    if !entity.name.isEmpty {
      names.append(
        MentionsStep.Name(key: CanonicalText.composed(entity.name), name: entity.name, count: 0))
    }
    return MentionsStep.Part(
      type: entity.type, vote: TypeVotes.vote(of: entity), names: names,
      identifiers: entity.identifiers.sorted { $0.key < $1.key }
        .map { MentionsStep.Identifier(scheme: $0.key, value: $0.value) },
      links: entity.links)
  }
}
