import Foundation
import Relata
import Testing

/// The command, asked of an invented graph.
@Suite("relata ask: the command")
struct AskCommandTests {
  private func run(_ arguments: String..., in folder: TemporaryFolder? = nil) throws -> RelataProcess.Outcome
  {
    let place = try folder ?? TemporaryFolder()
    try SampleGraph.write(into: place)
    return try RelataProcess.run(["ask"] + arguments, in: place)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("shows what was asked, then the answer with its sentence, then what is denied")
  func text() throws {
    let outcome = try run("Who captured Northport?")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output == """
        Asked: relata match "(a)-[r:captured]->(b {name: 'Northport'}) RETURN a, r" --include-negated

        Lighthouse Union
          Lighthouse Union –captured→ Northport  [2024-12-08]
            “The Lighthouse Union captured Northport on 8 December.” (a.txt)

        Denied

        Omar Khan
          Omar Khan –not: captured→ Northport
            “Omar Khan did not capture Northport.” (b.txt)

        """)
  }

  @Test("what was asked can be asked again")
  func askedAgain() throws {
    let folder = try TemporaryFolder()
    let record = try object(
      try run("Who leads the organization that captured Northport?", "--json", in: folder).output)
    let pattern = try #require((record["patterns"] as? [String])?.first)
    let again = try RelataProcess.run(["match", pattern, "--json"], in: folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.output.contains("person/ada-khan"))
  }

  @Test(
    "answers yes, no and when in one line",
    arguments: [
      ("Did the Lighthouse Union capture Northport?", "Yes"), ("Was Northport captured by LU?", "Yes"),
      ("Did Omar Khan capture Northport?", "No: the graph says the opposite"),
      ("When did LU capture Northport?", "2024-12-08"),
      ("How many cities did LU capture?", "1"), ("Didn't LU capture Northport?", "Yes"),
    ])
  func headline(question: String, line: String) throws {
    let outcome = try run(question)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").dropFirst().first.map(String.init) == line)
  }

