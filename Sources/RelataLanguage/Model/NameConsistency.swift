/// One label for a name that recurs in a document: what most of its occurrences, and the longer names that
/// end with it, say together ("one sense per discourse", Gale, Church and Yarowsky 1992).
struct NameConsistency {
  /// What the winning label needs of the votes, as a multiple of what the occurrence's own label has.
  static let majority = 1.5

  /// The labels that are at times taken for each other.
  private static let confusable: Set<NameLabel> = [.person, .organization, .location, .event, .miscellaneous]

  private var votes: [String: [NameLabel: Double]] = [:]
  private var counts: [String: Int] = [:]

  /// - Complexity: O(*n*) in tokens.
  init(_ sentences: [Sentence]) {
    for sentence in sentences {
      for name in sentence.names where Self.confusable.contains(name.label) {
        let text = Self.text(name, in: sentence)
        votes[text, default: [:]][name.label, default: 0] += name.confidence
        counts[text, default: 0] += 1
        // "Vladimir Putin" also says what "Putin" is.
        if name.label == .person, name.tokens.count > 1 {
          let last = sentence.tokens[name.tokens.upperBound - 1].form
          votes[last, default: [:]][.person, default: 0] += name.confidence
          counts[last, default: 0] += 1
        }
      }
    }
  }

  func applied(to sentence: Sentence) -> Sentence {
    var result = sentence
    for index in result.names.indices where Self.confusable.contains(result.names[index].label) {
      let text = Self.text(result.names[index], in: sentence)
      guard counts[text, default: 0] > 1, let labels = votes[text],
        let best = labels.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }),
        best.key != result.names[index].label,
        best.value >= Self.majority * labels[result.names[index].label, default: 0]
      else { continue }
      // In a fixed order: a sum in the order of a dictionary would differ from run to run in its last bits.
      let total = NameLabel.allCases.reduce(0) { $0 + labels[$1, default: 0] }
      result.names[index].label = best.key
      result.names[index].confidence = (best.value / total * 1000).rounded() / 1000
    }
    return result
  }

  private static func text(_ name: NameSpan, in sentence: Sentence) -> String {
    name.tokens.map { sentence.tokens[$0].form }.joined(separator: " ")
  }
}
