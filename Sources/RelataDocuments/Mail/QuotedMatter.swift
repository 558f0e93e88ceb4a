/// Parts the lines that the author of a mail wrote from those of other mails, and from signatures.
///
/// Quoted are lines with ">", the line that introduces them ("On Monday, X wrote:"), and in a reply all that
/// follows the header of another mail. In a mail that passes on, only that header is left out.
struct QuotedMatter {
  private(set) var own: [MailLine] = []
  private(set) var quoted: [MailLine] = []

  /// - Parameter endsAtAttribution: whether all that follows an introduction is quoted, as in pages,
  ///   whose quotes have no ">".
  /// - Complexity: O(*n*).
  init(_ lines: [MailLine], stance: MailStance, endsAtAttribution: Bool = false) {
    var lines = lines
    if stance == .reply {
      if let block = OriginalHeader.first(in: lines, from: 0) {
        quoted = Array(lines[block.upperBound...])
        lines.removeSubrange(block.lowerBound...)
      }
      if endsAtAttribution, let start = lines.firstIndex(where: { Attribution.isWhole($0.text) }) {
        quoted = Array(lines[(start + 1)...]) + quoted
        lines.removeSubrange(start...)
      }
    } else {
      lines = Self.withoutHeaders(lines)
    }
    let introductions = Attribution.lines(of: lines)
    var quotedHere: [MailLine] = []
    for (index, line) in lines.enumerated() {
      if line.depth > 0 {
        quotedHere.append(MailLine(text: line.text))
        if own.last != .blank { own.append(.blank) }
      } else if !introductions.contains(index) {
        own.append(line)
        if quotedHere.last != .blank, !quotedHere.isEmpty { quotedHere.append(.blank) }
      }
    }
    quoted = quotedHere + [.blank] + quoted
    Signature.remove(from: &own)
    Signature.remove(from: &quoted)
  }

  private static func withoutHeaders(_ lines: [MailLine]) -> [MailLine] {
    var kept: [MailLine] = []
    var start = 0
    while let block = OriginalHeader.first(in: lines, from: start) {
      kept += lines[start..<block.lowerBound] + [.blank]
      start = block.upperBound
    }
    return kept + lines[start...]
  }
}
