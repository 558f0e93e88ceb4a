import RelataExtraction
import RelataGraph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A statement of one document, in a line.
struct StatementRow: Codable {
  /// In composed form.
  var document: String
  /// Its place among those of the document.
  var position: Int
  var statement: Statement

  static func precedes(_ a: StatementRow, _ b: StatementRow) -> Bool {
    (a.document, a.position) < (b.document, b.position)
  }
}

/// What an entity of the graph is, as far as its statements must know.
struct EntityRow: Decodable {
  var id: EntityID
  var name: String?
  var type: EntityType
}

/// The statements of a document: ``StatementRows`` before anything is merged.
struct StatementsStep {
  struct Input: DocumentLine {
    var id: String
    var extraction: Data
    /// The entity that each of the document's entities is.
    var entities: [EntityRow]
  }

  struct Output: Encodable {
    var statements: [Found]
  }

  struct Found: Encodable {
    var document: String
    var position: Int
    var statement: Statement
    var subjectType: EntityType?
    var objectType: EntityType?
    /// Whether its direction is that of the first document that gives one.
    var isSymmetric: Bool
    /// Whether others of its subject may take it out, or it them.
    var isWeighed: Bool
  }
}

/// The statements of one subject that stay: ``Consistency``.
struct ConsistencyStep {
  struct Input: Decodable {
    /// Those that are weighed; their quotes do not matter.
    var statements: [StatementRow]
    /// The subject and the objects.
    var entities: [EntityRow]
  }

  struct Output: Encodable {
    var kept: [Place]
  }

  struct Place: Encodable {
    var document: String
    var position: Int
  }
}

/// Statements that may say the same → as few as do: ``StatementMerging`` of one group.
struct MergingStep {
  struct Input: Decodable {
    var statements: [StatementRow]
  }

  struct Output: Encodable {
    /// In the order of the graph.
    var statements: [Merged]
  }

  struct Merged: Encodable {
    var statement: Statement
    /// What it must be compared with to see whether all can be true.
    var facts: [Fact]
    /// Whether it says that its subject lies in its object.
    var isContainment: Bool

    init(_ statement: Statement, _ finder: ContradictionFinder) {
      self.statement = statement
      facts = finder.facts(statement)
      isContainment = finder.ontology.isContainment(statement)
    }
  }

  /// Facts with the same key may contradict each other.
  struct Fact: Encodable {
    var kind: Contradiction.Kind
    var key: String
  }
}

extension ResolutionSteps {
  func statements(_ line: StatementsStep.Input) throws -> StatementsStep.Output {
    let document = try extracted(line)
    guard line.entities.count == document.entities.count else {
      throw Refusal(
        description:
          "\(line.id) has \(document.entities.count) entities, and the line names \(line.entities.count)")
    }
    let checks = checks(line.entities)
    let types = types(line.entities)
    let key = CanonicalText.composed(document.record.id)
    let statements = StatementRows(
      PackedDocuments([document]), EntityNumbers([line.entities.map(\.id)]), ontology: ontology
    ).statements()
    return StatementsStep.Output(
      statements: statements.enumerated().map { position, statement in
        let isSymmetric = !statement.isOpen && ontology.relation(statement.relation)?.isSymmetric == true
        var turned = statement
        if isSymmetric { (turned.subject, turned.object) = (statement.object, statement.subject) }
        return StatementsStep.Found(
          document: key, position: position, statement: statement,
          subjectType: types[statement.subject], objectType: types[statement.object],
          isSymmetric: isSymmetric,
          isWeighed: checks.contains { $0.concerns(statement) || $0.concerns(turned) })
      })
  }

  func consistency(_ line: ConsistencyStep.Input) -> ConsistencyStep.Output {
    let rows = line.statements.sorted(by: StatementRow.precedes)
    let kept = Consistency.consistent(rows, by: checks(line.entities), \.statement)
    return ConsistencyStep.Output(
      kept: kept.map { ConsistencyStep.Place(document: $0.document, position: $0.position) })
  }

  func merging(_ line: MergingStep.Input) -> MergingStep.Output {
    let rows = line.statements.sorted(by: StatementRow.precedes)
    let finder = ContradictionFinder(ontology: ontology, entities: [])
    return MergingStep.Output(
      statements: StatementMerging().merge(rows.map(\.statement)).map { MergingStep.Merged($0, finder) })
  }

  private func checks(_ entities: [EntityRow]) -> [any ConsistencyCheck] {
    let types = types(entities)
    return Consistency.checks(ontology: ontology) { types[$0] }
  }

  private func types(_ entities: [EntityRow]) -> [EntityID: EntityType] {
    Dictionary(entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ContradictionFinder {
  /// With what a statement must be compared: facts that give other keys contradict it in nothing.
  fileprivate func facts(_ statement: Statement) -> [MergingStep.Fact] {
    guard Self.isFact(statement) else { return [] }
    func fact(_ kind: Contradiction.Kind, _ parts: [String?]) -> MergingStep.Fact {
      MergingStep.Fact(kind: kind, key: parts.map { $0 ?? "" }.joined(separator: "\u{1F}"))
    }
    func ends(_ ends: Ends) -> [String?] { [ends.relation, ends.subject?.rawValue, ends.object?.rawValue] }
    var facts = [fact(.polarity, ends(Ends(statement)))]
    if let event = datedEvent(statement) { facts.append(fact(.time, ends(event))) }
    facts += slots(of: statement).map { fact(.value, ends($0)) }
    if let event = placedEvent(statement) { facts.append(fact(.place, event)) }
    return facts
  }
}
