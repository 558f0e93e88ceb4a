/// Tags and parses sentences: part of speech, features, lemma, dependency tree and names of every word.
///
/// ```swift
/// let analyzer = Analyzer(model: try LanguageModel.embedded())
/// let document = analyzer.analyze(SourceDocument(id: "note.txt", text: "HTS captured Aleppo."))
/// ```
public struct Analyzer: Sendable {
  private let model: LanguageModel
  private let decoder: NameDecoder
  private let lexicon: LemmaLexicon

  public init(model: LanguageModel) {
    self.model = model
    decoder = NameDecoder(tags: model.labels.names)
    lexicon = LemmaLexicon.embedded()
  }

  /// Analyses tokenised sentences one by one; the result of a sentence depends on its words alone.
  ///
  /// A sentence of more than 510 word pieces is read in consecutive parts, whose roots hang on the first part's as `parataxis`.
  /// - Complexity: linear in words, with a term quadratic in the length of a sentence (at most 510 pieces).
  public func analyze(_ sentences: [[Token]]) -> [Sentence] {
    var encoder = Encoder(model: model)
    return sentences.map { analyze($0, with: &encoder) }
  }

  func analyze(_ tokens: [Token], with encoder: inout Encoder) -> Sentence {
    var result = Sentence(tokens: tokens)
    var start = 0
    var root: Int?
    while start < tokens.count {
      var ids = [model.wordPiece.start]
      var shapes = [WordShape.none]
      var firsts: [Int] = []
      while start + firsts.count < tokens.count {
        let form = tokens[start + firsts.count].form
        let pieces = model.wordPiece.pieces(of: form)
        guard ids.count + pieces.count < LanguageModel.positions - 1 else { break }
        firsts.append(ids.count)
        ids += pieces
        shapes += [Int](repeating: WordShape.shape(of: form), count: pieces.count)
      }
      ids.append(model.wordPiece.end)
      shapes.append(WordShape.none)
      let words = encoder.encode(ids: ids, shapes: shapes, firsts: firsts)
      annotate(&result, start, words, count: firsts.count, with: &encoder)
      // Later parts of a very long sentence hang on the first.
      for token in start..<start + firsts.count where result.tokens[token].head == nil {
        if let root {
          result.tokens[token].head = root
          result.tokens[token].relation = "parataxis"
        } else {
          root = token
        }
      }
      start += firsts.count
    }
    return result
  }

  private func annotate(
    _ sentence: inout Sentence, _ start: Int, _ words: [Float], count: Int, with encoder: inout Encoder
  ) {
    let labels = model.labels
    let upos = best(encoder.linear(model.upos, words, rows: count), count)
    let xpos = best(encoder.linear(model.xpos, words, rows: count), count)
    let feats = best(encoder.linear(model.feats, words, rows: count), count)
    let lemmas = best(encoder.linear(model.lemmas, words, rows: count), count)
    let names = encoder.linear(model.names, words, rows: count)

    var dependent = encoder.linear(model.arcDependent, words, rows: count)
    encoder.gelu(&dependent)
    var head = encoder.linear(model.arcHead, words, rows: count)
    encoder.gelu(&head)
    let projected = encoder.linear(model.arcBilinear, dependent, rows: count)
    let arcs = model.arcDependent.weight.rows
    var scores = [Float](repeating: 0, count: count * (count + 1))
    projected.withUnsafeBufferPointer { projected in
      head.withUnsafeBufferPointer { head in
        guard let a = projected.baseAddress, let b = head.baseAddress else { return }
        for word in 0..<count {
          scores[word * (count + 1)] = encoder.dot(a + word * arcs, model.arcRoot, arcs)
          for other in 0..<count {
            scores[word * (count + 1) + other + 1] = encoder.dot(a + word * arcs, b + other * arcs, arcs)
          }
        }
      }
    }
    let heads = DependencyTree.heads(scores: scores, count: count)
    let relations = relations(words, heads: heads, count: count, with: &encoder)

    for word in 0..<count {
      let token = start + word
      sentence.tokens[token].partOfSpeech = labels.upos[upos[word]]
      sentence.tokens[token].tag = labels.xpos[xpos[word]]
      sentence.tokens[token].features = labels.feats[feats[word]]
      let guess = labels.lemmas[lemmas[word]].apply(to: sentence.tokens[token].form)
      sentence.tokens[token].lemma = lexicon.lemma(
        of: sentence.tokens[token].form, part: labels.upos[upos[word]], tag: labels.xpos[xpos[word]],
        guess: guess)
      sentence.tokens[token].head = heads[word] == 0 ? nil : start + heads[word] - 1
      sentence.tokens[token].relation = heads[word] == 0 ? "root" : relations[word]
    }
    for name in decoder.names(names, words: count) {
      sentence.names.append(
        NameSpan(
          tokens: name.tokens.lowerBound + start..<name.tokens.upperBound + start, label: name.label,
          confidence: name.confidence))
    }
  }

  /// The best label of each word for the head chosen.
  private func relations(_ words: [Float], heads: [Int], count: Int, with encoder: inout Encoder) -> [String]
  {
    var dependent = encoder.linear(model.labelDependent, words, rows: count)
    encoder.gelu(&dependent)
    var head = encoder.linear(model.labelHead, words, rows: count)
    encoder.gelu(&head)
    let width = model.labelDependent.weight.rows
    let bilinear = encoder.linear(model.labelBilinear, dependent, rows: count)
    let labels = model.labels.relations
    let stride = labels.count * (width + 1)
    return bilinear.withUnsafeBufferPointer { bilinear in
      head.withUnsafeBufferPointer { head in
        guard let a = bilinear.baseAddress, let b = head.baseAddress else { return [] }
        return (0..<count).map { word in
          let vector = heads[word] == 0 ? model.labelRoot : b + (heads[word] - 1) * width
          var best = 0
          var highest = -Float.infinity
          for label in labels.indices where labels[label] != "root" || heads[word] == 0 {
            let row = a + word * stride + label * (width + 1)
            let score = encoder.dot(row, vector, width) + row[width]
            if score > highest { (best, highest) = (label, score) }
          }
          return labels[best]
        }
      }
    }
  }

  /// The index of the largest value in each row.
  private func best(_ logits: [Float], _ rows: Int) -> [Int] {
    guard rows > 0 else { return [] }
    let width = logits.count / rows
    return (0..<rows).map { row in
      var best = 0
      for column in 1..<width where logits[row * width + column] > logits[row * width + best] {
        best = column
      }
      return best
    }
  }
}
