import RelataGraph
import RelataQuery
import RelataQuestions
import Testing

/// The kinds of questions of Documentation/ask.md, asked of an invented graph.
@Suite("Questions")
struct QuestionFormTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var question: String
    /// All certain answers.
    var answers: Set<String>

    init(_ question: String, _ answers: String...) {
      self.question = question
      self.answers = Set(answers)
    }

    var testDescription: String { question }
  }

  static let cases = [
    // Who, what, which; active and passive; subjects and objects.
    Case("Who captured Eastbrook?", "Iron Front"),
    Case("who captured eastbrook", "Iron Front"),
    Case("Who took control of Eastbrook?", "Iron Front"),
    Case("What did the Iron Front capture?", "Eastbrook"),
    Case("Which city did IF capture?", "Eastbrook"),
    Case("Which cities were captured by the Iron Front?", "Eastbrook"),
    Case("By whom was Eastbrook captured?", "Iron Front"),
    Case("Whom did the Iron Front overthrow?", "Marta Lind"),
    Case("Who was overthrown by the Iron Front?", "Marta Lind"),
    Case("Which bases does Norland operate?", "Fort Grey", "Fort Lisle"),
    Case("Which facilities are operated by Norland?", "Fort Grey", "Fort Lisle"),
    Case("Who operates Fort Grey?", "Norland"),
    Case("Which country operates Fort Grey?", "Norland"),
    Case("Which countries support Marta Lind?", "Norland"),
    // Kinds include their sub-kinds.
    Case("Which places does Norland operate?", "Fort Grey", "Fort Lisle"),
    Case("Which organizations attacked Fort Lisle?", "River Brigade"),
    Case("Which persons lead an armed group?", "Tomas Vega"),
    // Offices and nouns.
    Case("Who is the president of Sudria?", "Marta Lind"),
    Case("Who is Sudria's foreign minister?", "Omar Hale"),
    Case("Who is the commander of the Iron Front?", "Tomas Vega"),
    Case("When was the capture of Eastbrook?", "2031-04"),
    Case("Who is the defence minister of Sudria?", "Peter Hale"),
    Case("Who is the prime minister of Norland?"),
    Case("Who was the prime minister of Norland?", "Peter Hale"),
    Case("Does Norland have bases in Sudria?", "operates", "located_in"),
    // “Who” asks for no event.
    Case("Who overthrew Marta Lind?", "Iron Front"),
    // Dates, in the question and as the answer.
    Case("When did Marta Lind flee?", "2031-05-02"),
    Case("When did Lind flee to Norland?", "2031-05-02"),
    Case("In which year was Eastbrook captured?", "2031-04"),
    Case("Who captured Eastbrook in April 2031?", "Iron Front"),
    Case("Who attacked Fort Lisle before 2030?", "River Brigade"),
    Case("Who called Omar Hale on 3 June?", "Tomas Vega"),
    // Places.
    Case("Where did Marta Lind flee?", "Norland"),
    Case("Where is Fort Grey?", "Westhaven"),
    Case("Where did Tomas Vega meet Omar Hale?", "Westhaven"),
    Case("Which bases are in Norland?", "Fort Grey"),
    Case("Which bases does Norland operate in Sudria?", "Fort Lisle"),
    Case("Which bases in Sudria does Norland operate?", "Fort Lisle"),
    // How many.
    Case("How many bases does Norland operate?", "Fort Grey", "Fort Lisle"),
    // What happened, what somebody did, what is known.
    Case("What happened to Marta Lind?", "overthrew", "fall_of"),
    Case("What happened in Eastbrook?", "captured", "attacked", "located_in"),
    Case("What happened in April 2031?", "captured"),
    Case("What did Norland do to Marta Lind?", "supports"),
    Case("What do we know about Fort Grey?", "Norland", "Westhaven"),
    Case("Tell me about Fort Grey", "Norland", "Westhaven"),
    Case("Who is Omar Hale?", "Sudria"),
    // Who or what is meant may be told.
    Case("Who leads the group that captured Eastbrook?", "Tomas Vega"),
    Case("Who supports the person that the Iron Front overthrew?", "Norland"),
    Case("Which bases does the country that supports Marta Lind operate?", "Fort Grey", "Fort Lisle"),
    // Or by an office.
    Case("Who supports the president of Sudria?", "Norland"),
    Case("When did Sudria's president flee?", "2031-05-02"),
    Case("Where did the Sudria president flee?", "Norland"),
    Case(
      "Did the commander of the Iron Front meet Sudria's foreign minister?", "met_with", "leads",
      "minister_of"),
    Case("Whom did the commander of the Iron Front call?", "Omar Hale"),
    Case("Who supports the king of Sudria?"),
    // Titles and kinds beside names.
    Case("Whom did President Marta Lind meet?"),
    Case("Did Iron Front Commander Tomas Vega call Omar Hale?", "called"),
    Case("Who captured the city of Eastbrook?", "Iron Front"),
    // Yes and no.
    Case("Did the Iron Front capture Eastbrook?", "captured"),
    Case("Was Eastbrook captured by the Iron Front?", "captured"),
    Case("Is Tomas Vega the leader of the Iron Front?", "leads"),
    Case("Does Norland operate bases in Sudria?", "operates", "located_in"),
    Case("Is Fort Grey in Norland?", "Norland"),
    // Relations of no ontology.
    Case("Who quietly bankrolls the River Brigade?", "Calder Steel"),
    // The denied is the answer where it is asked for.
    Case("Who did not attack Fort Grey?", "Iron Front"),
  ]

  @Test("are understood", arguments: cases)
  func understood(_ test: Case) throws {
    let answer = try InventedWar.answer(test.question)
    #expect(InventedWar.texts(answer.findings) == test.answers, "\(answer.patterns)")
  }

  @Test(
    "become patterns that can be asked again",
    arguments: [
      ("Who captured Eastbrook?", "(a)-[r:captured]->(b {name: 'Eastbrook'}) RETURN a, r"),
      (
        "Which bases does Norland operate in Sudria?",
        "(a {name: 'Norland'})-[r:operates]->(b:MilitaryBase), (b)-[:located_in|part_of]->{1,3}({name: 'Sudria'}) RETURN b, r"
      ),
      (
        "Who leads the armed group that captured Eastbrook?",
        "(a)-[r:leads]->(b:ArmedGroup), (b)-[:captured]->({name: 'Eastbrook'}) RETURN a, r"
      ),
      (
        "Who attacked the base that Norland operates?",
        "(a)-[r:attacked]->(b:MilitaryBase), (b)<-[:operates]-({name: 'Norland'}) RETURN a, r"
      ),
      (
        "Who overthrew the president of Sudria?",
        "(a)-[r:overthrew]->(b), (b)-[b1:head_of_state_of WHERE (b1.role IS NULL OR toLower(b1.role) CONTAINS 'president' AND NOT toLower(b1.role) STARTS WITH 'former')]->({name: 'Sudria'}) RETURN a, r"
      ),
      (
        "Who attacked Fort Lisle since 2028?",
        "(a)-[r:attacked]->(b {name: 'Fort Lisle'}) WHERE r.start >= '2028' RETURN a, r"
      ),
    ])
  func pattern(question: String, expected: String) throws {
    let understood = try InventedWar.reader.get().read(question)
    #expect(understood.query == .patterns([expected], areAllAsked: false))
  }

  @Test(
    "ask for paths",
    arguments: [
      "How is Tomas Vega connected to Norland?", "How are Tomas Vega and Norland linked?",
      "What connects Tomas Vega and Norland?", "What is the relationship between Tomas Vega and Norland?",
      "Is there a connection between Tomas Vega and Norland?",
      "What does Tomas Vega have to do with Norland?",
      "Are Tomas Vega and Norland connected?", "how is tomas vega related to norland",
    ])
  func path(question: String) throws {
    let answer = try InventedWar.answer(question)
    guard case .path(let from, let to) = answer.question.query else {
      Issue.record("\(answer.question.query)")
      return
    }
    #expect((from.name, to.name) == ("Tomas Vega", "Norland"))
    let paths = try #require(answer.connection?.paths)
    #expect(
      paths.first.map { $0.entities.map(InventedWar.name) } == [
        "Tomas Vega", "Iron Front", "Marta Lind", "Norland",
      ])
  }

  @Test("ask what links several")
  func network() throws {
    let answer = try InventedWar.answer("How are Calder Steel, Fort Grey and Tomas Vega connected?")
    let network = try #require(answer.network)
    #expect(network.groups.count == 1 && network.hops.count >= 3)
    for name in ["Calder Steel", "Fort Grey", "Tomas Vega"] {
      #expect(network.entities.contains(InventedWar.id(name)))
    }
    let apart = try InventedWar.answer("What links Norland, Sudria and the Northern Bank?")
    #expect(apart.isEmpty && apart.network == nil)
  }

  @Test("what is planned is not told as done, and counts as no answer's equal")
  func planned() throws {
    let answer = try InventedWar.answer("Who captured Westhaven?")
    #expect(answer.findings.isEmpty)
    #expect(InventedWar.texts(answer.uncertain) == ["River Brigade"])
    #expect(!answer.isEmpty)
  }

  @Test("come in the order of importance, then of their documents, then of confidence")
  func order() throws {
    func statement(
      _ place: String, importance: Double?, confidence: Double = 0.9, documents: [String] = ["a.txt"]
    ) -> Statement {
      InventedWar.statement(
        "Iron Front", "captured", place, importance: importance, confidence: confidence, documents: documents)
    }
    let answer = try InventedWar.answer(
      "What did the Iron Front capture?",
      from: [
        statement("Fort Grey", importance: nil, documents: ["a.txt", "b.txt", "c.txt"]),
        statement("Eastbrook", importance: 0.4, documents: ["a.txt", "b.txt"]),
        statement("Fort Lisle", importance: 0.8, confidence: 0.5),
        statement("Westhaven", importance: 0.8, confidence: 0.6),
        statement("Norland", importance: 0.4, documents: ["a.txt", "b.txt", "c.txt"]),
      ])
    #expect(answer.findings.flatMap(\.statements) == [3, 2, 4, 1, 0])
  }

  @Test("have the best supported of their statements first")
  func proofs() throws {
    func statement(
      _ relation: String = "captured", importance: Double, confidence: Double, time: String
    ) -> Statement {
      InventedWar.statement(
        "Iron Front", relation, "Eastbrook", time: time, importance: importance, confidence: confidence)
    }
    let answer = try InventedWar.answer(
      "What did the Iron Front capture?",
      from: [
        statement(importance: 0.9, confidence: 0.5, time: "2031"),
        statement(importance: 0.3, confidence: 0.8, time: "2032"),
        InventedWar.statement("Iron Front", "captured", "Westhaven", importance: 0.8),
      ])
    #expect(answer.findings.map(\.statements) == [[1, 0], [2]])
    // Here the statements are the answer.
    let events = try InventedWar.answer(
      "What did the Iron Front do to Eastbrook?",
      from: [
        statement(importance: 0.3, confidence: 0.8, time: "2032"),
        statement("attacked", importance: 0.9, confidence: 0.5, time: "2031"),
      ])
    #expect(events.findings.map(\.statements) == [[1, 0]])
  }

  @Test("come in the order of their documents where they are dates, of which one is right")
  func orderOfDates() throws {
    func statement(_ time: String, importance: Double?, documents: [String]) -> Statement {
      InventedWar.statement(
        "Marta Lind", "fled_to", "Norland", time: time, importance: importance, documents: documents)
    }
    let answer = try InventedWar.answer(
      "When did Marta Lind flee to Norland?",
      from: [
        statement("2031-05", importance: 0.2, documents: ["a.txt"]),
        statement("2031-06", importance: 0.9, documents: ["a.txt"]),
        statement("2031-05-02", importance: nil, documents: ["a.txt", "b.txt"]),
      ])
    #expect(answer.findings.flatMap(\.statements) == [2, 1, 0])
  }

  @Test("tells what is denied from what is not said")
  func denied() throws {
    let denied = try InventedWar.answer("Did the Iron Front attack Fort Grey?")
    #expect(denied.findings.isEmpty && denied.denied.count == 1 && !denied.isEmpty)
    for question in ["Did the Iron Front attack Fort Lisle?", "Did Norland attack Fort Grey?"] {
      let answer = try InventedWar.answer(question)
      #expect(answer.isEmpty && answer.denied.isEmpty && !answer.patterns.isEmpty)
    }
    let things = try InventedWar.answer("Who attacked Fort Grey?")
    #expect(things.isEmpty && InventedWar.texts(things.denied) == ["Iron Front"])
  }

  @Test(
    "have an honest nothing",
    arguments: [
      "Who captured Norland?", "Who captured Eastbrook in 2030?", "Which bases does Sudria operate?",
      "When did Tomas Vega flee?", "Where was Marta Lind born?", "Who is the king of Sudria?",
      "Did Eastbrook capture the Iron Front?", "What happened in March 1990?",
      "How is Calder Steel connected to the Northern Bank?",
      "Who leads the group that captured Westhaven?", "Is Fort Grey in Sudria?",
      "What is known about the Northern Bank?",
    ])
  func nothing(question: String) throws {
    let answer = try InventedWar.answer(question)
    #expect(answer.isEmpty && answer.denied.isEmpty, "\(answer.patterns)")
  }

  @Test(
    "are refused where a word was not understood, not answered without it",
    arguments: [
      ("Who captured the situation?", "situation"), ("Which naval bases does Norland operate?", "naval base"),
      ("Which presidents met Tomas Vega?", "president"),
      ("Who captured Eastbrook between 2029 and 2031?", "2031"),
      ("Which Norland bases are in Sudria?", "Norland bases"),
      ("Who captured Eastbrook with tanks?", "tanks"),
      ("Who leads the group that captured Eastbrook and Westhaven?", "Westhaven"),
      ("Who no longer supports Marta Lind?", "no"), ("Who first captured Eastbrook?", "first"),
      ("Who captured Eastbrook without the Iron Front?", "Iron Front"),
      ("Why did Marta Lind flee?", "reasons"), ("How did the Iron Front capture Eastbrook?", "how"),
      ("Whose bases are in Sudria?", "whose"), ("Eastbrook was captured by whom?", "begins"),
      ("How many?", "count"), ("Who zyzzled Eastbrook?", "relation"),
      ("Who captured Eastbrook? Who captured Westhaven?", "one question"),
      ("How is the group that captured Eastbrook connected to Norland?", "between names"),
      ("What happened?", "neither"), ("Which gizmos does Norland operate?", "gizmo"),
    ])
  func refused(question: String, reason: String) throws {
    do {
      let answer = try InventedWar.answer(question)
      Issue.record("\(answer.patterns)")
    } catch QuestionError.notUnderstood(let why) {
      #expect(why.contains(reason), "\(why)")
    }
  }

  @Test("name what the graph must know")
  func names() throws {
    #expect(throws: QuestionError.empty) { try InventedWar.answer("") }
    #expect(throws: QuestionError.empty) { try InventedWar.answer(" \n?! 12") }
    do {
      _ = try InventedWar.answer("Who captured Estbrk?")
      Issue.record("nothing is called Estbrk")
    } catch QuestionError.unknownName(let name, let suggestions) {
      #expect(name == "Estbrk" && suggestions.contains { $0.entity.name == "Eastbrook" })
    }
    do {
      _ = try InventedWar.answer("Did Hale meet Tomas Vega?")
      Issue.record("two are called Hale")
    } catch QuestionError.ambiguousName(let name, let candidates) {
      #expect(name == "Hale")
      #expect(Set(candidates.map(\.entity.name)) == ["Omar Hale", "Peter Hale"])
    }
    #expect(throws: QuestionError.self) { try InventedWar.answer("How is Norland connected to Norland?") }
    // The identifier chooses.
    #expect(try !InventedWar.answer("Did person/omar-hale meet Tomas Vega?").findings.isEmpty)
  }
}
