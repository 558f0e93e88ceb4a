/// Rows of tables in plain text.
enum TableShape {
  /// Whether a line is cells with tabs, bars or wide gaps between.
  static func isRow(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.count <= 1_000 else { return false }
    var tabs = 0
    var bars = 0
    var gaps = 0
    var spaces = 0
    for index in range {
      switch scalars[index] {
      case "\t": tabs += 1
      case "|": bars += 1
      case " ":
        spaces += 1
        continue
      // A line end: more than one line is no row.
      case "\n", "\r": return false
      default: break
      }
      // A double space after a full stop is typing, not a gap.
      if spaces >= 3 { gaps += 1 }
      spaces = 0
    }
    return tabs >= 2 || bars >= 2 || gaps >= 2
  }
}
