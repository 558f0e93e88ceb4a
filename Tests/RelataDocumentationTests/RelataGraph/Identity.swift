import Relata
import RelataGraph
import Testing

// example
/// A line for each name that was joined with another.
func reasons(for entity: Entity) -> [String] {
  entity.links.map { "\($0.name) is \($0.explanation)" }
}
// end

// example
/// The entities that another source knows by their Wikidata items.
func byWikidata(_ graph: KnowledgeGraph) -> [String: Entity] {
  var known: [String: Entity] = [:]
  for entity in graph.entities {
    if let item = entity.identifiers["wikidata"] { known[item] = entity }
  }
  return known
}
// end

// example
/// A builder that knows a pseudonym, and keeps father and son apart.
func informedBuilder() throws -> GraphBuilder {
  let ontology = try Ontology.embedded()
  let rules = try IdentityRules(
    yaml: """
      same:
        - [Boris Akunin, Grigory Chkhartishvili]
      different:
        - names: [George W. Bush, George H. W. Bush]
          type: Person
      """, fileName: "same-as.yaml", ontology: ontology)
  return try GraphBuilder(ontology: ontology, identities: rules)
}
// end

@Suite("Examples of the article on identity")
struct IdentityExamples {
  @Test("the reasons for joining names")
  func why() {
    #expect(reasons(for: Dispute.graph.entities[1]) == ["HU is the initials of Harbour Union"])
  }

  @Test("entities by identifiers of others")
  func identifiers() {
    #expect(byWikidata(Dispute.graph).mapValues(\.id) == ["Q20": Dispute.norway])
  }

  @Test("a builder that was told")
  func rules() async throws {
    let texts = [
      "Boris Akunin visited Spain in 2012.", "Grigory Chkhartishvili met Lyudmila Ulitskaya in 2015.",
    ]
    let documents = texts.enumerated().map { SourceDocument(id: "\($0).txt", text: $1) }
    let graph = try await informedBuilder().build(documents).graph
    let writer = try #require(graph.entities.first { $0.aliases.contains { $0.name == "Boris Akunin" } })
    #expect(writer.aliases.contains { $0.name == "Grigory Chkhartishvili" })
    #expect(writer.links.map(\.reason) == [.user])
    #expect(writer.links.map(\.detail) == ["same-as.yaml:2"])
  }
}
