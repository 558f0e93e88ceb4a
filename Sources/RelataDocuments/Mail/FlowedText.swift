/// Text of `format=flowed` (RFC 3676): lines that end with a space go on in the next.
enum FlowedText {
  /// - Parameter deletesSpace: the parameter `delsp`: whether the space is no part of the text.
  /// - Returns: the lines, and whether any was joined.
  /// - Complexity: O(*n*).
  static func lines(of text: String, deletesSpace: Bool) -> (lines: [MailLine], wasJoined: Bool) {
    var lines: [MailLine] = []
    var isOpen = false
    var wasJoined = false
    for raw in MailLine.split(text) {
      let (depth, content) = unstuffed(raw)
      let isSignature = content == "-- "
      let flows = content.utf8.last == 0x20 && !isSignature
      let kept = flows && deletesSpace ? String(content.dropLast()) : content
      if isOpen, let last = lines.last, last.depth == depth, !isSignature {
        lines[lines.count - 1].text += kept
        wasJoined = true
      } else {
        lines.append(MailLine(text: kept, depth: depth))
      }
      isOpen = flows
    }
    return (lines, wasJoined)
  }

  /// Quote marks stand without spaces between them; one space after them is stuffing.
  private static func unstuffed(_ line: String) -> (depth: Int, content: String) {
    let depth = line.utf8.prefix { $0 == 0x3E }.count
    let rest = line.utf8.dropFirst(depth)
    return (depth, String(Substring(rest.first == 0x20 ? rest.dropFirst() : rest)))
  }
}
