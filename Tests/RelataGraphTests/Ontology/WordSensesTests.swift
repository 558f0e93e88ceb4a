import RelataGraph
import Testing

@Suite("What words can express")
struct WordSensesTests {
  let senses = WordSenses.embedded()

  @Test func `A word has the relations that it can express`() {
    #expect(senses.relations(of: "co-sponsor", as: .verb).contains("supports"))
    #expect(senses.relations(of: "raid", as: .noun).first == "attacked")
    #expect(senses.relations(of: "loyal", as: .adjective).contains("supports"))
  }

  @Test func `The class of the word decides`() {
    #expect(senses.relations(of: "head", as: .verb) == ["leads"])
    #expect(senses.relations(of: "head", as: .noun).contains("head_of_state_of"))
    #expect(senses.relations(of: "raid", as: .adjective).isEmpty)
  }

  @Test func `A word that links nothing has none`() {
    #expect(senses.relations(of: "be", as: .verb).isEmpty)
    #expect(senses.relations(of: "", as: .noun).isEmpty)
    #expect(senses.relations(of: "raid n\tkilled", as: .noun).isEmpty)
  }

  @Test(
    arguments: [
      ("VBD", WordSenses.WordClass.verb), ("VB", .verb), ("NNS", .noun), ("JJR", .adjective), ("NNP", nil),
      ("NNPS", nil), ("IN", nil), ("", nil),
    ] as [(String, WordSenses.WordClass?)])
  func `Tags name a class`(tag: String, wordClass: WordSenses.WordClass?) {
    #expect(WordSenses.WordClass(tag: tag) == wordClass)
  }

  @Test func `Every sense is a relation of the ontology`() throws {
    let known = Set(try Ontology.embedded().relations.map(\.id)).union(["other"])
    #expect(senses.words.count > 5_000)
    for word in senses.words {
      let parts = word.split(separator: " ")
      let wordClass = try #require(
        parts.last?.first.flatMap(WordSenses.WordClass.init(rawValue:)), "class of \(word)")
      #expect(parts.count == 2, "\(word)")
      let relations = senses.relations(of: String(parts[0]), as: wordClass)
      #expect(!relations.isEmpty && Set(relations).count == relations.count, "\(word)")
      #expect(known.isSuperset(of: relations), "\(word): \(relations)")
    }
  }
}
