import RelataDocuments
import Testing

@Suite struct CSVDocumentReaderTests {
  @Test(arguments: ["pandas.csv", "pandas.tsv", "excel.csv"])
  func files(fixture: String) throws {
    let read = try Records(csv: try ArchiveFixtures.bytes(fixture))
    #expect(read.error == nil)
    #expect(read.failures.isEmpty)
    #expect(read.records.map(\.id) == ["a1", "a2", "a3"])
    #expect(read.records.map { $0.content.metadata["date"] } == ["2025-02-13", "2024-12-29", "2025-10-15"])
    #expect(read.texts[0].hasPrefix("Russian President Vladimir Putin has held"))
    // Line ends within a field.
    #expect(read.texts[0].contains("\nDuring the conversation"))
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func delimiters(delimiter: String) throws {
    let rows = [
      ["Title", "Text"], ["One; two, three | four", "\"He said \"\"no\"\",\nthen left\""], ["B", "b"],
    ]
    var text = ""
    for row in rows {
      text += (row.map { $0.contains("\"") ? $0 : "\"\($0)\"" }).joined(separator: delimiter) + "\r\n"
    }
    let read = try Records(csv: "\u{FEFF}" + text)
    #expect(read.texts == ["He said \"no\",\nthen left", "b"])
    #expect(read.records.map(\.line) == [2, 4])
    #expect(read.records[0].content.metadata["title"] == "One; two, three | four")
  }

  @Test func aRowWithAWrongNumberOfFieldsIsReported() throws {
    let read = try Records(csv: "title,text\na,b\nc\n\nd,e,f\ng,h\ni,\n")
    #expect(read.texts == ["b", "h"])
    #expect(read.failures.map(\.line) == [3, 5, 7])
    #expect(read.failures[1].error.description == "damaged: this row has 3 fields, the first row has 2")
    #expect(read.failures[2].error.description == "damaged: this row has no text")
  }

  @Test func aQuotationMarkThatIsNotClosed() throws {
    let read = try Records(csv: "title,text\na,b\nc,\"never closed\nd,e\nf,g\n")
    #expect(read.texts == ["b", "e", "g"])
    #expect(read.failures.map(\.line) == [3])
  }

  @Test func quotationMarksElsewhereAreCharacters() throws {
    let read = try Records(csv: "title,text\nthe 5\" gun,he said \"no\"\n\"a\"b,c\n")
    #expect(read.texts == ["he said \"no\"", "c"])
    #expect(read.records.map { $0.content.metadata["title"] } == ["the 5\" gun", "ab"])
  }

  @Test func oneColumn() throws {
    #expect(try Records(csv: "text\nfirst\nsecond, with a comma\n").texts == ["first"])
    #expect(try Records(csv: "Text\n\"first, second\"\n").texts == ["first, second"])
  }

  @Test func aTableWithoutText() throws {
    let read = try Records(csv: "name,age\nAnna,5\n")
    #expect(
      read.error?.description
        == "damaged: none of its columns “name”, “age” is known to hold the text (--text-field names the one that does)"
    )
    var names = FieldNames()
    names.text = ["Summary of case"]
    #expect(try Records(csv: "id,summary_of_case\n1,x\n", names: names).texts == ["x"])
    #expect(try Records(csv: "").error == .empty)
  }

  @Test func fieldsAreBounded() throws {
    var limits = ReadingLimits()
    limits.documentBytes = 1_000
    let long = String(repeating: "line\n", count: 10_000)
    let read = try Records(csv: "title,text\na,\"\(long)\"\nb,c\n", limits: limits)
    #expect(read.failures.first?.line == 2)
    #expect(read.failures.first?.error != nil)
  }
}
