import RelataGraph

/// The statements of a graph as corrections make them.
///
/// What became the same is merged as where graphs are built; what did not stays letter by letter as it was.
struct CorrectedStatements {
  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let plan: CorrectionPlan
  private let entities: CorrectedEntities
  private let places: [EntityID: Int]
  private let occurrences: [Int: NameOccurrences]

  private struct Piece {
    var statement: Statement
    /// The place of the statement that it is, or is part of, in the graph.
    var origin: Int
    /// Whether it says another thing than before, so that it may say what another says.
    var isMoved: Bool
  }

  init(
    _ graph: KnowledgeGraph, _ ontology: Ontology, _ plan: CorrectionPlan, _ entities: CorrectedEntities
  ) {
    self.graph = graph
    self.ontology = ontology
    self.plan = plan
    self.entities = entities
    places = Dictionary(
      graph.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    occurrences = plan.splits.occurrences(graph.entities)
  }

  /// In the order that ``KnowledgeGraph/statements`` promises.
  /// - Complexity: O(n log n) for *n* statements with their evidence.
  func statements() -> [Statement] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(graph.statements.count)
    for origin in graph.statements.indices where plan.edits[origin]?.isWrong != true {
      let isLoop = graph.statements[origin].subject == graph.statements[origin].object
      // What only says that a thing is related with itself says nothing.
      pieces += self.pieces(of: origin).filter { isLoop || $0.statement.subject != $0.statement.object }
    }
    turn(&pieces)
    return merged(pieces).sorted(by: StatementOrder.precedes)
  }

  /// What its ends became, also where it is wrong.
  func ends(of origin: Int) -> [EntityID] {
    pieces(of: origin).flatMap { [$0.statement.subject, $0.statement.object] }
  }

  // MARK: One statement

  /// Usually one; several where its sentences speak of several things that were one.
  private func pieces(of origin: Int) -> [Piece] {
    let (statement, isEdited) = edited(origin)
    let ends = [statement.subject, statement.object, statement.attribution, statement.place]
    let things = ends.map { $0.flatMap { places[$0] } }
    guard things.contains(where: { $0.map(entities.changed.contains) ?? false }) else {
      return [Piece(statement: statement, origin: origin, isMoved: isEdited)]
    }
    let isSplit = things.contains { $0.flatMap { occurrences[$0] } != nil }
    let groups =
      isSplit
      ? Dictionary(grouping: statement.evidence) { evidence in
        things.map { thing in
          thing.map { occurrences[$0]?.owner(in: evidence.quote) ?? $0 }
        }
      } : [:]
    guard isSplit, !statement.evidence.isEmpty else {
      return [piece(statement, things, origin, isMoved: isEdited)]
    }
    return groups.sorted { EvidenceOrder(of: $0.value[0]) < EvidenceOrder(of: $1.value[0]) }
      .map { things, evidence in
        var part = statement
        part.evidence = evidence
        if evidence.count < statement.evidence.count, statement.confidence < 1 {
          part.confidence = StatementMerging.confidence(evidence.map { _ in statement.witnessConfidence })
        }
        return piece(part, things, origin, isMoved: isEdited || groups.count > 1)
      }
  }

  private func piece(_ statement: Statement, _ things: [Int?], _ origin: Int, isMoved: Bool) -> Piece {
    var statement = statement
    statement.subject = things[0].map(entities.id) ?? statement.subject
    statement.object = things[1].map(entities.id) ?? statement.object
    statement.attribution = things[2].map(entities.id) ?? statement.attribution
    statement.place = things[3].map(entities.id) ?? statement.place
    let isMoved =
      isMoved
      || things.contains { thing in
        guard let thing else { return false }
        return thing >= graph.entities.count || entities.isJoined(thing)
      }
    return Piece(statement: statement, origin: origin, isMoved: isMoved)
  }

  private func edited(_ origin: Int) -> (statement: Statement, isMoved: Bool) {
    var statement = graph.statements[origin]
    guard let edit = plan.edits[origin] else { return (statement, false) }
    if edit.isConfirmed { statement.confidence = 1 }
    var isMoved = false
    if let relation = edit.relation {
      isMoved = statement.relation != relation.id || statement.isOpen != relation.isOpen
      (statement.relation, statement.isOpen) = relation
    }
    if edit.isTurned {
      isMoved = true
      swap(&statement.subject, &statement.object)
    }
    return (statement, isMoved)
  }

