import Relata

enum QueryReaders {
  static func pattern() -> Target {
    let matcher = PatternMatcher(Shared.graph, ontology: Shared.ontology)
    let limits = PatternLimits(matches: 200, duration: .milliseconds(200), hops: 3)
    return Target { bytes in
      guard let query = try? PatternQuery(bytes.text) else { return }
      _ = try? matcher.match(query, limits: limits)
      _ = try? matcher.match(query, includesNegated: true, limits: limits)
    }
  }

  static func question() -> Target {
    let reader = QuestionReader(
      Shared.graph, ontology: Shared.ontology, analyzer: Shared.analyzer, gazetteer: Shared.gazetteer)
    let answerer = QuestionAnswerer(Shared.graph, ontology: Shared.ontology)
    let nearest = NearestStatements(
      Shared.graph, ontology: Shared.ontology, analyzer: Shared.analyzer)
    func answer(_ question: Question) {
      do {
        _ = try answerer.answer(question)
      } catch {
        fatalError("a question of this graph has a pattern that is wrong: \(error)")
      }
    }
    return Target { bytes in
      // The language model takes a hundred times as long as all else, and few of the analyses that it can make.
      guard bytes.isOne(of: 16) else {
        let (sentence, text) = ArbitraryAnalysis.analysis(of: bytes)
        if let question = try? reader.read(sentence, of: text) { answer(question) }
        return
      }
      guard let question = try? reader.read(bytes.text) else {
        // The language model reads the question once more for it: for one of 8 of those that come here.
        guard bytes.isOne(of: 128) else { return }
        let found = nearest.find(bytes.text)
        precondition(found.allSatisfy(Shared.graph.statements.indices.contains), "no such statement")
        return
      }
      answer(question)
    }
  }
}
