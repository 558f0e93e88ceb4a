/// Mends the sentence splitter's work where punctuation does not say where a sentence ends.
///
/// The model reads sentences without separators and scores each word as the beginning of one. Only windows
/// with a sentence that looks doubtful are read so, since it costs as much as the analysis itself.
struct SentenceBoundaries {
  /// Log odds above which a beginning is believed where the splitter saw none; chosen on the
  /// treebanks' development sections.
  private enum Threshold {
    /// After a full stop, question or exclamation mark, before a lower-case word: rules never part these.
    static let lowerAfterStop: Float = -2
    /// After such a mark before anything else: the rules had a reason not to part these.
    static let afterStop: Float = 0
    static let elsewhere: Float = 2
  }

  private static let stops: Set<String> = [".", "?", "!", "...", "…", "?!", "!!", "??", "!!!", "???"]

  let model: LanguageModel
  let encoder: Encoder
  private let logits = Scratch<Float>()

  init(model: LanguageModel, encoder: Encoder) {
    self.model = model
    self.encoder = encoder
  }

  /// The same words, in more sentences where the model sees them.
  /// - Complexity: that of analysing the sentences.
  func mended(_ sentences: [Sentence]) -> [Sentence] {
    let doubtful = sentences.indices.map { Self.isDoubtful(sentences[$0], isLast: $0 == sentences.count - 1) }
    guard doubtful.contains(true) else { return sentences }
    let scores = scores(sentences.map(\.tokens), where: doubtful)
    var result: [Sentence] = []
    var word = 0
    for sentence in sentences {
      var previous: Token?
      for token in sentence.tokens {
        if previous.map({ Self.isBeginning(token, after: $0, score: scores[word]) }) ?? true {
          result.append(Sentence(tokens: []))
        }
        result[result.count - 1].tokens.append(token)
        previous = token
        word += 1
      }
    }
    return result
  }

  private static func isBeginning(_ token: Token, after previous: Token, score: Float) -> Bool {
    // Nothing begins inside what is written without a space.
    guard previous.hasSpaceAfter else { return false }
    guard stops.contains(previous.form) else { return score > Threshold.elsewhere }
    return score > (token.form.first?.isLowercase == true ? Threshold.lowerAfterStop : Threshold.afterStop)
  }

  /// Whether a sentence is so long, or ends or goes on so oddly, that it may be more than one.
  private static func isDoubtful(_ sentence: Sentence, isLast: Bool) -> Bool {
    guard let end = sentence.tokens.last else { return false }
    if sentence.tokens.count > 60 { return true }
    if sentence.tokens.count > 8, !isLast, end.form.unicodeScalars.allSatisfy(\.properties.isAlphabetic) {
      return true
    }
    return sentence.tokens.dropLast(2).contains { $0.hasSpaceAfter && stops.contains($0.form) }
  }

  /// The log odds of each word to begin a sentence; minus infinity in windows without doubt.
  private func scores(_ sentences: [[Token]], where doubtful: [Bool]) -> [Float] {
    var result: [Float] = []
    for window in WindowReader(model: model).windows(of: sentences) {
      guard window.parts.contains(where: { doubtful[$0.sentence] }) else {
        result += [Float](repeating: -.infinity, count: window.wordCount)
        continue
      }
      let words = encoder.encode(window.input(for: model.wordPiece, isSeparated: false)).syntax
      let y = logits.room(words.count * 2)
      encoder.kernels.linear(model.starts, words.rows, rows: words.count, into: y)
      for word in 0..<words.count { result.append(y[2 * word + 1] - y[2 * word]) }
    }
    return result
  }
}
