/// Cuts what no reader would call a sentence into pieces that a language model can take.
enum SentenceCutter {
  /// - Returns: `tokens` in pieces of at most `most`, cut after punctuation in the second half of a piece if
  ///   there is some; no pieces for no tokens.
  static func cut(_ tokens: [Token], most: Int) -> [[Token]] {
    guard tokens.count > most else { return tokens.isEmpty ? [] : [tokens] }
    var pieces: [[Token]] = []
    var start = 0
    while start < tokens.count {
      let limit = min(start + most, tokens.count)
      var end = limit
      if limit < tokens.count {
        end = (start + most / 2..<limit).last { isPause(tokens[$0].form) }.map { $0 + 1 } ?? limit
      }
      pieces.append(Array(tokens[start..<end]))
      start = end
    }
    return pieces
  }

  private static func isPause(_ form: String) -> Bool {
    switch form {
    case ",", ";", ":", ".", "!", "?", "…", "...", "—", "–", "--", "|", "•": true
    default: false
    }
  }
}
