import Relata

/// The answer to a question, as text and as JSON.
struct QuestionText {
  struct Record: Encodable {
    struct Finding: Encodable {
      /// A name, a date or nothing.
      let answer: String?
      let entity: EntityRecord?
      let statements: [StatementRecord]
    }

    let question: String
    let kind: Question.Kind
    /// The commands that ask the same.
    let asked: [String]
    /// The patterns in them, for “relata match --include-negated”; empty for a connection.
    let patterns: [String]
    /// Whether the search ended by itself, not at one of its bounds.
    let isComplete: Bool
    let findings: [Finding]
    let uncertain: [Finding]
    let denied: [Finding]
    /// Where nothing is found: the statements that have most of the question's words.
    let nearest: [StatementRecord]
    /// For questions of a connection.
    let connection: PathAnswer.Record?
    /// For questions of what connects three or more.
    let network: SteinerTreeAnswer.Record?
  }

  private let answer: QuestionAnswer
  private let nearest: [Int]
  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let statementText: StatementText
  private let entities: [EntityID: Entity]

  init(_ answer: QuestionAnswer, nearest: [Int] = [], graph: KnowledgeGraph, ontology: Ontology) {
    self.answer = answer
    self.nearest = nearest
    self.graph = graph
    self.ontology = ontology
    statementText = StatementText(graph, ontology: ontology)
    entities = Dictionary(graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The commands that ask the same.
  var asked: [String] {
    switch answer.question.query {
    case .path(let from, let to): ["relata path \(Self.quoted(name(from))) \(Self.quoted(name(to)))"]
    case .network(let entities):
      ["relata connect " + entities.map { Self.quoted(name($0)) }.joined(separator: " ")]
    case .patterns:
      answer.patterns.map { pattern in
        "relata match \(Self.quoted(pattern))" + (showsDenials ? " --include-negated" : "")
      }
    }
  }

  private var showsDenials: Bool {
    answer.question.isNegated || !answer.denied.isEmpty
      || answer.uncertain.contains { finding in
        finding.statements.contains { graph.statements[$0].polarity == .negated }
      }
  }

  /// What the entity alone is called.
  private func name(_ entity: Entity) -> String {
    graph.entities.contains { $0.name == entity.name && $0.id != entity.id }
      ? entity.id.rawValue : entity.name
  }

  private static func quoted(_ text: String) -> String {
    // For a shell: inside double quotes these keep a meaning.
    var result = "\""
    for character in text {
      if "\"\\$`".contains(character) { result += "\\" }
      result.append(character)
    }
    return result + "\""
  }

  /// The part of the graph that the answer rests on.
  var part: KnowledgeGraph {
    if let connection = connectionAnswer { return connection.part }
    if let network = answer.network { return graph.part(hops: network.hops, entities: network.entities) }
    let kept = Set((answer.findings + answer.uncertain + answer.denied).flatMap(\.statements)).sorted()
    return graph.subgraph(
      entities: Set(kept.flatMap { [graph.statements[$0].subject, graph.statements[$0].object] }),
      statements: kept)
  }

  var record: Record {
    Record(
      question: answer.question.text, kind: answer.question.kind, asked: asked, patterns: answer.patterns,
      isComplete: answer.isComplete, findings: answer.findings.map(record),
      uncertain: answer.uncertain.map(record),
      denied: answer.denied.map(record),
      nearest: nearest.map { StatementRecord(graph.statements[$0], statementText, ontology) },
      connection: connectionAnswer?.record,
      network: networkAnswer?.record)
  }

  private func record(_ finding: QuestionAnswer.Finding) -> Record.Finding {
    let title = title(finding)
    var entity: EntityRecord?
    if case .entity(let id) = finding.value { entity = entities[id].map(EntityRecord.init) }
    return Record.Finding(
      answer: title, entity: entity,
      statements: finding.statements.map { StatementRecord(graph.statements[$0], statementText, ontology) })
  }

  private var networkAnswer: SteinerTreeAnswer? {
    answer.network.map { SteinerTreeAnswer(graph: graph, ontology: ontology, tree: $0) }
  }

  private var connectionAnswer: PathAnswer? {
    guard case .path(let from, let to) = answer.question.query, let result = answer.connection else {
      return nil
    }
    return PathAnswer(
      graph: graph, ontology: ontology, from: from, to: to, ranking: .informative, result: result)
  }

  var text: String {
    var lines = asked.map { "Asked: \($0)" } + [""]
    if let connectionAnswer {
      return lines.joined(separator: "\n") + "\n" + (answer.isEmpty ? "" : connectionAnswer.text)
    }
    if let networkAnswer { return lines.joined(separator: "\n") + "\n" + networkAnswer.text }
    // What follows is called so, too.
    if let headline, headline != Self.uncertain { lines += [headline, ""] }
    lines += section(nil, answer.findings)
    lines += section("\(Self.uncertain): alleged, planned or possible", answer.uncertain)
    lines += section(answer.question.isNegated ? "But the documents affirm" : "Denied", answer.denied)
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let uncertain = "Not certain"

  /// “Yes” or “no” would not tell what is kept as a denial: “abandon” as support denied.
  private var denialHeadline: String? {
    guard let finding = answer.findings.first ?? answer.denied.first,
      let index = finding.statements.first(where: {
        (graph.statements[$0].polarity == .negated) != answer.findings.isEmpty
      })
    else { return answer.uncertain.isEmpty ? nil : Self.uncertain }
    var statement = graph.statements[index]
    statement.polarity = .affirmed
    let text = statementText.arrow(statement)
    if answer.findings.isEmpty { return "The documents say that this is so: \(text)" }
    return "The documents say that this is not so: \(text)"
      + (answer.denied.isEmpty ? "" : "; but they affirm it as well")
  }

  /// Where all that says so says that it is over: “yes” would be as wrong as “no”.
  private var formerHeadline: String? {
    // The statements that only tell who is meant have other relations.
    let statements = answer.findings.flatMap(\.statements).map { graph.statements[$0] }
    let roles = statements.filter { $0.relation == statements[0].relation }.map(\.role)
    guard let first = roles.first ?? nil,
      roles.allSatisfy({ $0?.lowercased().hasPrefix("former") == true })
    else { return nil }
    return "Formerly: as \(first)"
  }

  private var headline: String? {
    switch answer.question.kind {
    case .whether where answer.question.isNegated: return denialHeadline
    case .whether:
      if let formerHeadline { return formerHeadline }
      if !answer.findings.isEmpty { return answer.denied.isEmpty ? "Yes" : "Yes, but it is denied as well" }
      if !answer.uncertain.isEmpty {
        return answer.denied.isEmpty ? Self.uncertain : "\(Self.uncertain), and it is denied"
      }
      return answer.denied.isEmpty ? nil : "No: the graph says the opposite"
    case .count:
      let count = (answer.isComplete ? "" : "at least ") + String(answer.findings.count)
      return answer.uncertain.isEmpty ? count : "\(count), and \(answer.uncertain.count) not certain"
    default: return nil
    }
  }

  private func section(_ title: String?, _ findings: [QuestionAnswer.Finding]) -> [String] {
    guard !findings.isEmpty else { return [] }
    var lines = title.map { [$0, ""] } ?? []
    for finding in findings {
      if let name = self.title(finding) { lines.append(name) }
      for index in finding.statements { lines += statementText.lines(graph.statements[index]) }
      lines.append("")
    }
    return lines
  }

  /// nil where the statements are the answer.
  private func title(_ finding: QuestionAnswer.Finding) -> String? {
    switch finding.value {
    case .entity(let id) where answer.question.kind != .whether: return statementText.name(id)
    case .text(let text) where answer.question.kind == .time || answer.question.kind == .place: return text
    default: return nil
    }
  }
}
