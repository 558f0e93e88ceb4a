import RelataDocuments
import RelataTestSupport
import Testing

@Suite struct FormatSnifferTests {
  private func format(_ bytes: [UInt8], _ name: String) -> DocumentFormat {
    FormatSniffer().format(of: bytes, name: name)
  }

  static let texts: [(String, String, DocumentFormat)] = [
    // Plain text, whatever it begins with.
    ("The mayor resigned on Monday.\n", "a.txt", .plainText), ("The mayor resigned.", "", .plainText),
    ("", "empty.txt", .plainText), ("a,b,c\n1,2,3\n4,5,6\n", "table.txt", .plainText),
    ("From: the desk of the editor\n\nDear readers, …", "letter.txt", .plainText),
    ("FROM: Press office\nTO: All media\nSUBJECT: Strike\n\nThe union …", "memo.txt", .plainText),
    ("From Moscow with love: a report\nDate: unknown\n", "travel.txt", .plainText),
    ("Note: this is no mail.\nSource: Reuters\n\nText", "n.txt", .plainText),
    ("[Photo: AFP]\nThe mayor", "p.txt", .plainText), ("[1] A footnote first", "f.json", .json),
    ("{curly} prose", "c.txt", .plainText), ("{\"Quoted\" and no JSON}", "q.txt", .plainText),
    ("<John> hi there\n<Mary> hello\n", "chat.log", .plainText),
    ("< 5 per cent of voters", "x.html", .plainText),
    ("WARC/ is a format for archives.", "w.txt", .plainText), ("RIFF raff", "r.txt", .plainText),
    ("GIF89a is a format", "g.txt", .plainText), ("ID3 tags", "i.txt", .plainText),
    ("BZhello", "b.txt", .plainText),
    ("MZ is how programs begin", "m.txt", .plainText), ("PK is a name", "k.zip", .plainText),
    ("In 1993 %PDF-1.0 was published", "pdf.txt", .plainText),
    ("Prose, that, somebody\nnamed as a table.\n", "x.csv", .plainText),
    ("Rar! said the lion", "l.txt", .plainText), ("# A comment\nthe text", "conf.txt", .plainText),
    // Markdown by name, or by front matter.
    ("# Title\n\nText", "a.md", .markdown), ("---\ntitle: X\n---\nText", "a.markdown", .markdown),
    ("---\ntitle: X\n---\nText", "", .markdown), ("---\ntitle: X\n---\nText", "a.txt", .plainText),
    ("<p align=\"center\">Logo</p>\n\n# Title", "README.md", .markdown),
    ("<!-- c -->\n# T", "a.md", .markdown),
    // HTML.
    ("<!DOCTYPE html><html><body>x</body></html>", "a.html", .html),
    ("<!doctype HTML>\n<p>x", "a.txt", .html),
    ("\n\n  <html lang=en><body>x", "page", .html), ("<!-- saved from url --><html>", "a.pdf", .html),
    ("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">", "a.xhtml", .html),
    ("<?xml version=\"1.0\"?><html xmlns=\"x\">", "a.xml", .html), ("<BODY>x</BODY>", "", .html),
    ("<div class=\"a\">text</div>", "fragment.html", .html), ("<h1>Title</h1>", "x.json", .html),
    ("\u{FEFF}<!DOCTYPE html>", "a.htm", .html), ("<!doctype html>", "a.md", .html),
    // XML.
    ("<?xml version=\"1.0\"?><rss version=\"2.0\">", "feed", .xml), ("<nitf>", "a.txt", .xml),
    ("<rss>", "a", .xml),
    ("<svg xmlns=\"x\">", "a.html", .binary(kind: "an SVG picture")),
    // Mails.
    ("From: Anna <anna@example.org>\nTo: b@example.org\nSubject: x\n\nHello", "a.txt", .email),
    ("Received: from mx\n\tby my; Tue\nDate: Tue\n\nHello", "", .email),
    ("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", "page.mht", .email),
    ("Subject: short\n\nHello", "a.eml", .email),
    (
      "From anna@example.org Tue Mar  5 10:11:12 2024\nFrom: anna@example.org\nSubject: x\n\nHi\n", "in",
      .mbox
    ),
    ("From - Tue Mar 05 10:11:12 2024\r\nX-Mozilla-Status: 0001\r\nFrom: a@b.c\r\n\r\nHi", "Inbox", .mbox),
    // JSON.
    ("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", "a.json", .jsonLines),
    ("{\"text\": \"a\"}\n", "a.jsonl", .jsonLines),
    ("{\n  \"text\": \"a\"\n}\n", "a.txt", .json), ("[{\"text\": \"a\"}]", "a.txt", .json),
    ("{\"text\": \"a\"}", "", .json), ("[\n  {\n \"text\": 1}]", "a.csv", .json),
    ("\u{FEFF}{\"a\":1}\n{\"a\":2}", "x", .jsonLines),
    // Tables.
    ("title,text\na,b\nc,d\n", "a.csv", .csv), ("title;text\na;b\n", "a.csv", .csv),
    ("title\ttext\na\tb\n", "a.csv", .tsv),
    ("title\ttext\na\tb\n", "a.tsv", .tsv), ("text\nonly one column\n", "a.csv", .csv),
    ("title,text\n\"a\nb\",c\n", "a.CSV", .csv),
    // Others with ASCII marks.
    ("{\\rtf1\\ansi text}", "a.doc", .rtf), ("%PDF-1.7\n%", "a.txt", .pdf),
    ("%!PS-Adobe-3.0\n", "a.pdf", .binary(kind: "PostScript")),
    ("WARC/1.0\r\nWARC-Type: warcinfo\r\n", "a.gz", .warc), ("WARC/1.1\r\n", "a.txt", .warc),
  ]

  @Test(arguments: texts)
  func textFormats(text: String, name: String, expected: DocumentFormat) {
    #expect(format(Array(text.utf8), name) == expected, "\(name): \(text.prefix(40))")
  }

  @Test(arguments: texts.filter { $0.0.utf8.count > 20 && $0.2 != .warc })
  func theSameInUTF16(text: String, name: String, expected: DocumentFormat) {
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      #expect(format(bytes, name) == expected, "\(name): \(text.prefix(40))")
    }
  }

