/// Consecutive sentences of a document that are read together, so that a name is seen in its context.
///
/// ``Analyzer/windows(of:)`` makes them; each can be analysed by itself, on any thread.
public struct ReadingWindow: Sendable {
  /// A sentence, or part of one that is longer than the encoder's positions.
  struct Part: Sendable {
    /// The sentence's place in the document.
    var sentence: Int
    /// Where the part begins in the sentence.
    var start: Int
    var tokens: [Token]
    var pieces: [Int32]
    /// The shape of each piece's word.
    var shapes: [UInt8]
    /// Where each token's first piece is in `pieces`.
    var firsts: [Int]
  }

  var parts: [Part]

  /// How many results its analysis has.
  public var partCount: Int { parts.count }
  /// How many words it has.
  public var wordCount: Int { parts.reduce(0) { $0 + $1.tokens.count } }
}

extension ReadingWindow {
  /// What the encoder is given.
  struct Input {
    /// Word pieces, between markers.
    var ids: [Int32] = []
    /// The shape of each piece's word.
    var shapes: [UInt8] = []
    /// The place of each word's first piece.
    var firsts: [Int] = []
  }

  /// - Parameter isSeparated: whether a marker stands between sentences; without them the model can
  ///   say where sentences begin.
  func input(for wordPiece: WordPiece, isSeparated: Bool = true) -> Input {
    var input = Input(ids: [wordPiece.start], shapes: [WordShape.none])
    for (index, part) in parts.enumerated() {
      input.firsts += part.firsts.map { $0 + input.ids.count }
      input.ids += part.pieces
      input.shapes += part.shapes
      if isSeparated || index == parts.count - 1 {
        input.ids.append(wordPiece.end)
        input.shapes.append(WordShape.none)
      }
    }
    return input
  }
}

/// Cuts a document into windows: as many whole sentences as fit, in their order.
struct WindowReader {
  let model: LanguageModel

  /// - Complexity: O(*n*) in characters.
  func windows(of sentences: [[Token]]) -> [ReadingWindow] {
    var windows: [ReadingWindow] = []
    var size = 0
    for (index, tokens) in sentences.enumerated() {
      for part in parts(of: tokens, sentence: index) {
        if windows.isEmpty || size + part.pieces.count + 1 > model.window {
          windows.append(ReadingWindow(parts: []))
          size = 1
        }
        windows[windows.count - 1].parts.append(part)
        size += part.pieces.count + 1
      }
    }
    return windows
  }

  private func parts(of tokens: [Token], sentence: Int) -> [ReadingWindow.Part] {
    var result: [ReadingWindow.Part] = []
    var part = ReadingWindow.Part(
      sentence: sentence, start: 0, tokens: [], pieces: [], shapes: [], firsts: [])
    for (index, token) in tokens.enumerated() {
      let before = part.pieces.count
      model.wordPiece.append(token.form, to: &part.pieces)
      if part.pieces.count > LanguageModel.positions - 2 {
        let excess = Array(part.pieces[before...])
        part.pieces.removeSubrange(before...)
        result.append(part)
        part = ReadingWindow.Part(
          sentence: sentence, start: index, tokens: [], pieces: excess, shapes: [], firsts: [])
      }
      let added = part.pieces.count - part.shapes.count
      part.firsts.append(part.shapes.count)
      part.shapes.append(contentsOf: repeatElement(WordShape.shape(of: token.form), count: added))
      part.tokens.append(token)
    }
    if !part.tokens.isEmpty { result.append(part) }
    return result
  }
}
