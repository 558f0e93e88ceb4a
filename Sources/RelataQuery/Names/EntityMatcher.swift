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
/// The best quality of agreement decides (``MatchQuality``): where one entity is called exactly “Assad”, others that are
/// called “Assad” only in part are no candidates. Among those of equal quality, one whose preferred name agrees goes before
/// those that have the name as an alias.
public struct EntityMatcher: Sendable {
  private struct Name: Sendable {
    let entity: Int
    let text: String
    let folded: FoldedName
    let isPreferred: Bool
  }

  private let entities: [Entity]
  private let names: [Name]

  /// - Complexity: O(total length of all names).
  public init(_ graph: KnowledgeGraph) {
    entities = graph.entities
    var names: [Name] = []
    for (index, entity) in graph.entities.enumerated() {
      names.append(Name(entity: index, text: entity.name, folded: FoldedName(entity.name), isPreferred: true))
      for alias in entity.aliases where alias.name != entity.name {
        names.append(
          Name(entity: index, text: alias.name, folded: FoldedName(alias.name), isPreferred: false))
      }
    }
    self.names = names
  }

  /// What `query` means.
  ///
  /// - Parameter suggestionLimit: how many near names an unknown query gets at most.
  /// - Complexity: O(total length of all names · length of the query).
  public func find(_ query: String, suggestionLimit: Int = 5) -> EntityLookup {
    if let entity = entities.first(where: { $0.id.rawValue == query }) {
      return .unique(EntityMatch(entity: entity, name: entity.name, quality: .identifier))
    }
    let folded = FoldedName(query)
    guard !folded.words.isEmpty else { return .unknown(suggestions: []) }
    for quality in MatchQuality.allCases.dropFirst() {
      let found = names.filter { agrees($0, query, folded, quality) }
      if let lookup = lookup(found, quality) { return lookup }
    }
    return .unknown(suggestions: suggestions(for: folded, limit: suggestionLimit))
  }

  private func lookup(_ found: [Name], _ quality: MatchQuality) -> EntityLookup? {
    let preferred = quality <= .spelling ? found.filter(\.isPreferred) : []
    let matches = ranked(preferred.isEmpty ? found : preferred, quality)
    return matches.count > 1 ? .ambiguous(matches) : matches.first.map(EntityLookup.unique)
  }

  /// One match for each entity, the most mentioned first, ties in the order of identifiers.
  private func ranked(_ found: [Name], _ quality: MatchQuality) -> [EntityMatch] {
    var seen: Set<Int> = []
    return
      found
      .filter { seen.insert($0.entity).inserted }
      .map { EntityMatch(entity: entities[$0.entity], name: $0.text, quality: quality) }
      .sorted { ($1.entity.mentionCount, $0.entity.id) < ($0.entity.mentionCount, $1.entity.id) }
  }

  private func agrees(_ name: Name, _ query: String, _ folded: FoldedName, _ quality: MatchQuality) -> Bool {
    switch quality {
    case .identifier: false
    case .name: name.text == query
    case .spelling: name.folded.words.joined() == folded.words.joined()
    case .transliteration: name.folded.sounds == folded.sounds
    case .words:
      Set(folded.words).isSubset(of: name.folded.words)
        || Set(folded.sounds).isSubset(of: name.folded.sounds)
    case .nearby:
      folded.sounds.allSatisfy { sound in name.folded.sounds.contains { isNear(sound, $0) } }
        || isNear(folded.sounds.joined(), name.folded.sounds.joined())
    }
  }

  /// Short words must agree exactly (Iran, Iraq); longer ones may have one or two errors.
  private func isNear(_ a: String, _ b: String) -> Bool {
    let limit =
      switch min(a.count, b.count) {
      case ..<5: 0
      case ..<9: 1
      default: 2
      }
    return editDistance(Array(a), Array(b), limit: limit) != nil
  }

  /// The names with the smallest distance in proportion to their length, at most half of it.
  private func suggestions(for query: FoldedName, limit: Int) -> [EntityMatch] {
    var best: [Int: (share: Double, name: Name)] = [:]
    for name in names {
      guard let share = share(query, name.folded) else { continue }
      if let known = best[name.entity], known.share <= share { continue }
      best[name.entity] = (share, name)
    }
    let sorted = best.values.sorted {
      ($0.share, -entities[$0.name.entity].mentionCount, $0.name.entity)
        < ($1.share, -entities[$1.name.entity].mentionCount, $1.name.entity)
    }
    return sorted.prefix(limit).map {
      EntityMatch(entity: entities[$0.name.entity], name: $0.name.text, quality: .nearby)
    }
  }

  /// The distance of a query from a name, or from the word of it that is nearest, in proportion to the length.
  private func share(_ query: FoldedName, _ name: FoldedName) -> Double? {
    let whole = Array(query.words.joined())
    let others = [name.words.joined()] + name.words.filter { $0.count > 3 }
    return others.compactMap { other -> Double? in
      let length = max(whole.count, other.count)
      return editDistance(whole, Array(other), limit: length / 2).map { Double($0) / Double(length) }
    }.min()
  }
}
