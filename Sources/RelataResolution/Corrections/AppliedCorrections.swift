import RelataGraph

/// Which corrections hold in a graph, for people who ask later why it is so.
struct AppliedCorrections {
  private let corrections: Corrections
  private let ontology: Ontology
  private let plan: CorrectionPlan
  private let graph: KnowledgeGraph

  init(_ corrections: Corrections, _ ontology: Ontology, _ plan: CorrectionPlan, _ graph: KnowledgeGraph) {
    self.corrections = corrections
    self.ontology = ontology
    self.plan = plan
    self.graph = graph
  }

  func list(_ entities: CorrectedEntities, _ statements: CorrectedStatements) -> [AppliedCorrection] {
    var result: [AppliedCorrection] = []
    let final = Dictionary(
      entities.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (item, correction) in corrections.items.enumerated() {
      let places = (plan.statements[item] ?? []).filter { holds(correction.change, plan.edits[$0]) }
      let things = (plan.things[item] ?? []).map { entities.id(of: $0) }
      let isHeld = things.contains { id in final[id].map { holds(correction.change, $0) } ?? false }
      guard !places.isEmpty || isHeld else { continue }
      let ids = places.isEmpty ? things : places.flatMap { statements.ends(of: $0) }
      let evidence = places.flatMap { graph.statements[$0].evidence }
      result.append(
        AppliedCorrection(
          action: correction.change.action, file: corrections.fileName, line: correction.line,
          explanation: correction.change.explanation(ontology).onOneLine, entities: ids, evidence: evidence))
    }
    return AppliedCorrection.joined(result)
  }

  private func holds(_ change: Correction.Change, _ edit: CorrectionPlan.StatementEdit?) -> Bool {
    guard let edit else { return false }
    switch change {
    case .wrong: return edit.isWrong
    case .confirmed: return edit.isConfirmed
    case .relation(_, let relation, let isOpen):
      return !edit.isWrong && edit.relation.map { $0 == (relation, isOpen) } ?? false
    case .direction: return !edit.isWrong && edit.isTurned
    case .merge, .split, .rename, .retype: return false
    }
  }

  private func holds(_ change: Correction.Change, _ entity: Entity) -> Bool {
    switch change {
    case .merge, .split: true
    case .rename(_, let name): entity.name == name
    case .retype(_, let type): entity.type == type
    case .wrong, .confirmed, .relation, .direction: false
    }
  }
}
