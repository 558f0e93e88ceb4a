import Foundation
import Relata
import Testing

/// The questions of Documentation/questions.md, asked as a user asks them.
@Suite("Questions to the seeds")
struct SeedQuestionTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let questions = Result {
    try DocumentedQuestion.all(in: root.appending(path: "Documentation/questions.md"))
  }

  /// The graph where the command looks for it, and what the articles say.
  struct Seeds: Sendable {
    let folder: TemporaryFolder
    let matcher: EntityMatcher
    let articles: [String: [Unicode.Scalar]]
  }

  static let seeds = Task {
    let (documents, graph) = try await SeedFactsTests.graph.value
    let folder = try TemporaryFolder()
    try folder.write(
      Data(JSONLDWriter(ontology: try Ontology.embedded()).write(graph)), to: "output/graph.jsonld")
    return Seeds(
      folder: folder, matcher: EntityMatcher(graph),
      articles: Dictionary(uniqueKeysWithValues: documents.map { ($0.id, Array($0.text.unicodeScalars)) }))
  }

  @Test("there are at least 25 connections, and questions in plain English")
  func number() throws {
    let questions = try Self.questions.get()
    #expect(questions.filter { $0.arguments.first == "path" }.count >= 25)
    #expect(questions.filter { $0.arguments.first == "ask" }.count >= 10)
    #expect(questions.allSatisfy { ["path", "ask"].contains($0.arguments.first) })
  }

  @Test(
    "each has its answer, and each sentence stands where it is said to",
    arguments: (try? questions.get()) ?? [])
  func answer(_ question: DocumentedQuestion) async throws {
    let seeds = try await Self.seeds.value
    let outcome = try RelataProcess.run(question.arguments + ["--json"], in: seeds.folder)
    if question.answer == .nothing {
      #expect(outcome.status == 6)
      #expect(outcome.errorLines.count == 1 && outcome.errors.contains("nothing in the graph says so"))
      return
    }
    #expect(outcome.status == 0, "\(outcome.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    switch question.answer {
    case .chain(let chain):
      let expected = try chain.map { step in
        (try entity(step.from, seeds), step.label, step.isForward, try entity(step.to, seeds))
      }
      let paths = answer.paths ?? answer.connection?.paths ?? []
      let steps = try #require(
        paths.lazy.map(\.steps).first { steps in
          steps.count == expected.count
            && zip(steps, expected).allSatisfy { step, expected in step.statement(expected) != nil }
        }, "\(paths.map { $0.entities.map(\.name) })")
      try check(steps.flatMap(\.statements), seeds)
      let quotes = zip(steps, expected).map { step, expected in step.statement(expected)?.quotes ?? "" }
      #expect(quotes.count == question.quotes.count)
      for (said, quote) in zip(quotes, question.quotes) { #expect(said.contains(quote)) }
    case .texts(let texts):
      let findings = answer.findings ?? []
      #expect(Set(try texts.map { try name($0, seeds) }) == Set(findings.compactMap(\.answer)))
      try check(findings.flatMap(\.statements), seeds, question.quotes)
    case .yes:
      #expect(answer.denied?.isEmpty == true)
      try check((answer.findings ?? []).flatMap(\.statements), seeds, question.quotes)
    case .no:
      #expect(answer.findings?.isEmpty == true && answer.uncertain?.isEmpty == true)
      try check((answer.denied ?? []).flatMap(\.statements), seeds, question.quotes)
    case .uncertain:
      #expect(answer.findings?.isEmpty == true && answer.denied?.isEmpty == true)
      try check((answer.uncertain ?? []).flatMap(\.statements), seeds, question.quotes)
    case .nothing: break
    }
  }

  /// The statements are in the articles, and the pieces of sentences in the statements.
  private func check(_ statements: [Answer.Statement], _ seeds: Seeds, _ quotes: [String] = []) throws {
    #expect(!statements.isEmpty)
    for evidence in statements.flatMap(\.evidence) {
      let article = try #require(seeds.articles[evidence.document])
      try #require(evidence.start < evidence.end && evidence.end <= article.count)
      #expect(String(String.UnicodeScalarView(article[evidence.start..<evidence.end])) == evidence.quote)
    }
    for quote in quotes { #expect(statements.contains { $0.quotes.contains(quote) }, "\(quote)") }
  }

  private func entity(_ name: String, _ seeds: Seeds) throws -> String {
    guard case .unique(let match) = seeds.matcher.find(name) else {
      throw DocumentedQuestion.Malformed(line: "“\(name)” names no one entity")
    }
    return match.entity.id.rawValue
  }

  /// Names as the graph prefers them; dates as they are.
  private func name(_ text: String, _ seeds: Seeds) throws -> String {
    guard PartialDate(text) == nil else { return text }
    guard case .unique(let match) = seeds.matcher.find(text) else {
      throw DocumentedQuestion.Malformed(line: "“\(text)” names no one entity")
    }
    return match.entity.name
  }

  /// What `--json` prints.
  struct Answer: Decodable {
    struct Evidence: Decodable {
      let document: String
      let start: Int
      let end: Int
      let quote: String
    }

    struct Entity: Decodable {
      let id: String
      let name: String
    }

    struct Statement: Decodable {
      let label: String
      let subject: Entity
      let object: Entity
      let polarity: String
      let evidence: [Evidence]

      /// All sentences, each line break a space.
      var quotes: String {
        evidence.map { $0.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(
          separator: "\n")
      }
    }

    struct Step: Decodable {
      let from: String
      let to: String
      let statements: [Statement]

      func statement(_ expected: (from: String, label: String, isForward: Bool, to: String)) -> Statement? {
        guard from == expected.from, to == expected.to else { return nil }
        return statements.first {
          $0.label == expected.label && $0.polarity == "affirmed"
            && $0.subject.id == (expected.isForward ? from : to)
            && $0.object.id == (expected.isForward ? to : from)
        }
      }
    }

    struct Path: Decodable {
      let entities: [Entity]
      let steps: [Step]
    }

    struct Connection: Decodable {
      let paths: [Path]
    }

    struct Finding: Decodable {
      let answer: String?
      let statements: [Statement]
    }

    let paths: [Path]?
    let connection: Connection?
    let findings: [Finding]?
    let uncertain: [Finding]?
    let denied: [Finding]?
  }
}
