import Testing

@testable import RelataDocuments

/// A document as Word writes it after several people have worked on it, and what LibreOffice makes of it.
@Suite(.enabled(if: OfficeFixtures.canBeRead))
struct ReportTests {
  private static let beginning = [
    "Lost ferry found after thirty years", "By Ilse Marwede, 14 September 2025",
    "Orloff Shipping said on Sunday that divers had found the Aurelia off Cape Tenby.",
    "Box: the ferry Aurelia sank in 1994.", "The rescue",
    "The company confirmed the find and thanked Mara\u{2011}Lena Teixeira.",
    "This paragraph is joined to the next one.", "First item", "Second item", "Ship | Year", "Aurelia | 1994",
  ]
  private static let end = [
    "Corvo", "The inquiry reopened in Porto Vell.",
    "The wreck lies at a depth of 60 metres at an angle α.🚢", "Line one line two",
    "After an empty line and a tab.", "Orloff Shipping & Partners will speak on Monday.",
    "Statement of 14 September.", "Measured by sonar.",
  ]

  @Test func word() throws {
    #expect(try OfficeFixtures.paragraphs("report-word.docx") == Self.beginning + Self.end)
  }

  /// LibreOffice makes text of placeholders and brings back deleted rows.
  @Test(arguments: ["report-libreoffice.docx", "report-libreoffice.odt", "report-libreoffice.fodt"])
  func libreOffice(_ name: String) throws {
    var expected = Self.beginning + ["Bettina | 2001"] + Self.end
    expected.insert("[Click here to add a subtitle]", at: 1)
    #expect(try OfficeFixtures.paragraphs(name) == expected)
  }

  /// In RTF LibreOffice deletes the paragraph with the deleted end, and the contents' heading
  /// is as any other paragraph.
  @Test func libreOfficeRichText() throws {
    var expected = Self.beginning + ["Bettina | 2001"] + Self.end
    expected.insert("[Click here to add a subtitle]", at: 1)
    expected.insert("Contents", at: 3)
    let paragraphs = try OfficeFixtures.paragraphs("report-libreoffice.rtf")
    #expect(paragraphs == expected.map { $0.replacing("This paragraph is joined ", with: "") })
  }

  @Test func metadata() throws {
    let metadata = try OfficeFixtures.content("report-word.docx").metadata
    // The title of its property is the name of a file.
    #expect(metadata["title"] == "Lost ferry found after thirty years")
    #expect(metadata["author"] == "Ilse Marwede")
    #expect(metadata["date"] == "2025-09-14")
    #expect(metadata["created"] == "2025-03-02")
    #expect(metadata["language"] == "en-GB")
  }

  @Test(arguments: ["report-libreoffice.odt", "report-libreoffice.rtf", "report-libreoffice.fodt"])
  func metadataOfOtherFormats(_ name: String) throws {
    let metadata = try OfficeFixtures.content(name).metadata
    #expect(metadata["title"] == "Lost ferry found after thirty years")
    #expect(metadata["author"] == "Ilse Marwede")
    #expect(metadata["created"] == "2025-03-02")
    #expect(metadata["date"] == nil)
  }
}
