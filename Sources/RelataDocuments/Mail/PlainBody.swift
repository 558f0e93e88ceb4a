/// The paragraphs of a body of plain text.
struct PlainBody {
  enum Flow {
    case none
    case withSpace
    case withoutSpace
  }

  let text: MailText

  /// - Complexity: O(*n*).
  init(_ text: String, flow: Flow, stance: MailStance) {
    var lines: [MailLine]
    var isHardWrapped = true
    if flow == .none {
      lines = MailLine.split(text).map(MailLine.init(unquoting:))
      Self.restoreFrom(&lines)
    } else {
      let flowed = FlowedText.lines(of: text, deletesSpace: flow == .withoutSpace)
      lines = flowed.lines
      isHardWrapped = !flowed.wasJoined
    }
    ClearSignature.remove(from: &lines)
    // Where a picture stood in the page that the text was made of.
    lines.removeAll { $0.text.hasPrefix("[cid:") && $0.text.hasSuffix("]") }
    let matter = QuotedMatter(lines, stance: stance)
    self.text = MailText(
      own: LineJoiner.paragraphs(of: matter.own, isHardWrapped: isHardWrapped),
      quoted: LineJoiner.paragraphs(of: matter.quoted, isHardWrapped: isHardWrapped))
  }

  /// ">From " within unquoted lines is a line that a mailbox file protected.
  private static func restoreFrom(_ lines: inout [MailLine]) {
    for index in lines.indices
    where lines[index].depth == 1 && lines[index].text.utf8.starts(with: "From ".utf8) {
      let neighbours = [index - 1, index + 1].filter(lines.indices.contains)
      if neighbours.allSatisfy({ lines[$0].depth == 0 }) { lines[index].depth = 0 }
    }
  }
}
