import RelataGazetteer
import RelataGraph
import Testing

@testable import RelataExtraction

@Suite("What the gazetteer knows of where places lie")
struct GeographyTests {
  private let geography: Geography

  init() throws {
    geography = Geography(gazetteer: try Gazetteer.embedded(), ontology: try Ontology.embedded())
  }

  private func country(_ name: String, _ code: String) -> Chain {
    Chain(
      type: .country, typeConfidence: 1, names: [name: 1], canonicalName: name, identifiers: ["iso3166": code]
    )
  }

  private func city(_ name: String) -> Chain {
    Chain(type: .city, typeConfidence: 1, names: [name: 1])
  }

  private func plausibility(
    _ subject: Chain, _ object: Chain, as relation: String = "located_in", isTold: Bool = false
  ) -> Double {
    geography.plausibility(of: relation, subject, object, isTold: isTold)
  }

  @Test func `A city lies in no country that has none of its name, unless a word says so`() {
    let russia = country("Russia", "RU")
    #expect(plausibility(city("Aleppo"), russia) == 0)
    #expect((0.01..<1).contains(plausibility(city("Aleppo"), russia, isTold: true)))
    #expect(plausibility(city("Aleppo"), country("Syria", "SY")) == 1)
    // Of two cities of one name each may be meant.
    #expect(plausibility(city("Tripoli"), country("Libya", "LY")) == 1)
    #expect(plausibility(city("Tripoli"), country("Lebanon", "LB")) == 1)
  }

  @Test func `What the gazetteer does not know is not doubted`() {
    #expect(plausibility(city("Xyzzyville"), country("Russia", "RU")) == 1)
    let base = Chain(type: .militaryBase, typeConfidence: 1, names: ["Khmeimim Air Base": 1])
    #expect(plausibility(base, country("Russia", "RU")) == 1)
  }

  @Test func `A state lies in no other merely because their names stand together`() {
    let (syria, russia) = (country("Syria", "SY"), country("Russia", "RU"))
    #expect(plausibility(syria, russia, as: "part_of") == 0)
    #expect(plausibility(syria, russia, as: "part_of", isTold: true) == 1)
    #expect(plausibility(syria, russia, as: "supports") == 1)
  }
}
