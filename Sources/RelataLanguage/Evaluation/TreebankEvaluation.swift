/// Accuracy of analyses against a treebank's, word by word, with the treebank's own tokenisation.
///
/// UAS and LAS are attachment scores over all words, punctuation included. LAS compares relations with their subtypes; beside it
/// stands the comparison of universal relations alone, as in the CoNLL 2018 shared task (Zeman et al. 2018). Features are compared
/// as whole sets, restricted on both sides to the sixteen that the model is taught.
public struct TreebankEvaluation: Sendable {
  private var words = 0
  private var sentences = 0
  private var correct: [String: Int] = [:]

  /// The measures in the order of the report.
  public static let measures = ["UPOS", "XPOS", "Features", "Lemmas", "UAS", "LAS", "LAS (universal)"]

  /// What Training/relata_training/data.py keeps of a treebank's features.
  private static let features: Set<Substring> = [
    "Number", "Person", "Tense", "Mood", "VerbForm", "Voice", "Degree", "Case", "PronType", "Poss",
    "Definite",
    "NumType", "Gender", "Reflex", "Polarity", "Abbr",
  ]

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
      count(
        "LAS (universal)", isAttached && a.relation.prefix { $0 != ":" } == b.relation.prefix { $0 != ":" })
    }
  }

  private static func known(_ features: String) -> Set<Substring> {
    Set(features.split(separator: "|").filter { Self.features.contains($0.prefix { $0 != "=" }) })
  }

  private mutating func count(_ measure: String, _ isCorrect: Bool) {
    correct[measure, default: 0] += isCorrect ? 1 : 0
  }

  /// A measure in percent; 0 where nothing was counted.
  public func percent(_ measure: String) -> Double {
    words == 0 ? 0 : 100 * Double(correct[measure] ?? 0) / Double(words)
  }

  /// One line a measure, for people.
  public var report: String {
    let rows = Self.measures.map { measure in
      let hundredths = Int((percent(measure) * 100).rounded())
      let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
      return measure + String(repeating: " ", count: max(1, 18 - measure.count)) + text
    }
    return "\(sentences) sentences, \(words) words\n" + rows.joined(separator: "\n")
  }
}
