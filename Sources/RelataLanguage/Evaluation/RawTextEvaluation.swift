/// Accuracy of a document's analysis from its raw text: tokenisation, sentences, tags and trees together.
///
/// As in the CoNLL 2018 shared task (Zeman et al. 2018), words are aligned by their place in the text, and
/// each measure is the F1 of aligned words that agree. A word's head agrees where the heads are aligned, or
/// both words are roots. Unlike there, the words of a contraction have places of their own.
public struct RawTextEvaluation: Sendable {
  private var counts: [String: SpanCount] = [:]

  /// The measures in the order of the report.
  public static let measures = [
    "Words", "Sentences", "UPOS", "XPOS", "Features", "Lemmas", "UAS", "LAS", "LAS (universal)",
  ]

  /// Nothing counted yet.
  public init() {}

  /// Counts one document.
  /// - Complexity: O(*n*).
  public mutating func add(gold: RawDocument, predicted: AnalyzedDocument) {
    let system = predicted.blocks.flatMap(\.sentences)
    counts["Sentences", default: SpanCount()].add(
      gold: Set(gold.sentences.map(\.range)), system: Set(system.map(\.range)))
    let expected = Self.words(gold.sentences)
    let found = Self.words(system)
    for measure in Self.measures where measure != "Sentences" {
      counts[measure, default: SpanCount()].gold += expected.count
      counts[measure, default: SpanCount()].system += found.count
    }
    for (place, word) in expected {
      guard let other = found[place] else { continue }
      let isAttached = word.head == other.head
      count("Words", true)
      count("UPOS", word.token.partOfSpeech == other.token.partOfSpeech)
      count("XPOS", word.token.tag == other.token.tag)
      count(
        "Features",
        TreebankEvaluation.known(word.token.features) == TreebankEvaluation.known(other.token.features))
      count("Lemmas", word.token.lemma == other.token.lemma)
      count("UAS", isAttached)
      count("LAS", isAttached && word.token.relation == other.token.relation)
      count(
        "LAS (universal)",
        isAttached && word.token.universalRelation == other.token.universalRelation)
    }
  }

  /// A measure's F1 in percent; 0 where nothing was counted.
  public func percent(_ measure: String) -> Double { 100 * (counts[measure]?.f1 ?? 0) }

  /// One line a measure, for people.
  public var report: String { EvaluationReport.lines(Self.measures.map { ($0, percent($0)) }) }

  private mutating func count(_ measure: String, _ isEqual: Bool) {
    if isEqual { counts[measure, default: SpanCount()].equal += 1 }
  }

  private struct Word {
    var token: Token
    /// Where the head stands; nil for a root.
    var head: Range<Int>?
  }

  private static func words(_ sentences: [Sentence]) -> [Range<Int>: Word] {
    var result: [Range<Int>: Word] = [:]
    for sentence in sentences {
      for token in sentence.tokens {
        result[token.range] = Word(token: token, head: token.head.map { sentence.tokens[$0].range })
      }
    }
    return result
  }
}

extension Token {
  /// The relation without its subtype.
  var universalRelation: Substring { relation.prefix { $0 != ":" } }
}
