import Relata

extension EntityMatcher {
  /// The one entity that a name on the command line means, or the failure that lists the candidates.
  func entity(named query: String) throws(CommandFailure) -> Entity {
    switch find(query) {
    case .unique(let match):
      return match.entity
    case .ambiguous(let matches):
      throw CommandFailure(
        .ambiguousEntity,
        "“\(query)” may be any of \(matches.count) entities; give one of these identifiers:",
        details: matches.prefix(20).map { match in
          "\(match.entity.id)  \(match.entity.name) (\(match.entity.type), \(mentions(match.entity.mentionCount)))"
        })
    case .unknown(let suggestions):
      let hint =
        suggestions.isEmpty
        ? "" : "; the nearest names: " + suggestions.map { "\($0.name)" }.joined(separator: ", ")
      throw CommandFailure(.unknownEntity, "no entity of this graph is called “\(query)”\(hint)")
    }
  }
}

/// “1 mention”, “3 mentions”.
func mentions(_ count: Int) -> String { "\(count) mention\(count == 1 ? "" : "s")" }
