/// Accuracy of analyses against a treebank's, word by word, with the treebank's own tokenisation.
///
/// UAS and LAS are attachment scores over all words, punctuation included. LAS compares relations with
/// their subtypes; beside it stands the comparison of universal relations alone, as in the CoNLL 2018
/// shared task (Zeman et al. 2018). Features are compared as whole sets, restricted on both sides to the
/// sixteen that the model is taught.
public struct TreebankEvaluation: Sendable {
  private var words = 0
  private var sentences = 0
  private var correct: [String: Int] = [:]
  private var relations: [String: SpanCount] = [:]

  /// The measures in the order of the report.
  public static let measures = ["UPOS", "XPOS", "Features", "Lemmas", "UAS", "LAS", "LAS (universal)"]

  /// What Training/relata_training/data.py keeps of a treebank's features.
  private static let features: Set<Substring> = [
    "Number", "Person", "Tense", "Mood", "VerbForm", "Voice", "Degree", "Case", "PronType", "Poss",
    "Definite",
    "NumType", "Gender", "Reflex", "Polarity", "Abbr",
  ]

  /// Nothing counted yet.
  public init() {}

  /// Counts one sentence. Sentences of different lengths are ignored.
  public mutating func add(gold: [Token], predicted: [Token]) {
    guard gold.count == predicted.count else { return }
    sentences += 1
    words += gold.count
    for (a, b) in zip(gold, predicted) {
      count("UPOS", a.partOfSpeech == b.partOfSpeech)
      count("XPOS", a.tag == b.tag)
      count("Features", Self.known(a.features) == Self.known(b.features))
      count("Lemmas", a.lemma == b.lemma)
      let isAttached = a.head == b.head
      count("UAS", isAttached)
      count("LAS", isAttached && a.relation == b.relation)
      relations[a.relation, default: SpanCount()].gold += 1
      relations[b.relation, default: SpanCount()].system += 1
      if isAttached, a.relation == b.relation { relations[a.relation, default: SpanCount()].equal += 1 }
      count(
        "LAS (universal)", isAttached && a.universalRelation == b.universalRelation)
    }
  }

  /// The features that the model was taught.
  static func known(_ features: String) -> Set<Substring> {
    Set(features.split(separator: "|").filter { Self.features.contains($0.prefix { $0 != "=" }) })
  }

  private mutating func count(_ measure: String, _ isCorrect: Bool) {
    correct[measure, default: 0] += isCorrect ? 1 : 0
  }

  /// A measure in percent; 0 where nothing was counted.
  public func percent(_ measure: String) -> Double {
    words == 0 ? 0 : 100 * Double(correct[measure] ?? 0) / Double(words)
  }

  /// F1 of head and relation over the words that have a relation, in the treebank or
  /// the analysis, in percent.
  public func percent(relation: String) -> Double { 100 * (relations[relation]?.f1 ?? 0) }

  /// One line for each relation of the treebank, the most frequent first: ``percent(relation:)``.
  public var relationReport: String {
    let sorted = relations.filter { $0.value.gold > 0 }.sorted {
      ($1.value.gold, $0.key) < ($0.value.gold, $1.key)
    }
    return EvaluationReport.lines(sorted.map { ($0.key, 100 * $0.value.f1) })
  }

  /// One line a measure, for people.
  public var report: String {
    return "\(sentences) sentences, \(words) words\n"
      + EvaluationReport.lines(Self.measures.map { ($0, percent($0)) })
  }
}
