import Foundation
import RelataDocuments
import Testing

/// What lines and places on a page mean, each rule alone.
@Suite struct PDFLayoutTests {
  private func read(_ pages: [[HandmadePDF.Text]], information: String = "") throws -> DocumentContent {
    try PDFReader().content(of: HandmadePDF(pages: pages, information: information).bytes)
  }

  private func paragraphs(_ pages: [[HandmadePDF.Text]]) throws -> [String] {
    try read(pages).text.split(separator: "\n\n").map(String.init)
  }

  @Test(
    "hyphens at the end of a line, as the document has the word elsewhere",
    arguments: [
      (["The govern-", "ment met."], "The government met."),
      (["Sana is state-run. The state-", "run agency met."], "Sana is state-run. The state-run agency met."),
      (["It was overthrown. They over-", "thrown him."], "It was overthrown. They overthrown him."),
      (["The channel Al-", "Ikhbariya said so."], "The channel Al-Ikhbariya said so."),
      (["The state may run. The state-", "run agency met."], "The state may run. The state-run agency met."),
      (["It lasted from 2011-", "2015 at least."], "It lasted from 2011-2015 at least."),
      (["See http://example.org/", "news for more."], "See http://example.org/news for more."),
    ])
  func hyphens(lines: [String], text: String) throws {
    #expect(try read([HandmadePDF.lines(lines)]).text == text)
  }

