import Relata
import Testing

// example
/// Who captured what, by the sentences of some texts.
func captures(in texts: [String]) async throws -> [String] {
  let documents = texts.enumerated().map { number, text in
    SourceDocument(id: "\(number + 1).txt", text: text)
  }
  let graph = try await GraphBuilder().build(documents).graph
  return graph.statements.filter { $0.relation == "captured" }.map {
    "\($0.subject) captured \($0.object): “\($0.evidence.first?.quote ?? "")”"
  }
}
// end

@Suite("Examples of Relata")
struct RelataExamples {
  @Test("texts in, statements out")
  func statements() async throws {
    let found = try await captures(in: ["Rebels entered the north. Germany captured Paris in June 1940."])
    #expect(found == ["country/germany captured city/paris: “Germany captured Paris in June 1940.”"])
  }
}
