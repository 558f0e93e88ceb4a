import RelataDocuments
import RelataTestSupport
import Testing

/// What came out of a file of records.
struct Records {
  var records: [TableRecord] = []
  var failures: [(line: Int, error: FormatError)] = []
  var error: FormatError?

  init(json bytes: [UInt8], names: FieldNames = FieldNames(), limits: ReadingLimits = ReadingLimits()) throws
  {
    do {
      try JSONLinesReader(names: names, limits: limits).forEachRecord(
        in: ByteReader(bytes), onFailure: { failures.append(($0, $1)) }, { records.append($0) })
    } catch let error as FormatError {
      self.error = error
    }
  }

  init(json text: String, names: FieldNames = FieldNames(), limits: ReadingLimits = ReadingLimits()) throws {
    try self.init(json: Array(text.utf8), names: names, limits: limits)
  }

  init(csv bytes: [UInt8], names: FieldNames = FieldNames(), limits: ReadingLimits = ReadingLimits()) throws {
    do {
      try CSVDocumentReader(names: names, limits: limits).forEachRecord(
        in: ByteReader(bytes), onFailure: { failures.append(($0, $1)) }, { records.append($0) })
    } catch let error as FormatError {
      self.error = error
    }
  }

  init(csv text: String, names: FieldNames = FieldNames(), limits: ReadingLimits = ReadingLimits()) throws {
    try self.init(csv: Array(text.utf8), names: names, limits: limits)
  }

  var texts: [String] { records.map(\.content.text) }
}

