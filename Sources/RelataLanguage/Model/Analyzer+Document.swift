extension Analyzer {
  /// Reads a whole document: its blocks, sentences, trees and names.
  ///
  /// Furniture (captions, link lists) keeps its tokens but is not analysed.
  public func analyze(_ document: SourceDocument) -> AnalyzedDocument {
    let blocks = Segmenter().segment(document).map { block in
      block.kind == .furniture
        ? block : AnalyzedBlock(kind: block.kind, sentences: analyze(block.sentences.map(\.tokens)))
    }
    return AnalyzedDocument(source: document, blocks: blocks)
  }
}
