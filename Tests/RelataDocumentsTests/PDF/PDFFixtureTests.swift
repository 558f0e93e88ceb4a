import Foundation
import RelataDocuments
import Testing

/// The same article and report, as several programs print them.
@Suite struct PDFFixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/PDF")

  static func read(_ name: String) throws -> DocumentContent {
    try PDFReader().content(ofFile: folder.appending(path: name + ".pdf").path)
  }

  /// Paragraphs; typographic variants that one of the programs does not know as their plain forms.
  static func paragraphs(_ text: String) -> [String] {
    let plain = text.replacing("…", with: "...").replacing("ʼ", with: "'").replacing("’", with: "'")
      .replacing("“", with: "\"")
      .replacing("”", with: "\"")
    return plain.split(separator: "\n\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  static func expected(_ name: String) throws -> [String] {
    paragraphs(try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8))
  }

  @Test(
    "words in order and paragraphs are those of the source",
    arguments: [
      ("writer-one-column", "article", 0), ("chromium", "article", 0), ("owner-password", "article", 0),
      ("writer-two-columns", "report", 5), ("weasyprint-two-columns", "report", 5),
      ("latex-two-columns", "report", 5),
      ("reportlab-three-columns", "report", 0),
    ])
  func textIsThatOfTheSource(name: String, source: String, noteCount: Int) throws {
    let notes = noteCount == 0 ? [] : try Self.expected(source + "-notes")
    let found = Self.paragraphs(try Self.read(name).text)
    #expect(found.filter(notes.contains) == Array(notes.prefix(noteCount)))

    let text = found.filter { !notes.contains($0) }
    let expected = try Self.expected(source)
    let words = Agreement.ofSequences(
      text.flatMap { $0.split(separator: " ") }, expected.flatMap { $0.split(separator: " ") })
    let paragraphs = Agreement.ofSequences(text, expected)
    print("\(name): words \(words), paragraphs \(paragraphs)")
    #expect(words >= 0.99)
    #expect(paragraphs >= (noteCount == 0 && source == "article" ? 0.95 : 0.9))
  }

  @Test(
    "the first character of each page's text stands at its start",
    arguments: ["writer-two-columns", "latex-two-columns"])
  func pagesBeginWhereTheySay(name: String) throws {
    let content = try Self.read(name)
    let scalars = Array(content.text.unicodeScalars)
    #expect(content.pageStarts.count == 3)
    #expect(content.pageStarts == content.pageStarts.sorted())
    let beginnings = content.pageStarts.map { start in
      String(String.UnicodeScalarView(scalars[start..<min(start + 12, scalars.count)]))
    }
    // As the pages look, running heads apart; the second ones go on with a paragraph of the first.
    let seen = [
      "writer-two-columns": ["Russia and t", "the Russia-I", "Eleven Days "],
      "latex-two-columns": ["Russia and t", "Israel, incl", "had forces s"],
    ]
    #expect(beginnings == seen[name])
  }

  @Test func metadataOfTheDocumentInformation() throws {
    let metadata = try Self.read("writer-one-column").metadata
    #expect(metadata["title"] == "Putin and Sharaa Speak on the Phone About Bases and Trade")
    #expect(metadata["author"] == "Nadia Brandt")
    #expect(metadata["created"]?.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil)
  }

  @Test(
    "a title that a program made gives way to the largest text",
    arguments: ["reportlab-three-columns", "latex-two-columns"])
  func titleOfTheFirstPage(name: String) throws {
    #expect(
      try Self.read(name).metadata["title"] == "Russia and the New Syria: Contacts, Bases and Agreements")
  }

  @Test("bytes and a file give the same, and so do two runs") func bytesAreReadAsTheFile() throws {
    let path = Self.folder.appending(path: "weasyprint-two-columns.pdf")
    let content = try PDFReader().content(of: Array(Data(contentsOf: path)))
    #expect(content == (try Self.read("weasyprint-two-columns")))
  }

  @Test("a user's password is needed, an owner's is not") func passwords() throws {
    #expect(throws: FormatError.encrypted) { try Self.read("user-password") }
    #expect(try Self.read("owner-password").text == Self.read("writer-one-column").text)
  }

  @Test("files that were cut off are read or refused", arguments: 0..<10)
  func cutFiles(tenths: Int) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "reportlab-three-columns.pdf")))
    let cut = Array(bytes.prefix(bytes.count * tenths / 10))
    do {
      let content = try PDFReader().content(of: cut)
      #expect(!content.text.isEmpty)
    } catch {
      #expect(!error.description.contains("\n"))
    }
  }
}
