public import RelataExtraction
public import RelataGraph
import RelataNames

extension Corrections {
  /// Whether new documents may speak of what is corrected, so that all documents must be
  /// resolved and corrected anew: what joins a corrected graph
  /// (`Resolver.change(of:by:candidates:)`) is itself not corrected.
  ///
  /// Where in doubt it is so. It is not so only where
  /// - no sentence of the documents is one of a correction, and none of their names is one of an entity
  ///   that a correction describes,
  /// - nothing in the graph that they may speak of is an entity that a correction made what it is, and
  /// - no statement changes between two entities of which a correction changed a statement.
  ///
  /// - Parameters:
  ///   - candidates: the entities of the graph that the documents may speak of.
  ///   - changed: the statements that come to the graph, go, or change.
  ///   - applied: which of these corrections hold in the graph.
  /// - Complexity: O(size of the corrections + size of the documents + changed statements ·
  ///   corrections of statements).
  public func mayConcern(
    _ documents: [ExtractedDocument], candidates: [Entity], changed: [Statement],
    applied: [AppliedCorrection]
  ) -> Bool {
    guard !items.isEmpty else { return false }
    let known = Set(documents.lazy.map(\.record.id))
    let names = Set(
      documents.lazy.flatMap(\.entities).flatMap { [$0.name] + $0.names.map(\.name) }
        .map(NameWords.comparable))
    let lines = Set(applied.lazy.map(\.line))
    let isDescribed = items.contains { item in
      item.change.statement?.evidence.contains { known.contains($0.document) } == true
        // A statement that was not found may be found once its ends have more names.
        || item.change.names(ofEnds: !lines.contains(item.line))
          .contains { names.contains(NameWords.comparable($0)) }
    }
    guard !isDescribed else { return true }

    let candidates = Set(candidates.lazy.map(\.id))
    return applied.contains { correction in
      if correction.evidence.isEmpty { return correction.entities.contains(where: candidates.contains) }
      let ends = Set(correction.entities)
      return changed.contains { ends.contains($0.subject) && ends.contains($0.object) }
    }
  }
}

extension Correction.Change {
  /// What the entities are called that it speaks of.
  ///
  /// - Parameter includesEnds: whether those of a statement are among them.
  fileprivate func names(ofEnds includesEnds: Bool) -> [String] {
    switch self {
    case .wrong(let statement), .confirmed(let statement), .relation(let statement, _, _),
      .direction(let statement):
      includesEnds ? [statement.subject, statement.object] : []
    case .merge(let entities, let name): entities.flatMap(\.allNames) + [name]
    case .split(let entity, let names, let name): entity.allNames + names + [name]
    case .rename(let entity, let name): entity.allNames + [name]
    case .retype(let entity, _): entity.allNames
    }
  }
}

extension EntityDescription {
  fileprivate var allNames: [String] { [name] + names }
}
