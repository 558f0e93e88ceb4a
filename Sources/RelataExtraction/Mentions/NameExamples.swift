import RelataDocuments
import RelataGraph
import RelataLanguage

/// Where each name of a document stands first.
struct NameExamples {
  private struct Key: Hashable {
    var chain: Int
    var name: String
  }

  /// Longer sentences are cut around the name, so that a graph does not repeat its texts.
  private static let longestQuote = 240
  /// How much of a long sentence is kept on either side of the name, in Unicode scalars.
  private static let context = 100

  private var found: [Key: Evidence] = [:]

  init(_ mentions: [Mention], _ trees: [SentenceTree], _ source: SourceDocument) {
    let text = Array(source.text.unicodeScalars)
    let ordered = mentions.indices.sorted {
      (mentions[$0].sentence, mentions[$0].tokens.lowerBound, $0)
        < (mentions[$1].sentence, mentions[$1].tokens.lowerBound, $1)
    }
    for mention in ordered.map({ mentions[$0] }) where mention.kind == .name || mention.kind == .demonym {
      guard !mention.isMetonym, let chain = mention.entities.first else { continue }
      let key = Key(chain: chain, name: mention.text)
      guard found[key] == nil,
        let range = Self.range(of: mention, in: trees[mention.sentence], text)
      else { continue }
      var quote = String.UnicodeScalarView()
      quote.append(contentsOf: text[range])
      found[key] = Evidence(
        document: source.id, start: range.lowerBound, end: range.upperBound, quote: String(quote))
    }
  }

  /// nil where no mention by this name was found: what the extraction itself has named.
  func first(_ name: String, of chain: Int) -> Evidence? { found[Key(chain: chain, name: name)] }

  private static func range(
    of mention: Mention, in tree: SentenceTree, _ text: [Unicode.Scalar]
  ) -> Range<Int>? {
    guard let first = tree.tokens.first, let last = tree.tokens.last,
      tree.tokens.indices.contains(mention.tokens.lowerBound),
      tree.tokens.indices.contains(mention.tokens.upperBound - 1)
    else { return nil }
    let end = min(last.range.upperBound, text.count)
    guard first.range.lowerBound < end else { return nil }
    let sentence = first.range.lowerBound..<end
    guard sentence.count > longestQuote else { return sentence }
    let name =
      tree.tokens[mention.tokens.lowerBound].range
      .lowerBound..<tree.tokens[mention.tokens.upperBound - 1].range
      .upperBound
    // Cut at words.
    let start = tree.tokens.lazy.map(\.range.lowerBound).first { $0 >= name.lowerBound - context }
    let stop = tree.tokens.reversed().lazy.map(\.range.upperBound).first { $0 <= name.upperBound + context }
    guard let start, let stop, start < stop, stop <= text.count else { return sentence }
    return start..<stop
  }
}
