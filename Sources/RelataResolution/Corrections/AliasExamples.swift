import RelataGraph
import RelataNames

/// The sentences in which names stand that an entity got by a correction: a graph keeps them only where an
/// entity has several names.
struct AliasExamples {
  private let graph: KnowledgeGraph
  private let plan: CorrectionPlan

  init(_ graph: KnowledgeGraph, _ plan: CorrectionPlan) {
    self.graph = graph
    self.plan = plan
  }

  /// - Complexity: O(evidence of the graph), and for what is about joined entities O(words of it).
  func completed(_ corrected: CorrectedEntities) -> [Entity] {
    var entities = corrected.entities
    var places: [EntityID: Int] = [:]
    for (place, entity) in entities.enumerated()
    where entity.aliases.count > 1 && entity.aliases.contains(where: { $0.example == nil }) {
      places[entity.id] = place
    }
    // What joined entities were before; of one that was split there may be several.
    var wanted: [EntityID: Set<Int>] = [:]
    for merge in plan.merges {
      for thing in merge.members {
        let origin =
          thing < graph.entities.count
          ? thing : plan.splits.parts[thing - graph.entities.count].origin
        guard let place = places[corrected.id(of: thing)] else { continue }
        wanted[graph.entities[origin].id, default: []].insert(place)
      }
    }
    guard !wanted.isEmpty else { return entities }
    var searches = Set(wanted.values.joined()).reduce(into: [:]) { $0[$1] = Search(entities[$1]) }
    for statement in graph.statements {
      for id in [statement.subject, statement.object, statement.attribution, statement.place] {
        for place in id.flatMap({ wanted[$0] }) ?? [] {
          for evidence in statement.evidence { searches[place]?.note(evidence) }
        }
      }
    }
    for (place, search) in searches {
      for (alias, example) in search.found {
        entities[place].aliases[alias].example = example
        // How its statement was found says nothing of the name.
        entities[place].aliases[alias].example?.trigger = ""
      }
    }
    return entities
  }

  /// For examples of one entity's names.
  private struct Search {
    private let aliases: [Alias]
    /// The places of the aliases without example, by the name as it is compared.
    private let places: [String: [Int]]
    private let occurrences: NameOccurrences
    /// The first in the order of the documents, by the alias' place.
    private(set) var found: [Int: Evidence] = [:]

    init(_ entity: Entity) {
      aliases = entity.aliases
      places = Dictionary(grouping: entity.aliases.indices.filter { entity.aliases[$0].example == nil }) {
        NameWords.comparable(entity.aliases[$0].name)
      }
      occurrences = NameOccurrences(
        entity.comparableNames.reduce(into: [:]) { $0[$1] = 0 })
    }

    mutating func note(_ evidence: Evidence) {
      for place in occurrences.names(in: evidence.quote).flatMap({ places[$0] ?? [] }) {
        if let known = found[place], EvidenceOrder(of: known) <= EvidenceOrder(of: evidence) { continue }
        // Of two spellings each has its own.
        if evidence.quote.contains(aliases[place].name) { found[place] = evidence }
      }
    }
  }
}