  @Test func paragraphsByWhiteSpaceAndIndentation() throws {
    let spaced =
      HandmadePDF.lines(["The minister resigned on Monday, his", "office said in the evening."])
      + HandmadePDF.lines(["A successor was named, as was", "expected by all."], y: 142)
    #expect(
      try paragraphs([spaced]) == [
        "The minister resigned on Monday, his office said in the evening.",
        "A successor was named, as was expected by all.",
      ])
    var indented = HandmadePDF.lines([
      "The minister resigned on Monday, his", "office said it on Tuesday evening xx.",
      "A successor was named, as was", "expected by all of the parliament now.",
    ])
    indented[0].x += 12
    indented[2].x += 12
    #expect(try paragraphs([indented]).count == 2)
  }

  @Test("a larger line is a paragraph of its own, and the title") func headings() throws {
    let page =
      [HandmadePDF.Text(x: 72, y: 60, size: 20, text: "Minister Resigns")]
      + HandmadePDF.lines(["The minister resigned on Monday,", "his office said."], y: 90)
    let content = try read(
      [page], information: "/Title (Microsoft Word - draft3.doc) /CreationDate (D:20240305101112+01'00')")
    #expect(content.text == "Minister Resigns\n\nThe minister resigned on Monday, his office said.")
    #expect(content.metadata == ["title": "Minister Resigns", "created": "2024-03-05"])
  }

  @Test(arguments: [
    ("The Coup That Failed", true), ("untitled", false), ("draft_v3", false), ("report 2024.indd", false),
    ("TEX output 2026.11.28:0335", false),
    ("Document1", false), ("Syria", true), ("12", false),
  ])
  func titlesOfPrograms(title: String, isWritten: Bool) throws {
    let content = try read([HandmadePDF.lines(["The minister resigned."])], information: "/Title (\(title))")
    #expect(content.metadata["title"] == (isWritten ? title : nil))
  }

  @Test("columns are read one after the other, a table row by row") func columnsAndTables() throws {
    let left = [
      "The minister resigned on Monday after", "a week of protests in the capital and",
      "in two towns of the north, where the", "police had shot at the crowd on Friday",
      "and on Saturday, as witnesses of the", "protests told the agency in Marou.",
    ]
    let right = [
      "His successor is the former head of", "the central bank, who has no party and",
      "was proposed by the president himself.", "He said on Tuesday that he would stay",
      "until the elections in June at most, as", "the constitution demands of ministers.",
    ]
    let columns = HandmadePDF.lines(left, x: 60) + HandmadePDF.lines(right, x: 320, y: 103)
    #expect(try paragraphs([columns]).joined(separator: " ") == (left + right).joined(separator: " "))

    let rows = [["Town", "Moved", "Dead"], ["Marou", "2,150", "3"], ["Tesse", "1,300", "0"]]
    let table = rows.enumerated().flatMap { row, cells in
      cells.enumerated().map {
        HandmadePDF.Text(x: 72 + Double($0) * 120, y: 100 + Double(row) * 20, text: $1)
      }
    }
    #expect(try paragraphs([table]) == ["Town Moved Dead", "Marou 2,150 3", "Tesse 1,300 0"])
  }

  @Test("heads of odd and even pages, page numbers and rotated marks are no text") func runningMatter() throws
  {
    let pages = (1...6).map { number in
      [
        HandmadePDF.Text(x: 72, y: 40, size: 9, text: number % 2 == 0 ? "Levant Brief" : "The Delta Flood"),
        HandmadePDF.Text(x: 290, y: 770, text: "Page \(number) of 6"),
        HandmadePDF.Text(x: 30, y: 400, text: "For subscribers", isUpward: true),
      ]
        + HandmadePDF.lines(
          ["Marou has \(number * number) bridges.", "Tesse has \(7 * number % 5) schools."], y: 100,
          leading: 30)
    }
    let expected = (1...6).flatMap { ["Marou has \($0 * $0) bridges.", "Tesse has \(7 * $0 % 5) schools."] }
    #expect(try paragraphs(pages) == expected)
  }

  @Test("one page has only a page number", arguments: ["1", "- 1 -", "Page 1 of 1"]) func lonePageNumber(
    number: String
  ) throws {
    let page =
      HandmadePDF.lines(["The minister resigned.", "He is 61."], leading: 40) + [
        HandmadePDF.Text(x: 290, y: 770, text: number)
      ]
    #expect(try paragraphs([page]) == ["The minister resigned.", "He is 61."])
  }

  @Test("what a browser prints around two pages, and the address in it") func browser() throws {
    let pages = (1...2).map { number in
      [
        HandmadePDF.Text(x: 20, y: 20, size: 8, text: "3/5/24, 10:11 AM"),
        HandmadePDF.Text(x: 20, y: 785, size: 8, text: "https://example.org/news/1"),
        HandmadePDF.Text(x: 560, y: 785, size: 8, text: "\(number)/2"),
      ] + HandmadePDF.lines(["This is the text of page \(number)."])
    }
    let content = try read(pages)
    #expect(content.text == "This is the text of page 1.\n\nThis is the text of page 2.")
    #expect(content.metadata["url"] == "https://example.org/news/1")
  }

  @Test("pages without text begin where the next one does, and one may begin within a paragraph")
  func pageStarts() throws {
    let first = HandmadePDF.lines([
      "The minister resigned on Monday after", "a long week of protests in the capital,",
    ])
    let last = HandmadePDF.lines(["where the police shot at the crowd.", "He is 61."], leading: 40)
    let content = try read([first, [], last, []])
    #expect(
      content.text.hasPrefix(
        "The minister resigned on Monday after a long week of protests in the capital, where the police"))
    #expect(content.pageStarts == [0, 78, 78, content.text.unicodeScalars.count])
    #expect(content.text.dropFirst(78).hasPrefix("where"))
  }

  @Test("notes stand at the end of their page, their marks nowhere") func footnotes() throws {
    let page =
      HandmadePDF.lines(["The minister resigned", "He is 61."], leading: 40)
      + [
        HandmadePDF.Text(x: 171, y: 96, size: 6, text: "1"),
        HandmadePDF.Text(x: 177, y: 100, text: "on Monday."),
      ]
      + [
        HandmadePDF.Text(x: 72, y: 697, size: 5, text: "1"),
        HandmadePDF.Text(x: 76, y: 700, size: 8, text: "Statement of his office."),
      ]
    #expect(
      try paragraphs([page]) == ["The minister resigned on Monday.", "He is 61.", "Statement of his office."])
  }

  @Test("a large first letter belongs to its word") func dropCap() throws {
    let page =
      [HandmadePDF.Text(x: 72, y: 112, size: 30, text: "T")]
      + HandmadePDF.lines(
        ["he minister resigned on Monday after a", "week of protests in the capital and in"], x: 94)
      + HandmadePDF.lines(["two towns of the north, where police shot."], y: 124)
    #expect(
      try paragraphs([page]) == [
        "The minister resigned on Monday after a week of protests in the capital and in two towns of the north, where police shot."
      ])
  }

  @Test("entries of a table of contents are no sentence") func contents() throws {
    let lines = [
      "1 The Flood ............ 3", "2 The Resignation ......... 7", "3 The Inquiry ............. 9",
    ]
    #expect(try paragraphs([HandmadePDF.lines(lines)]) == lines)
  }

  @Test("list items are paragraphs without their marks") func lists() throws {
    let items =
      HandmadePDF.lines(["\u{95}", "\u{95}"], x: 72, leading: 24)
      + HandmadePDF.lines(
        ["Two bridges are closed, one of them since", "the end of May.", "Schools stay shut."], x: 86)
    #expect(
      try paragraphs([items]) == [
        "Two bridges are closed, one of them since the end of May.", "Schools stay shut.",
      ])
  }
}
