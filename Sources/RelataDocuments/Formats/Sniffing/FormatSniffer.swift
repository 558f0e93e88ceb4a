/// Tells what bytes are by how they begin. A name only decides between formats that are all plain text.
///
/// The magic numbers are those of the formats' own specifications; text formats are told by what
/// their first lines must be.
public struct FormatSniffer: Sendable {
  /// How many bytes from the start are looked at.
  public static let headLength = 1 << 16

  /// There is nothing to set: the bytes decide.
  public init() {}

  /// - Parameters:
  ///   - head: the first ``headLength`` bytes, or all.
  ///   - name: of the file, for its extension; empty where there is none.
  /// - Complexity: O(length of the head).
  public func format(of head: [UInt8], name: String) -> DocumentFormat {
    let head = head.count > Self.headLength ? Array(head.prefix(Self.headLength)) : head
    if let format = MagicNumbers.format(of: head) { return format }
    // The pages in it may be pictures.
    if head.starts(with: Array("WARC/1.".utf8)) { return .warc }
    if ZipDirectory.isZip(head) { return ZipDirectory(head).format }
    if TarHeader.isTar(head) { return .archive }
    guard let text = TextHead(head) else {
      return MagicNumbers.hasDisplacedPDF(head) ? .pdf : .binary(kind: MagicNumbers.kind(of: head))
    }
    return Self.textFormat(text, FileExtension(name))
  }

  private static func textFormat(_ text: TextHead, _ name: FileExtension) -> DocumentFormat {
    if text.starts(with: "{\\rtf") { return .rtf }
    if text.starts(with: "%PDF-") { return .pdf }
    if text.starts(with: "%!PS") { return .binary(kind: "PostScript") }
    if let format = MarkupHead(text).format(isNamedMarkdown: name.isMarkdown) { return format }
    let mail = MailHead(text)
    if mail.isMailbox { return .mbox }
    if mail.isMail(isNamed: name.isMail) { return .email }
    if let format = JSONHead(text).format(isNamed: name.isJSON, isNamedLines: name.isJSONLines) {
      return format
    }
    if name.isTable, let format = TableHead(text).format { return format }
    if name.isMarkdown || (name.isEmpty && text.hasFrontMatter) { return .markdown }
    return .plainText
  }
}