@Suite struct JSONLinesReaderTests {
  @Test(
    "Every layout gives the same records",
    arguments: ["lines.jsonl", "array.json", "pretty.json", "pandas.jsonl"])
  func layouts(fixture: String) throws {
    let read = try Records(json: try ArchiveFixtures.bytes(fixture))
    #expect(read.failures.isEmpty)
    #expect(read.records.map(\.id) == ["a1", "a2", "a3"])
    #expect(
      read.records.map { $0.content.metadata["title"] } == ["Phone call", "Strategic interests", "Visit"])
    #expect(
      read.records.map { $0.content.metadata["date"] } == ["2025-02-13", "2024-12-29", "2025-10-15"])
    #expect(read.records[1].content.metadata["url"] == "https://news.example.org/interests")
    #expect(read.texts[0].hasPrefix("Russian President Vladimir Putin has held"))
    #expect(read.texts[0].contains("Syria’s new leader"))
    #expect(
      read.records.map(\.line)
        == (fixture == "array.json" ? [1, 1, 1] : fixture == "pretty.json" ? [2, 9, 16] : [1, 2, 3]))
  }

  @Test func oneObjectOverLines() throws {
    let read = try Records(json: try ArchiveFixtures.bytes("single.json"))
    #expect(read.records.map(\.id) == ["a1"])
    #expect(read.records[0].content.metadata["date"] == "2025-02-13")
  }

  @Test func anAnswerThatWrapsItsArticles() throws {
    let read = try Records(json: try ArchiveFixtures.bytes("newsapi.json"))
    #expect(read.failures.isEmpty)
    #expect(read.records.count == 3)
    #expect(read.records[0].content.metadata["publisher"] == "Example News")
    #expect(read.records[0].content.metadata["author"] == "Lena Okafor")
    #expect(read.records[0].content.metadata["date"] == "2024-03-05")
  }

  @Test func aBrokenLineDoesNotEndTheOthers() throws {
    let read = try Records(
      json: """
        \u{FEFF}{"text": "one"}\r
        {"text": "two
        \r
        {"text": "three", }
        {"title": "no text"}
        [1, 2]
        {"text": "six"} trailing
        nonsense
        {"text": ""}
        {"text": "nine"}
        """)
    #expect(read.texts == ["one", "nine"])
    #expect(read.failures.map(\.line) == [2, 4, 5, 6, 7, 8, 9])
    #expect(
      read.failures[1].error.description
        == "damaged: a key in quotation marks was expected (byte 19 of the line)")
    #expect(
      read.failures[2].error.description
        == "damaged: this record has no text (--text-field names the member that holds it)")
    #expect(read.records.map(\.id) == ["1", "10"])
  }

  @Test func aBrokenFirstLine() throws {
    let read = try Records(json: "{\"text\": \"cut\n{\"text\": \"two\"}\n{\"text\": \"three\"}\n")
    #expect(read.texts == ["two", "three"])
    #expect(read.failures.map(\.line) == [1])
  }

  @Test(
    "A file that ends within its only value ends on that value's last line",
    arguments: [("{\"cut", 1), ("{\"cut\n", 1), ("{\"cut\r\n\n", 1), ("{\n  \"text\": \"cut\n", 2)])
  func endsWithinAValue(json: String, line: Int) throws {
    #expect(try Records(json: json).failures.map(\.line) == [line])
  }

  @Test func escapes() throws {
    let read = try Records(
      json:
        #"{"text": "\"a\"\\\/\b\f\n\r\t\u00e9 \ud83d\ude00 \ud83d x \ude00 \uD83D\u0041", "text": "last \u4e2d"}"#
    )
    #expect(read.texts == ["last 中"])
    let first = try Records(
      json: #"{"body": "\"a\"\\\/\n\t\u00e9 \ud83d\ude00 \ud83d x \ude00 \uD83D\u0041"}"#)
    #expect(first.texts == ["\"a\"\\/\n\té 😀 \u{FFFD} x \u{FFFD} \u{FFFD}A"])
    #expect(try Records(json: #"{"text": "\x"}"#).failures.count == 1)
    #expect(try Records(json: #"{"text": "\u12G4"}"#).failures.count == 1)
    #expect(try Records(json: #"{"text": "\"#).failures.count == 1)
  }

  @Test func namesAreTriedInOrder() throws {
    let read = try Records(
      json:
        #"{"content": "long", "text": null, "Head-Line": "T", "source": {"name": "S"}, "authors": ["A", {"name": "B"}]}"#
    )
    #expect(read.texts == ["long"])
    #expect(read.records[0].content.metadata == ["title": "T", "publisher": "S", "author": "A, B"])
    var names = FieldNames()
    names.text = ["doc.parts.main"]
    let own = try Records(json: #"{"text": "no", "doc": {"parts": {"main": ["one", "two"]}}}"#, names: names)
    #expect(own.texts == ["one\n\ntwo"])
  }

  @Test(
    arguments: [
      ("1709633472", "2024-03-05"), ("1709633472000", "2024-03-05"), ("1709633472.5", "2024-03-05"),
      ("\"1709633472\"", "2024-03-05"), ("20240305", "2024-03-05"),
      ("{\"$date\": \"2024-03-05T10:00:00Z\"}", "2024-03-05"),
    ])
  func dates(value: String, day: String) throws {
    let read = try Records(json: "{\"text\": \"x\", \"timestamp\": \(value)}")
    #expect(read.records.first?.content.metadata["date"] == day)
  }

  @Test func whatIsNoDateIsNoted() throws {
    let read = try Records(json: #"{"text": "x", "date": "yesterday evening"}"#)
    #expect(read.records[0].content.metadata["date"] == nil)
    #expect(read.records[0].content.notes == ["“yesterday evening” is no date, so it is left out"])
  }

  @Test func identifiersAreDistinct() throws {
    let read = try Records(
      json: #"{"id": 7, "text": "a"}"# + "\n" + #"{"id": "7", "text": "b"}"# + "\n" + #"{"text": "c"}"# + "\n"
        + #"{"id": "../x\u0000y", "text": "d"}"#)
    #expect(read.records.map(\.id) == ["7", "7 (2)", "3", "xy"])
  }

  @Test func otherEncodings() throws {
    // The windows-1252 of one line in a file of UTF-8 is another reader's guess; the others are not lost.
    let long = String(repeating: "{\"text\": \"ASCII\"}\n", count: 5_000)
    let mixed =
      Array(long.utf8) + Array("{\"text\": \"caf".utf8) + [0xE9] + Array("\"}\n{\"text\": \"last\"}".utf8)
    let read = try Records(json: mixed)
    #expect(read.texts.count == 5_002)
    #expect(read.texts.last == "last")
  }

  @Test("Deep nesting is refused, wherever it is", arguments: ["[", "{\"a\":", "[{\"text\":"])
  func depth(open: String) throws {
    let bomb = String(repeating: open, count: 100_000)
    for text in [bomb, "{\"text\": \"x\", \"y\": " + bomb] {
      let read = try Records(json: text + "\n{\"text\": \"next\"}")
      #expect(read.error != nil || !read.failures.isEmpty)
      #expect(read.records.allSatisfy { $0.content.text == "next" })
    }
    let lines = try Records(json: "{\"text\": \"x\"}\n{\"text\": \(bomb)\n{\"text\": \"next\"}")
    #expect(lines.texts == ["x", "next"])
    #expect(lines.failures.first?.error == .tooLarge(what: "levels of nested JSON", limit: 256))
  }

  @Test func linesAreBounded() throws {
    var limits = ReadingLimits()
    limits.documentBytes = 1_000
    let long = String(repeating: "x", count: 200_000)
    let read = try Records(
      json: "{\"text\": \"a\"}\n{\"text\": \"\(long)\"}\n{\"text\": \"b\"}", limits: limits)
    #expect(read.texts == ["a", "b"])
    #expect(read.failures.map(\.line) == [2])
    let array = try Records(
      json: "[{\"text\": \"a\"}, {\"text\": \"\(long)\"}, {\"text\": \"b\"}]", limits: limits)
    #expect(array.texts == ["a", "b"])
    #expect(array.failures.count == 1)
  }

  @Test func textThatIsMarkup() throws {
    let read = try Records(json: #"{"text": "<p>One town.</p><p>Another town.</p>"}"#)
    #expect(read.texts.first?.contains("Another town.") == true)
  }

  @Test func noBytesMakeItCrash() throws {
    var random = SeededGenerator(seed: 3)
    let marks = Array("{}[]\",:\\\n\0u".utf8)
    for fixture in ["lines.jsonl", "pretty.json", "newsapi.json", "pandas.csv"] {
      let whole = try ArchiveFixtures.bytes(fixture)
      for _ in 0..<40 {
        var bytes = whole
        for _ in 0...random.number(10) { bytes[random.number(bytes.count)] = random.choice(marks) }
        _ = try Records(json: bytes)
        _ = try Records(csv: bytes)
      }
    }
    for text in [
      "", " ", "]", "}", "[", "[]", "[}", "{]", "[,]", "\"", "[\"", "1", "{\"text\"", "[[]]", "null\nnull",
    ] {
      #expect(try Records(json: text).records.isEmpty, "\(text)")
    }
  }
}