  // MARK: All statements

  private struct Pair: Hashable {
    var relation: String
    var a: EntityID
    var b: EntityID

    init(_ statement: Statement) {
      relation = statement.relation
      a = min(statement.subject, statement.object)
      b = max(statement.subject, statement.object)
    }
  }

  /// One direction for relations without one: the first that the documents give.
  private func turn(_ pieces: inout [Piece]) {
    func hasNoDirection(_ piece: Piece) -> Bool {
      !piece.statement.isOpen && ontology.relation(piece.statement.relation)?.isSymmetric == true
    }
    let moved = Set(pieces.lazy.filter { $0.isMoved && hasNoDirection($0) }.map { Pair($0.statement) })
    guard !moved.isEmpty else { return }
    let indices = pieces.indices.filter { hasNoDirection(pieces[$0]) }
    for (pair, members) in Dictionary(grouping: indices, by: { Pair(pieces[$0].statement) })
    where moved.contains(pair) {
      let first = members.min { a, b in
        Self.isEarlier(pieces[a].statement, pieces[b].statement)
      }
      guard let subject = first.map({ pieces[$0].statement.subject }) else { continue }
      for index in members where pieces[index].statement.subject != subject {
        let turned = pieces[index].statement
        (pieces[index].statement.subject, pieces[index].statement.object) = (turned.object, turned.subject)
      }
    }
  }

  private static func isEarlier(_ a: Statement, _ b: Statement) -> Bool {
    guard let x = a.evidence.first.map(EvidenceOrder.init), let y = b.evidence.first.map(EvidenceOrder.init)
    else { return a.evidence.count > b.evidence.count }
    return x == y ? StatementOrder.precedes(a, b) : x < y
  }

  private func merged(_ pieces: [Piece]) -> [Statement] {
    let moved = Set(pieces.lazy.filter(\.isMoved).map { StatementGroup($0.statement) })
    var result: [Statement] = []
    var groups: [StatementGroup: [Piece]] = [:]
    for piece in pieces {
      let group = StatementGroup(piece.statement)
      if moved.contains(group) {
        groups[group, default: []].append(piece)
      } else {
        result.append(piece.statement)
      }
    }
    for pieces in groups.values {
      let former = Set(pieces.map { StatementGroup(graph.statements[$0.origin]) })
      // What was told apart before stays apart.
      let isOld = former.count == 1 && Set(pieces.map(\.origin)).count == pieces.count
      result += isOld ? pieces.map(\.statement) : merged(pieces.map(\.statement))
    }
    return result
  }

  private func merged(_ statements: [Statement]) -> [Statement] {
    var result = StatementMerging().merge(statements.flatMap(\.witnesses))
    // What a person has checked stays certain with more witnesses.
    for known in statements where known.confidence >= 1 {
      let evidence = Set(known.evidence.map(EvidenceOrder.init))
      for index in result.indices
      where result[index].evidence.contains(where: { evidence.contains(EvidenceOrder(of: $0)) })
        && canBeOne(known.time, result[index].time)
      {
        result[index].confidence = 1
      }
    }
    return result + withoutEvidence(statements)
  }

  private func canBeOne(_ a: TimeSpan?, _ b: TimeSpan?) -> Bool {
    guard let a, let b else { return true }
    return a.canBeOne(with: b)
  }

  /// Statements that no sentence supports, as graphs made elsewhere have: equal ones are
  /// one, as sure as the surest.
  private func withoutEvidence(_ statements: [Statement]) -> [Statement] {
    var surest: [Statement: Statement] = [:]
    for statement in statements where statement.evidence.isEmpty {
      var key = statement
      (key.confidence, key.importance) = (0, nil)
      var known = surest[key] ?? statement
      known.confidence = max(known.confidence, statement.confidence)
      known.importance = [known.importance, statement.importance].compactMap(\.self).max()
      surest[key] = known
    }
    return Array(surest.values)
  }
}
