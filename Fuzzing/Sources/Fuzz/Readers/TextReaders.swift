import Relata

enum TextReaders {
  /// Whatever the content is taken for, then sentences and tokens; of some inputs also the trees.
  static func document(id: String) -> Target {
    let reader = DocumentReader()
    let segmenter = Segmenter()
    let analyzer = Shared.analyzer
    return Target { bytes in
      guard let document = try? reader.document(bytes: bytes, id: id) else { return }
      let length = document.text.unicodeScalars.count
      for block in segmenter.blocks(of: document) {
        for sentence in block.sentences {
          precondition(
            sentence.lowerBound >= 0 && sentence.upperBound <= length, "a sentence beyond the text")
        }
      }
      for block in segmenter.segment(document) {
        for token in block.sentences.flatMap(\.tokens) {
          precondition(!token.form.isEmpty, "an empty token")
        }
      }
      _ = segmenter.opening(of: document)
      if bytes.count < 600, bytes.isOne(of: 256) { _ = analyzer.analyze(document) }
    }
  }

  static func html() -> Target {
    let reader = HTMLReader()
    return Target { bytes in
      _ = try? reader.content(of: bytes)
      if bytes.isOne(of: 4) {
        _ = try? reader.content(of: bytes, part: .all, address: "https://example.org/a/b")
      }
    }
  }
}
