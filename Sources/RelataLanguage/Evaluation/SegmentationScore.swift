/// How well the tokeniser and the segmenter agree with a gold file.
public struct SegmentationScore: Hashable, Sendable {
  /// How many spans of one kind the gold file and the system have, and how many of them are the same.
  public struct Count: Hashable, Sendable {
    public var gold = 0
    public var system = 0
    public var equal = 0

    public init() {}

    public var precision: Double { system == 0 ? 0 : Double(equal) / Double(system) }
    public var recall: Double { gold == 0 ? 0 : Double(equal) / Double(gold) }
    /// The harmonic mean of precision and recall, 0…1.
    public var f1: Double { gold + system == 0 ? 0 : 2 * Double(equal) / Double(gold + system) }

    mutating func add(gold: Set<Range<Int>>, system: Set<Range<Int>>) {
      self.gold += gold.count
      self.system += system.count
      equal += gold.intersection(system).count
    }
  }

  /// Words found in the text of each gold sentence.
  public var words = Count()
  /// Words found in the raw text of whole documents.
  public var rawWords = Count()
  /// Sentences found in the raw text of whole documents.
  public var rawSentences = Count()

  /// Compares with `gold`. Raw documents are the gold sentences' texts, joined by spaces, paragraphs by empty lines.
  /// - Complexity: O(*n*).
  public init(gold: [CoNLLUSentence]) {
    let tokenizer = Tokenizer()
    for sentence in gold {
      words.add(
        gold: Set(sentence.sentence.tokens.map(\.range)),
        system: Set(tokenizer.tokens(of: sentence.text).map(\.range)))
    }
    var start = 0
    for end in gold.indices.map({ $0 + 1 }) where end == gold.count || gold[end].newDocument != nil {
      addDocument(gold[start..<end])
      start = end
    }
  }

  private mutating func addDocument(_ gold: ArraySlice<CoNLLUSentence>) {
    var text = String.UnicodeScalarView()
    var length = 0
    var sentences: Set<Range<Int>> = []
    var words: Set<Range<Int>> = []
    var hasSpace = true
    for (position, sentence) in gold.enumerated() {
      if position > 0 {
        let gap = sentence.startsParagraph ? "\n\n" : hasSpace ? " " : ""
        text.append(contentsOf: gap.unicodeScalars)
        length += gap.unicodeScalars.count
      }
      let scalars = sentence.text.unicodeScalars
      text.append(contentsOf: scalars)
      for token in sentence.sentence.tokens {
        words.insert((length + token.range.lowerBound)..<(length + token.range.upperBound))
      }
      let range = sentence.sentence.range
      sentences.insert((length + range.lowerBound)..<(length + range.upperBound))
      length += scalars.count
      hasSpace = sentence.sentence.tokens.last?.hasSpaceAfter ?? true
    }
    let found = Segmenter().segment(SourceDocument(id: "", text: String(text))).flatMap(\.sentences)
    rawSentences.add(gold: sentences, system: Set(found.map(\.range)))
    rawWords.add(gold: words, system: Set(found.flatMap { $0.tokens.map(\.range) }))
  }
}
