import ArgumentParser
import Relata

struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answers a question in plain English from the graph, with the sentences that say so.",
    discussion: """
      The question is read with relata's own language model and the words of the ontology, and turned into a pattern or a path, \
      which is shown and can be asked again with “relata match” or “relata path”. Understood are who, whom, what, which KIND, \
      how many KIND, when and where with a verb, a noun or an office; questions for yes and no; what happened to X, in X or in \
      December 2024; who, what and where is X; what is known about X; how are X and Y (and Z) connected. A clause or an office \
      may tell who is meant: “the group that captured Aleppo”. Documentation/ask.md has the grammar.

      Where there is no answer, up to five statements that have most of the question's words are printed instead, and say so. \
      Where the graph says nothing, the exit status is \(ExitStatus.noAnswer.rawValue); where the question is not understood, \
      \(ExitStatus.usage.rawValue); where a name is unknown or ambiguous, \(ExitStatus.unknownEntity.rawValue) or \
      \(ExitStatus.ambiguousEntity.rawValue).

      EXAMPLES:
        relata ask "Who captured Damascus?"
        relata ask "Which bases does Russia operate in Syria?"
        relata ask "When did Assad flee?"
        relata ask "Who leads the group that captured Aleppo?"
        relata ask "How is Putin connected to Aleppo?" --svg connection.svg
        relata ask "Did HTS capture Aleppo?" --json | jq '.findings[].statements[].evidence[].quote'
      """)

  @Argument(help: "The question.")
  var question: String

  @OptionGroup var files: AnswerFiles
  @OptionGroup var graphFile: GraphFile
  @OptionGroup var ontologyFile: OntologyFile

  func run() throws {
    let ontology = try ontologyFile.load()
    let graph = try graphFile.load()
    let analyzer = try builtInAnalyzer()
    let search = NearestStatements(graph, ontology: ontology, analyzer: analyzer)
    func nearest() -> NearestAnswer {
      NearestAnswer(search.find(question), to: question, graph: graph, ontology: ontology)
    }
    let reader = try reader(graph, ontology, analyzer)
    let understood: Question
    do {
      understood = try reader.read(question)
    } catch {
      if case .sameEntity = error { throw failure(error, graph, hasNearest: false) }
      let nearest = nearest()
      try files.give(nearest.record, text: nearest.text, part: nil, ontology: ontology)
      throw failure(error, graph, hasNearest: !nearest.statements.isEmpty)
    }
    let answer: QuestionAnswer
    do {
      answer = try QuestionAnswerer(graph, ontology: ontology).answer(understood)
    } catch {
      throw CommandFailure(
        .internalError, "the question became a wrong pattern: \(error)", details: error.excerpt)
    }
    let near = answer.isEmpty && answer.isComplete ? nearest() : nil
    let text = QuestionText(answer, nearest: near?.statements ?? [], graph: graph, ontology: ontology)
    try files.give(
      text.record, text: answer.isEmpty ? near?.text ?? "" : text.text,
      part: answer.isEmpty ? nil : text.part, ontology: ontology)
    guard answer.isComplete else {
      throw CommandFailure(.cutOff, "incomplete: there may be more; the search stopped at its bound")
    }
    if answer.isEmpty {
      throw CommandFailure(
        .noAnswer,
        (answer.denied.isEmpty || understood.isNegated
          ? "nothing in the graph says so" : "the graph only denies it")
          + "; asked: \(text.asked.joined(separator: ", "))")
    }
  }

  private func reader(
    _ graph: KnowledgeGraph, _ ontology: Ontology, _ analyzer: Analyzer
  ) throws -> QuestionReader {
    do {
      return QuestionReader(
        graph, ontology: ontology, analyzer: analyzer, gazetteer: try Gazetteer.embedded())
    } catch {
      throw CommandFailure(.internalError, "the gazetteers built in are damaged: \(error)")
    }
  }

  private func failure(_ error: QuestionError, _ graph: KnowledgeGraph, hasNearest: Bool) -> any Error {
    switch error {
    case .unknownName(let name, _), .ambiguousName(let name, _):
      // Told as by the other commands.
      do { _ = try EntityMatcher(graph).entity(named: name) } catch { return error }
      return CommandFailure(.unknownEntity, "\(error)")
    case .notUnderstood(let reason) where hasNearest:
      return CommandFailure(
        .usage, "this question is not understood: \(reason) (Documentation/ask.md says what is)")
    default: return CommandFailure(.usage, "\(error)")
    }
  }
}
