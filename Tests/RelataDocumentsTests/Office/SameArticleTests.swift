import Testing

@testable import RelataDocuments

/// One article, saved in many formats by many programs, is one text.
@Suite(.enabled(if: OfficeFixtures.canBeRead))
struct SameArticleTests {
  @Test(arguments: [
    "article-libreoffice.docx", "article-libreoffice.odt", "article-libreoffice.ott",
    "article-libreoffice.fodt",
    "article-libreoffice.rtf", "article-libreoffice.epub", "article-python.docx", "article-pandoc.docx",
    "article-pandoc.odt", "article-pandoc.rtf", "article-pandoc.epub",
  ])
  func plainArticle(_ name: String) throws {
    let plain = try OfficeFixtures.text("article.txt")
    #expect(try OfficeFixtures.content(name).text + "\n" == plain)
  }

  private static let bulletin = [
    "The dockers of Lusavan went back to work on Friday, union leaders said.", "What was agreed",
    "We asked for safety, and we got it.", "Two inspectors for each shift", "A fund of €4 million",
    "Port | Workers",
    "Lusavan | 1,200", "Dorna | 340", "The agreement — signed by Mayor Ilinca Voss — is valid until 2027.",
    "At a press conference on Thursday.",
  ]

  @Test(arguments: ["bulletin-pandoc.docx", "bulletin-pandoc.odt", "bulletin-pandoc.rtf"])
  func structuredArticle(_ name: String) throws {
    let head = ["Harbour strike ends in Lusavan", "Teodor Anghel", "2025-09-12"]
    #expect(try OfficeFixtures.paragraphs(name) == head + Self.bulletin)
  }

  @Test(arguments: ["bulletin-pandoc.epub", "bulletin-pandoc2.epub"])
  func structuredBook(_ name: String) throws {
    #expect(try OfficeFixtures.paragraphs(name).suffix(Self.bulletin.count) == Self.bulletin[...])
  }

  @Test(arguments: [
    "bulletin-pandoc.docx", "bulletin-pandoc.odt", "bulletin-pandoc.epub", "bulletin-pandoc2.epub",
  ])
  func metadata(_ name: String) throws {
    let metadata = try OfficeFixtures.content(name).metadata
    #expect(metadata["title"] == "Harbour strike ends in Lusavan")
    #expect(metadata["author"] == "Teodor Anghel")
    #expect(metadata["date"] == "2025-09-12")
    #expect(metadata["language"] == "en-GB")
  }
}
