import RelataTestSupport
import Testing

@testable import RelataDocuments

/// Files that are broken or made to do harm end in an error that says so.
@Suite(.enabled(if: OfficeFixtures.canBeRead))
struct HostileOfficeTests {
  private func isDamaged(_ bytes: [UInt8], _ words: String) {
    for read in [WordReader().content, OpenDocumentReader().content, EPUBReader().content] {
      do throws(FormatError) {
        _ = try read(bytes)
        Issue.record("was read")
      } catch {
        guard case .damaged(let reason) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(reason.contains(words))
      }
    }
  }

  private func damage(_ body: () throws -> DocumentContent) -> String {
    do {
      _ = try body()
      return "was read"
    } catch FormatError.damaged(let reason) {
      return reason
    } catch {
      return "\(error)"
    }
  }

  @Test(.timeLimit(.minutes(1))) func zipBombs() {
    var word = TestZip([("_rels/.rels", TestDocument.relationships)])
    word.addBomb("word/document.xml", size: 80 << 20)
    #expect(throws: FormatError.tooLarge(what: "bytes", limit: 64 << 20)) {
      try WordReader().content(of: word.bytes)
    }
    var text = TestZip()
    text.addBomb("content.xml", size: 80 << 20)
    #expect(throws: FormatError.tooLarge(what: "bytes", limit: 64 << 20)) {
      try OpenDocumentReader().content(of: text.bytes)
    }
  }

  @Test func manyPartsThatTogetherAreTooLarge() {
    var limits = ReadingLimits()
    limits.documentBytes = 1 << 16
    let chapters = (0..<20).map {
      ("OPS/\($0).xhtml", TestDocument.chapter(String(repeating: "a", count: 8_000)))
    }
    let package = TestDocument.package(
      manifest: (0..<20).map {
        "<item id=\"i\($0)\" href=\"\($0).xhtml\" media-type=\"application/xhtml+xml\"/>"
      }.joined(),
      spine: (0..<20).map { "<itemref idref=\"i\($0)\"/>" }.joined())
    let zip = TestZip(
      [("META-INF/container.xml", TestDocument.container), ("OPS/package.opf", package)] + chapters)
    #expect(throws: FormatError.tooLarge(what: "bytes unpacked", limit: 1 << 16)) {
      try EPUBReader(limits: limits).content(of: zip.bytes)
    }
  }

  @Test func tooManyParts() {
    let zip = TestZip((0..<2_001).map { ("\($0)", "") })
    #expect(throws: FormatError.tooLarge(what: "parts", limit: 2_000)) {
      try WordReader().content(of: zip.bytes)
    }
  }

  @Test(
    "what was cut off is refused, or read whole where only the directory at the end is lost",
    arguments: ["article-libreoffice.docx", "article-libreoffice.odt", "article-libreoffice.epub"])
  func cutOff(_ name: String) throws {
    let bytes = try OfficeFixtures.bytes(name)
    let whole = try Self.text(bytes, name)
    var refused = 0
    for size in stride(from: 4, to: bytes.count - 22, by: max(bytes.count / 40, 1)) {
      let part = Array(bytes.prefix(size))
      let result = Result { try Self.text(part, name) }
      switch result {
      case .success(let text): #expect(text == whole)
      case .failure(let error):
        refused += 1
        #expect(!"\(error)".contains("\n"))
      }
    }
    #expect(refused > 20)
  }

  private static func text(_ bytes: [UInt8], _ name: String) throws -> String {
    switch name.suffix(4) {
    case "docx": try WordReader().content(of: bytes).text
    case ".odt": try OpenDocumentReader().content(of: bytes).text
    default: try EPUBReader().content(of: bytes).text
    }
  }

  @Test func missingParts() {
    isDamaged(TestZip([("readme.txt", "x")]).bytes, "missing")
    let lost = TestZip([("_rels/.rels", TestDocument.relationships)])
    #expect(damage { try WordReader().content(of: lost.bytes) } == "the part word/document.xml is missing")
    let book = TestZip([
      ("META-INF/container.xml", TestDocument.container),
      (
        "OPS/package.opf",
        TestDocument.package(
          manifest: "<item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/>",
          spine: "<itemref idref=\"a\"/>")
      ),
    ])
    #expect(damage { try EPUBReader().content(of: book.bytes) } == "all of its chapters are missing")
  }

  @Test(arguments: ["../../../etc/passwd", "http://example.org/document.xml", "/", "", "%2e%2e/secret"])
  func wrongRelationships(_ target: String) {
    let relationships = TestDocument.relationships.replacing("word/document.xml", with: target)
    let zip = TestZip([("_rels/.rels", relationships), ("word/document.xml", TestDocument.wordXML(""))])
    #expect(throws: FormatError.self) { try WordReader().content(of: zip.bytes) }
  }

  @Test func externalRelationshipsAreNotFollowed() {
    let relationships = TestDocument.relationships.replacing(
      "Target=", with: "TargetMode=\"External\" Target=")
    let zip = TestZip([("_rels/.rels", relationships), ("word/document.xml", TestDocument.wordXML("x"))])
    #expect(damage { try WordReader().content(of: zip.bytes) } == "_rels/.rels names no document")
  }

  @Test func entities() {
    let levels = (1...9).map { "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 10) + "\">" }
      .joined()
    for (entities, use) in [
      ("<!ENTITY e0 \"lol\">" + levels, "&e9;"), ("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;"),
      ("<!ENTITY x \"harmless\">", "&x;"),
    ] {
      let xml =
        "<!DOCTYPE w [\(entities)]>" + TestDocument.wordXML("<w:p><w:r><w:t>A\(use)B</w:t></w:r></w:p>")
      let zip = TestZip([("_rels/.rels", TestDocument.relationships), ("word/document.xml", xml)])
      #expect(damage { try WordReader().content(of: zip.bytes) }.hasPrefix("word/document.xml"))
    }
    // Within an attribute they are expanded, as far as the parser lets them.
    let xml =
      "<!DOCTYPE w [<!ENTITY e0 \"lollollol\">\(levels)]>"
      + TestDocument.wordXML("<w:p w:x=\"&e9;\"><w:r><w:t>A</w:t></w:r></w:p>")
    let zip = TestZip([("_rels/.rels", TestDocument.relationships), ("word/document.xml", xml)])
    #expect(damage { try WordReader().content(of: zip.bytes) }.hasPrefix("word/document.xml"))
  }

  @Test func brokenXML() {
    let bytes = TestDocument.word("<w:p><w:r><w:t>Text</w:r></w:p>")
    #expect(
      damage { try WordReader().content(of: bytes) } == "word/document.xml is not well-formed XML in line 1")
    let cut = Array(TestDocument.openDocument("<text:p>Text</text:p>").dropLast(40))
    #expect(
      damage { try OpenDocumentReader().content(of: cut) }.hasPrefix("the document is not well-formed XML"))
  }

  @Test func elementsWithoutEnd() {
    let deep = String(repeating: "<w:tbl><w:tr><w:tc>", count: 100_000)
    #expect(damage { try WordReader().content(of: TestDocument.word(deep)) }.contains("not well-formed XML"))
  }

  /// The parser would compare all of them with one another.
  @Test func elementsWithManyAttributes() {
    let attributes = (0..<6_000).map { " w:a\($0) = '1'" }.joined()
    let bytes = TestDocument.word("<w:p\(attributes)><w:r><w:t>Text</w:t></w:r></w:p>")
    #expect(
      throws: FormatError.tooLarge(what: "attributes at one element of word/document.xml", limit: 5_000)
    ) {
      try WordReader().content(of: bytes)
    }
    let text = String(repeating: "a = b\n", count: 6_000)
    #expect(throws: Never.self) {
      try WordReader().content(of: TestDocument.word("<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"))
    }
  }

  @Test func readingIsGivenUpInTime() {
    var limits = ReadingLimits()
    limits.seconds = 0
    let bytes = TestDocument.word(String(repeating: "<w:p><w:r><w:t>Go.</w:t></w:r></w:p>", count: 1_000))
    #expect(throws: FormatError.tookTooLong(seconds: 0)) { try WordReader(limits: limits).content(of: bytes) }
    let text = Array(("{\\rtf1 " + String(repeating: "Go.\\par ", count: 5_000) + "}").utf8)
    #expect(throws: FormatError.tookTooLong(seconds: 0)) {
      try RichTextReader(limits: limits).content(of: text)
    }
  }

  @Test(.timeLimit(.minutes(1))) func aLongParagraph() throws {
    let deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>on and </w:t></w:r></w:p>"
    let paragraphs = try TestDocument.wordParagraphs(String(repeating: deleted, count: 30_000))
    #expect(paragraphs.map(\.utf8.count) == [30_000 * 7 - 1])
  }

  @Test(.timeLimit(.minutes(1))) func manyParagraphs() throws {
    let body = String(repeating: "<w:p><w:r><w:t>Go.</w:t></w:r></w:p>", count: 50_000)
    #expect(try TestDocument.wordParagraphs(body).count == 50_000)
  }

  @Test(.timeLimit(.minutes(1))) func nestedGroups() throws {
    func nested(_ depth: Int) throws -> [String] {
      try TestDocument.richText(
        String(repeating: "{", count: depth) + "Deep." + String(repeating: "}", count: depth))
    }
    #expect(try nested(9_000) == ["Deep."])
    #expect(throws: FormatError.tooLarge(what: "levels of nesting", limit: 10_000)) { try nested(100_000) }
  }

  @Test func numbersThatAreTooLarge() throws {
    let text = try TestDocument.richText(
      #"\uc99999999999 A\u99999999999999999999 ?\uc-1\u-99999999999 B\bin99999999999999 C"#)
    #expect(text.first?.hasPrefix("A") == true)
    let fields =
      #"{\info{\creatim\yr999999999999\mo-5\dy0}}\s-99999999999\outlinelevel99999999999\fs0 Text\par"#
    #expect(try TestDocument.richText(fields) == ["Text"])
  }

  @Test func groupsThatDoNotMatch() throws {
    #expect(try TestDocument.richText(#"A}}}{\footnote B"#) == ["A"])
    #expect(throws: FormatError.empty) {
      try TestDocument.richText(#"\cell\row\nestrow\par{\footnote}{\shp{\shptxt}}"#)
    }
    #expect(damage { try RichTextReader().content(of: Array("hello".utf8)) }.contains("does not begin"))
  }

  /// Bytes changed at random, always in the same way, never end in anything but text or an error.
  @Test(arguments: [
    "report-word.docx", "report-libreoffice.odt", "bulletin-pandoc.epub", "report-libreoffice.rtf",
    "report-libreoffice.fodt",
  ])
  func changedBytes(_ name: String) throws {
    let bytes = try OfficeFixtures.bytes(name)
    var random = SeededGenerator(seed: 42)
    for _ in 0..<60 {
      var changed = bytes
      for _ in 0...random.number(8) { changed[random.number(changed.count)] = UInt8(random.number(256)) }
      do {
        switch name.suffix(4) {
        case "docx": _ = try WordReader().content(of: changed)
        case ".odt", "fodt": _ = try OpenDocumentReader().content(of: changed)
        case ".rtf": _ = try RichTextReader().content(of: changed)
        default: _ = try EPUBReader().content(of: changed)
        }
      } catch { #expect(!error.description.contains("\n")) }
    }
  }
}
