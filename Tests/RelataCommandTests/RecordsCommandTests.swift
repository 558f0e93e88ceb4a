import Foundation
import Relata
import Testing

@Suite("relata records")
struct RecordsCommandTests {
  private static let seeds = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "seeds")

  /// A line of input, with its members in any order.
  private func line(_ members: [String: String?]) throws -> String {
    String(decoding: try JSONEncoder().encode(members), as: UTF8.self)
  }

  private struct Answers {
    var header: RecordsHeader
    var read: [ReadDocument] = []
    var unread: [UnreadDocument] = []
    /// Of all lines, in order.
    var ids: [String?] = []
    var lines: [String] = []
  }

  private func records(
    _ input: [String], _ arguments: [String] = [], in folder: TemporaryFolder, expecting status: Int32 = 0
  ) throws -> Answers {
    let outcome = try RelataProcess.run(
      ["records", "--jobs", "1"] + arguments, in: folder,
      input: input.map { $0 + "\n" }.joined())
    #expect(outcome.status == status, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let decoder = JSONDecoder()
    var answers = Answers(
      header: try decoder.decode(RecordsHeader.self, from: Data(try #require(lines.first).utf8)))
    answers.lines = Array(lines.dropFirst())
    for line in answers.lines {
      if let document = try? decoder.decode(ReadDocument.self, from: Data(line.utf8)) {
        answers.read.append(document)
        answers.ids.append(document.id)
      } else {
        let document = try decoder.decode(UnreadDocument.self, from: Data(line.utf8))
        answers.unread.append(document)
        answers.ids.append(document.id)
      }
    }
    return answers
  }

  private func seedLines(id: (String) -> String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Self.seeds.path).sorted().map { name in
      try line([
        "id": id(name), "text": String(contentsOf: Self.seeds.appending(path: name), encoding: .utf8),
        "title": "Title of \(name)", "date": "2025-02-0\(name.utf8.count % 9 + 1)T10:00:00Z",
        "url": "https://example.org/\(name)", "author": "A. Writer", "publisher": "The Paper",
      ])
    }
  }

  @Test("finds in each document what a collection finds in a file of the same lines")
  func sameAsCollection() throws {
    let folder = try TemporaryFolder()
    let plain = try seedLines { $0 }
    try folder.write(plain.joined(separator: "\n") + "\n", to: "a.jsonl")
    let added = try RelataProcess.run(["collection", "add", "c.relata-db", "a.jsonl"], in: folder)
    #expect(added.status == 0, "\(added.errors)")
    var expected: [CollectedDocument] = []
    let collection = try DocumentCollection(at: folder.path + "/c.relata-db")
    try collection.forEachExtraction(withTexts: true) { extraction, signature in
      expected.append(
        CollectedDocument(
          source: SourceDocument(id: extraction.record.id, text: extraction.record.text ?? ""),
          extraction: extraction, signature: signature))
    }
    #expect(expected.count == plain.count)
    #expect(expected.contains { !$0.extraction.statements.isEmpty })

    let answers = try records(try seedLines { "a.jsonl/\($0)" }, in: folder)
    #expect(answers.unread.isEmpty)
    // Not in one comparison, which would print all that is read.
    let found = try answers.read.map { try $0.collected() }
    #expect(found.map(\.source.id) == expected.map(\.source.id))
    for (one, other) in zip(found, expected) {
      let isSame = one == other
      #expect(isSame, "\(one.source.id)")
    }
    let reader = try JSONDecoder().decode(
      ReaderVersion.self, from: Data(try #require(collection.status().readers.first).reader.utf8))
    #expect(answers.header == RecordsHeader(reader))
  }

  @Test("a document's line is the same alone and among others, in any order")
  func order() throws {
    let folder = try TemporaryFolder()
    let lines = try seedLines { $0 }
    let together = try records(lines, in: folder)
    let backwards = try records(lines.reversed(), in: folder)
    let isSame = Array(backwards.lines.reversed()) == together.lines
    #expect(isSame)
    let isSameAlone = try records([lines[2]], in: folder).lines == [together.lines[2]]
    #expect(isSameAlone)
  }

  @Test("identifiers stay as they are given, also where a path or a number would not")
  func identifiers() throws {
    let folder = try TemporaryFolder()
    let ids = ["../a//b", "a", "a", " spaces ", "https://example.org/?q=1", "7"]
    let answers = try records(
      try ids.dropLast().map { try line(["id": $0, "text": "Germany attacked Poland in 1939."]) }
        + [#"{"id": 7, "text": "Germany attacked Poland in 1939."}"#], in: folder)
    #expect(answers.ids == ids)
    #expect(answers.read.map(\.record.id) == ids)
  }

  @Test("what is not read has a line in its place that says why")
  func unread() throws {
    let folder = try TemporaryFolder()
    let french =
      "Le président a déclaré mercredi que les négociations avec les syndicats reprendraient la semaine prochaine, "
      + "après plusieurs mois de grève dans les transports publics de la capitale."
    let answers = try records(
      [
        try line(["id": "first", "text": "Germany attacked Poland in 1939."]),
        try line(["id": "null", "text": nil]), try line(["id": "blank", "text": " \n "]),
        "{\"id\": \"cut", "[1]", "", try line(["text": "Nobody named this."]),
        try line(["id": "french", "text": french]),
        try line(["id": "last", "text": "Poland is a country."]),
      ], in: folder, expecting: 2)
    #expect(answers.ids == ["first", "null", "blank", nil, nil, nil, "french", "last"])
    #expect(
      answers.unread.map(\.kind) == [.empty, .empty, .damaged, .damaged, .unnamed, .foreignLanguage])
    #expect(answers.unread.map(\.line) == [nil, nil, 4, 5, 7, nil])
    #expect(answers.unread[2].error.hasPrefix("line 4: damaged: the JSON ends within a text"))
    #expect(answers.unread[5].language == "French")
    #expect(!answers.unread.contains { $0.error.contains("\n") })

    let all = try records(
      [try line(["id": "french", "text": french])], ["--any-language"], in: folder)
    #expect(all.read.map(\.id) == ["french"])
    #expect(all.header.readsAllLanguages)
  }

  @Test("options decide what is found, and the header tells them apart")
  func options() throws {
    let folder = try TemporaryFolder()
    try folder.write("different:\n  - [George W. Bush, George H. W. Bush]\n", to: "same-as.yaml")
    let lines = try seedLines { $0 }
    let usual = try records(lines, in: folder)
    let sure = try records(
      lines, ["--min-confidence", "0.9", "--identities", "same-as.yaml", "--without-texts"], in: folder)
    #expect(sure.header.leastConfidence == 0.9)
    try folder.write("version: 1\nextends: builtin\n", to: "mine.yaml")
    let own = try records([], ["--ontology", "mine.yaml"], in: folder)
    #expect(usual.header.ontology == "built-in" && own.header.ontology.count == 64)
    #expect(usual.header.identities == nil && sure.header.identities?.count == 64)
    #expect(usual.read.allSatisfy { $0.record.text != nil } && sure.read.allSatisfy { $0.record.text == nil })
    func statements(_ answers: Answers) throws -> Int {
      try answers.read.reduce(0) { try $0 + $1.collected().extraction.statements.count }
    }
    #expect(try statements(sure) < statements(usual))
  }

  @Test("a line is answered before the next one comes")
  func streaming() throws {
    let process = Process()
    process.executableURL = try RelataProcess.executable
    process.arguments = ["records", "-", "--jobs", "1"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    func answer() -> String {
      var bytes = Data()
      while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
        bytes.append(byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(answer().contains("\"model\""))
    for id in ["one", "two"] {
      let text = try line(["id": id, "text": "Germany attacked Poland in 1939."]) + "\n"
      try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      #expect(answer().contains("\"id\":\"\(id)\""))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("a missing file and a damaged extraction are told")
  func failures() throws {
    let folder = try TemporaryFolder()
    let missing = try RelataProcess.run(["records", "none.jsonl"], in: folder)
    #expect(missing.status == 66)
    #expect(missing.errorLines.count == 1 && missing.errors.hasPrefix("relata: none.jsonl: cannot be read"))
    var document = try #require(
      try records([try line(["id": "a", "text": "Germany attacked Poland in 1939."])], in: folder).read.first)
    document.extraction.removeLast()
    #expect(throws: ExtractionCoding.Damaged.self) { try document.collected() }
  }
}
