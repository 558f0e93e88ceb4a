import RelataGraph
import RelataQuestions
import Testing

/// Questions that could be answered with the opposite of what is so: each is answered rightly or refused.
@Suite("Questions that must not be misread")
struct MisreadingTests {
  private static let statements = [
    InventedWar.statement("Norland", "supports", "Marta Lind"),
    InventedWar.statement("Sudria", "supports", "Marta Lind", polarity: .negated),
    InventedWar.statement("Norland", "supports", "Tomas Vega", polarity: .negated, modality: .alleged),
    InventedWar.statement("Iron Front", "attacked", "Eastbrook", polarity: .negated, modality: .hypothetical),
    InventedWar.statement("Omar Hale", "visited", "Norland", time: "2031-12-04"),
    InventedWar.statement("Peter Hale", "visited", "Norland", modality: .planned),
    InventedWar.statement("Tomas Vega", "visited", "Norland", time: "2030-11-12"),
    InventedWar.statement("Marta Lind", "head_of_state_of", "Norland", role: "President"),
    InventedWar.statement("Sudria", "allied_with", "Norland", role: "former ally"),
  ].sorted { ($0.subject, $0.relation, $0.object) < ($1.subject, $1.relation, $1.object) }

  private func answer(_ question: String) throws -> QuestionAnswer {
    try InventedWar.answer(question, from: Self.statements)
  }

  private func names(_ findings: [QuestionAnswer.Finding]) -> Set<String> {
    InventedWar.texts(findings)
  }

  @Test(
    "words that the ontology keeps as a denial ask for denials",
    arguments: [
      "Who abandoned Marta Lind?", "Who withdrew support for Marta Lind?", "Who did not support Marta Lind?",
    ])
  func denials(question: String) throws {
    let answer = try answer(question)
    #expect(answer.question.isNegated)
    #expect(names(answer.findings) == ["Sudria"] && names(answer.denied) == ["Norland"])
  }

  @Test("words that may affirm one relation and deny another ask for what they affirm")
  func mixed() throws {
    let statements = [
      InventedWar.statement("Norland", "operates", "Fort Grey"),
      InventedWar.statement("Norland", "withdrew_from", "Fort Lisle"),
      InventedWar.statement("Sudria", "operates", "Fort Lisle", polarity: .negated),
    ]
    let answer = try InventedWar.answer("Who abandoned Fort Lisle?", from: statements)
    #expect(!answer.question.isNegated && names(answer.findings) == ["Norland"] && answer.denied.isEmpty)
    #expect(try InventedWar.answer("Did Norland abandon Fort Grey?", from: statements).isEmpty)
  }

  @Test("a denial of a denial asks for what is so")
  func twice() throws {
    let answer = try answer("Who did not abandon Marta Lind?")
    #expect(!answer.question.isNegated && names(answer.findings) == ["Norland"])
  }

  @Test("questions for yes and no with such words")
  func whether() throws {
    let abandoned = try answer("Did Sudria abandon Marta Lind?")
    #expect(abandoned.question.isNegated && abandoned.findings.count == 1 && abandoned.denied.isEmpty)
    let supported = try answer("Did Norland abandon Marta Lind?")
    #expect(supported.findings.isEmpty && supported.denied.count == 1)
  }

  @Test(
    "what is only alleged or supposed not to be so leaves the question open",
    arguments: ["Did Norland support Tomas Vega?", "Did the Iron Front attack Eastbrook?"])
  func uncertainDenials(question: String) throws {
    let answer = try answer(question)
    #expect(answer.findings.isEmpty && answer.denied.isEmpty && answer.uncertain.count == 1)
  }

  @Test("and is no answer to “who”")
  func uncertainDenialOfThings() throws {
    let answer = try answer("Who supports Tomas Vega?")
    #expect(answer.isEmpty && answer.denied.isEmpty)
  }

  @Test("“Didn't” asks as “did”")
  func rhetorical() throws {
    let answer = try answer("Didn't Norland support Marta Lind?")
    #expect(!answer.question.isNegated && answer.findings.count == 1 && answer.denied.isEmpty)
  }

