import Relata

extension EntityLookup {
  /// The one entity that a name on the command line means, or the failure that lists the candidates.
  ///
  /// A name that only a typing error away is taken, and that is said.
  func entity(for query: String) throws(CommandFailure) -> Entity {
    switch self {
    case .unique(let match):
      if match.quality == .nearby {
        StandardError.write("relata: note: taking “\(query)” for \(match.entity.name) (\(match.entity.type))")
      }
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
        ? ""
        : "; the nearest names: "
          + suggestions.map { "\($0.name) (\($0.entity.type))" }.joined(separator: ", ")
      throw CommandFailure(.unknownEntity, "no entity of this graph is called “\(query)”\(hint)")
    }
  }
}

extension EntityMatcher {
  /// The one entity that a name on the command line means, or the failure that lists the candidates.
  func entity(named query: String) throws(CommandFailure) -> Entity { try find(query).entity(for: query) }
}

extension MappedGraph {
  /// The one entity that a name on the command line means, or the failure that lists the candidates.
  func entity(named query: String) throws -> Entity { try find(query).entity(for: query) }

  /// What an entity is called, or its identifier where it is not in the graph.
  func name(of id: EntityID) throws(MappedGraphError) -> String { try entity(id)?.name ?? id.rawValue }
}

/// “1 mention”, “3 mentions”.
func mentions(_ count: Int) -> String { "\(count) mention\(count == 1 ? "" : "s")" }
