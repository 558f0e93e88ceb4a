import RelataGraph
import RelataNames

/// Whether a correction may speak of an entity: what ``EntityRecognition`` would look at.
struct DescribedStep {
  struct Input: Decodable {
    var id: EntityID
    /// All of its names, the preferred one included.
    var names: [String]
  }

  struct Output: Encodable {
    var isDescribed: Bool
  }
}

/// In which documents the sentences stand that corrections speak of.
struct PassagesStep {
  struct Input: Decodable {
    /// True: there is nothing to choose.
    var all: Bool
  }

  struct Output: Encodable {
    var documents: [String]
  }
}

/// What corrections change in a part of a graph: ``CorrectionPlan``.
struct PlannedStep {
  struct Output: Encodable {
    /// Entities that are not as they were.
    var changed: [EntityID]
    /// The ends of statements that are not as they were.
    var ends: [Ends]
    /// The identifiers that corrected entities ask for, without numbers at their end.
    var families: [String]
    /// What a user should know of corrections that do not apply.
    var unmet: [String]
  }

  struct Ends: Encodable, Hashable {
    var subject: EntityID
    var object: EntityID
  }
}

/// A part of a graph with its corrections: `Corrections.applied(to:ontology:)`.
struct CorrectedStep {
  struct Input: Decodable {
    /// In any order.
    var entities: [SparseEntity]
    var statements: [Statement]
  }

  struct Output: Encodable {
    /// In place of those of the line.
    var entities: [Entity]
    /// In place of those of the line, in the order of the graph.
    var statements: [MergingStep.Merged]
    var corrections: [AppliedCorrection]
  }
}

extension ResolutionSteps {
  func isDescribed(_ line: DescribedStep.Input) -> DescribedStep.Output {
    let names = Set(line.names.map(NameWords.comparable))
    return DescribedStep.Output(
      isDescribed: described.ids.contains(line.id) || !described.names.isDisjoint(with: names))
  }

  func passages(_ line: PassagesStep.Input) -> PassagesStep.Output {
    let documents = corrections.items.compactMap(\.change.statement).flatMap { $0.evidence.map(\.document) }
    // By their bytes: an identifier may have its accents apart.
    return PassagesStep.Output(
      documents: Array(Set((documents + documents.map(CanonicalText.composed)).map { Array($0.utf8) }))
        .map { String(decoding: $0, as: UTF8.self) }.sorted())
  }

  func planned(_ line: CorrectedStep.Input) -> PlannedStep.Output {
    let graph = graph(line)
    let plan = CorrectionPlan(corrections, of: graph, ontology)
    let entities = CorrectedEntities(graph, plan, fileName: corrections.fileName)
    let changed = Set(entities.changed.lazy.filter { $0 < graph.entities.count })
    let made = Set(entities.changed.map(entities.id(of:)))
    let wanted = entities.entities.lazy.filter { made.contains($0.id) }
      .map { CanonicalText.composed(EntitySlug.id(name: $0.name, type: $0.type).rawValue) }
    return PlannedStep.Output(
      changed: changed.map { graph.entities[$0].id }.sorted(),
      ends: Set(
        plan.edits.keys.map {
          PlannedStep.Ends(subject: graph.statements[$0].subject, object: graph.statements[$0].object)
        }
      ).sorted { ($0.subject, $0.object) < ($1.subject, $1.object) },
      families: Set(wanted.map(Self.family)).sorted(), unmet: plan.unmet.map(\.description))
  }

  func corrected(_ line: CorrectedStep.Input) -> CorrectedStep.Output {
    let outcome = corrections.appliedToPart(graph(line), ontology).outcome
    let finder = ContradictionFinder(ontology: ontology, entities: [])
    return CorrectedStep.Output(
      entities: outcome.graph.entities,
      statements: outcome.graph.statements.map { MergingStep.Merged($0, finder) },
      corrections: AppliedCorrection.joined(outcome.applied))
  }

  private func graph(_ line: CorrectedStep.Input) -> KnowledgeGraph {
    KnowledgeGraph(
      entities: line.entities.map(\.value).sorted { $0.id < $1.id },
      statements: line.statements.sorted(by: StatementOrder.precedes), documents: [])
  }
}

/// What the entities are called that corrections speak of, but for ends of statements,
/// which their sentences tell.
struct DescribedEntities: Sendable {
  let ids: Set<EntityID>
  /// As they are compared.
  let names: Set<String>

  init(_ corrections: Corrections) {
    let described = corrections.items.flatMap { item -> [EntityDescription] in
      switch item.change {
      case .merge(let entities, _): entities
      case .split(let entity, _, _), .rename(let entity, _), .retype(let entity, _): [entity]
      case .wrong, .confirmed, .relation, .direction: []
      }
    }
    ids = Set(described.compactMap(\.id))
    names = Set(described.flatMap { [$0.name] + $0.names }.map(NameWords.comparable))
  }
}
