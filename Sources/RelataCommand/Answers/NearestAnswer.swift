import Relata

/// What a graph has that comes nearest to a question without an answer, as text and as JSON.
struct NearestAnswer {
  struct Record: Encodable {
    let question: String
    let nearest: [StatementRecord]
  }

  let statements: [Int]
  private let question: String
  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let statementText: StatementText

  init(_ statements: [Int], to question: String, graph: KnowledgeGraph, ontology: Ontology) {
    self.statements = statements
    self.question = question
    self.graph = graph
    self.ontology = ontology
    statementText = StatementText(graph, ontology: ontology)
  }

  var record: Record {
    Record(
      question: question,
      nearest: statements.map { StatementRecord(graph.statements[$0], statementText, ontology) })
  }

  /// Empty where there is nothing near.
  var text: String {
    guard !statements.isEmpty else { return "" }
    let lines = statements.flatMap { statementText.lines(graph.statements[$0]) }
    return "No answer; nearest to the question is:\n\n" + lines.joined(separator: "\n") + "\n"
  }
}
