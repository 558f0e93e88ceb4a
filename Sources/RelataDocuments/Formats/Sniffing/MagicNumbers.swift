/// Formats that begin with bytes of their own.
enum MagicNumbers {
  private static let formats: [(bytes: [UInt8], format: DocumentFormat)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
    // gzip, xz, Zstandard, lz4, 7z, compress
    ([0x1F, 0x8B, 0x08], .archive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive),
    ([0x28, 0xB5, 0x2F, 0xFD], .archive), ([0x04, 0x22, 0x4D, 0x18], .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive), ([0x1F, 0x9D], .archive),
    (Array("Rar!".utf8) + [0x1A, 0x07], .binary(kind: "a RAR archive")),
  ]

  /// Each is believed only where the bytes are no text, so that letters may be among them.
  private static let kinds: [(offset: Int, bytes: [UInt8], kind: String)] = [
    (0, [0x89, 0x50, 0x4E, 0x47], "a PNG picture"), (0, [0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (0, Array("GIF8".utf8), "a GIF picture"), (0, [0x49, 0x49, 0x2A, 0x00], "a TIFF picture"),
    (0, [0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture"), (8, Array("WEBP".utf8), "a WebP picture"),
    (8, Array("WAVE".utf8), "a sound (WAV)"), (8, Array("AVI ".utf8), "a video (AVI)"),
    (4, Array("ftypheic".utf8), "a HEIC picture"), (4, Array("ftyp".utf8), "a video (MP4)"),
    (0, [0x1A, 0x45, 0xDF, 0xA3], "a video (Matroska)"), (0, Array("OggS".utf8), "a sound (Ogg)"),
    (0, Array("ID3".utf8), "a sound (MP3)"), (0, [0xFF, 0xFB], "a sound (MP3)"),
    (0, Array("fLaC".utf8), "a sound (FLAC)"), (0, Array("BM".utf8), "a BMP picture"),
    (0, [0x7F, 0x45, 0x4C, 0x46], "a program"), (0, Array("MZ".utf8), "a program"),
    (0, [0xCF, 0xFA, 0xED, 0xFE], "a program"), (0, [0xCA, 0xFE, 0xBA, 0xBE], "a program"),
    (0, Array("SQLite format 3".utf8), "an SQLite database"), (0, Array("PAR1".utf8), "a Parquet table"),
    (0, Array("Obj".utf8) + [0x01], "an Avro file"), (0, Array("AT&TFORM".utf8), "a DjVu document"),
    (0, Array("BOOKMOBI".utf8), "a Kindle book"), (60, Array("BOOKMOBI".utf8), "a Kindle book"),
    (0, Array("wOF".utf8), "a font"), (0, Array("RELATA".utf8) + [0x1A], "a graph of Relata"),
    (0, Array("ITSF".utf8), "a help file (CHM)"), (0, [0x00, 0x61, 0x73, 0x6D], "a program"),
  ]

  static func format(of head: [UInt8]) -> DocumentFormat? {
    if let known = formats.first(where: { head.starts(with: $0.bytes) }) { return known.format }
    // A version after it, and what a web archive holds may be no text.
    if head.count > 8, head.starts(with: WARCHeader.magic), (0x30...0x39).contains(head[5]),
      head[6] == UInt8(ascii: "."), (0x30...0x39).contains(head[7])
    {
      return .warc
    }
    // "BZh", the level, and pi.
    if head.count > 9, head.starts(with: Array("BZh".utf8)), (0x31...0x39).contains(head[3]),
      [0x31, 0x17].contains(head[4])
    {
      return .archive
    }
    return nil
  }

  static func kind(of head: [UInt8]) -> String {
    kinds.first { $0.offset < head.count && head[$0.offset...].starts(with: $0.bytes) }?.kind
      ?? "a binary file"
  }

  /// The header of a PDF may stand anywhere in the first kilobyte (ISO 32000-1, annex H, note 13);
  /// of bytes that are no text.
  static func hasDisplacedPDF(_ head: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    return head.prefix(1_024).indices.contains { head[$0] == mark[0] && head[$0...].starts(with: mark) }
  }
}
