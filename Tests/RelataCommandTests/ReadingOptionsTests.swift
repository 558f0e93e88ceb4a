import Foundation
import Testing

/// The options of `InputDocuments`, which all commands that read documents share.
@Suite("How documents are read, where that is said")
struct ReadingOptionsTests {
  private static let fields = [
    "--text-field", "story.words", "--title-field", "heading", "--date-field", "day", "--id-field", "key",
    "--url-field", "web",
  ]

  /// Beside each name that is asked for there is one that is taken without being asked for.
  private static let record = """
    {"text": "Spain attacked Portugal in 1762.", "title": "Other", "date": "2001-01-01", "id": "other",
    "url": "https://other.example/", "story": {"words": "Germany attacked Poland in 1939."}, "heading": "Asked",
    "day": "2002-02-02", "key": "asked", "web": "https://asked.example/"}
    """.replacing("\n", with: " ")

  private struct Document: Decodable, Equatable {
    struct Metadata: Decodable, Equatable {
      var title: String?
      var date: String?
      var url: String?
    }
    var id: String
    var text: String
    var metadata: Metadata
  }

  private static let asked = Document(
    id: "news.jsonl/asked", text: "Germany attacked Poland in 1939.",
    metadata: .init(title: "Asked", date: "2002-02-02", url: "https://asked.example/"))
  private static let usual = Document(
    id: "news.jsonl/other", text: "Spain attacked Portugal in 1762.",
    metadata: .init(title: "Other", date: "2001-01-01", url: "https://other.example/"))

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.record + "\n", to: "news.jsonl")
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> String {
    let outcome = try RelataProcess.run(arguments, in: folder)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome.output
  }

  private func document(_ arguments: [String], in folder: TemporaryFolder) throws -> Document {
    try JSONDecoder().decode(Document.self, from: Data(run(["text", "--json"] + arguments, in: folder).utf8))
  }

  @Test("each option names the field of one thing")
  func eachField() throws {
    let folder = try folder()
    #expect(try document(["news.jsonl"], in: folder) == Self.usual)
    #expect(try document(["news.jsonl"] + Self.fields, in: folder) == Self.asked)
    var expected = Self.usual
    for index in stride(from: 0, to: Self.fields.count, by: 2) {
      expected = Self.usual
      switch Self.fields[index] {
      case "--text-field": expected.text = Self.asked.text
      case "--title-field": expected.metadata.title = Self.asked.metadata.title
      case "--date-field": expected.metadata.date = Self.asked.metadata.date
      case "--id-field": expected.id = Self.asked.id
      default: expected.metadata.url = Self.asked.metadata.url
      }
      #expect(try document(["news.jsonl"] + Self.fields[index...(index + 1)], in: folder) == expected)
    }
  }

  @Test("a collection reads each input again as it was added, alone and within a folder")
  func collection() throws {
    let folder = try TemporaryFolder()
    let names = ["in/asked.jsonl", "in/usual.jsonl"]
    for name in names { try folder.write(Self.record + "\n", to: name) }
    _ = try run(["collection", "add", "c.relata-db", "in/asked.jsonl"] + Self.fields, in: folder)
    _ = try run(["collection", "add", "c.relata-db", "in"], in: folder)
    func status() throws -> [Substring] {
      try run(["collection", "status", "c.relata-db", "--list"], in: folder).split(separator: "\n")
    }
    #expect(try status() == ["asked.jsonl/asked", "usual.jsonl/other"])
    for name in names {
      let more = Self.record.replacing("asked\"", with: "asked2\"").replacing("other\"", with: "other2\"")
        .replacing("Germany", with: "Russia").replacing("Spain", with: "Italy")
      try folder.write(Self.record + "\n" + more + "\n", to: name)
    }
    let update = try run(["collection", "update", "c.relata-db"], in: folder)
    #expect(update.hasPrefix("2 documents read, 2 unchanged"), "\(update)")
    #expect(!update.contains("removed"))
    #expect(
      try status() == [
        "asked.jsonl/asked", "asked.jsonl/asked2", "usual.jsonl/other", "usual.jsonl/other2",
      ])
    let shown = try run(["show", "Russia", "--graph", "c.relata-db"], in: folder)
    #expect(shown.contains("asked.jsonl/asked2") && shown.contains("Asked"), "\(shown)")
  }

  @Test(
    "of a folder and a file in it each has its own fields, whichever came first, and other ones read it anew")
  func collectionOfNested() throws {
    let folder = try TemporaryFolder()
    for name in ["usual", "asked", "other"] { try folder.write(Self.record + "\n", to: "in/\(name).jsonl") }
    func status() throws -> [String] {
      try run(["collection", "status", "c.relata-db", "--list"], in: folder).split(separator: "\n")
        .map(String.init)
    }
    let key = ["--id-field", "key"]
    let first = ["asked.jsonl/asked", "other.jsonl/asked", "usual.jsonl/other"]
    _ = try run(["collection", "add", "c.relata-db", "in/usual.jsonl"], in: folder)
    _ = try run(["collection", "add", "c.relata-db", "in"] + key, in: folder)
    #expect(try status() == first)
    for name in ["usual", "asked", "other"] {
      try folder.write(Self.record + "\n\n", to: "in/\(name).jsonl")
    }
    _ = try run(["collection", "update", "c.relata-db"], in: folder)
    #expect(try status() == first)
    // The file has not changed, but how it is read.
    _ = try run(["collection", "add", "c.relata-db", "in/asked.jsonl", "--id-field", "day"], in: folder)
    let second = ["asked.jsonl/2002-02-02", "other.jsonl/asked", "usual.jsonl/other"]
    #expect(try status() == second)
    _ = try run(["collection", "add", "c.relata-db", "in"] + key, in: folder)
    #expect(try status() == second)
  }

  @Test("tables have the same")
  func table() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      id,title,text,date,key,heading,words
      other,Other,Spain attacked Portugal in 1762.,2001-01-01,asked,Asked,Germany attacked Poland in 1939.

      """, to: "news.csv")
    let found = try document(
      ["news.csv", "--text-field", "words", "--title-field", "heading", "--id-field", "key"], in: folder)
    #expect(found.id == "news.csv/asked" && found.text == Self.asked.text && found.metadata.title == "Asked")
    #expect(found.metadata.date == "2001-01-01")
  }

  @Test(
    "whatever reads documents goes by them",
    arguments: ["build -o out --format jsonld --trace", "analyze", "mentions", "extract --open", "reading"])
  func commands(command: String) throws {
    let folder = try folder()
    let arguments = command.split(separator: " ").map(String.init) + ["news.jsonl"]
    for (fields, id, names, others) in [
      (Self.fields, "news.jsonl/asked", ["Germany", "Poland"], ["Spain", "Portugal"]),
      ([], "news.jsonl/other", ["Spain", "Portugal"], ["Germany", "Poland"]),
    ] {
      let output = try run(arguments + fields, in: folder)
      for name in names { #expect(output.contains(name), "\(output)") }
      for name in others { #expect(!output.contains(name), "\(output)") }
      // Propositions come without the document.
      if !command.hasPrefix("extract") { #expect(output.contains(id), "\(output)") }
    }
  }

  @Test(
    "--strict stops at the first that cannot be read", arguments: ["text", "analyze", "mentions", "reading"])
  func strict(command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "in/a.txt")
    try folder.write("Germany attacked Poland in 1939.\n", to: "in/b.txt")
    let usual = try RelataProcess.run([command, "in"], in: folder)
    #expect(usual.status == 2 && usual.output.contains("Germany"))
    let strict = try RelataProcess.run([command, "in", "--strict"], in: folder)
    #expect(strict.status == 65 && strict.output.isEmpty)
    #expect(strict.errorLines.count == 1 && strict.errors.hasPrefix("relata: a.txt: "))
  }

  @Test("--any-language reads what is not English")
  func anyLanguage() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "Le président Emmanuel Macron a rencontré mercredi la chancelière Angela Merkel à Berlin, "
        + "après plusieurs mois de grève dans les transports publics de la capitale.\n", to: "in/french.txt")
    try folder.write("Germany attacked Poland in 1939.\n", to: "in/english.txt")
    let build = ["build", "in", "-o", "out", "--format", "jsonld"]
    let usual = try RelataProcess.run(build, in: folder)
    #expect(usual.output.hasPrefix("1 document, "))
    #expect(usual.errors.contains("french.txt") && usual.errors.contains("French"))
    #expect(try run(build + ["--any-language"], in: folder).hasPrefix("2 documents, "))

    let add = ["collection", "add", "news.relata-db", "in"]
    _ = try RelataProcess.run(add, in: folder)
    #expect(try run(["collection", "status", "news.relata-db"], in: folder).hasPrefix("1 document, "))
    _ = try run(["collection", "add", "all.relata-db", "in", "--any-language"], in: folder)
    #expect(try run(["collection", "status", "all.relata-db"], in: folder).hasPrefix("2 documents, "))
  }

  @Test("a PDF without poppler is told with what to install, and what else there is is read")
  func poppler() throws {
    let folder = try TemporaryFolder()
    try folder.write("%PDF-1.7\n", to: "in/a.pdf")
    let nowhere = ["/usr/bin/env", "PATH=/nowhere"]
    for command in [["text"], ["build", "-o", "out", "--format", "jsonld"]] {
      let outcome = try RelataProcess.run(command + ["in"], in: folder, under: nowhere)
      #expect(outcome.status == 69 && outcome.output.isEmpty)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.hasPrefix("relata: a.pdf: cannot be read without pdftotext (poppler)"))
      #expect(outcome.errors.contains("apt-get install poppler-utils"))
    }
    #expect(try !folder.contents.keys.contains { $0.hasPrefix("out") })
    try folder.write("Germany attacked Poland in 1939.\n", to: "in/b.txt")
    let rest = try RelataProcess.run(["text", "in"], in: folder, under: nowhere)
    #expect(rest.status == 2 && rest.output.contains("Germany"))
    #expect(rest.errors.contains("relata: warning: a.pdf: cannot be read without pdftotext"))
  }

  #if Markup
    @Test("page-features has a row of numbers for each block of a page, and names a file that is not there")
    func pageFeatures() throws {
      struct Row: Decodable {
        let file: String
        let names: [String]
        let texts: [String]
        let features: [[Double]]
      }
      let folder = try TemporaryFolder()
      try folder.write("<html><body><h1>News</h1><p>Germany attacked Poland.</p></body></html>", to: "a.html")
      let output = try run(["page-features", "a.html"], in: folder)
      let row = try JSONDecoder().decode(Row.self, from: Data(output.utf8))
      #expect(row.file == "a.html" && row.texts == ["News", "Germany attacked Poland."])
      #expect(row.features.map(\.count) == [row.names.count, row.names.count] && !row.names.isEmpty)
      let missing = try RelataProcess.run(["page-features", "none.html"], in: folder)
      #expect(missing.status == 66 && missing.output.isEmpty)
      #expect(missing.errorLines == ["relata: none.html: this file cannot be read; is it there?"])
    }
  #endif
}
