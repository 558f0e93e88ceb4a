import Testing

@testable import RelataDocuments

@Suite(.enabled(if: OfficeFixtures.canBeRead))
struct WordReaderTests {
  private func p(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  @Test func aTextInAPartNamedOtherwise() throws {
    let relationships = TestDocument.relationships.replacing(
      "word/document.xml", with: "/x/../Text/main%20part.xml")
    let zip = TestZip([
      ("Text\\main part.xml", TestDocument.wordXML("<w:p><w:r><w:t>Here.</w:t></w:r></w:p>")),
      ("_rels/.rels", relationships),
    ])
    #expect(try WordReader().content(of: zip.bytes).text == "Here.")
  }

  @Test func cellsWithSeveralParagraphsLayOutAPage() throws {
    let paragraphs = try TestDocument.wordParagraphs(
      "<w:tbl><w:tr><w:tc>\(p("A"))\(p("B"))</w:tc><w:tc>\(p("C"))</w:tc></w:tr></w:tbl>\(p("D"))")
    #expect(paragraphs == ["A", "B", "C", "D"])
  }

  @Test func aTableInACell() throws {
    let inner = "<w:tbl><w:tr><w:tc>\(p("1"))</w:tc><w:tc>\(p("2"))</w:tc></w:tr></w:tbl>"
    let paragraphs = try TestDocument.wordParagraphs(
      "<w:tbl><w:tr><w:tc>\(p("A"))\(inner)<w:p/></w:tc><w:tc>\(p("B"))</w:tc></w:tr></w:tbl>")
    #expect(paragraphs == ["A", "1 | 2", "B"])
  }

  @Test func fieldsShowTheirResultAlone() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let instruction = "<w:r><w:instrText> IF </w:instrText></w:r>"
    let nested =
      "\(mark("begin"))<w:r><w:instrText>DATE</w:instrText></w:r>\(mark("separate"))<w:r><w:t>hidden</w:t></w:r>\(mark("end"))"
    let paragraphs = try TestDocument.wordParagraphs(
      "<w:p>\(mark("begin"))\(instruction)\(nested)\(mark("separate"))<w:r><w:t>shown</w:t></w:r>\(mark("end"))</w:p>"
    )
    #expect(paragraphs == ["shown"])
  }

  @Test func aChoiceThatNobodyKnowsFallsBack() throws {
    let paragraphs = try TestDocument.wordParagraphs(
      """
      <w:p><w:r><mc:AlternateContent><mc:Choice xmlns:n="urn:new" Requires="n"><w:t>new</w:t></mc:Choice>\
      <mc:Choice Requires="m"><w:t>known</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback>\
      </mc:AlternateContent></w:r></w:p>
      """)
    #expect(paragraphs == ["known"])
  }

  @Test func formulasAndSymbols() throws {
    let paragraphs = try TestDocument.wordParagraphs(
      """
      <w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:t xml:space="preserve"> </w:t></w:r>\
      <w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r><w:r><w:sym w:font="Arial" w:char="20AC"/></w:r>\
      <w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>&#xF062;</w:t></w:r></w:p>
      """)
    #expect(paragraphs == ["x=1 €β"])
  }

  @Test func hiddenByTheStyleOfTheParagraphButNotByTheRun() throws {
    let styles = """
      <w:styles xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:style w:type="paragraph" w:styleId="H">\
      <w:name w:val="Secret"/><w:basedOn w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>
      """
    let links = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="styles.xml"/>\
      </Relationships>
      """
    let body = """
      <w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>secret </w:t></w:r>\
      <w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>open</w:t></w:r></w:p>
      """
    let bytes = TestDocument.word(
      body, parts: [("word/styles.xml", styles), ("word/_rels/document.xml.rels", links)])
    #expect(try WordReader().content(of: bytes).text == "open")
  }

  @Test func aHeadingWithinTheTextIsNoTitle() throws {
    let heading = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Background</w:t></w:r></w:p>"
    let long = String(repeating: "word ", count: 30)
    let body = "<w:p><w:r><w:t>\(long)</w:t></w:r></w:p>"
    #expect(try WordReader().content(of: TestDocument.word(body + heading)).metadata["title"] == nil)
    #expect(try WordReader().content(of: TestDocument.word(heading + body)).metadata["title"] == "Background")
  }

  @Test func embeddedPartsAreTold() throws {
    let content = try WordReader().content(
      of: TestDocument.word("<w:p><w:r><w:t>Here.</w:t></w:r></w:p><w:altChunk/>"))
    #expect(content.notes.count == 1)
    #expect(throws: FormatError.self) {
      try WordReader().content(of: TestDocument.word("<w:altChunk/>"))
    }
  }

  @Test func encryptedAndOld() throws {
    #expect(throws: FormatError.encrypted) { try OfficeFixtures.content("article-encrypted.docx") }
    let error = #expect(throws: FormatError.self) { try OfficeFixtures.content("article-libreoffice.doc") }
    #expect(error?.description.contains("soffice --headless --convert-to docx") == true)
  }

  @Test func dates() {
    #expect(DocumentProperties.day("2025-09-15T08:00:00Z") == "2025-09-15")
    #expect(DocumentProperties.day(" 2025-09-15 ") == "2025-09-15")
    #expect(DocumentProperties.day("0101-01-01T00:00:00+00:00") == nil)
    #expect(DocumentProperties.day("September 2025") == "September 2025")
    #expect(DocumentProperties.day("") == nil)
  }
}
