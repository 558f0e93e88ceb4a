import RelataDocuments
public import RelataGraph
public import RelataLanguage

/// The statements that have most of a question's words, for questions that are not understood to the last
/// word or that nothing in the graph answers just so.
///
/// A word counts by how rare it is among the graph's statements (inverse document frequency, Spärck Jones
/// 1972). It is found in the names of a statement's ends, in its role and time, among the triggers and in the
/// label of its relation, in the labels of its ends' types, or, for less, in a sentence that states it, for
/// still less in others of the same document.
public struct NearestStatements: Sendable {
  private typealias Mask = QuestionTerms.Mask

  /// What a word is worth that stands in the sentence alone.
  private static let sentenceWeight = 0.7
  /// What one is worth that stands elsewhere in the document.
  private static let documentWeight = 0.3
  /// What part of the question's weight must be found.
  private static let leastShare = 0.5
  /// What part of the nearest one's weight the others must have.
  private static let leastOfNearest = 0.75
  /// Of one sentence no more than this many statements.
  private static let mostOfOneSentence = 2

  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let analyzer: Analyzer

  /// Searches the statements of a graph.
  public init(_ graph: KnowledgeGraph, ontology: Ontology, analyzer: Analyzer) {
    self.graph = graph
    self.ontology = ontology
    self.analyzer = analyzer
  }

  /// - Parameter limit: how many statements at most.
  /// - Returns: indices in ``KnowledgeGraph/statements``, the nearest first; none where no statement has half
  ///   of what the question says.
  /// - Complexity: O(characters of names and evidence).
  public func find(_ question: String, limit: Int = 5) -> [Int] {
    let tokens = analyzer.analyze(SourceDocument(id: "question", text: question)).blocks
      .flatMap(\.sentences).flatMap(\.tokens)
    let terms = QuestionTerms(tokens, ontology: ontology, lemmas: analyzer.lemmas)
    guard !terms.keys.isEmpty else { return [] }
    let found = candidates(terms)
    let weights = Self.weights(found, count: terms.keys.count)
    func weight(_ mask: Mask) -> Double {
      weights.indices.reduce(0) { $0 + (mask >> Mask($1) & 1 == 1 ? weights[$1] : 0) }
    }
    func score(_ candidate: Candidate) -> Double {
      let near = candidate.own | candidate.told
      return weight(candidate.own) + Self.sentenceWeight * weight(candidate.told & ~candidate.own)
        + Self.documentWeight * weight(candidate.document & ~near)
    }
    let total = weights.reduce(0, +)
    let needed = min(2, terms.keys.count)
    let near = found.compactMap { candidate -> (candidate: Candidate, score: Double)? in
      guard candidate.own != 0, (candidate.own | candidate.told).nonzeroBitCount >= needed else { return nil }
      let score = score(candidate)
      return score >= Self.leastShare * total ? (candidate, score) : nil
    }
    let best = near.map(\.score).max() ?? 0
    let sorted = near.filter { $0.score >= Self.leastOfNearest * best }.sorted { a, b in
      if a.score != b.score { return a.score > b.score }
      let (first, second) = (graph.statements[a.candidate.statement], graph.statements[b.candidate.statement])
      if first.confidence != second.confidence { return first.confidence > second.confidence }
      return a.candidate.statement < b.candidate.statement
    }
    var taken: [Sentence: Int] = [:]
    var result: [Int] = []
    for (candidate, _) in sorted where result.count < limit {
      if let sentence = candidate.sentence {
        guard taken[sentence, default: 0] < Self.mostOfOneSentence else { continue }
        taken[sentence, default: 0] += 1
      }
      result.append(candidate.statement)
    }
    return result
  }

  private struct Sentence: Hashable {
    let document: String
    let start: Int
  }

  /// A statement and the terms that it has itself and in one of its sentences, that with most of them.
  private struct Candidate {
    let statement: Int
    let own: Mask
    var told: Mask = 0
    /// Those that the sentence's document has somewhere.
    var document: Mask = 0
    var sentence: Sentence?
  }

  private func candidates(_ terms: QuestionTerms) -> [Candidate] {
    var finder = QuestionTerms.Finder(terms)
    var names: [EntityID: Mask] = [:]
    for entity in graph.entities {
      let type = ontology.description(of: entity.type)?.label ?? ""
      names[entity.id] = ([entity.name, type] + entity.aliases.map(\.name)).reduce(0) {
        $0 | finder.find(in: $1)
      }
    }
    var sentences: [Sentence: Mask] = [:]
    var documents: [String: Mask] = [:]
    var result = graph.statements.enumerated().map { index, statement in
      var candidate = Candidate(
        statement: index,
        own: (names[statement.subject] ?? 0) | (names[statement.object] ?? 0)
          | (terms.relations[statement.relation] ?? 0)
          | (statement.role.map { finder.find(in: $0) } ?? 0)
          | (statement.time.map { finder.find(in: $0.description) } ?? 0))
      for evidence in statement.evidence {
        let sentence = Sentence(document: evidence.document, start: evidence.start)
        let told = sentences[sentence] ?? finder.find(in: evidence.quote)
        sentences[sentence] = told
        documents[sentence.document, default: 0] |= told
        let gain = (told & ~candidate.own).nonzeroBitCount
        if candidate.sentence == nil || gain > (candidate.told & ~candidate.own).nonzeroBitCount {
          (candidate.told, candidate.sentence) = (told, sentence)
        }
      }
      return candidate
    }
    for index in result.indices {
      if let sentence = result[index].sentence { result[index].document = documents[sentence.document] ?? 0 }
    }
    return result
  }

  /// The rarer a term is among the statements, the more; but some even where all statements have it, as in a
  /// small graph they may.
  private static func weights(_ candidates: [Candidate], count: Int) -> [Double] {
    var frequencies = [Int](repeating: 0, count: count)
    for candidate in candidates {
      let mask = candidate.own | candidate.told
      for term in 0..<count where mask >> Mask(term) & 1 == 1 { frequencies[term] += 1 }
    }
    return frequencies.map { frequency in
      1 + Logarithm.natural(Double(candidates.count + 1) / Double(frequency + 1))
    }
  }
}
