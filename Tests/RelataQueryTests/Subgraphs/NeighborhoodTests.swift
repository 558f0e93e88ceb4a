import RelataGraph
import RelataQuery
import Testing

@Suite("The neighbourhood of an entity")
struct NeighborhoodTests {
  func id(_ text: String) -> EntityID { EntityID(rawValue: text) }

  var chain: KnowledgeGraph {
    var g = graph(
      [
        statement("a", "met", "b", time: "2024", document: "1.txt"),
        statement("b", "met", "c", place: "z", attribution: "a", document: "2.txt"),
        statement("c", "met", "d", document: "3.txt"),
        statement("c", "met", "d", polarity: .negated, document: "3.txt"),
      ], extra: ["z"])
    g.contradictions = [Contradiction(kind: .polarity, statements: [2, 3], explanation: "both")]
    return g
  }

  @Test("grows by whole statements", arguments: [(0, "b", 0), (1, "abc", 2), (2, "abcd", 4), (9, "abcd", 4)])
  func growth(hops: Int, entities: String, statements: Int) {
    let part = chain.neighborhood(of: [id("b")], hops: hops)
    #expect(part.entities.map(\.id.rawValue).joined() == entities)
    #expect(part.statements.count == statements)
  }

  @Test("is closed: nothing in it refers to what is outside")
  func closed() {
    let part = chain.neighborhood(of: [id("b")], hops: 1)
    #expect(part.statements.map(\.place) == [nil, nil])
    #expect(part.statements.map(\.attribution) == [nil, id("a")])
    #expect(part.documents.map(\.id) == ["1.txt", "2.txt"])
    #expect(part.contradictions == [])
  }

  @Test("what loses what told it apart stands where it belongs, and contradictions follow")
  func order() {
    var whole = graph(
      [
        statement("a", "met", "b", confidence: 0.8, place: "y"),
        statement("a", "met", "b", confidence: 0.5, place: "z"),
      ], extra: ["y", "z"])
    whole.contradictions = [Contradiction(kind: .place, statements: [0, 1], explanation: "both")]
    #expect(whole.keepsInvariants)
    let part = whole.neighborhood(of: [id("a")])
    #expect(part.statements.map(\.place) == [nil, nil])
    #expect(part.statements.map(\.confidence) == [0.5, 0.8])
    #expect(part.contradictions == whole.contradictions)
    #expect(part.keepsInvariants)
  }

  @Test("contradictions count the statements anew")
  func contradictions() {
    let part = chain.neighborhood(of: [id("d")], hops: 1)
    #expect(part.contradictions.map(\.statements) == [[0, 1]])
    #expect(part.statements.map(\.polarity) == [.affirmed, .negated])
  }

  @Test("what was corrected of what is inside stays")
  func corrections() {
    func correction(_ entities: String...) -> AppliedCorrection {
      AppliedCorrection(
        action: .merge, file: "c.yaml", line: 1, explanation: entities.joined(), entities: entities.map(id))
    }
    var whole = chain
    whole.corrections = [correction("a"), correction("a", "b"), correction("a", "d"), correction()]
    let part = whole.neighborhood(of: [id("b")], hops: 1)
    #expect(part.corrections.map(\.explanation) == ["a", "ab"])
  }

  @Test("several centres grow together, unknown ones are ignored")
  func centers() {
    #expect(chain.neighborhood(of: [id("a"), id("d"), id("?")], hops: 1).statements.count == 3)
    #expect(chain.neighborhood(of: [id("?")], hops: 3) == KnowledgeGraph())
  }
}

@Suite("Keeping some statements of a graph")
struct FilteringTests {
  @Test("entities and documents stay, broken contradictions go, indices follow")
  func filter() {
    var g = graph([
      statement("a", "met", "b", isOpen: true), statement("a", "led", "b"),
      statement("a", "led", "b", polarity: .negated),
    ])
    g.contradictions = [
      Contradiction(kind: .polarity, statements: [1, 2], explanation: "kept"),
      Contradiction(kind: .value, statements: [0, 1], explanation: "broken"),
    ]
    let kept = g.keepingStatements { !$0.isOpen }
    #expect(kept.statements == Array(g.statements.dropFirst()))
    #expect(kept.contradictions == [Contradiction(kind: .polarity, statements: [0, 1], explanation: "kept")])
    #expect(kept.entities == g.entities)
    #expect(kept.documents == g.documents)
  }
}
