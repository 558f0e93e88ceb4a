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
  }
}
