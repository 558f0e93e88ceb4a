import Foundation
import RelataLanguage
import Testing

@Suite final class DocumentReaderTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "relata-reading-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @discardableResult
  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = folder + "/" + name
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: "/" + parent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @discardableResult
  private func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  @Test func folderIsReadInByteOrderOfRelativePaths() throws {
    for name in [
      "b.txt", "a/z.md", "B.text", "é.txt", "a.txt", "a/b/c.markdown", ".hidden.txt", ".git/x.txt", "pic.png",
    ] {
      try write(name, "Text of \(name).")
    }
    let documents = try DocumentReader().documents(at: folder)
    #expect(documents.map(\.id) == ["B.text", "a.txt", "a/b/c.markdown", "a/z.md", "b.txt", "é.txt"])
    #expect(documents.map(\.format) == [.plain, .plain, .markdown, .markdown, .plain, .plain])
    #expect(documents.map(\.text).contains("Text of a/z.md."))
  }

  @Test func linkedFoldersAreNotFollowed() throws {
    try write("a.txt", "A.")
    try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: folder)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/b.txt", withDestinationPath: folder + "/a.txt")
    #expect(try DocumentReader().documents(at: folder).map(\.id) == ["a.txt", "b.txt"])
  }

  @Test func fileNamedTwiceIsReadOnceAndEqualNamesAreToldApart() throws {
    let one = try write("one/x.txt", "One.")
    let two = try write("two/x.txt", "Two.")
    #expect(try DocumentReader().documents(at: [one, one]).map(\.id) == ["x.txt"])
    #expect(try DocumentReader().documents(at: [one, two]).map(\.id) == [one, two])
  }

  @Test func frontMatterBecomesMetadata() throws {
    let path = try write(
      "x.md", "---\nTitle: \"A: B\"\ndate: 2025-01-02\ntags:\n  - a\n# note: x\n---\nText.")
    let document = try #require(try DocumentReader().documents(at: path).first)
    #expect(document.metadata == ["title": "A: B", "date": "2025-01-02"])
    #expect(document.text.hasPrefix("---"))
    // Only Markdown has front matter.
    #expect(try DocumentReader().document(bytes: Array("---\na: b\n---\nc".utf8), id: "-").metadata.isEmpty)
  }

  @Test func byteOrderMarkCountsAsOneScalar() throws {
    let document = try DocumentReader().document(bytes: [0xEF, 0xBB, 0xBF] + Array("Hi.".utf8), id: "-")
    #expect(document.text.unicodeScalars.count == 4)
    let tokens = Segmenter().segment(document).flatMap(\.sentences).flatMap(\.tokens)
    #expect(tokens.first?.range == 1..<3)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x41, 0], "UTF-16LE"), ([0xFE, 0xFF, 0, 0x41], "UTF-16BE"),
      ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "UTF-32LE"),
      ([0x41, 0, 0x42, 0, 0x43, 0, 0x44, 0, 0x45, 0], "UTF-16LE"),
    ] as [([UInt8], String)])
  func otherUnicodeEncodingsAreNamed(bytes: [UInt8], encoding: String) throws {
    let path = try write("x.txt", bytes)
    let error = ReadingError.otherUnicodeEncoding(path: path, encoding: encoding)
    #expect(throws: error) { try DocumentReader().documents(at: path) }
    #expect(error.description.contains("iconv -f \(encoding) -t UTF-8"))
  }

  @Test(
    arguments: [
      ([0x61, 0xE9, 0x62], 1), ([0x61, 0xC3], 1), ([0xC0, 0xAF], 0), ([0x61, 0x62, 0xED, 0xA0, 0x80], 2),
      ([0xF5, 0x80, 0x80, 0x80], 0), ([0xE2, 0x82, 0x41], 0), ([0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
    ] as [([UInt8], Int)])
  func invalidByteIsFound(bytes: [UInt8], offset: Int) throws {
    #expect(throws: ReadingError.invalidUTF8(path: "-", offset: offset, byte: bytes[offset])) {
      try DocumentReader().document(bytes: bytes, id: "-")
    }
  }

  @Test(arguments: 0..<40)
  func strictDecodingAgreesWithTheStandardLibrary(seed: Int) {
    // Cut valid text at random places: the standard library's repair tells whether the rest was valid.
    let bytes = Array(RandomText(seed: UInt64(seed)).text(length: 60).utf8).filter { $0 != 0 }
    let cut = Array(bytes.dropFirst(seed % 7).dropLast(seed % 5)) + [0x61]
    let isValid = !String(decoding: cut, as: UTF8.self).unicodeScalars.contains("\u{FFFD}")
    let document = try? DocumentReader().document(bytes: cut, id: "-")
    #expect((document != nil) == isValid)
  }

  @Test func whatIsNoTextIsRefusedInOneLine() throws {
    let reader = DocumentReader(sizeLimit: 100)
    let binary = try write("b.txt", [0x7F, 0x45, 0x00, 0x46])
    #expect(throws: ReadingError.binary(path: binary, offset: 2)) { try reader.documents(at: binary) }
    for content in ["", " \n\t\u{FEFF}\u{200B}"] {
      let blank = try write("blank.txt", content)
      #expect(throws: ReadingError.blank(path: blank)) { try reader.documents(at: blank) }
    }
    let missing = folder + "/none.txt"
    #expect(throws: ReadingError.notFound(path: missing)) { try reader.documents(at: missing) }
    let large = try write("large.txt", String(repeating: "a", count: 101))
    #expect(throws: ReadingError.tooLarge(path: large, bytes: 101, limit: 100)) {
      try reader.documents(at: large)
    }
    let page = try write("x.html", "<p>Hi</p>")
    #expect(throws: ReadingError.unsupportedFormat(path: page, fileExtension: "html")) {
      try reader.documents(at: page)
    }
    let empty = folder + "/empty"
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    #expect(throws: ReadingError.noDocuments(folder: empty)) { try reader.documents(at: empty) }

    let errors: [ReadingError] = [
      .notFound(path: "p"), .unreadable(path: "p", reason: "r"), .noDocuments(folder: "p"), .blank(path: "p"),
      .tooLarge(path: "p", bytes: 2, limit: 1), .otherUnicodeEncoding(path: "p", encoding: "UTF-16LE"),
      .invalidUTF8(path: "p", offset: 3, byte: 0xE9), .binary(path: "p", offset: 1),
      .unsupportedFormat(path: "p", fileExtension: "pdf"),
    ]
    for error in errors {
      #expect(error.description.hasPrefix("p: "))
      #expect(!error.description.contains("\n"))
    }
    #expect(ReadingError.invalidUTF8(path: "my file", offset: 3, byte: 0x09).description.contains("0x09"))
    #expect(ReadingError.invalidUTF8(path: "it's", offset: 3, byte: 0xE9).description.contains("'it'\\''s'"))
  }
}