  @Test("what is not certain is called so once")
  func uncertain() throws {
    let outcome = try RelataProcess.run(["ask", "Did Russia leave Syria?"], in: SeedsBuild.done.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.components(separatedBy: "Not certain").count == 2, "\(outcome.output)")
    #expect(
      outcome.output.contains(
        "Not certain: alleged, planned or possible\n\n  Russia –not: withdrew from→ Syria"))
  }

  @Test(
    "answers in a sentence where yes and no could be misread",
    arguments: [
      (
        "Did Ada Khan abandon Omar Khan?",
        "The documents say that this is not so: Ada Khan –supports→ Omar Khan"
      ),
      ("Did Omar Khan abandon Ada Khan?", "The documents say that this is so: Omar Khan –supports→ Ada Khan"),
      ("Is Ada Khan the chair of the Lighthouse Union?", "Formerly: as former chair"),
    ])
  func sentence(question: String, line: String) throws {
    var graph = SampleGraph.graph
    let (ada, omar) = (EntityID(rawValue: "person/ada-khan"), EntityID(rawValue: "person/omar-khan"))
    for index in graph.statements.indices {
      var statement = graph.statements[index]
      switch (statement.relation, statement.polarity) {
      case ("praised", _):
        (statement.relation, statement.isOpen, statement.polarity) = ("supports", false, .negated)
        (statement.subject, statement.object) = (ada, omar)
      case ("captured", .negated):
        (statement.relation, statement.polarity) = ("supports", .affirmed)
        (statement.subject, statement.object) = (omar, ada)
      case ("leads", _): statement.role = "former chair"
      default: break
      }
      graph.statements[index] = statement
    }
    let folder = try TemporaryFolder()
    try folder.write(
      Data(JSONLDWriter(ontology: try Ontology.embedded()).write(graph)), to: "output/graph.jsonld")
    let outcome = try RelataProcess.run(["ask", question], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").dropFirst().first.map(String.init) == line)
  }

  @Test(
    "tells what is only denied from what nothing says",
    arguments: [
      ("Which persons captured Northport?", "the graph only denies it"),
      ("Who does not lead the Lighthouse Union?", "nothing in the graph says so"),
    ])
  func onlyDenied(question: String, line: String) throws {
    let outcome = try run(question)
    #expect(outcome.status == 6 && outcome.errorLines.count == 1)
    #expect(outcome.output.isEmpty || outcome.output.hasPrefix("No answer; "), "\(outcome.output)")
    #expect(outcome.errors.hasPrefix("relata: \(line); asked: "), "\(outcome.errors)")
  }

  @Test(
    "without an answer shows what comes nearest, says so, and draws nothing",
    arguments: [
      ("Who on earth was it that did capture Northport, and how?", 64),
      ("Which companies captured Northport?", 6),
    ])
  func nearest(question: String, status: Int32) throws {
    let folder = try TemporaryFolder()
    let outcome = try run(question, "--dot", "a.dot", in: folder)
    #expect(outcome.status == status && outcome.errorLines.count == 1, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "No answer; nearest to the question is:")
    #expect(lines.contains("  Lighthouse Union –captured→ Northport  [2024-12-08]"))
    #expect(lines.contains("    “The Lighthouse Union captured Northport on 8 December.” (a.txt)"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "a.dot").path))

    let record = try object(try run(question, "--json", in: folder).output)
    let nearest = try #require(record["nearest"] as? [[String: Any]])
    #expect(nearest.contains { $0["relation"] as? String == "captured" })
    #expect(record["question"] as? String == question)
    #expect((record["findings"] as? [Any])?.isEmpty ?? true)
  }

  @Test("prints JSON with the question, the queries, and each answer's entity and evidence")
  func json() throws {
    let record = try object(try run("Who captured Northport?", "--json").output)
    #expect(
      Set(record.keys) == [
        "question", "kind", "asked", "patterns", "isComplete", "nearest", "findings", "uncertain",
        "denied",
      ])
    #expect((record["nearest"] as? [Any])?.isEmpty == true)
    #expect(record["question"] as? String == "Who captured Northport?")
    #expect(record["kind"] as? String == "things")
    #expect(record["isComplete"] as? Bool == true)
    let findings = try #require(record["findings"] as? [[String: Any]])
    #expect(findings.map { $0["answer"] as? String } == ["Lighthouse Union"])
    #expect(
      (findings.first?["entity"] as? [String: Any])?["id"] as? String == "organization/lighthouse-union")
    let statement = try #require((findings.first?["statements"] as? [[String: Any]])?.first)
    let evidence = try #require((statement["evidence"] as? [[String: Any]])?.first)
    #expect(evidence["quote"] as? String == "The Lighthouse Union\ncaptured Northport on 8 December.")
    #expect(evidence["start"] as? Int == 0 && evidence["document"] as? String == "a.txt")
    #expect((record["denied"] as? [Any])?.count == 1 && (record["uncertain"] as? [Any])?.isEmpty == true)

    let path = try object(try run("How is Ada Khan connected to Northport?", "--json").output)
    #expect(path["kind"] as? String == "connection")
    #expect(path["asked"] as? [String] == ["relata path \"Ada Khan\" \"Northport\""])
    let paths = try #require((path["connection"] as? [String: Any])?["paths"] as? [[String: Any]])
    #expect((paths.first?["entities"] as? [[String: Any]])?.count == 3)
  }

  @Test("draws exactly the answer")
  func drawing() throws {
    let folder = try TemporaryFolder()
    let outcome = try run(
      "How is Ada Khan connected to Northport?", "--dot", "a.dot", "--svg", "a.svg", "--png", "a.png",
      in: folder)
    try #require(outcome.status == 0 || outcome.status == 69, "\(outcome.errors)")
    let dot = try String(contentsOf: folder.url.appending(path: "a.dot"), encoding: .utf8)
    #expect(dot.contains("person/ada-khan") && dot.contains("organization/lighthouse-union"))
    #expect(!dot.contains("person/omar-khan"))
    guard outcome.status == 0 else { return }  // Built without Graphviz.
    #expect(try Data(contentsOf: folder.url.appending(path: "a.png")).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try String(contentsOf: folder.url.appending(path: "a.svg"), encoding: .utf8).contains("</svg>"))
  }

  @Test("has one line and a status of its own where there is nothing, and writes nothing")
  func nothing() throws {
    let folder = try TemporaryFolder()
    for question in ["Who annexed Northport?", "How is Ada Khan connected to Omar Khan?"] {
      let outcome = try run(question, "--dot", "a.dot", in: folder)
      #expect(outcome.status == 6 && outcome.errorLines.count == 1)
      #expect(outcome.output.isEmpty || outcome.output.hasPrefix("No answer; "), "\(outcome.output)")
      #expect(outcome.errors.hasPrefix("relata: nothing in the graph says so; asked: relata "))
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "a.dot").path))
    }
    let json = try run("Who annexed Northport?", "--json")
    #expect(json.status == 6)
    #expect((try object(json.output)["findings"] as? [Any])?.isEmpty == true)
  }

  @Test("lists the candidates of an ambiguous name, the nearest of an unknown one")
  func names() throws {
    let ambiguous = try run("Did Khan capture Northport?")
    #expect(ambiguous.status == 4 && !ambiguous.output.contains("Asked"))
    #expect(ambiguous.errors.contains("person/ada-khan") && ambiguous.errors.contains("person/omar-khan"))
    let chosen = try run("Did person/omar-khan capture Northport?")
    #expect(chosen.status == 0 && chosen.output.contains("the graph says the opposite"), "\(chosen.errors)")
    let unknown = try run("Who captured Nrthprt?")
    #expect(unknown.status == 3 && unknown.errorLines.count == 1 && unknown.errors.contains("Northport"))
  }

  @Test("says in one line what kinds of questions are understood")
  func notUnderstood() throws {
    let outcome = try run("Why is the sky blue?")
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errorLines.count == 1)
    for example in ["Who acquired", "Which companies", "When was", "How is", "Documentation/ask.md"] {
      #expect(outcome.errors.contains(example))
    }
  }

  @Test("its help tells the kinds of questions and the exit statuses")
  func help() throws {
    let outcome = try RelataProcess.run(["ask", "--help"], in: TemporaryFolder())
    #expect(outcome.status == 0)
    for text in ["Who", "When", "How", "--json", "--svg", "--from-graph", "exit status is 6", "64"] {
      #expect(outcome.output.contains(text), "\(text)")
    }
  }
}
