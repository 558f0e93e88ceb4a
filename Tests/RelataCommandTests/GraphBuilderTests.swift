import Relata
import Testing

@Suite("The façade")
struct GraphBuilderTests {
  @Test("counts what is in a graph, the most frequent first")
  func statistics() {
    let statistics = BuildStatistics(of: SampleGraph.graph)
    #expect(statistics.documents == 2)
    #expect(statistics.sentences == 4)
    #expect(statistics.words == 28)
    #expect(statistics.entitiesByType.map(\.name) == ["Person", "City", "Organization"])
    #expect(statistics.entitiesByType.map(\.count) == [2, 1, 1])
    #expect(statistics.statementsByRelation.map { "\($0.name) \($0.count)" } == ["captured 2", "leads 1"])
    #expect(statistics.openStatements == 1)
    #expect(statistics.wordsPerSecond == nil)
  }

  @Test("leaving out statements counts anew")
  func filter() {
    let result = BuildResult(
      graph: SampleGraph.graph, statistics: BuildStatistics(of: SampleGraph.graph, analysisTime: .seconds(2)))
    let kept = result.keepingStatements { !$0.isOpen }
    #expect(kept.graph.statements.count == 3)
    #expect(kept.statistics.openStatements == 0)
    #expect(kept.statistics.wordsPerSecond == 14)
  }

  @Test("does what the command does, in a few lines; no documents make an empty graph")
  func build() async throws {
    let builder = try GraphBuilder()
    let documents = [
      SourceDocument(id: "b.txt", text: "Germany attacked Poland in 1939."),
      SourceDocument(id: "a.txt", text: "Poland is in Europe. Germany attacked Poland."),
    ]
    let one = try await builder.build(documents, jobs: 1)
    let many = try await builder.build(documents, jobs: 8)
    #expect(one.graph == many.graph)
    #expect(one.statistics.documents == 2)
    #expect(one.graph.documents.map(\.id) == ["a.txt", "b.txt"])
    #expect(try await builder.build([]).graph == KnowledgeGraph())
  }

  @Test("sentences come back in order, whatever the number of jobs")
  func order() async throws {
    let analyzer = Analyzer(model: try LanguageModel.embedded())
    let sentences = (1...40).map { Tokenizer().tokens(of: "Word number \($0) ends.") }
    let documents = [sentences, [], Array(sentences.reversed()), [sentences[7]]]
    for jobs in [1, 3] {
      let analyzed = try await analyzer.analyze(documents: documents, jobs: jobs)
      #expect(analyzed == documents.map { analyzer.analyze($0) })
      #expect(analyzed[2].map { $0.tokens.map(\.form) } == sentences.reversed().map { $0.map(\.form) })
    }
  }
}
