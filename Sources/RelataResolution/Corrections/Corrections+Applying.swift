public import RelataGraph

extension Corrections {
  /// A corrected graph, and what became of each correction.
  public struct Outcome: Hashable, Sendable {
    /// Its ``KnowledgeGraph/corrections`` are those of `applied` too.
    public var graph: KnowledgeGraph
    /// In the order of the file's lines.
    public var unmet: [UnmetRule]
    /// Those that hold, in the order of the file's lines; not those that a later one takes back.
    public var applied: [AppliedCorrection]
  }

  /// The graph as it is with these corrections. Documents stay; contradictions are found anew.
  ///
  /// The result is the same in whatever order the corrections stand, but for the last of several that say
  /// different things of one. What does not apply changes nothing.
  /// - Parameter graph: as it was built without corrections.
  /// - Complexity: O(n log n) in the size of the graph, O(size of the corrections).
  public func applied(to graph: KnowledgeGraph, ontology: Ontology) -> Outcome {
    guard !items.isEmpty else { return Outcome(graph: graph, unmet: [], applied: []) }
    var (outcome, isChanged) = appliedToPart(graph, ontology)
    if isChanged {
      outcome.graph.contradictions = ContradictionFinder(ontology: ontology, entities: outcome.graph.entities)
        .find(in: outcome.graph.statements)
    }
    outcome.graph.corrections = AppliedCorrection.joined(graph.corrections + outcome.applied)
    outcome.graph.checkInvariants(where: graph.keepsInvariants)
    return outcome
  }

  /// The graph with corrected entities and statements, all else as it was.
  ///
  /// Of a large graph a part is enough: the entities that the corrections may mean, the statements of those
  /// that change and between ends of which a statement changes, all ends of these, and whatever has an
  /// identifier that a corrected entity may get.
  func appliedToPart(_ graph: KnowledgeGraph, _ ontology: Ontology) -> (outcome: Outcome, isChanged: Bool) {
    let plan = CorrectionPlan(self, of: graph, ontology)
    let entities = CorrectedEntities(graph, plan, fileName: fileName)
    let statements = CorrectedStatements(graph, ontology, plan, entities)
    let applied = AppliedCorrections(self, ontology, plan, graph).list(entities, statements)
    var result = graph
    let isChanged = !(entities.changed.isEmpty && plan.edits.isEmpty)
    if isChanged {
      result.entities = AliasExamples(graph, plan).completed(entities)
      result.statements = statements.statements()
    }
    return (Outcome(graph: result, unmet: plan.unmet, applied: applied), isChanged)
  }
}
