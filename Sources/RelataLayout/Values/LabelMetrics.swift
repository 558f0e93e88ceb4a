/// How much room the label of a node needs, without asking a font.
///
/// Measured from counts alone, so that a drawing has the same places on machines with different fonts.
public struct LabelMetrics: Hashable, Sendable {
  /// The width that an average letter of the label's font takes, in points.
  public var letterWidth: Double
  /// The distance between two lines of a label, in points.
  public var lineHeight: Double
  /// About how many letters a line has. A longer word keeps a line of its own.
  public var lettersPerLine: Int
  /// How many letters of a name are shown at most.
  public var lettersShown: Int
  /// What a node adds to the left and to the right of its label, in points.
  public var horizontalMargin: Double
  /// What a node adds above and below its label, in points.
  public var verticalMargin: Double

  /// The usual labels of drawings and of the explorer.
  public init(
    letterWidth: Double = 7, lineHeight: Double = 12, lettersPerLine: Int = 20, lettersShown: Int = 60,
    horizontalMargin: Double = 6, verticalMargin: Double = 4
  ) {
    self.letterWidth = letterWidth
    self.lineHeight = lineHeight
    self.lettersPerLine = lettersPerLine
    self.lettersShown = lettersShown
    self.horizontalMargin = horizontalMargin
    self.verticalMargin = verticalMargin
  }

  /// The box of a node with a name, wrapped at words.
  ///
  /// Counts Unicode scalars: what counts as one character differs between versions of Unicode.
  /// - Complexity: O(`lettersShown`), however long the name.
  public func size(of name: String) -> Size {
    var lines = 0
    var longest = 0
    var line = 0
    for word in name.unicodeScalars.prefix(lettersShown).split(whereSeparator: \.properties.isWhitespace) {
      let letters = word.count
      if line > 0, line + 1 + letters <= lettersPerLine {
        line += 1 + letters
      } else {
        lines += 1
        line = letters
      }
      longest = max(longest, line)
    }
    return Size(
      width: Double(max(1, longest)) * letterWidth + 2 * horizontalMargin,
      height: Double(max(1, lines)) * lineHeight + 2 * verticalMargin)
  }
}
