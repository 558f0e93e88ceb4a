import Testing

@testable import RelataDocuments

@Suite(.enabled(if: OfficeFixtures.canBeRead))
struct EPUBReaderTests {
  private static let manifest = """
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\
    <item id="toc" href="toc.xhtml" media-type="application/xhtml+xml"/>\
    <item id="one" href="text/one%20of%20two.xhtml" media-type="application/xhtml+xml"/>\
    <item id="two" href="../two.xhtml" media-type="application/xhtml+xml"/>\
    <item id="ad" href="ad.xhtml" media-type="application/xhtml+xml"/>\
    <item id="out" href="../../../etc/passwd" media-type="application/xhtml+xml"/>\
    <item id="font" href="font.otf" media-type="font/otf"/>
    """
  private static let spine = """
    <itemref idref="nav"/><itemref idref="toc"/><itemref idref="two"/><itemref idref="one"/>\
    <itemref idref="ad" linear="no"/><itemref idref="out"/><itemref idref="two"/>
    """

  private func book(metadata: String = "", parts: [(name: String, content: String)] = []) -> [UInt8] {
    let package = TestDocument.package(
      manifest: Self.manifest, spine: Self.spine, metadata: metadata,
      guide: "<guide><reference type=\"toc\" href=\"toc.xhtml\"/></guide>")
    let chapters = [
      ("OPS/nav.xhtml", "Contents"), ("OPS/toc.xhtml", "Contents"), ("OPS/text/one of two.xhtml", "One."),
      ("two.xhtml", "Two."), ("OPS/ad.xhtml", "Buy."), ("../../etc/passwd", "root"),
    ].map { ($0, TestDocument.chapter($1)) }
    return TestZip(
      [("mimetype", "application/epub+zip"), ("META-INF/container.xml", TestDocument.container)] + chapters
        + [("OPS/package.opf", package)] + parts
    ).bytes
  }

  @Test func chaptersInReadingOrder() throws {
    #expect(try EPUBReader().content(of: book()).paragraphs == ["Two.", "One."])
  }

  @Test func metadata() throws {
    let metadata = """
      <dc:title>Field Notes</dc:title><dc:creator id="a">Ana Ruiz</dc:creator><dc:creator id="b">Bo Li</dc:creator>\
      <meta refines="#a" property="role">aut</meta><meta refines="#b" property="role">ill</meta>\
      <dc:date opf:event="modification">2025-09-20</dc:date><dc:date opf:event="publication">2025-09-15</dc:date>\
      <dc:publisher>Tenby Press</dc:publisher><dc:language>en</dc:language>\
      <dc:identifier>https://example.org/field-notes</dc:identifier>
      """
    #expect(
      try EPUBReader().content(of: book(metadata: metadata)).metadata == [
        "title": "Field Notes", "author": "Ana Ruiz", "date": "2025-09-15", "publisher": "Tenby Press",
        "language": "en", "identifier": "https://example.org/field-notes",
        "url": "https://example.org/field-notes",
      ])
  }

  @Test func marksOfNotesAreNoText() throws {
    let body = """
      He said<a href="#n1"><sup>1</sup></a> so<sup><a href="b.xhtml#n2">[2]</a></sup> in chapter <a href="#c3">3</a>&nbsp;and \
      <a href="#c4">IV</a>, 10<sup>3</sup> times<a xmlns:epub="http://www.idpf.org/2007/ops" epub:type="noteref" href="#n3">a</a>.\
      <a href="#r1">↩︎</a>
      """
    let chapter =
      "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd\">"
      + TestDocument.chapter(body)
    let text = try #require(try EPUBChapter(Array(chapter.utf8), limits: ReadingLimits())).text
    #expect(text == "He said so in chapter 3 and IV, 103 times.")
  }

  @Test func encryptedChaptersButNotFonts() throws {
    func encryption(_ path: String) -> (name: String, content: String) {
      (
        "META-INF/encryption.xml",
        """
        <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" \
        xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>\
        <enc:CipherReference URI="\(path)"/></enc:CipherData></enc:EncryptedData></encryption>
        """
      )
    }
    #expect(try EPUBReader().content(of: book(parts: [encryption("OPS/font.otf")])).text == "Two.\n\nOne.")
    #expect(throws: FormatError.encrypted) {
      try EPUBReader().content(of: book(parts: [encryption("OPS/text/one%20of%20two.xhtml")]))
    }
  }
}
