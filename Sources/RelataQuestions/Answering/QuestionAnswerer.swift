public import RelataGraph
public import RelataQuery

/// Asks a graph what a question means.
public struct QuestionAnswerer: Sendable {
  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let matcher: PatternMatcher

  /// - Complexity: O(entities + statements).
  public init(_ graph: KnowledgeGraph, ontology: Ontology) {
    self.graph = graph
    self.ontology = ontology
    matcher = PatternMatcher(graph, ontology: ontology)
  }

  /// - Throws: ``PatternError`` only if the question is of another graph.
  public func answer(_ question: Question) throws(PatternError) -> QuestionAnswer {
    var answer = QuestionAnswer(question: question)
    switch question.query {
    case .path(let from, let to):
      // As “relata path” without options.
      let options = PathOptions(ranking: .telling, informativeness: Informativeness(ontology))
      let result = PathFinder(graph, options: options).find(from: from.id, to: to.id)
      answer.connection = result
      answer.isComplete = result.isComplete
    case .network(let entities):
      // As “relata connect”.
      let options = PathOptions(
        maximumHops: nil, ranking: .telling, informativeness: Informativeness(ontology))
      let network = PathFinder(graph, options: options).connect(entities.map(\.id))
      if network.groups.count == 1 { answer.network = network }
    case .patterns(let patterns, let areAllAsked):
      var rows: [PatternResult.Row] = []
      for pattern in patterns {
        let result = try matcher.match(PatternQuery(pattern), includesNegated: true)
        answer.patterns = (areAllAsked ? answer.patterns : []) + [pattern]
        if !result.bounds.isEmpty { answer.isComplete = false }
        rows += result.rows
        sort(rows, into: &answer)
        if !areAllAsked, answer.hasStatements { break }
      }
    }
    return answer
  }

  /// How much a row says: in this order the three parts of an answer.
  private enum Part: Int {
    case certain, uncertain, denied
  }

  private func sort(_ rows: [PatternResult.Row], into answer: inout QuestionAnswer) {
    var parts: [[QuestionAnswer.Finding]] = [[], [], []]
    for row in rows.sorted(by: isBetter) {
      guard let part = self.part(row, isNegated: answer.question.isNegated)?.rawValue else { continue }
      let value = row.values.first ?? .null
      if let known = parts[part].firstIndex(where: { $0.value == value }) {
        for index in row.statements where !parts[part][known].statements.contains(index) {
          parts[part][known].statements.append(index)
        }
      } else {
        parts[part].append(QuestionAnswer.Finding(value: value, statements: row.statements))
      }
    }
    if answer.question.kind != .whether {
      // What is certain once needs no second place among what is not.
      for (place, finding) in parts[0].enumerated() {
        guard let same = parts[1].firstIndex(where: { $0.value == finding.value }) else { continue }
        parts[0][place].statements += parts[1].remove(at: same).statements
          .filter { !finding.statements.contains($0) }
      }
    }
    (answer.findings, answer.uncertain, answer.denied) = (parts[0], parts[1], parts[2])
  }

  /// The statement in the second column, which decides; others of the row only say which things are meant.
  private func main(_ row: PatternResult.Row) -> Int? {
    if row.values.count > 1, case .statement(let step) = row.values[1] { return step.statement }
    return row.statements.first
  }

  /// nil for a row that says nothing: one about a thing that is not as the question describes it.
  private func part(_ row: PatternResult.Row, isNegated: Bool) -> Part? {
    guard let main = main(row) else { return nil }
    let others = row.statements.filter { $0 != main }.map { graph.statements[$0] }
    guard others.allSatisfy({ $0.polarity == .affirmed }) else { return nil }
    let statement = graph.statements[main]
    if (statement.polarity == .negated) != isNegated { return .denied }
    return (others + [statement]).allSatisfy(isCertain) ? .certain : .uncertain
  }

  private func isCertain(_ statement: Statement) -> Bool {
    switch statement.modality {
    case .asserted, .reported: true
    case .alleged, .planned, .hypothetical: false
    }
  }

  /// More documents before fewer, then more sentences, then the surer, then the graph's order.
  private func isBetter(_ a: PatternResult.Row, _ b: PatternResult.Row) -> Bool {
    guard let first = main(a), let second = main(b), first != second else { return false }
    let (x, y) = (graph.statements[first], graph.statements[second])
    let (p, q) = (Set(x.evidence.map(\.document)).count, Set(y.evidence.map(\.document)).count)
    if p != q { return p > q }
    if x.evidence.count != y.evidence.count { return x.evidence.count > y.evidence.count }
    if x.confidence != y.confidence { return x.confidence > y.confidence }
    return first < second
  }
}
