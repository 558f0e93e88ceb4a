import RelataLanguage
import Testing

@Suite struct TreebankEvaluationTests {
  private func token(
    _ lemma: String, _ part: PartOfSpeech, _ tag: String, _ features: String, _ head: Int?, _ relation: String
  ) -> Token {
    Token(
      form: lemma, range: 0..<1, lemma: lemma, partOfSpeech: part, tag: tag, features: features, head: head,
      relation: relation)
  }

  private var gold: [Token] {
    [
      token("it", .pronoun, "PRP", "Number=Sing", 1, "nsubj:pass"),
      token("go", .verb, "VBD", "Tense=Past", nil, "root"),
      token("on", .adposition, "IN", "", 1, "obl"), token(".", .punctuation, ".", "", 1, "punct"),
    ]
  }

  @Test func countsEachMeasureByItself() {
    var predicted = gold
    predicted[0].relation = "nsubj"
    predicted[1].lemma = "goe"
    predicted[1].features = "Tense=Pres"
    predicted[2].head = 0
    predicted[2].tag = "RP"
    predicted[3].relation = "dep"
    predicted[3].partOfSpeech = .symbol
    var evaluation = TreebankEvaluation()
    evaluation.add(gold: gold, predicted: predicted)
    let expected = [
      "UPOS": 75.0, "XPOS": 75, "Features": 75, "Lemmas": 75, "UAS": 75, "LAS": 25, "LAS (universal)": 50,
    ]
    #expect(Set(expected.keys) == Set(TreebankEvaluation.measures))
    for (measure, percent) in expected { #expect(evaluation.percent(measure) == percent, "\(measure)") }
  }

  /// Treebanks have features that the model was not taught.
  @Test func featuresBeyondTheModelsAreNotHeldAgainstIt() {
    var annotated = gold
    annotated[0].features = "CorrectForm=It|Number=Sing|Typo=Yes"
    var evaluation = TreebankEvaluation()
    evaluation.add(gold: annotated, predicted: gold)
    #expect(evaluation.percent("Features") == 100)
  }

  @Test func relationsAreCountedByTheirF1() {
    var predicted = gold
    predicted[2].head = 0
    predicted[3].relation = "obl"
    var evaluation = TreebankEvaluation()
    evaluation.add(gold: gold, predicted: predicted)
    // "obl": one in the treebank, two in the analysis, none at the right head.
    #expect(evaluation.percent(relation: "obl") == 0)
    #expect(evaluation.percent(relation: "nsubj:pass") == 100)
    evaluation.add(gold: gold, predicted: gold)
    // Two in the treebank, three in the analysis, one of them right.
    #expect(abs(evaluation.percent(relation: "obl") - 40) < 1e-9)
    #expect(evaluation.relationReport.contains("obl               40.00"))
  }

  @Test func nothingCountedIsNoDivisionByZero() {
    let evaluation = TreebankEvaluation()
    #expect(evaluation.percent("LAS") == 0)
    #expect(evaluation.report.hasPrefix("0 sentences, 0 words"))
  }

  @Test func differentTokenisationsAreLeftOut() {
    var evaluation = TreebankEvaluation()
    evaluation.add(gold: gold, predicted: Array(gold.dropLast()))
    evaluation.add(gold: gold, predicted: gold)
    #expect(evaluation.report.hasPrefix("1 sentences, 4 words"))
    #expect(evaluation.report.contains("LAS               100.00"))
  }
}
