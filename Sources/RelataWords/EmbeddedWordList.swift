/// The lists of one ``WordFile``, each a case whose name the file has.
///
/// Which words those are is data, so that a list can be read, judged and mended without reading code. The
/// enumeration keeps its file (`static let`), which is so read once, when the first list is asked for.
package protocol EmbeddedWordList: RawRepresentable<String>, CaseIterable, Sendable {
  /// Where the lists are.
  static var file: WordFile { get }
}

extension EmbeddedWordList {
  /// The words in the order of the file.
  /// - Complexity: O(1).
  package var inOrder: [String] { Self.file[rawValue] }

  /// The words without their order.
  /// - Complexity: O(*n*) for *n* words: keep the result.
  package var words: Set<String> { Set(inOrder) }

  /// Of a list of words that stand for something (`uk=united_kingdom`): both sides of the equals sign.
  /// - Complexity: O(*n*) for *n* words: keep the result.
  package var pairs: [(word: String, meaning: String)] {
    inOrder.compactMap { entry in
      let sides = entry.split(separator: "=", maxSplits: 1)
      return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
    }
  }
}