  static let binaries: [([UInt8], String, DocumentFormat)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "a.docx", .compoundFile),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "a.txt", .binary(kind: "a PNG picture")),
    ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], "a.pdf", .binary(kind: "a JPEG picture")),
    (Array("GIF89a".utf8) + [1, 0, 1, 0, 0], "a", .binary(kind: "a GIF picture")),
    (Array("RIFF".utf8) + [1, 2, 3, 0] + Array("WEBPVP8 ".utf8), "a", .binary(kind: "a WebP picture")),
    ([0, 0, 0, 0x20] + Array("ftypisom".utf8), "a.mp3", .binary(kind: "a video (MP4)")),
    ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "a.txt", .binary(kind: "a program")),
    (Array("SQLite format 3".utf8) + [0], "a.csv", .binary(kind: "an SQLite database")),
    (Array("Rar!".utf8) + [0x1A, 7, 1, 0], "a.zip", .binary(kind: "a RAR archive")),
    ([1, 2, 3, 4, 0, 0, 7], "a.txt", .binary(kind: "a binary file")),
    ([0x1F, 0x8B, 0x08, 0, 0], "a.txt", .archive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "a", .archive),
    ([0, 0, 1, 0xB3] + Array("%PDF-1.4 ".utf8) + [0xE2, 0], "a", .pdf),
    ([0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), "a.zip", .archive),
    ([0xE9, 0x74, 0xE9, 0x20] + Array("en latin-1".utf8), "a.txt", .plainText),
  ]

  @Test(arguments: binaries)
  func binaryFormats(bytes: [UInt8], name: String, expected: DocumentFormat) {
    #expect(format(bytes, name) == expected, "\(name)")
  }

  @Test(
    arguments: [
      ("infozip.zip", DocumentFormat.archive), ("sevenzip.zip", .archive), ("news.7z", .archive),
      ("news.tar", .archive),
      ("devices.tar", .archive), ("news.tar.gz", .archive), ("news.tar.bz2", .archive),
      ("news.tar.xz", .archive),
      ("news.tar.zst", .archive), ("phone-call.txt.lz4", .archive), ("pages.warc", .warc),
      ("pages.warc.gz", .archive),
      ("lines.jsonl", .jsonLines), ("array.json", .json), ("pretty.json", .json), ("single.json", .json),
      ("newsapi.json", .json), ("pandas.jsonl", .jsonLines), ("pandas.csv", .csv), ("pandas.tsv", .tsv),
      ("excel.csv", .csv),
    ])
  func files(fixture: String, expected: DocumentFormat) throws {
    #expect(format(try ArchiveFixtures.bytes(fixture), fixture) == expected)
    // Formats with marks of their own do not need a name.
    if [.archive, .warc].contains(expected) {
      #expect(format(try ArchiveFixtures.bytes(fixture), "x.txt") == expected)
    }
  }

  /// A local header of a zip file and its data.
  private func entry(_ name: String, _ data: String) -> [UInt8] {
    let (name, data) = (Array(name.utf8), Array(data.utf8))
    return [0x50, 0x4B, 3, 4, 20, 0] + [UInt8](repeating: 0, count: 12) + [
      UInt8(data.count), 0, 0, 0, UInt8(data.count), 0, 0, 0,
    ]
      + [UInt8(name.count), 0, 0, 0] + name + data
  }

  @Test func officeDocumentsAreToldFromOtherZipFiles() {
    let kinds: [([(String, String)], DocumentFormat)] = [
      ([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")], .odt),
      ([("mimetype", "application/epub+zip"), ("META-INF/container.xml", "")], .epub),
      (
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet")],
        .binary(kind: "an OpenDocument spreadsheet")
      ),
      ([("[Content_Types].xml", "<x/>"), ("_rels/.rels", ""), ("word/document.xml", "")], .docx),
      ([("_rels/.rels", ""), ("docProps/app.xml", ""), ("word/document.xml", "")], .docx),
      ([("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "")], .binary(kind: "an Excel workbook")),
      (
        [("[Content_Types].xml", ""), ("ppt/presentation.xml", "")],
        .binary(kind: "a PowerPoint presentation")
      ),
      ([("word/notes.txt", "text"), ("a.txt", "")], .archive), ([("a.txt", "word/document.xml")], .archive),
      ([("mimetype.txt", "application/epub+zip")], .archive),
      ([("META-INF/MANIFEST.MF", "")], .binary(kind: "a Java program")),
    ]
    for (entries, expected) in kinds {
      let bytes = entries.flatMap { entry($0.0, $0.1) }
      #expect(format(bytes, "x.docx") == expected, "\(entries.map(\.0))")
      #expect(format(bytes, "x.zip") == expected, "\(entries.map(\.0))")
    }
  }

  @Test func noBytesMakeItCrash() throws {
    var random = SeededGenerator(seed: 11)
    for fixture in ["infozip.zip", "news.tar", "pages.warc", "lines.jsonl"] {
      let whole = try ArchiveFixtures.bytes(fixture)
      for length in [0, 1, 2, 3, 4, 5, 29, 30, 31, 100, 511, 512] {
        _ = format(Array(whole.prefix(length)), "a.csv")
      }
      for _ in 0..<50 {
        var bytes = Array(whole.prefix(700))
        for _ in 0...random.number(6) { bytes[random.number(bytes.count)] = UInt8(random.number(256)) }
        _ = format(bytes, "a.csv")
      }
    }
  }
}
