/// A quotation that a page repeats in large letters, with its speaker and without a full stop of its own.
enum PullQuote {
  /// Whether a paragraph that does not end like a sentence is a quotation followed by a name.
  static func matches(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard let first = scalars.at(range.lowerBound) else { return false }
    let isQuoted = first == "\"" || first == "“" || first == "«" || first == "‘"
    if isQuoted, scalars.hasInnerStop(range) || quoteEndsEarly(scalars, range) { return true }
    // `… — Name`
    guard let dash = scalars[range].lastIndex(where: { $0 == "—" || $0 == "–" || $0 == "-" }),
      dash > range.lowerBound + 20, scalars[dash - 1].isSpace, dash + 2 < range.upperBound
    else { return false }
    let name = scalars[(dash + 1)..<range.upperBound].split(whereSeparator: \.isSpace)
    return (1...4).contains(name.count) && name.allSatisfy { $0.first?.isUppercaseLetter ?? false }
  }

  /// A closing quote after a stop, with something after it.
  private static func quoteEndsEarly(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.count > 4 else { return false }
    return (range.lowerBound + 2..<range.upperBound - 2).contains { index in
      scalars[index].isClosingPunctuation && scalars[index - 1].isTerminator && scalars[index + 1].isSpace
    }
  }
}
