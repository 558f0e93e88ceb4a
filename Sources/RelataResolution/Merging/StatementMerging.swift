import RelataGraph

/// Statements that say the same thing become one with all the evidence.
///
/// The same thing: the same ends, relation, polarity and modality, no different role or place, and times
/// that can be one. What somebody reported and what an article asserts stay two statements: a reader may
/// believe one and not the other.
struct StatementMerging {
  /// Statements in any order → as few as say the same, in the graph's order.
  func merge(_ statements: [Statement]) -> [Statement] {
    let groups = Dictionary(grouping: statements, by: StatementGroup.init)
    return groups.values.flatMap(merged).sorted(by: StatementOrder.precedes)
  }

  /// Statements of one group → as few as say the same, in the order of their qualifiers.
  func merged(_ statements: [Statement]) -> [Statement] {
    guard statements.count > 1 else { return statements.map { combine($0, [$0]) } }
    return StatementSplitting(statements).groups.map { combine($0.statement, $0.members) }
      .sorted(by: StatementOrder.qualifiersPrecede)
  }

  private func combine(_ statement: Statement, _ members: [Statement]) -> Statement {
    var result = statement
    if members.count == 1, statement.evidence.count < 2 {
      result.confidence = Self.confidence(statement.evidence.map { _ in statement.confidence })
      return result
    }
    // The speaker named most often; equals in the order of the documents.
    var speakers: [EntityID: Int] = [:]
    for member in members { if let speaker = member.attribution { speakers[speaker, default: 0] += 1 } }
    result.attribution = speakers.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key

    // One sentence proves a thing once, however many triggers it holds.
    var sentences: [EvidenceOrder: (evidence: Evidence, confidence: Double)] = [:]
    for member in members {
      for evidence in member.evidence {
        let position = EvidenceOrder(of: evidence)
        if let known = sentences[position],
          (known.confidence, evidence.trigger) >= (member.confidence, known.evidence.trigger)
        {
          continue
        }
        sentences[position] = (evidence, member.confidence)
      }
    }
    let ordered = sentences.sorted { $0.key < $1.key }.map(\.value)
    result.evidence = ordered.map(\.evidence)
    result.confidence = Self.confidence(ordered.map(\.confidence))
    // What one article is about stays essential where others only mention it.
    result.importance = members.compactMap(\.importance).max()
    return result
  }

  /// Noisy or: independent witnesses; never certain, rounded to three decimals.
  static func confidence(_ witnesses: [Double]) -> Double {
    let doubt = witnesses.reduce(1.0) { $0 * (1 - min(1, max(0, $1))) }
    return (min(0.99, 1 - doubt) * 1000).rounded() / 1000
  }
}
