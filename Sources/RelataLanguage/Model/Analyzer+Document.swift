public import RelataDocuments

extension Analyzer {
  /// Reads a whole document: its blocks, sentences, trees and names.
  public func analyze(_ document: SourceDocument) -> AnalyzedDocument {
    let segmented = segment(document)
    return segmented.replacingSentences(with: analyze(segmented.blocks.flatMap(\.sentences).map(\.tokens)))
  }

  /// A document's blocks and sentences, not yet analysed: what its layout and punctuation say, mended by the
  /// model where they leave doubt.
  public func segment(_ document: SourceDocument) -> AnalyzedDocument {
    var blocks = Segmenter().segment(document)
    let boundaries = SentenceBoundaries(model: model, encoder: Encoder(model: model))
    for block in blocks.indices where blocks[block].kind == .prose {
      blocks[block].sentences = boundaries.mended(blocks[block].sentences)
    }
    return AnalyzedDocument(source: document, blocks: blocks)
  }
}

extension AnalyzedDocument {
  /// The document with the sentences of all its blocks, in their order, replaced.
  public func replacingSentences(with sentences: [Sentence]) -> AnalyzedDocument {
    var result = self
    var rest = sentences[...]
    for block in result.blocks.indices {
      let count = result.blocks[block].sentences.count
      result.blocks[block].sentences = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return result
  }
}
