public import RelataGraph
public import RelataQuery

/// Why a question cannot be answered as it stands.
public enum QuestionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There are no words in it.
  case empty
  /// It is not built as questions that are understood; what is missing or too much.
  case notUnderstood(String)
  /// It names something that the graph does not know; the nearest names.
  case unknownName(String, suggestions: [EntityMatch])
  /// A name in it may mean several entities.
  case ambiguousName(String, candidates: [EntityMatch])
  /// It asks how something is connected with itself.
  case sameEntity(Entity)

  /// One of each kind that is understood.
  private static let examples = [
    "Who acquired Globex?", "Which companies does Acme own?", "When was Globex founded?",
    "Where is Springfield?",
    "Did Acme acquire Globex?", "What happened in Springfield in 2019?",
    "How is Jane Miller connected to Acme?",
  ]

  /// On one line: what was not understood, and what can be asked.
  public var description: String {
    switch self {
    case .empty: "there is no question"
    case .notUnderstood(let reason):
      "this question is not understood: \(reason); understood are questions such as "
        + Self.examples.map { "“\($0)”" }.joined(separator: " ") + " (Documentation/ask.md)"
    case .unknownName(let name, _): "no entity of this graph is called “\(name)”"
    case .ambiguousName(let name, let candidates): "“\(name)” may be any of \(candidates.count) entities"
    case .sameEntity(let entity): "both names are the same entity, \(entity.name) (\(entity.id))"
    }
  }
}
