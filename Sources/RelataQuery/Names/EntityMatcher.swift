public import RelataGraph

/// Finds entities of a graph by the names that people type.
///
/// ```swift
/// switch EntityMatcher(graph).find("jolani") {
/// case .unique(let match): print(match.entity.name)
/// case .ambiguous(let candidates): print("one of", candidates.map(\.entity.name))
/// case .unknown(let suggestions): print("did you mean", suggestions.map(\.entity.name))
/// }
/// ```
///
/// The best quality of agreement decides (``MatchQuality``): where one entity is called exactly
/// “Assad”, others that are called “Assad” only in part are no candidates. Among those of equal
/// quality, one whose preferred name agrees goes before those that have the name as an alias.
/// Documentation/names.md has the rules.
public struct EntityMatcher: Sendable {
  private let entities: [Entity]
  private let numbers: [EntityID: Int]
  private let search: NameSearch

  /// - Complexity: O(n log n) for n names.
  public init(_ graph: KnowledgeGraph) {
    entities = graph.entities
    numbers = Dictionary(
      graph.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    search = NameSearch(NameIndex(graph.entities))
  }

  /// What `query` means.
  ///
  /// - Parameters:
  ///   - query: a name, a part of one, or an identifier.
  ///   - suggestionLimit: how many near names an unknown query gets at most.
  /// - Complexity: O(log n) for n names where a name agrees but for its spelling, O(names found) where its
  ///   words do; else O(total length of the words of all names that are about as long).
  public func find(_ query: String, suggestionLimit: Int = 5) -> EntityLookup {
    if let number = numbers[EntityID(rawValue: query)] {
      return .unique(
        EntityMatch(entity: entities[number], name: entities[number].name, quality: .identifier))
    }
    return search.find(query, suggestionLimit: suggestionLimit, entity: { entities[$0] }, willUseSounds: {})
  }
}
