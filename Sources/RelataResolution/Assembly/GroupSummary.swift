import RelataExtraction
import RelataGraph

/// What the documents say of the entities of one group, added up in their order.
struct GroupSummary {
  /// How sure the documents are of each type, added up (``TypeVotes``).
  private(set) var typeVotes: [EntityType: Int] = [:]
  /// The smallest value of each scheme.
  private(set) var identifiers: [String: String] = [:]
  private(set) var mentionCount = 0
  private var counts: [String: Int] = [:]
  private var examples: [String: Evidence] = [:]
  private var fullNames: Set<String> = []

  /// - Complexity: O(size of the entities).
  init(_ references: [EntityReference], _ documents: PackedDocuments) {
    for reference in references { add(documents.entity(reference)) }
  }

  private mutating func add(_ part: DocumentEntity) {
    typeVotes[part.type, default: 0] += TypeVotes.vote(of: part)
    identifiers.merge(part.identifiers) { a, b in min(a, b) }
    mentionCount += part.mentionCount
    for alias in part.names {
      counts[alias.name, default: 0] += alias.count
      if examples[alias.name] == nil { examples[alias.name] = alias.example }
    }
    if !part.name.isEmpty { fullNames.insert(part.name) }
  }

  /// The most frequent first, each with the first sentence that has it. A document's fullest name is a name
  /// even where its list lacks it: with a count of 0.
  var aliases: [Alias] {
    var counts = counts
    for name in fullNames where counts[name] == nil { counts[name] = 0 }
    return counts.map { Alias(name: $0.key, count: $0.value, example: examples[$0.key]) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
