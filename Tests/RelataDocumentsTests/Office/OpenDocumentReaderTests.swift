import Testing

@testable import RelataDocuments

@Suite(.enabled(if: OfficeFixtures.canBeRead))
struct OpenDocumentReaderTests {
  private func paragraphs(_ body: String, styles: String = "") throws -> [String] {
    try OpenDocumentReader().content(of: TestDocument.openDocument(body, styles: styles)).paragraphs
  }

  @Test func spacesTabsAndBreaks() throws {
    let body = "<text:p>One<text:s text:c=\"99999999999\"/>two<text:tab/>three<text:line-break/>four</text:p>"
    #expect(try paragraphs(body) == ["One two three four"])
  }

  @Test func listsTablesNotesAndIndexes() throws {
    let body = """
      <text:table-of-content><text:index-body><text:p>Contents 1</text:p></text:index-body></text:table-of-content>
      <text:list><text:list-item><text:p>First<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>\
      <text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>\
      <text:list><text:list-item><text:p>Within</text:p></text:list-item></text:list></text:list-item></text:list>
      <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell>\
      <table:table-cell><text:p/></table:table-cell><table:table-cell><text:p>Age</text:p></table:table-cell>\
      </table:table-row></table:table-header-rows></table:table>
      <text:section text:display="none"><text:p>hidden</text:p></text:section>
      <text:p>Last<office:annotation><text:p>comment</text:p></office:annotation>.</text:p>
      """
    #expect(try paragraphs(body) == ["First", "Within", "Name | Age", "Last.", "A note."])
  }

  @Test func stylesDecideWhatIsHiddenAndWhatIsTheTitle() throws {
    let styles = """
      <style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>\
      <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>\
      <style:style style:name="P2" style:family="paragraph" style:parent-style-name="P2"/>
      """
    let body = """
      <text:p text:style-name="P2">By Nobody</text:p><text:p text:style-name="P1">Head<text:span text:style-name="T1">er\
      </text:span>line</text:p>
      """
    let content = try OpenDocumentReader().content(of: TestDocument.openDocument(body, styles: styles))
    #expect(content.paragraphs == ["By Nobody", "Headline"])
    #expect(content.metadata["title"] == "Headline")
  }

  @Test func whoBeganItIsTheAuthor() throws {
    let meta = """
      <meta:initial-creator>Ana Ruiz</meta:initial-creator><dc:creator>Another</dc:creator>\
      <meta:creation-date>2025-01-02T03:04:05</meta:creation-date>\
      <meta:user-defined meta:name="Date published">2025-01-05</meta:user-defined><dc:language>es-ES</dc:language>
      """
    let content = try OpenDocumentReader().content(
      of: TestDocument.openDocument("<text:p>Text</text:p>", meta: meta))
    #expect(
      content.metadata == [
        "author": "Ana Ruiz", "created": "2025-01-02", "date": "2025-01-05", "language": "es-ES",
      ])
  }

  @Test func encrypted() {
    let manifest = """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">\
      <manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>\
      </manifest:manifest>
      """
    let zip = TestZip([("content.xml", "\u{1}\u{2}\u{3}"), ("META-INF/manifest.xml", manifest)])
    #expect(throws: FormatError.encrypted) { try OpenDocumentReader().content(of: zip.bytes) }
  }

  @Test func spreadsheetsAreNotRead() {
    let text = String(decoding: TestDocument.openDocument(""), as: UTF8.self)
    let sheet = text.replacing("office:text", with: "office:spreadsheet")
    #expect(throws: FormatError.unsupported(format: "an OpenDocument spreadsheet")) {
      try OpenDocumentReader().content(of: Array(sheet.utf8))
    }
  }
}
