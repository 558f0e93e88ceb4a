import RelataDocuments
import RelataLanguage
import Testing

@Suite struct RawTextEvaluationTests {
  /// Two sentences: "Ann saw it. Bob left." Columns: form, tag, head, relation, space after.
  private static let gold = """
    # newdoc id = d
    # text = Ann saw it.
    1\tAnn\tAnn\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
    2\tsaw\tsee\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
    3\tit\tit\tPRON\tPRP\t_\t2\tobj\t_\tSpaceAfter=No
    4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

    # text = Bob left.
    1\tBob\tBob\tPROPN\tNNP\t_\t2\tnsubj:outer\t_\t_
    2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
    3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_


    """

  private func raw() throws -> RawDocument {
    let documents = try CoNLLUReader().sentences(of: Self.gold).documents
    try #require(documents.count == 1)
    return RawDocument(documents[0])
  }

  private func evaluation(of sentences: [Sentence]) throws -> RawTextEvaluation {
    let gold = try raw()
    var evaluation = RawTextEvaluation()
    evaluation.add(
      gold: gold,
      predicted: AnalyzedDocument(
        source: gold.source, blocks: [AnalyzedBlock(kind: .prose, sentences: sentences)]))
    return evaluation
  }

  @Test func placesWordsInTheText() throws {
    let gold = try raw()
    #expect(gold.source.text == "Ann saw it. Bob left.")
    let scalars = Array(gold.source.text.unicodeScalars)
    for token in gold.sentences.flatMap(\.tokens) {
      #expect(String(String.UnicodeScalarView(scalars[token.range])) == token.form)
    }
  }

  @Test func whatIsEqualIsPerfect() throws {
    let evaluation = try evaluation(of: try raw().sentences)
    for measure in RawTextEvaluation.measures { #expect(evaluation.percent(measure) == 100, "\(measure)") }
  }

  /// "it." as one word: six of seven words are found, six system words in all.
  @Test func wordsAreAlignedByTheirPlace() throws {
    var sentences = try raw().sentences
    sentences[0].tokens[2].range = 8..<11
    sentences[0].tokens[2].form = "it."
    sentences[0].tokens.removeLast()
    let evaluation = try evaluation(of: sentences)
    // 2 · 5 / (7 + 6)
    #expect(abs(evaluation.percent("Words") - 1000.0 / 13) < 1e-9)
    #expect(abs(evaluation.percent("LAS") - 1000.0 / 13) < 1e-9)
    #expect(evaluation.percent("Sentences") == 100)
  }

  /// One sentence where the treebank has two: the second root hangs on the first.
  @Test func headsMustBeAligned() throws {
    let parts = try raw().sentences
    var whole = Sentence(tokens: parts[0].tokens)
    for var token in parts[1].tokens {
      token.head = token.head.map { $0 + 4 } ?? 1
      if token.relation == "root" { token.relation = "parataxis" }
      whole.tokens.append(token)
    }
    let evaluation = try evaluation(of: [whole])
    #expect(evaluation.percent("Sentences") == 0)
    #expect(evaluation.percent("Words") == 100)
    #expect(abs(evaluation.percent("UAS") - 600.0 / 7) < 1e-9)
  }

  @Test func universalRelationsHaveNoSubtypes() throws {
    var sentences = try raw().sentences
    sentences[1].tokens[0].relation = "nsubj"
    let evaluation = try evaluation(of: sentences)
    #expect(abs(evaluation.percent("LAS") - 600.0 / 7) < 1e-9)
    #expect(evaluation.percent("LAS (universal)") == 100)
    #expect(evaluation.report.contains("LAS (universal)   100.00"))
  }

  @Test func documentsBeginWhereTheFileSaysSo() throws {
    let sentences = try CoNLLUReader().sentences(of: Self.gold + Self.gold)
    #expect(sentences.documents.map(\.count) == [2, 2])
    #expect([CoNLLUSentence]().documents.isEmpty)
  }
}

@Suite struct NameEvaluationTests {
  @Test func countsSpansAndLabels() {
    var evaluation = NameEvaluation()
    #expect(evaluation.isEmpty)
    evaluation.add(
      gold: [
        NameSpan(tokens: 0..<2, label: .person), NameSpan(tokens: 3..<4, label: .location),
        NameSpan(tokens: 6..<7, label: .time),
      ],
      predicted: [
        NameSpan(tokens: 0..<2, label: .person), NameSpan(tokens: 3..<4, label: .organization),
        NameSpan(tokens: 6..<8, label: .time),
      ])
    #expect(evaluation.percent([.person]) == 100)
    #expect(evaluation.percent([.time]) == 0)
    // Two of the common labels on each side, one of them equal.
    #expect(evaluation.percent() == 50)
    #expect(evaluation.report.contains("Names, untyped    100.00"))
    #expect(!evaluation.isEmpty)
  }
}
