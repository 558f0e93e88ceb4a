import RelataGraph
import RelataResolution

/// Which entities of several graphs are one because the graphs found them in the same documents.
///
/// A description ("the siege") is no other document's, so resolution leaves it alone; in two graphs of one
/// document it is the same.
enum SharedDescriptions {
  private struct Key: Hashable {
    var name: String
    var type: EntityType
    /// A sentence that says something of it; nil: whether any does or not.
    var sentence: Sentence?
  }

  private struct Sentence: Hashable {
    var document: String
    var start: Int
    var end: Int
  }

  /// - Complexity: O(n) in the number of entities and pieces of evidence.
  static func entities(of graphs: [KnowledgeGraph]) -> [[EntityReference]] {
    guard sharesDocuments(graphs) else { return [] }
    var found: [Key: [EntityReference]] = [:]
    for (number, graph) in graphs.enumerated() {
      for (key, entity) in keys(of: graph) {
        found[key, default: []].append(EntityReference(document: number, entity: entity))
      }
    }
    let sets = documents(of: graphs)
    return found.filter { key, references in
      // Two of one graph: which is meant cannot be told.
      let numbers = Set(references.map(\.document))
      guard numbers.count > 1, numbers.count == references.count else { return false }
      // Nothing was said of it, then; but who read all that the others read found it there too.
      return key.sentence != nil
        || numbers.contains { one in numbers.allSatisfy { sets[$0].isSubset(of: sets[one]) } }
    }.map(\.value).sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func documents(of graphs: [KnowledgeGraph]) -> [Set<String>] {
    graphs.map { Set($0.documents.lazy.map(\.id)) }
  }

  private static func sharesDocuments(_ graphs: [KnowledgeGraph]) -> Bool {
    var seen: Set<String> = []
    for ids in documents(of: graphs) {
      if !seen.isDisjoint(with: ids) { return true }
      seen.formUnion(ids)
    }
    return false
  }

  private static func keys(of graph: KnowledgeGraph) -> [(Key, entity: Int)] {
    let places = Dictionary(
      graph.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: [Int: Set<Sentence>] = [:]
    for statement in graph.statements {
      for end in [statement.subject, statement.object] {
        guard let place = places[end] else { continue }
        seen[place, default: []].formUnion(
          statement.evidence.lazy.map { Sentence(document: $0.document, start: $0.start, end: $0.end) })
      }
    }
    return graph.entities.enumerated().flatMap { place, entity in
      ([nil] + (seen[place] ?? []).map(Optional.some)).map { sentence in
        (Key(name: entity.name, type: entity.type, sentence: sentence), place)
      }
    }
  }
}