  @Test("“will” asks for what is planned")
  func plans() throws {
    let answer = try answer("Who will visit Norland?")
    #expect(answer.findings.isEmpty && names(answer.uncertain) == ["Peter Hale"])
    #expect(try self.answer("Will Omar Hale visit Norland?").isEmpty)
  }

  @Test("a month without its year is that month of any year, and no day of another")
  func months() throws {
    #expect(try names(answer("Who visited Norland in December?").findings) == ["Omar Hale"])
    #expect(try names(answer("Who visited Norland in November?").findings) == ["Tomas Vega"])
    #expect(try answer("Who visited Norland in March?").isEmpty)
  }

  @Test("who is something is not who was, and an office is no place")
  func present() throws {
    #expect(try answer("Who is allied with Norland?").isEmpty)
    #expect(try names(answer("Who was allied with Norland?").findings) == ["Sudria"])
    #expect(try answer("Where is Marta Lind?").isEmpty)
  }

  @Test(
    "are refused, with the word that is not understood",
    arguments: [
      ("Did the Iron Front never attack Eastbrook?", "never"), ("Is Eastbrook not in Sudria?", "not"),
      ("How is Sudria not connected to Norland?", "not"), ("What is not known about Norland?", "not"),
      ("Did Norland not support Marta Lind?", "not"),
      ("Who besides Norland supports Marta Lind?", "besides"),
      ("Who but Norland supports Marta Lind?", "but"),
      ("Which countries besides Norland support Marta Lind?", "besides"),
      ("Who supports Marta Lind except Norland?", "Norland"),
      ("In which city did Tomas Vega meet Omar Hale?", "both ends"),
      ("Which city did Tomas Vega visit Norland?", "both ends"),
      ("Should Norland support Marta Lind?", "should"), ("Might Norland support Marta Lind?", "might"),
      ("Would Norland support Marta Lind?", "would"), ("Must Norland support Marta Lind?", "must"),
      ("Can Norland support Marta Lind?", "can"), ("Could Norland support Marta Lind?", "could"),
      ("Who may visit Norland?", "may"), ("Does Norland have to support Marta Lind?", "to"),
      ("Who supports Marta Lind's opposition?", "opposition"),
      ("What does Marta Lind say?", "relation"), ("What does Marta Lind know?", "relation"),
      ("Which bases are near Eastbrook?", "near"),
      ("Which bases does Norland operate near Eastbrook?", "near"),
      ("Who visited Norland before December?", "December"),
      ("Who else supports Marta Lind?", "else"), ("Who rarely supports Marta Lind?", "rarely"),
      ("Who seldom visited Norland?", "seldom"), ("Did nobody support Marta Lind?", "nobody"),
      ("What was done to Norland?", "“to”"),
      ("Who leads the group that did not capture Eastbrook?", "told by"),
      ("Who leads the country that abandoned Marta Lind?", "not so"),
    ])
  func refused(question: String, reason: String) throws {
    do {
      let answer = try answer(question)
      Issue.record("\(answer.patterns)")
    } catch QuestionError.notUnderstood(let why) {
      #expect(why.contains(reason), "\(why)")
    }
  }

  @Test("a government acts for its country")
  func government() throws {
    #expect(try names(answer("Whom does Norland's government support?").findings) == ["Marta Lind"])
  }

  @Test("many answers come each once, with each of its statements once")
  func many() throws {
    let statements = (1...12).flatMap { month in
      ["Norland", "Sudria"].map {
        InventedWar.statement(
          $0, "supports", "Marta Lind", modality: month % 3 == 0 ? .planned : .asserted,
          time: "2031-" + (month < 10 ? "0" : "") + String(month))
      }
    }
    let answer = try InventedWar.answer("Who supports Marta Lind?", from: statements)
    #expect(answer.findings.count == 2 && answer.uncertain.isEmpty)
    for finding in answer.findings {
      #expect(finding.statements.count == 12 && Set(finding.statements).count == 12)
    }
  }
}
