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
    return Target { bytes in
      guard let question = try? reader.read(bytes.text) else {
        // The language model reads the question once more for it.
        guard bytes.isOne(of: 8) else { return }
        let found = nearest.find(bytes.text)
        precondition(found.allSatisfy(Shared.graph.statements.indices.contains), "no such statement")
        return
      }
      do {
        _ = try answerer.answer(question)
      } catch {
        fatalError("a question of this graph has a pattern that is wrong: \(error)")
      }
    }
  }
}
