import CRelataKernels

/// The heads of the model: what is read off the encoder's vectors of a window. One for each thread.
struct SentenceReader {
  private let analyzer: Analyzer
  private let encoder: Encoder
  private let logits = Scratch<Float>()
  private let dependents = Scratch<Float>()
  private let heads = Scratch<Float>()
  private let projected = Scratch<Float>()
  private let scores = Scratch<Float>()

  init(_ analyzer: Analyzer, encoder: Encoder) {
    self.analyzer = analyzer
    self.encoder = encoder
  }

  private var model: LanguageModel { analyzer.model }

  /// One sentence for each part of the window.
  func read(_ window: ReadingWindow) -> [Sentence] {
    let reading = encoder.encode(window.input(for: model.wordPiece), withFacts: true)
    let words = reading.syntax
    var result = window.parts.map { Sentence(tokens: $0.tokens) }
    readTags(words, into: &result)
    readNames(words, into: &result)
    let trees = readHeads(words, parts: window.parts.map(\.tokens.count))
    readRelations(words, trees: trees, into: &result)
    if let facts = reading.facts { keep(facts, in: &result) }
    return result
  }

  /// The vectors that the heads for facts will read.
  private func keep(_ words: Encoder.Words, in sentences: inout [Sentence]) {
    var start = 0
    for sentence in sentences.indices {
      let count = sentences[sentence].tokens.count
      encoder.kernels.quantize(
        words.rows + start * LanguageModel.width, rows: count, columns: LanguageModel.width)
      sentences[sentence].vectors = encoder.kernels.vectors(rows: count)
      start += count
    }
  }

  /// Part of speech, tag, features and lemma.
  private func readTags(_ words: Encoder.Words, into sentences: inout [Sentence]) {
    let labels = model.labels
    encoder.kernels.quantize(words.rows, rows: words.count, columns: LanguageModel.width)
    let parts = best(model.upos, words.count)
    let tags = best(model.xpos, words.count)
    let features = best(model.feats, words.count)
    let lemmas = best(model.lemmas, words.count)
    var word = 0
    for sentence in sentences.indices {
      for token in sentences[sentence].tokens.indices {
        let form = sentences[sentence].tokens[token].form
        let part = labels.upos[parts[word]]
        let tag = labels.xpos[tags[word]]
        sentences[sentence].tokens[token].partOfSpeech = part
        sentences[sentence].tokens[token].tag = tag
        sentences[sentence].tokens[token].features = labels.feats[features[word]]
        sentences[sentence].tokens[token].lemma = analyzer.lexicon.lemma(
          of: form, part: part, tag: tag, guess: labels.lemmas[lemmas[word]].apply(to: form))
        word += 1
      }
    }
  }

  /// The best label of each word, from what was quantised last.
  private func best(_ layer: LinearLayer, _ count: Int) -> [Int] {
    let width = layer.weight.rows
    let y = logits.room(count * width)
    encoder.kernels.apply(layer, rows: count, into: y)
    return (0..<count).map { word in
      let row = y + word * width
      var best = 0
      for column in 1..<max(1, width) where row[column] > row[best] { best = column }
      return best
    }
  }

  private func readNames(_ words: Encoder.Words, into sentences: inout [Sentence]) {
    let width = model.names.weight.rows
    let y = logits.room(words.count * width)
    encoder.kernels.quantize(words.rows, rows: words.count, columns: LanguageModel.width)
    encoder.kernels.apply(model.names, rows: words.count, into: y)
    var start = 0
    for sentence in sentences.indices {
      let count = sentences[sentence].tokens.count
      let rows = UnsafeBufferPointer(start: y + start * width, count: count * width)
      sentences[sentence].names = analyzer.names.names(rows, words: count)
      start += count
    }
  }

  /// The tree of each part: for each word 0 (root) or its head, counted from 1.
  private func readHeads(_ words: Encoder.Words, parts: [Int]) -> [[Int]] {
    let width = model.arcDependent.weight.rows
    let dependent = dependents.room(words.count * width)
    let head = heads.room(words.count * width)
    let bilinear = projected.room(words.count * width)
    encoder.kernels.quantize(words.rows, rows: words.count, columns: LanguageModel.width)
    encoder.kernels.apply(model.arcDependent, rows: words.count, gelu: true, into: dependent)
    encoder.kernels.apply(model.arcHead, rows: words.count, gelu: true, into: head)
    encoder.kernels.linear(model.arcBilinear, dependent, rows: words.count, into: bilinear)
    var start = 0
    return parts.map { count in
      defer { start += count }
      let y = scores.room(count * (count + 1))
      let rows = bilinear + start * width
      for word in 0..<count {
        y[word * (count + 1)] = encoder.kernels.dot(rows + word * width, model.arcRoot, width)
      }
      relata_products(
        encoder.level, rows, Int32(count), head + start * width, Int32(count), Int32(width), y + 1,
        Int32(count + 1))
      return DependencyTree.heads(
        scores: UnsafeBufferPointer(start: y, count: count * (count + 1)), count: count)
    }
  }

  /// The best relation of each word to its head.
  private func readRelations(_ words: Encoder.Words, trees: [[Int]], into sentences: inout [Sentence]) {
    let width = model.labelDependent.weight.rows
    let dependent = dependents.room(words.count * width)
    let head = heads.room(words.count * width)
    encoder.kernels.quantize(words.rows, rows: words.count, columns: LanguageModel.width)
    encoder.kernels.apply(model.labelDependent, rows: words.count, gelu: true, into: dependent)
    encoder.kernels.apply(model.labelHead, rows: words.count, gelu: true, into: head)
    let labels = model.labels.relations
    let root = labels.firstIndex(of: "root")
    let stride = labels.count * (width + 1)
    // A block's products stay in the cache.
    let block = 16
    let bilinear = projected.room(block * stride)
    var start = 0
    for sentence in sentences.indices {
      let count = sentences[sentence].tokens.count
      for first in Swift.stride(from: 0, to: count, by: block) {
        let rows = min(block, count - first)
        encoder.kernels.linear(
          model.labelBilinear, dependent + (start + first) * width, rows: rows, into: bilinear)
        for row in 0..<rows {
          let word = first + row
          let chosen = trees[sentence][word]
          guard chosen > 0 else {
            sentences[sentence].tokens[word].head = nil
            sentences[sentence].tokens[word].relation = "root"
            continue
          }
          let vector = head + (start + chosen - 1) * width
          var best = 0
          var highest = -Float.infinity
          for label in labels.indices where label != root {
            let weights = bilinear + row * stride + label * (width + 1)
            let score = encoder.kernels.dot(weights, vector, width) + weights[width]
            if score > highest { (best, highest) = (label, score) }
          }
          sentences[sentence].tokens[word].head = chosen - 1
          sentences[sentence].tokens[word].relation = labels[best]
        }
      }
      start += count
    }
  }
}
