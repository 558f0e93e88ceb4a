import Foundation
import RelataDocuments
import RelataTestSupport
import Testing

@Suite struct TextDecoderTests {
  private func decode(_ bytes: [UInt8], _ declared: String? = nil) throws -> TextDecoder.Decoded {
    try TextDecoder.decode(bytes, declared: declared)
  }

  // MARK: What the bytes say themselves

  @Test func utf8IsCertain() throws {
    let decoded = try decode(Array("Zürich – “ok”".utf8))
    #expect(decoded == .init(text: "Zürich – “ok”", encoding: "utf-8", isGuessed: false))
    #expect(decoded.note == nil)
    #expect(try decode([]).text.isEmpty)
  }

  @Test func marksStayInTheText() throws {
    #expect(try decode([0xEF, 0xBB, 0xBF, 0x61]).text == "\u{FEFF}a")
    #expect(
      try decode([0xFF, 0xFE, 0x61, 0]) == .init(text: "\u{FEFF}a", encoding: "utf-16le", isGuessed: false))
    #expect(try decode([0xFE, 0xFF, 0, 0x61]).text == "\u{FEFF}a")
    #expect(
      try decode([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])
        == .init(text: "\u{FEFF}a", encoding: "utf-32le", isGuessed: false))
    #expect(try decode([0, 0, 0xFE, 0xFF, 0, 1, 0xF6, 0]).text == "\u{FEFF}😀")
  }

  @Test(arguments: [
    "The council voted.", "Совет проголосовал во вторник.", "Ο δήμος ψήφισε.", "It’s “over”.",
  ])
  func utf16WithoutMark(text: String) throws {
    #expect(try decode(Snippets.utf16(text, big: false)).text == text)
    #expect(try decode(Snippets.utf16(text, big: true)).text == text)
  }

  @Test func utf16CutWithinACharacter() throws {
    #expect(
      try decode(Array(Snippets.utf16("\u{FEFF}Vote 😀", big: false).dropLast(2))).text == "\u{FEFF}Vote ")
    #expect(try decode(Array(Snippets.utf16("\u{FEFF}Vote", big: true).dropLast())).text == "\u{FEFF}Vot")
  }

  @Test func utf16Declared() throws {
    let text = "首相は会談した"
    #expect(try decode(Snippets.utf16(text, big: false), "utf-16le").text == text)
    #expect(try decode(Snippets.utf16(text, big: true), "UTF-16").text == text)
    #expect(try decode(Snippets.utf16("Vote", big: false), "unicode").text == "Vote")
    #expect(try decode(Array("Plain ASCII".utf8), "utf-16").text == "Plain ASCII")
  }

  @Test func halfASurrogatePairIsOneReplacement() throws {
    #expect(try decode([0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0x62, 0]).text == "\u{FEFF}a\u{FFFD}b")
    #expect(throws: FormatError.binary(offset: 4)) {
      try TextDecoder.decode([0xFF, 0xFE, 0x61, 0, 0, 0, 0x62, 0])
    }
  }

  // MARK: Declarations

  @Test(arguments: [
    ("latin1", "windows-1252"), ("ISO-8859-1", "windows-1252"), ("iso_8859-1:1987", "windows-1252"),
    ("x-sjis", "shift_jis"),
    ("GB2312", "gb18030"), ("ks_c_5601-1987", "euc-kr"), ("Cyrillic", "iso-8859-5"), ("l9", "iso-8859-15"),
    ("cp850", "ibm850"),
  ])
  func labels(label: String, name: String) throws {
    // 0xB0 0xA1 is a character in all of them.
    let decoded = try decode([0x61, 0xB0, 0xA1], label)
    #expect(decoded.encoding == name)
    #expect(!decoded.isGuessed)
  }

  @Test func declarationsAreBelievedWhereTheBytesAllow() throws {
    #expect(try decode([0xCF, 0xF0, 0xE8], "windows-1251").text == "При")
    #expect(try decode([0x80, 0x81], "iso-8859-1").text == "€\u{81}")
    // Well-formed UTF-8 contradicts any encoding of single bytes.
    #expect(try decode(Array("Zürich".utf8), "iso-8859-1").text == "Zürich")
    // Two Chinese characters that look like UTF-8: "联通".
    #expect(try decode([0xC1, 0xAA, 0xCD, 0xA8], "gbk").text == "联通")
    #expect(try decode([0xC4, 0xA3], "gb2312") == .init(text: "模", encoding: "gb18030", isGuessed: false))
    // Bytes that the declared encoding does not have.
    let contradicted = try decode([0x63, 0x61, 0x66, 0xE9, 0x20, 0x6E, 0x6F, 0x77], "euc-kr")
    #expect(contradicted == .init(text: "café now", encoding: "windows-1252", isGuessed: true))
  }

  @Test(arguments: ["us-ascii", "unknown-8bit", "no such thing", "../../etc/passwd", ""])
  func labelsThatSayNothing(label: String) throws {
    let decoded = try decode(Array("caf".utf8) + [0xE9], label)
    #expect(decoded.text == "café")
    #expect(decoded.isGuessed)
    #expect(decoded.note == "decoded as windows-1252")
  }

  // MARK: Mixtures

  @Test func strayBytesInUTF8AreWindows1252() throws {
    let bytes =
      Array("“Zürich” and “Köln” met ".utf8) + [0x93] + Array("Besan".utf8) + [0xE7] + Array("on".utf8) + [
        0x94
      ]
    let decoded = try decode(bytes)
    #expect(decoded.text == "“Zürich” and “Köln” met “Besançon”")
    #expect(decoded.encoding == "utf-8 with windows-1252")
    #expect(decoded.isGuessed)
  }

  @Test func utf8CutAtTheEnd() throws {
    let text = "Zürich said “no"
    for cut in 1...2 {
      let bytes = Array((text + "”").utf8.dropLast(cut))
      #expect(try decode(bytes).text == text + "\u{FFFD}")
      #expect(try decode(bytes, "utf-8").text == text + "\u{FFFD}")
    }
  }

  @Test func textEncodedTwiceIsNotRepaired() throws {
    #expect(try decode(Array("cafÃ©".utf8)).text == "cafÃ©")
  }

  @Test func markupDoesNotHideTheScript() throws {
    let markup = Array(String(repeating: "<div class=\"story\"><p id=\"first\">", count: 40).utf8)
    for (line, bytes) in try Snippets.encoded("passages", "windows-1251") {
      let text = try Snippets.lines("passages")[line].split(separator: "\t")[1]
      let decoded = try decode(markup + bytes + markup)
      #expect(decoded.text.contains(text))
      #expect(decoded.encoding == "windows-1251")
    }
  }

  // MARK: What is no text

  @Test func nulIsBinary() {
    #expect(throws: FormatError.binary(offset: 3)) { try TextDecoder.decode([0x61, 0x62, 0x63, 0, 0x64]) }
    let zip: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 0x21, 0, 0x5A, 1, 2]
    #expect(throws: FormatError.binary(offset: 5)) { try TextDecoder.decode(zip) }
  }

  @Test func manyControlCharactersAreBinary() throws {
    let bytes = (0..<100).map { UInt8($0 % 10 == 9 ? 2 : 0x61) }
    #expect(throws: FormatError.binary(offset: 9)) { try TextDecoder.decode(bytes) }
    // A form feed, a terminal's escapes and the end-of-file mark of DOS are found in texts.
    let text = "Page\u{C}\u{1B}[1mtwo\u{1B}[0m\u{8}\u{1A}"
    #expect(try decode(Array(text.utf8)).text == text)
    // One in a long text does not make it binary.
    let long = String(repeating: "word ", count: 100) + "\u{1}"
    #expect(try decode(Array(long.utf8)).text == long)
  }

  @Test func anyBytesAreReadOrRefused() {
    var random = SeededGenerator(seed: 1)
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 1...255, using: &random) }
      let first = try? TextDecoder.decode(bytes)
      #expect(first == (try? TextDecoder.decode(bytes)))
    }
  }
}
