import RelataGraph
import RelataLanguage
import RelataQuestions
import Testing

@Suite("What comes nearest to a question without an answer")
struct NearestTests {
  private func nearest(
    _ question: String, in graph: KnowledgeGraph = InventedWar.graph, limit: Int = 5
  ) throws -> [Statement] {
    let search = NearestStatements(
      graph, ontology: try InventedWar.ontology.get(), analyzer: Analyzer(model: try LanguageModel.embedded())
    )
    return search.find(question, limit: limit).map { graph.statements[$0] }
  }

  /// With a sentence of its own for the first statement.
  private func graph(_ quote: String, _ relation: String = "commented_on") -> KnowledgeGraph {
    var graph = InventedWar.graph
    graph.statements[0].relation = relation
    graph.statements[0].evidence = [
      Evidence(document: "a.txt", start: 900, end: 900 + quote.unicodeScalars.count, quote: quote)
    ]
    return graph
  }

  @Test(
    "words are those of names, of roles, of times and, by the ontology's triggers, of relations",
    arguments: [
      ("Was it Tomas Vega who telephoned Hale, and why?", "called"),
      ("Is it true that the Iron Front seized the harbour of Eastbrook?", "captured"),
      ("Who acts as the commander of the Front?", "leads"),
      ("Whose flight to Norland was in May 2031, Lind's?", "fled_to"),
      ("Is Fort Lisle somewhere around Eastbrook?", "located_in"),
    ])
  func words(question: String, relation: String) throws {
    let found = try nearest(question)
    #expect(found.first?.relation == relation, "\(found.map(\.relation))")
  }

  @Test("a word that stands in the sentence alone counts, in whatever form")
  func sentence() throws {
    let quote = "They shot at the convoys before dawn, and the Iron Front's men ran."
    let question = "Who was shooting at a convoy of the Iron Front?"
    #expect(try nearest(question, in: graph(quote)).first?.relation == "commented_on")
    #expect(try nearest(question, in: graph("x")).first?.relation != "commented_on")
  }

  @Test("what the names or the relation have is nearer than what a sentence has")
  func weights() throws {
    let quote = "Marta Lind fled to Norland, said people in Eastbrook."
    let found = try nearest("To which country did Marta Lind hastily flee, Norland?", in: graph(quote))
    #expect(found.first?.relation == "fled_to")
  }

  @Test(
    "nothing is near that has less than half of what is asked",
    arguments: [
      "Who invented the bicycle?", "Why?", "", "What does the harvest of barley in Patagonia cost?",
      "Did Napoleon sell Louisiana to Jefferson, and was Vega there?",
    ])
  func nothing(question: String) throws {
    #expect(try nearest(question).isEmpty)
  }

  @Test("no more are given than were asked for, each once, and no more than two of one sentence")
  func bounds() throws {
    let quote = "The Iron Front met everybody."
    var graph = InventedWar.graph
    for index in graph.statements.indices {
      graph.statements[index].evidence = [Evidence(document: "a.txt", start: 0, end: 29, quote: quote)]
    }
    let question = "Whom did the Iron Front meet at all?"
    let crowded = try nearest(question, in: graph)
    #expect(crowded.count == 2 && Set(crowded).count == 2)
    #expect(try nearest(question, in: graph, limit: 1).count == 1)
    #expect(try nearest(question, in: graph, limit: 0).isEmpty)
    #expect(try nearest("Iron Front?", in: KnowledgeGraph()).isEmpty)
  }
}
