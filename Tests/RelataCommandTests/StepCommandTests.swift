import Foundation
import Relata
import Testing

@Suite("relata step")
struct StepCommandTests {
  @Test func answersEachLineAfterAHeader() throws {
    let folder = try TemporaryFolder()
    let line = #"{"text": "Ahmed al-Sharaa", "kind": "person"}"#
    let run = try RelataProcess.run(["step", "names"], in: folder, input: "\(line)\n\(line)\n")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0] == #"{"ontology":"built-in","relata":"\#(RelataVersion.current)","step":"names"}"#)
    #expect(lines[1] == lines[2])
    #expect(lines[1].contains(#""word":"sharaa""#))
  }

  /// Two programs with one header answer alike, so what the answers depend on is in it.
  @Test func theHeaderTellsTheRulesApart() throws {
    let folder = try TemporaryFolder()
    try folder.write("same:\n  - [Ada Khan, Ada Lovelace]\n", to: "same-as.yaml")
    try folder.write("version: 1\nextends: builtin\n", to: "mine.yaml")
    try folder.write("version: 1\ncorrections: []\n", to: "corrections.yaml")
    func header(_ arguments: String...) throws -> [String: String] {
      let run = try RelataProcess.run(["step", "names"] + arguments, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      return try JSONDecoder().decode([String: String].self, from: Data(run.output.utf8))
    }
    let usual = try header()
    #expect(usual["ontology"] == "built-in" && usual.count == 3)
    for (option, file, key) in [
      ("--identities", "same-as.yaml", "identities"), ("--ontology", "mine.yaml", "ontology"),
      ("--corrections", "corrections.yaml", "corrections"),
    ] {
      var expected = usual
      let found = try header(option, file)
      expected[key] = found[key]
      #expect(found == expected && found[key]?.count == 64, "\(option)")
    }
    #expect(try header("--called", "ours")["called"] == "ours")
  }

  @Test func messagesCallAFileAsTheyAreTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("same: [\n", to: "x7.yaml")
    let own = try RelataProcess.run(["step", "names", "--identities", "x7.yaml"], in: folder)
    #expect(own.status == 65 && own.errors.hasPrefix("relata: x7.yaml:2:1: "))
    let called = try RelataProcess.run(
      ["step", "names", "--identities", "x7.yaml", "--called", "same-as.yaml"], in: folder)
    #expect(called.status == 65 && called.errors.hasPrefix("relata: same-as.yaml:2:1: "))
  }

  @Test func aLineThatIsNoneIsToldByItsNumber() throws {
    let folder = try TemporaryFolder()
    let good = #"{"text": "A", "kind": "place"}"#
    for step in ["names", "csv"] {
      let run = try RelataProcess.run(
        ["step", step], in: folder,
        input: (step == "csv" ? #"{"entity": {"id": "a", "name": "A", "type": "Place"}}"# : good) + "\n[]\n")
      #expect(run.status == 65)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.hasPrefix("relata: line 2: "))
    }
    let unknown = try RelataProcess.run(["step", "none"], in: folder)
    #expect(unknown.status == 64)
  }

  @Test func aGraphInShardsIsImported() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Data(
        #"{"relata": "graph in shards", "version": 1, "lines": "lines", "entities": 2, "statements": 1, "documents": 0, "contradictions": 0}"#
          .utf8), to: "graph/manifest.json")
    let entity = #"{"entity": {"id": "person/a", "name": "Ada", "type": "Person"}}"#
    let statement =
      #"{"number": 0, "statement": {"subject": "person/a", "relation": "leads", "object": "company/b", "isOpen": false, "polarity": "affirmed", "modality": "asserted", "confidence": 0.5, "evidence": [{"document": "d", "start": 0, "end": 1, "quote": "q", "trigger": ""}]}}"#
    try folder.write(Data("\(entity)\n\(statement)\n".utf8), to: "graph/lines/part-0")
    try folder.write(Data(), to: "graph/lines/_SUCCESS")
    let short = try RelataProcess.run(["import", "graph/manifest.json", "--output", "out"], in: folder)
    #expect(short.status == 65)
    #expect(short.errors.contains("graph/manifest.json: there are 1 entities, and the manifest says 2"))
    try folder.write(
      Data(#"{"entity": {"id": "company/b", "name": "Bell", "type": "Company"}}"#.utf8),
      to: "graph/lines/part-1")
    let run = try RelataProcess.run(["import", "graph/manifest.json", "--output", "out"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let shown = try RelataProcess.run(["path", "Ada", "Bell", "--from-graph", "out"], in: folder)
    #expect(shown.status == 0)
    try folder.write(
      Data(
        #"{"relata": "graph in shards", "version": 1, "lines": "../lines", "entities": 2, "statements": 1, "documents": 0, "contradictions": 0}"#
          .utf8), to: "graph/manifest.json")
    let outside = try RelataProcess.run(["import", "graph/manifest.json", "--output", "other"], in: folder)
    #expect(outside.status == 65)
    #expect(outside.errorLines.count == 1)
    try folder.write(
      Data(
        #"{"relata": "graph in shards", "version": 2, "lines": "lines", "entities": 2, "statements": 1, "documents": 0, "contradictions": 0}"#
          .utf8), to: "graph/manifest.json")
    let newer = try RelataProcess.run(["import", "graph/manifest.json", "--output", "other"], in: folder)
    #expect(newer.status == 65)
    #expect(
      newer.errorLines == ["relata: graph/manifest.json: is of version 2; a newer relata reads it"])
    #expect(try !folder.contents.keys.contains { $0.hasPrefix("other") })
  }
}
