/// The paragraphs of a body that is a page.
struct HTMLBody {
  let text: MailText
  /// Of the reader of pages.
  let notes: [String]

  /// - Throws: what `HTMLReader` throws.
  init(_ bytes: [UInt8], charset: String?, stance: MailStance, limits: ReadingLimits) throws(FormatError) {
    let pruned = QuotePruner.pruned(bytes, charset: charset, stance: stance)
    var (text, notes) = try Self.read(
      pruned ?? bytes, charset: pruned == nil ? charset : "utf-8", stance: stance, limits: limits)
    if pruned != nil, text.own.isEmpty {
      let whole: MailText
      (whole, notes) = try Self.read(bytes, charset: charset, stance: .neither, limits: limits)
      text.quoted = whole.own.isEmpty ? whole.quoted : whole.own
    }
    self.text = text
    self.notes = notes
  }

  private static func read(
    _ bytes: [UInt8], charset: String?, stance: MailStance, limits: ReadingLimits
  ) throws(FormatError) -> (MailText, [String]) {
    let content: DocumentContent
    do throws(FormatError) {
      content = try HTMLReader(limits: limits).content(of: bytes, part: .all, declaredEncoding: charset)
    } catch .empty {
      return (MailText(), [])
    }
    let lines = MailLine.split(content.text).map(MailLine.init(unquoting:))
    let matter = QuotedMatter(lines, stance: stance, endsAtAttribution: true)
    let text = MailText(
      own: LineJoiner.paragraphs(of: matter.own, isHardWrapped: false),
      quoted: LineJoiner.paragraphs(of: matter.quoted, isHardWrapped: false))
    return (text, content.notes)
  }
}
