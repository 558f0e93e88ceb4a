/// Text → tokens by the conventions of the UD treebanks of English (EWT and GUM, release 2.16).
///
/// The tokens cover every scalar that is neither white space nor invisible (zero-width spaces,
/// direction marks, control characters); they ascend and none overlaps another; the form of each
/// is the text at its range.
///
/// ```swift
/// Tokenizer().tokens(of: "Assad’s state-run TV didn't pay $5.").map(\.form)
/// // Assad ’s state - run TV did n't pay $ 5 .
/// ```
public struct Tokenizer: Sendable {
  /// A longer run of letters is cut, so that no token can be a megabyte.
  static let longestWord = 256

  /// Needs nothing: its lists come with Relata.
  public init() {}

  /// The tokens of a text that is one sentence.
  /// - Complexity: O(*n*) for *n* scalars.
  public func tokens(of text: String) -> [Token] {
    let scalars = Array(text.unicodeScalars)
    return tokens(of: scalars, in: 0..<scalars.count)
  }

  /// The tokens of one sentence of a document; ranges and forms are those of `scalars`.
  public func tokens(of scalars: [Unicode.Scalar], in sentence: Range<Int>) -> [Token] {
    tokens(of: scalars, in: sentence, original: scalars)
  }

  /// The tokens of `sentence` as `scalars` part them, with the forms of `original`: markup is blanked out in
  /// the former, and never inside a token.
  func tokens(of scalars: [Unicode.Scalar], in sentence: Range<Int>, original: [Unicode.Scalar]) -> [Token] {
    var scanner = TokenScanner(scalars: scalars, sentence: sentence)
    let ranges = scanner.scan()
    return ranges.map { range in
      Token(
        form: original.string(range), range: range,
        hasSpaceAfter: Self.hasSpace(after: range.upperBound, in: scalars))
    }
  }

  /// Whether white space comes next, seen through what is invisible.
  private static func hasSpace(after index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    var next = index
    while next < scalars.count, scalars[next].isInvisible { next += 1 }
    return next >= scalars.count || scalars[next].isSpace
  }
}
