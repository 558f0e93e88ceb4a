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
      let options = PathOptions(ranking: .informative, informativeness: Informativeness(ontology))
      let result = PathFinder(graph, options: options).find(from: from.id, to: to.id)
      answer.connection = result
      answer.isComplete = result.isComplete
    case .network(let entities):
      // As “relata connect”.
      let options = PathOptions(
        maximumHops: nil, ranking: .informative, informativeness: Informativeness(ontology))
      let network = PathFinder(graph, options: options).connect(entities.map(\.id))
      if network.groups.count == 1 { answer.network = network }
    case .patterns(let patterns, let areAllAsked):
      var rows: [PatternResult.Row] = []
      for pattern in patterns {
        let result = try matcher.match(PatternQuery(pattern), includesNegated: true)
        answer.patterns.append(pattern)
        if !result.bounds.isEmpty { answer.isComplete = false }
        rows += result.rows
        sort(rows, into: &answer)
        if !areAllAsked, answer.hasStatements {
          answer.patterns = [pattern]
          break
        }
      }
    }
    return answer
  }

  /// How much a row says: in this order the three parts of an answer.
  private enum Part: Int {
    case certain, uncertain, denied
  }

  private func sort(_ rows: [PatternResult.Row], into answer: inout QuestionAnswer) {
    let kind = answer.question.kind
    var parts = [Findings(), Findings(), Findings()]
    for row in sorted(rows, of: kind) {
      guard let main = main(row), let part = self.part(row, of: answer.question) else { continue }
      // Of dates one is right, and the essential is no more likely to be: they stay in the
      // order of their evidence.
      let importance = kind == .time ? 0 : graph.statements[main].importanceRank
      parts[part.rawValue].add(row.statements, to: row.values.first ?? .null, importance: importance)
    }
    if kind != .whether {
      // What is certain once needs no second place among what is not.
      for entry in parts[1].all where parts[0].has(entry.finding.value) {
        parts[0].add(entry.finding.statements, to: entry.finding.value, importance: -.infinity)
      }
      let certain = parts[0]
      parts[1].all.removeAll { certain.has($0.finding.value) }
    }
    (answer.findings, answer.uncertain, answer.denied) = (
      parts[0].essentialFirst, parts[1].essentialFirst, parts[2].essentialFirst
    )
  }

  /// Findings in the order in which they came, each value once and each of its statements once.
  private struct Findings {
    /// Each with the importance of its most important row.
    var all: [(finding: QuestionAnswer.Finding, importance: Double)] = []
    private var places: [PatternValue: Int] = [:]
    private var known: [Set<Int>] = []

    func has(_ value: PatternValue) -> Bool { places[value] != nil }

    /// Equally important ones as they came.
    var essentialFirst: [QuestionAnswer.Finding] {
      all.enumerated().sorted { ($1.element.importance, $0.offset) < ($0.element.importance, $1.offset) }
        .map(\.element.finding)
    }

    mutating func add(_ statements: [Int], to value: PatternValue, importance: Double) {
      let place = places[value, default: all.count]
      if place == all.count {
        places[value] = place
        all.append((QuestionAnswer.Finding(value: value, statements: []), importance))
        known.append([])
      }
      all[place].importance = max(all[place].importance, importance)
      for statement in statements where known[place].insert(statement).inserted {
        all[place].finding.statements.append(statement)
      }
    }
  }

  /// The statement in the second column, which decides; others of the row only say which things are meant.
  private func main(_ row: PatternResult.Row) -> Int? {
    if row.values.count > 1, case .statement(let step) = row.values[1] { return step.statement }
    return row.statements.first
  }

  /// nil for a row that says nothing: one about a thing that is not as the question describes it.
  private func part(_ row: PatternResult.Row, of question: Question) -> Part? {
    guard let main = main(row) else { return nil }
    let others = row.statements.filter { $0 != main }.map { graph.statements[$0] }
    guard others.allSatisfy({ $0.polarity == .affirmed }) else { return nil }
    let statement = graph.statements[main]
    let isCertain = (others + [statement]).allSatisfy(self.isCertain)
    if (statement.polarity == .negated) == question.isNegated { return isCertain ? .certain : .uncertain }
    // What is only alleged or planned not to be so leaves “Did …?” open, and
    // is no answer to “Who …?”.
    return isCertain ? .denied : question.kind == .whether ? .uncertain : nil
  }

  private func isCertain(_ statement: Statement) -> Bool {
    switch statement.modality {
    case .asserted, .reported: true
    case .alleged, .planned, .hypothetical: false
    }
  }

  /// Whether the statement itself is the answer, and no entity, place or date that it proves.
  private func isAnswer(_ row: PatternResult.Row, of kind: Question.Kind) -> Bool {
    switch row.values.first {
    case .entity: false
    case .text: kind != .time && kind != .place
    default: true
    }
  }

  /// Where statements are the answer, the most important first. Then, as for the proofs of an
  /// answer, more documents before fewer, then more sentences, then the surer, then the more
  /// important, then the graph's order.
  ///
  /// - Complexity: O(evidence + rows · log rows).
  private func sorted(_ rows: [PatternResult.Row], of kind: Question.Kind) -> [PatternResult.Row] {
    struct Rank {
      let documents: Int
      let sentences: Int
      let confidence: Double
      let importance: Double
    }
    let mains = rows.map(main)
    var ranks: [Int: Rank] = [:]
    for case let index? in mains where ranks[index] == nil {
      let statement = graph.statements[index]
      ranks[index] = Rank(
        documents: Set(statement.evidence.map(\.document)).count, sentences: statement.evidence.count,
        confidence: statement.confidence, importance: statement.importanceRank)
    }
    func isBetter(_ first: (row: PatternResult.Row, main: Int), _ second: (row: PatternResult.Row, main: Int))
      -> Bool
    {
      guard first.main != second.main, let x = ranks[first.main], let y = ranks[second.main] else {
        return false
      }
      let i = isAnswer(first.row, of: kind) ? x.importance : .infinity
      let j = isAnswer(second.row, of: kind) ? y.importance : .infinity
      if i != j { return i > j }
      if x.documents != y.documents { return x.documents > y.documents }
      if x.sentences != y.sentences { return x.sentences > y.sentences }
      if x.confidence != y.confidence { return x.confidence > y.confidence }
      if x.importance != y.importance { return x.importance > y.importance }
      return first.main < second.main
    }
    // Rows without a statement say nothing.
    return zip(rows, mains).compactMap { row, main in main.map { (row: row, main: $0) } }
      .sorted(by: isBetter).map(\.row)
  }
}
