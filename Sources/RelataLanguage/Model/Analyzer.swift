import RelataDocuments

/// Tags and parses sentences: part of speech, features, lemma, dependency tree and names of every word.
///
/// ```swift
/// let analyzer = Analyzer(model: try LanguageModel.embedded())
/// let document = analyzer.analyze(SourceDocument(id: "note.txt", text: "HTS captured Aleppo."))
/// ```
public struct Analyzer: Sendable {
  package let model: LanguageModel
  let names: NameDecoder
  let lexicon: LemmaLexicon

  /// Reads with this model; any number of threads may use it at once.
  public init(model: LanguageModel) {
    self.model = model
    names = NameDecoder(tags: model.labels.names)
    lexicon = LemmaLexicon.embedded()
  }

  /// Analyses the tokenised sentences of one document, in their order.
  ///
  /// Sentences are read with their neighbours, in windows of up to 128 word pieces; the analysis depends on
  /// the words of the document alone. A sentence of more than 510 pieces is read in consecutive parts, whose
  /// roots hang on the first part's as `parataxis`.
  /// - Complexity: linear in words, with a term quadratic in the length of a window (at most 512 pieces).
  public func analyze(_ sentences: [[Token]]) -> [Sentence] {
    let windows = windows(of: sentences)
    return join(windows, analyze(windows), count: sentences.count)
  }

  /// The windows that a document's sentences are read in.
  /// - Complexity: O(*n*) in characters.
  public func windows(of sentences: [[Token]]) -> [ReadingWindow] {
    WindowReader(model: model).windows(of: sentences)
  }

  /// Analyses windows one by one. The result has a sentence for each of their parts; ``join(_:_:count:)``
  /// makes whole ones of them.
  public func analyze(_ windows: some Sequence<ReadingWindow>) -> [Sentence] {
    let reader = SentenceReader(self, encoder: Encoder(model: model))
    return windows.flatMap { reader.read($0) }
  }

  /// Whole sentences from the analyses of a document's windows, a name that recurs labelled alike.
  /// - Parameters:
  ///   - windows: those of the document's sentences.
  ///   - parts: what ``analyze(_:)-(Sequence<ReadingWindow>)`` made of the windows.
  ///   - count: how many sentences the document has.
  public func join(_ windows: [ReadingWindow], _ parts: [Sentence], count: Int) -> [Sentence] {
    var result = [Sentence](repeating: Sentence(tokens: []), count: count)
    for (part, analysis) in zip(windows.lazy.flatMap(\.parts), parts) {
      if part.start == 0 {
        result[part.sentence] = analysis
        continue
      }
      // Later parts of a very long sentence hang on the first.
      let root = result[part.sentence].tokens.firstIndex { $0.head == nil }
      for var token in analysis.tokens {
        if let head = token.head {
          token.head = head + part.start
        } else {
          token.head = root
          token.relation = "parataxis"
        }
        result[part.sentence].tokens.append(token)
      }
      if let vectors = analysis.vectors { result[part.sentence].vectors?.append(vectors) }
      for var name in analysis.names {
        name.tokens = name.tokens.lowerBound + part.start..<name.tokens.upperBound + part.start
        result[part.sentence].names.append(name)
      }
    }
    let consistency = NameConsistency(result)
    return result.map { consistency.applied(to: $0) }
  }
}
