import RelataGraph
import Testing

@testable import RelataExtraction

/// Which statements several sentences make sure enough.
@Suite("Corroboration") struct CorroborationTests {
  private let rule = Corroboration(least: 0.3)

  private func statement(
    _ confidence: Double, at start: Int, relation: String = "visited", object: Int = 1,
    polarity: Polarity = .affirmed, time: TimeSpan? = nil
  ) -> DocumentStatement {
    DocumentStatement(
      subject: 0, relation: relation, object: object, polarity: polarity, time: time, confidence: confidence,
      evidence: Evidence(document: "d", start: start, end: start + 9, quote: "…", trigger: "word visit"))
  }

  @Test("what one sentence says surely is kept, what it says less surely is not") func alone() {
    let sure = statement(0.3, at: 0)
    #expect(rule.kept([sure, statement(0.29, at: 20, object: 2)]) == [sure])
  }

  @Test("what two sentences say less surely each is kept where together they are sure enough")
  func together() {
    // 1 − 0.8 · 0.85 = 0.32, 1 − 0.85 · 0.85 = 0.28.
    let enough = [statement(0.2, at: 0), statement(0.15, at: 20)]
    #expect(rule.kept(enough) == enough)
    #expect(rule.kept([statement(0.15, at: 0), statement(0.15, at: 20)]).isEmpty)
  }

  @Test("a weak sentence is no evidence beside a sure one") func besideSure() {
    let sure = statement(0.6, at: 20)
    #expect(rule.kept([statement(0.2, at: 0), sure, statement(0.25, at: 40)]) == [sure])
  }

  @Test("one sentence is one witness, however many words of it say so") func sameSentence() {
    #expect(rule.kept([statement(0.2, at: 0), statement(0.2, at: 0)]).isEmpty)
  }

  @Test("another relation, end, polarity or time is another statement") func different() throws {
    let year = TimeSpan(at: PartialDate(year: 2020))
    for other in [
      statement(0.2, at: 20, relation: "met_with"), statement(0.2, at: 20, object: 2),
      statement(0.2, at: 20, polarity: .negated), statement(0.2, at: 20, time: year),
    ] {
      #expect(rule.kept([statement(0.2, at: 0), other]).isEmpty)
    }
  }
}
