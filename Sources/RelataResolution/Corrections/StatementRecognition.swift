import RelataGraph
import RelataNames

/// Finds the statements of a graph that corrections speak of: by a document, a sentence and the names of both
/// ends, then by the relation.
///
/// Polarity and relation must be as described, and the time must be able to be the same: what was said of
/// one statement says nothing of another that its sentence also supports. Modality, role, speaker and place
/// only choose between several.
struct StatementRecognition {
  enum Answer: Equatable {
    /// Places in the graph, ascending, at least one.
    case found([Int])
    /// No sentence of it supports anything.
    case noEvidence
    /// Its sentences support something else.
    case noStatement
  }

  private struct Passage: Hashable {
    var document: String
    /// The quote, white space folded; nil: given by the offsets.
    var quote: String?
    var range: Range<Int>?

    init(_ quotation: StatementDescription.Quotation) {
      document = quotation.document
      quote = quotation.quote.map(Self.withSingleSpaces)
      range = quote == nil ? quotation.range : nil
    }

    init(document: String, quote: String) {
      self.document = document
      self.quote = Self.withSingleSpaces(quote)
    }

    init(document: String, range: Range<Int>) {
      self.document = document
      self.range = range
    }

    private static func withSingleSpaces(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private let statements: [Statement]
  private let ontology: Ontology
  private var supported: [Passage: [Int]] = [:]

  /// - Complexity: O(evidence of the graph).
  init(_ graph: KnowledgeGraph, _ ontology: Ontology, for corrections: Corrections) {
    statements = graph.statements
    self.ontology = ontology
    let wanted = Set(
      corrections.items.lazy.compactMap(\.change.statement).flatMap { $0.evidence.map(Passage.init) })
    let documents = Set(wanted.lazy.map(\.document))
    let areAllQuoted = wanted.allSatisfy { $0.quote != nil }
    for (index, statement) in graph.statements.enumerated() {
      for evidence in statement.evidence where documents.contains(evidence.document) {
        file(index, Passage(document: evidence.document, quote: evidence.quote), wanted)
        guard !areAllQuoted, evidence.start <= evidence.end else { continue }
        file(index, Passage(document: evidence.document, range: evidence.start..<evidence.end), wanted)
      }
    }
  }

  private mutating func file(_ index: Int, _ passage: Passage, _ wanted: Set<Passage>) {
    guard wanted.contains(passage), supported[passage]?.last != index else { return }
    supported[passage, default: []].append(index)
  }

  /// - Parameter isSo: whether a statement with another relation is what the correction makes of this one.
  func find(
    _ description: StatementDescription, _ entities: inout EntityRecognition,
    isSo: (Statement) -> Bool = { _ in false }
  ) -> Answer {
    let candidates = Set(description.evidence.flatMap { supported[Passage($0)] ?? [] }).sorted()
    if candidates.isEmpty { return .noEvidence }
    let (subject, object) = (
      NameWords.comparable(description.subject), NameWords.comparable(description.object)
    )
    var found = candidates.filter { index in
      let statement = statements[index]
      guard statement.polarity == description.polarity else { return false }
      if let time = description.time, let other = statement.time, !time.canBeOne(with: other) { return false }
      let isNamed =
        bears(statement.subject, subject, &entities) && bears(statement.object, object, &entities)
      if isNamed { return true }
      return isSymmetric(statement) && bears(statement.subject, object, &entities)
        && bears(statement.object, subject, &entities)
    }
    let related = found.filter { statements[$0].relation == description.relation }
    found = related.isEmpty ? found.filter { isSo(statements[$0]) } : related
    func prefer(_ isBetter: (Statement) -> Bool) {
      let better = found.filter { isBetter(statements[$0]) }
      if !better.isEmpty { found = better }
    }
    prefer { $0.isOpen == description.isOpen }
    if let modality = description.modality { prefer { $0.modality == modality } }
    prefer { $0.time == description.time }
    prefer { $0.role.map(NameWords.comparable) == description.role.map(NameWords.comparable) }
    for (name, end) in [(description.attribution, \Statement.attribution), (description.place, \.place)] {
      guard let name = name.map(NameWords.comparable) else { continue }
      prefer { statement in statement[keyPath: end].map { bears($0, name, &entities) } ?? false }
    }
    return found.isEmpty ? .noStatement : .found(found)
  }

  private func isSymmetric(_ statement: Statement) -> Bool {
    !statement.isOpen && ontology.relation(statement.relation)?.isSymmetric == true
  }

  private func bears(_ id: EntityID, _ name: String, _ entities: inout EntityRecognition) -> Bool {
    entities.place(of: id).map { entities.names(of: $0).contains(name) } ?? false
  }
}
