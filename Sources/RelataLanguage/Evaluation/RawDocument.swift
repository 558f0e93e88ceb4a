public import RelataDocuments

/// A treebank's document as plain text, with the treebank's words placed in it.
public struct RawDocument: Sendable {
  /// The document, as the reader of plain text gets it.
  public let source: SourceDocument
  /// Token ranges count scalars of the document's text.
  public let sentences: [Sentence]

  /// The sentences' texts, joined by spaces, paragraphs by empty lines.
  /// - Complexity: O(*n*).
  public init(_ gold: ArraySlice<CoNLLUSentence>) {
    var text = String.UnicodeScalarView()
    var length = 0
    var placed: [Sentence] = []
    var hasSpace = true
    for (position, item) in gold.enumerated() {
      if position > 0 {
        let gap = item.startsParagraph ? "\n\n" : hasSpace ? " " : ""
        text.append(contentsOf: gap.unicodeScalars)
        length += gap.unicodeScalars.count
      }
      text.append(contentsOf: item.text.unicodeScalars)
      var sentence = item.sentence
      for index in sentence.tokens.indices {
        let range = sentence.tokens[index].range
        sentence.tokens[index].range = range.lowerBound + length..<range.upperBound + length
      }
      placed.append(sentence)
      length += item.text.unicodeScalars.count
      hasSpace = item.sentence.tokens.last?.hasSpaceAfter ?? true
    }
    source = SourceDocument(id: gold.first?.newDocument ?? "", text: String(text))
    sentences = placed
  }
}

extension [CoNLLUSentence] {
  /// The sentences of each document.
  public var documents: [ArraySlice<CoNLLUSentence>] {
    var result: [ArraySlice<CoNLLUSentence>] = []
    var start = 0
    for end in indices.map({ $0 + 1 }) where end == count || self[end].newDocument != nil {
      result.append(self[start..<end])
      start = end
    }
    return result
  }
}
