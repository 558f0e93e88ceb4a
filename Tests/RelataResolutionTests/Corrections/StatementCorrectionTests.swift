import RelataGraph
import RelataResolution
import Testing

@Suite("Statements are corrected")
struct StatementCorrectionTests {
  private typealias F = CorrectionFixtures

  private func described(_ subject: String, _ relation: String, _ object: String) throws
    -> StatementDescription
  {
    F.description(
      of: try #require(
        F.graph.statements.first {
          $0.subject.rawValue == subject && $0.relation == relation && $0.object.rawValue == object
        }))
  }

  @Test("without corrections a graph stays as it is")
  func nothing() {
    #expect(F.apply().graph == F.graph)
  }

  @Test("a wrong one leaves, the rest stays letter by letter")
  func wrong() throws {
    let outcome = F.apply(.wrong(try described(F.group, "captured", F.city)))
    #expect(outcome.unmet.isEmpty)
    #expect(
      outcome.graph.statements
        == F.graph.statements.filter { $0.evidence.first != F.captured })
    #expect(outcome.graph.entities == F.graph.entities)
    #expect(outcome.graph.documents == F.graph.documents)
    let applied = try #require(outcome.applied.first)
    #expect(outcome.graph.corrections == [applied])
    #expect(applied.explanation == "HTS captured Hmeimim: does not follow from its sentence")
    #expect(applied.evidence == [F.captured])
    #expect(applied.entities.map(\.rawValue) == [F.group, F.city])
    #expect((applied.file, applied.line) == ("corrections.yaml", 3))
  }

  @Test("a checked one is certain; of wrong and checked the last holds")
  func confirmed() throws {
    let statement = try described(F.group, "captured", F.city)
    let confirmed = F.apply(.wrong(statement), .confirmed(statement))
    #expect(confirmed.graph.statements.filter { $0.confidence == 1 }.map(\.evidence) == [[F.captured]])
    #expect(confirmed.applied.map(\.action) == [.confirmed])
    let wrong = F.apply(.confirmed(statement), .wrong(statement))
    #expect(wrong.graph.statements.count == F.graph.statements.count - 1)
    #expect(wrong.applied.map(\.action) == [.wrong])
  }

  @Test("another relation, of the ontology or not; the last holds")
  func relation() throws {
    let statement = try described(F.assad, "praised", F.group)
    let known = F.apply(
      .relation(statement, to: "besieged", isOpen: true), .relation(statement, to: "leads", isOpen: false))
    let corrected = try #require(known.graph.statements.first { $0.relation == "leads" })
    #expect(!corrected.isOpen && corrected.confidence == 0.8)
    #expect(known.applied.map(\.explanation) == ["Bashar al-Assad praised HTS: the relation is “leads”"])
    let open = F.apply(.relation(try described(F.group, "captured", F.city), to: "besieged", isOpen: true))
    #expect(open.graph.statements.first { $0.relation == "besieged" }?.isOpen == true)
  }

  @Test("what becomes the same as another statement becomes one with it")
  func relationMerges() throws {
    let graph = KnowledgeGraph(
      entities: F.graph.entities,
      statements: [
        F.statement(
          F.group, "captured", F.city, F.evidence("a.txt", 0, "One."), time: "2024-11-27", confidence: 0.5),
        F.statement(
          F.group, "leads", F.city, F.evidence("b.txt", 0, "Two."), time: "2024-11", confidence: 0.5),
      ], documents: F.graph.documents)
    let outcome = F.apply(
      .relation(F.description(of: graph.statements[1]), to: "captured", isOpen: false), to: graph)
    let statement = try #require(outcome.graph.statements.first)
    #expect(outcome.graph.statements.count == 1)
    #expect(statement.evidence.map(\.document) == ["a.txt", "b.txt"])
    #expect(statement.confidence == 0.75)
    #expect(statement.time?.description == "2024-11-27")
  }

  @Test("what a person checked stays certain with another witness")
  func certaintyLasts() throws {
    let confirmed = F.apply(
      .confirmed(try described(F.group, "captured", F.city)),
      .merge([F.description(F.city), F.description(F.base)], name: "Khmeimim Air Base"))
    let statement = try #require(
      confirmed.graph.statements.first {
        $0.relation == "captured" && $0.object.rawValue == F.base
      })
    #expect(statement.evidence.count == 2)
    #expect(statement.confidence == 1)
  }

  @Test("subject and object change places; twice is not at all")
  func direction() throws {
    let statement = try described(F.group, "captured", F.city)
    let once = F.apply(.direction(statement))
    #expect(once.graph.claims.contains("\(F.city) captured \(F.group)"))
    #expect(!once.graph.claims.contains("\(F.group) captured \(F.city)"))
    let twice = F.apply(.direction(statement), .direction(statement))
    #expect(twice.graph == F.graph)
    #expect(twice.applied.isEmpty && twice.unmet.isEmpty)
  }

  @Test("contradictions are found anew")
  func contradictions() throws {
    var graph = F.graph
    graph.statements.append(
      F.statement(F.group, "captured", F.russia, F.evidence("a.txt", 900, "HTS captured Russia.")))
    graph.statements = F.ordered(graph.statements)
    graph.contradictions = [Contradiction(kind: .polarity, statements: [0, 1], explanation: "from before")]
    let statement = try #require(
      graph.statements.first { $0.relation == "captured" && $0.object.rawValue == F.city })
    // Any correction: they are looked for in the corrected graph.
    let confirmed = F.apply(.confirmed(F.description(of: statement, in: graph)), to: graph).graph
    #expect(confirmed.contradictions.map(\.kind) == [.polarity])
    #expect(
      confirmed.contradictions.first?.statements.map { confirmed.statements[$0].object.rawValue } == [
        F.russia, F.russia,
      ])
    let negated = try #require(graph.statements.first { $0.polarity == .negated })
    #expect(F.apply(.wrong(F.description(of: negated, in: graph)), to: graph).graph.contradictions.isEmpty)
  }

  // MARK: What is recognised

  @Test("by the sentence and any spelling of the ends, wherever the sentence has gone")
  func moved() throws {
    var statement = try described(F.group, "captured", F.city)
    statement.subject = "hts FORCES"
    statement.evidence = [
      .init(document: "a.txt", quote: "Its forces captured Hmeimim on  Monday.", range: 7..<9)
    ]
    #expect(F.apply(.wrong(statement)).unmet.isEmpty)
    // By offsets alone, where nothing is quoted.
    statement.evidence = [.init(document: "a.txt", range: 100..<F.captured.end)]
    #expect(F.apply(.wrong(statement)).unmet.isEmpty)
    // One of its sentences is enough.
    statement.evidence = [
      .init(document: "gone.txt", quote: "Gone."), .init(document: "a.txt", quote: F.captured.quote),
    ]
    statement.modality = .reported
    statement.time = nil
    #expect(F.apply(.wrong(statement)).unmet.isEmpty)
  }

  @Test("nothing else that the sentence says is touched")
  func noneOther() throws {
    let statement = try described(F.group, "captured", F.city)
    func unmet(_ change: (inout StatementDescription) -> Void) -> [String] {
      var other = statement
      change(&other)
      let outcome = F.apply(.wrong(other))
      #expect(outcome.graph == F.graph)
      return outcome.unmet.map(\.description)
    }
    let gone = "though its sentence is there; correct the graph anew or remove this"
    #expect(
      unmet { $0.relation = "visited" } == [
        "corrections.yaml:3: “HTS visited Hmeimim” is not stated any more, \(gone)"
      ])
    #expect(unmet { $0.object = "Aleppo" }.count == 1)
    #expect(unmet { ($0.subject, $0.object) = ($0.object, $0.subject) }.count == 1)
    #expect(unmet { $0.polarity = .negated }.count == 1)
    #expect(unmet { $0.time = Fixtures.span("2019") }.count == 1)
    #expect(
      unmet { $0.evidence = [.init(document: "b.txt", quote: F.captured.quote)] } == [
        "corrections.yaml:3: no sentence of “HTS captured Hmeimim” is evidence of anything any more; correct the graph anew or remove this"
      ])
    #expect(
      unmet { $0.evidence = [.init(document: "a.txt", quote: "Other words.", range: 100..<139)] }.count == 1)
  }

  @Test("of several the one whose time, role or modality agrees")
  func several() throws {
    let sentence = F.evidence("a.txt", 0, "HTS captured Hmeimim in 2019 and 2021.")
    let graph = KnowledgeGraph(
      entities: F.graph.entities,
      statements: ["2019", "2021"].map { F.statement(F.group, "captured", F.city, sentence, time: $0) })
    for statement in graph.statements {
      let outcome = F.apply(.wrong(F.description(of: statement)), to: graph)
      #expect(outcome.graph.statements == graph.statements.filter { $0 != statement })
    }
  }
}
