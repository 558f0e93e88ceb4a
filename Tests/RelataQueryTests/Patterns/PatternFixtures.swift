import RelataGraph
import RelataQuery

/// Who led whom, who captured what, in a small invented war.
enum PatternFixtures {
  /// Read once: it is large.
  static let ontology = Result { try Ontology.embedded() }

  static let graph = KnowledgeGraph(
    entities: [
      entity("city/aleppo", "Aleppo", .city, mentions: 5),
      entity("city/hama", "Hama", .city, mentions: 2),
      entity("country/syria", "Syria", .country, mentions: 9),
      entity("group/front", "Front", .armedGroup, aliases: ["The Front"], mentions: 7),
      entity("group/party", "Party", .politicalParty),
      entity("person/ada", "Ada", mentions: 4),
      entity("person/ben", "Ben"),
    ],
    statements: [
      statement("city/aleppo", "located_in", "country/syria"),
      statement("city/hama", "located_in", "country/syria"),
      statement("group/front", "captured", "city/aleppo", importance: 0.7, time: "2024-11-30"),
      statement("group/front", "captured", "city/hama", confidence: 0.5, time: "2024-12", document: "b.txt"),
      statement("group/party", "captured", "city/aleppo", polarity: .negated),
      statement("person/ada", "leads", "group/front", confidence: 0.8),
      statement("person/ada", "met_with", "person/ben", time: "XXXX-11"),
      statement("person/ben", "leads", "group/party", attribution: "person/ada"),
      statement("person/ben", "talk_down", "group/front", isOpen: true, place: "city/hama"),
    ],
    documents: [DocumentRecord(id: "a.txt"), DocumentRecord(id: "b.txt")])

  static func result(
    _ query: String, on graph: KnowledgeGraph = graph, includesNegated: Bool = false,
    limits: PatternLimits = PatternLimits()
  ) throws -> PatternResult {
    try PatternMatcher(graph, ontology: ontology.get())
      .match(PatternQuery(query), includesNegated: includesNegated, limits: limits)
  }

  /// The rows as short text: last part of identifiers, numbers of statements with a minus where followed
  /// backwards.
  static func rows(_ query: String, includesNegated: Bool = false) throws -> [String] {
    try result(query, includesNegated: includesNegated).rows
      .map { $0.values.map(text).joined(separator: " ") }
  }

  static func text(_ value: PatternValue) -> String {
    switch value {
    case .entity(let id): String(id.rawValue.split(separator: "/").last ?? "")
    case .statement(let step): text(step)
    case .trail(let steps): "[" + steps.map(text).joined(separator: ",") + "]"
    case .path(let start, let steps):
      text(.entity(start)) + "[" + steps.map(text).joined(separator: ",") + "]"
    case .null: "null"
    case .list(let values): "[" + values.map(text).joined(separator: ",") + "]"
    default: value.plainText
    }
  }

  static func text(_ step: MatchedStep) -> String { (step.isForward ? "" : "-") + String(step.statement) }
}
