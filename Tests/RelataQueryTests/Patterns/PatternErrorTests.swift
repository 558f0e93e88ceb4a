import RelataGraph
import RelataQuery
import RelataTestSupport
import Testing

/// Each mistake is marked in the text itself: `‸` stands before the character that the error must point at.
@Suite("Mistakes in patterns")
struct PatternErrorTests {
  static let cases: [(marked: String, says: String)] = [
    ("‸", "expected “(”"),
    ("‸p:Person", "expected “(”"),
    ("(p:Person‸", "expected “|”, “{”, WHERE or “)”"),
    ("(p:‸)", "expected a type such as Person, not “)”"),
    ("(p:‸Persn)", "expected a type of the ontology, not “Persn” (nearest: Person)"),
    ("(a)-[:leads]->‸g", "expected “(”, the beginning of a node such as (p:Person), not “g”"),
    ("(a)-[:leads‸>(b)", "expected “|”, “*”, “{”, WHERE or “]”, not “>”"),
    ("(a)-[:leads]‸>(b)", "expected “-” after the relation"),
    ("(a)-[:‸leeds]->(b)", "not “leeds” (nearest: leads)"),
    ("(a)-[:‸]->(b)", "expected a relation such as leads"),
    ("(a)-[]->{‸}(b)", "expected a number, as in {1,3}"),
    ("(a)-[]->{3,‸1}(b)", "expected a number not below 3, not 1"),
    ("(a)-[*1..‸0]->(b)", "expected a number not below 1, not 0"),
    ("(a)-[*]->‸{2}(b)", "expected only one quantifier"),
    ("(a)-[r]->(‸r)", "expected a new variable: “r” already stands for something else"),
    ("(a)-[r]->(b)-[‸r]->(c)", "expected a new variable"),
    ("(p) WHERE ‸", "expected a text in quotation marks"),
    (
      "(p) WHERE p.mentions > 1" + String(repeating: " OR p.mentions > 1", count: 256)
        + " OR ‸p.mentions > 1", "expected fewer conditions"
    ),
    ("(p) WHERE p.‸nam = 'x'", "expected a property (id, name, type"),
    ("(p) WHERE ‸q.name = 'x'", "expected a variable of the pattern (p), not “q”"),
    ("(p)-[r]-(q) WHERE r.‸name = 'x'", "expected a property (relation, label"),
    ("(p) WHERE p.name = ‸5", "expected a text in quotation marks, not a number"),
    ("(p) WHERE p.name = ‸'x", "expected the end of the text that begins"),
    ("(p) WHERE ‸p.name", "expected a condition such as p.name = 'Damascus', not a text"),
    ("(p) WHERE (p.name = 'x'‸", "expected AND, OR, a comparison or “)”, not the end"),
    ("(p) WHERE p.name STARTS ‸'x'", "expected WITH"),
    ("(p) WHERE p.name IS ‸5", "expected NULL or NOT NULL"),
    ("(p) WHERE ‸p.mentions CONTAINS 5", "expected a text in quotation marks, not a number"),
    ("(p)-[r]-(q) WHERE r.start > ‸'November'", "expected a date such as '2024'"),
    ("(p)-[r]-(q) WHERE r.polarity = ‸'negatd'", "expected 'affirmed' or 'negated', not 'negatd'"),
    ("(p)-[r]-(q) WHERE r.relation = ‸'leeds'", "nearest: leads"),
    ("(p)-[r]-(q) WHERE r.modality IN ['asserted', ‸'said']", "expected 'asserted' or 'reported'"),
    ("(p) WHERE p.type = ‸'Persn'", "expected a type of the ontology"),
    ("(p)-[r]-(q) WHERE p = ‸'Ada'", "another entity of the pattern (or compare its name"),
    ("(p)-[r*]-(q) WHERE ‸r.start = '2024'", "expected length(r), or the condition inside the brackets"),
    ("(p)-[r* WHERE ‸p.name = 'x']-(q)", "expected a condition on “r” alone"),
    ("(p) WHERE size(‸p) > 1", "expected a path, several relations, a list or a text, not an entity"),
    ("(p) WHERE ‸lenght(p.name) > 1", "expected a function (toLower, toUpper, length, size, count"),
    ("(p) WHERE ‸count(p) > 1", "expected a value of one match"),
    ("(p) RETURN ‸", "expected a text in quotation marks"),
    ("(p) RETURN p ORDER ‸p", "expected BY"),
    ("(p) RETURN p.type, count(*) ORDER BY ‸p.name", "expected one of the columns (p.type, count(*))"),
    ("(p) RETURN p LIMIT ‸many", "expected a whole number"),
    ("(p) RETURN p LIMIT 1 ‸2", "expected WHERE, RETURN, ORDER BY, SKIP, LIMIT or the end, not the number 2"),
    ("(p) RETURN p AS a, ‸p.name AS a", "expected a new variable"),
    ("(p) ‸DELETE p", "“DELETE” is not part of this language"),
    ("‸CREATE (p:Person)", "“CREATE” is not part of this language"),
    ("(p) ‸; (q)", "expected a name, a text in quotation marks"),
    ("(p)\nWHERE p.name =‸= 'x'", "expected a text in quotation marks"),
  ]

  @Test("are pointed at, with what was expected", arguments: cases)
  func mistake(marked: String, says: String) throws {
    let scalars = Array(marked.unicodeScalars)
    let place = try #require(scalars.firstIndex(of: "‸"))
    let query = String(String.UnicodeScalarView(scalars[..<place] + scalars[(place + 1)...]))
    let error = try #require(throws: PatternError.self) { try PatternFixtures.result(query) }
    #expect(error.position == place, "\(error)")
    #expect(error.description.contains(says), "\(error)")
    #expect(error.description.hasSuffix("at character \(place + 1)"))
  }

  @Test("the caret stands below the character of its line")
  func excerpt() throws {
    let error = try #require(throws: PatternError.self) {
      try PatternQuery("(p:Person)\n\tWHERE p.name ? 'x'\nRETURN p")
    }
    #expect(error.excerpt == [" WHERE p.name ? 'x'", "              ^"])
  }

  @Test("ten thousand brackets are refused, not crashed on")
  func brackets() {
    let deep = "(p) WHERE " + String(repeating: "(", count: 10_000)
    #expect(throws: PatternError.self) { try PatternQuery(deep) }
    let negations = "(p) WHERE " + String(repeating: "NOT ", count: 10_000)
    #expect(throws: PatternError.self) { try PatternQuery(negations) }
  }

  @Test("no text crashes the reader")
  func noise() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "(", ")", "[", "]", "-", ">", "<", ":", "p", "leads", "WHERE", "'", "{", "}", "1", ",", "*", ".",
      "RETURN", "count", "=", "é", "\n", " ",
    ]
    for _ in 0..<1000 {
      let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      do {
        _ = try PatternFixtures.result(text)
      } catch let error as PatternError {
        #expect((0...text.unicodeScalars.count).contains(error.position))
      } catch {
        Issue.record("\(text): \(error)")
      }
    }
  }
}
