import RelataExtraction
import RelataGraph
import RelataNames

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How the entities of a document vote on the types of their names: ``TypeVotes`` of one document.
struct TypesStep {
  struct Input: DocumentLine {
    var id: String
    var extraction: Data
  }

  struct Output: Encodable {
    /// The document's identifier in composed form: documents are ordered by it.
    var document: String
    var votes: [Vote]
    /// The names whose votes the document wants to know.
    var asked: [String]
  }

  struct Vote: Codable {
    /// Folded.
    var name: String
    var type: String
    /// In millionths.
    var votes: Int
  }
}

extension ResolutionSteps {
  func typeVotes(_ line: TypesStep.Input) throws -> TypesStep.Output {
    let extracted = try extracted(line)
    var votes: [String: [EntityType: Int]] = [:]
    var asked: Set<String> = []
    for entity in extracted.entities {
      let names = Set((entity.names.map(\.name) + [entity.name]).map(NameWords.folded))
      for name in names { votes[name, default: [:]][entity.type, default: 0] += TypeVotes.vote(of: entity) }
      if entity.identifiers.isEmpty, entity.titles.isEmpty { asked.insert(NameWords.folded(entity.name)) }
    }
    return TypesStep.Output(
      document: CanonicalText.composed(extracted.record.id),
      votes: votes.flatMap { name, types in
        types.map {
          TypesStep.Vote(name: CanonicalText.composed(name), type: $0.key.rawValue, votes: $0.value)
        }
      }.sorted { ($0.name, $0.type) < ($1.name, $1.type) },
      asked: asked.map(CanonicalText.composed).sorted())
  }
}
