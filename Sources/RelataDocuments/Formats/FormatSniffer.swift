/// Tells what bytes are by how they begin. A name only decides between formats that are all plain text.
///
/// The magic numbers are those of the formats' own specifications; text formats are told by what their first lines must be.
public struct FormatSniffer: Sendable {
  /// How many bytes from the start are looked at.
  public static let headLength = 1 << 14

  public init() {}

  /// - Parameters:
  ///   - head: the first ``headLength`` bytes, or all.
  ///   - name: of the file, for its extension.
  /// - Complexity: O(length of the head).
  public func format(of head: [UInt8], name: String) -> DocumentFormat {
    if let known = Self.magic(head) { return known }
    if starts(head, with: [0x50, 0x4B, 0x03, 0x04]) || starts(head, with: [0x50, 0x4B, 0x05, 0x06]) {
      return ZipKind.format(of: head)
    }
    if Self.isTar(head) { return .archive }
    guard let text = TextHead(head) else { return .binary }
    let fileExtension = Self.fileExtension(of: name)
    if text.isHTML { return .html }
    if text.isMailbox { return .mbox }
    if text.isMail(isNamed: fileExtension == "eml") { return .email }
    if text.isJSON { return .jsonLines }
    switch fileExtension {
    case "csv", "tsv", "tab": return .csv
    case "md", "markdown": return .markdown
    case "html", "htm", "xhtml": return .html
    default: return .plainText
    }
  }

  private static let magics: [(bytes: [UInt8], format: DocumentFormat)] = [
    (Array("{\\rtf".utf8), .rtf), (Array("WARC/".utf8), .warc),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
    // gzip, bzip2, xz, Zstandard, 7z, rar
    ([0x1F, 0x8B], .archive), (Array("BZh".utf8), .archive),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive),
    ([0x28, 0xB5, 0x2F, 0xFD], .archive), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    (Array("Rar!".utf8) + [0x1A, 0x07], .archive),
    // PNG, JPEG, GIF, TIFF, RIFF, Ogg, MP3, ELF, Mach-O, SQLite
    ([0x89, 0x50, 0x4E, 0x47], .binary), ([0xFF, 0xD8, 0xFF], .binary), (Array("GIF8".utf8), .binary),
    ([0x49, 0x49, 0x2A, 0x00], .binary), ([0x4D, 0x4D, 0x00, 0x2A], .binary), (Array("RIFF".utf8), .binary),
    (Array("OggS".utf8), .binary), (Array("ID3".utf8), .binary), ([0x7F, 0x45, 0x4C, 0x46], .binary),
    (Array("SQLite format 3".utf8), .binary), (Array("RELATA".utf8) + [0x1A], .binary),
  ]

  private static func magic(_ head: [UInt8]) -> DocumentFormat? {
    for (bytes, format) in magics where head.starts(with: bytes) { return format }
    // ISO 32000-1, 7.5.2 and Adobe's note 13: the header may stand anywhere in the first kilobyte.
    let mark = Array("%PDF-".utf8)
    for start in 0..<min(1_024, max(0, head.count - mark.count)) where head[start] == mark[0] {
      if head[start...].starts(with: mark) { return .pdf }
    }
    return nil
  }

  /// POSIX.1 ustar: the mark at offset 257.
  private static func isTar(_ head: [UInt8]) -> Bool {
    head.count > 262 && head[257..<262].elementsEqual("ustar".utf8)
  }

  private func starts(_ head: [UInt8], with bytes: [UInt8]) -> Bool { head.starts(with: bytes) }

  private static func fileExtension(of name: String) -> String {
    let last = name.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }
}
