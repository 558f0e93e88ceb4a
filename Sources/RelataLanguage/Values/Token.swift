/// A universal part of speech (Universal Dependencies v2).
public enum PartOfSpeech: String, Hashable, Sendable, Codable, CaseIterable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinatingConjunction = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case numeral = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case subordinatingConjunction = "SCONJ"
  case symbol = "SYM"
  case verb = "VERB"
  case other = "X"
}

/// A syntactic word: the unit of the dependency tree.
public struct Token: Hashable, Sendable {
  /// The text of the word as written.
  public var form: String
  /// Where it stands in the document's original text, in Unicode scalars, end exclusive.
  public var range: Range<Int>
  /// Whether white space follows it in the text.
  public var hasSpaceAfter: Bool
  /// The dictionary form.
  public var lemma: String
  /// By Universal Dependencies.
  public var partOfSpeech: PartOfSpeech
  /// The Penn Treebank tag, e.g. `VBD`.
  public var tag: String
  /// Morphological features as in CoNLL-U, e.g. `Number=Sing|Person=3`; empty where there are none.
  public var features: String
  /// The index of the head in the sentence; nil for the root.
  public var head: Int?
  /// The dependency relation to the head, subtypes included, e.g. `nsubj:pass`.
  public var relation: String

  /// A token of these parts; what is left out has not been told yet.
  public init(
    form: String, range: Range<Int>, hasSpaceAfter: Bool = true, lemma: String = "",
    partOfSpeech: PartOfSpeech = .other, tag: String = "", features: String = "", head: Int? = nil,
    relation: String = "dep"
  ) {
    self.form = form
    self.range = range
    self.hasSpaceAfter = hasSpaceAfter
    self.lemma = lemma
    self.partOfSpeech = partOfSpeech
    self.tag = tag
    self.features = features
    self.head = head
    self.relation = relation
  }

  /// The value of one morphological feature, e.g. `Tense` → `Past`.
  public func feature(_ name: String) -> Substring? {
    for feature in features.split(separator: "|") where feature.hasPrefix(name + "=") {
      return feature.dropFirst(name.count + 1)
    }
    return nil
  }
}
