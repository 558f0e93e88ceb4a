import RelataDocuments
import RelataLanguage

/// A text whose lines begin with what they are expected to be: `H|` heading, `P|` prose, `F|` boilerplate,
/// `+|` goes on with the block of the line before, `.|` makes no block at all.
struct MarkedText {
  var document: SourceDocument
  /// Kinds and texts with line ends as spaces.
  var expected: [String]

  init(_ marked: String, format: TextFormat = .plain) {
    var lines: [String] = []
    expected = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.count >= 2, line.dropFirst().first == "|" else {
        lines.append(String(line))
        continue
      }
      let content = String(line.dropFirst(2))
      lines.append(content)
      switch line.first {
      case "H": expected.append("heading " + content)
      case "P": expected.append("prose " + content)
      case "F": expected.append("boilerplate " + content)
      case "+": expected[expected.count - 1] += " " + content
      default: break
      }
    }
    document = SourceDocument(id: "x", text: lines.joined(separator: "\n"), format: format)
  }

  /// What the segmenter finds, written like `expected`; markup left out if `visible`.
  func found() -> [String] {
    let scalars = Array(document.text.unicodeScalars)
    return Segmenter().blocks(of: document).map { block in
      let first = block.sentences.first?.lowerBound ?? 0
      let last = block.sentences.last?.upperBound ?? 0
      let text = String(String.UnicodeScalarView(scalars[first..<last]))
      return "\(block.kind.rawValue) " + text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }

  /// The kinds and the tokens of the blocks.
  func tokens() -> [String] {
    Segmenter().segment(document).map { block in
      "\(block.kind.rawValue) " + block.sentences.flatMap(\.tokens).map(\.form).joined(separator: " ")
    }
  }
}
