import RelataExtraction
import RelataGraph
import Testing

/// What speaks of the same, and what introduces something else.
@Suite("Names and descriptions that are one, or are not") struct NewThingsTests {
  private func names(_ text: String) throws -> Set<String> {
    Set(try Extraction.of(text).entities.map(\.name))
  }

  private func notation(_ text: String) throws -> Set<String> { try Extraction.of(text).notation() }

  @Test("what is introduced with “a” or “another” has not been told of before")
  func indefinite() throws {
    let quakes = try notation(
      "An earthquake killed ten people in Rome. On Friday another earthquake killed two people in Paris.")
    #expect(quakes.contains("earthquake –located_in→ Rome"))
    #expect(!quakes.contains("earthquake –located_in→ Paris"), "\(quakes)")
    let pacts = try notation(
      "Kazakhstan and India signed a uranium agreement in Astana. Air Astana signed a code-share agreement.")
    let signed = pacts.filter { $0.hasPrefix("Air Astana –signed→") }
    #expect(signed == ["Air Astana –signed→ code-share agreement"], "\(pacts)")
  }

  @Test("whose government it is does not cut the beginning off a name")
  func wholeName() throws {
    #expect(
      try names(
        "In 2015, Saudi Arabia started supporting the government of Abdrabbuh Mansur Hadi against the Houthi rebellion."
      )
      .contains("Abdrabbuh Mansur Hadi"))
  }

  @Test("proper nouns beside each other are a name though the model took none for one; titles are not")
  func missedNames() throws {
    let found = try names(
      "Ford opened the investigation in February. Ford started its investigation by hiring the law firm Sidley Austin, according to The Verge."
    )
    #expect(found.contains("Sidley Austin") && !found.contains("Sidley"), "\(found)")
    let titles = try names(
      "The Prime Minister spoke, and so did the Vice President. The Attorney General did not.")
    #expect(titles.isDisjoint(with: ["Prime Minister", "Vice President", "Attorney General"]), "\(titles)")
  }

  @Test("the first word of a company's name is the company, unless it is part of somebody's name")
  func shortNames() throws {
    let found = try Extraction.of(
      "Nordvik Energi ASA bought Voltaire in May. Nordvik said that it would close a plant in Lyon.")
    let company = found.entities.filter { $0.names.contains { $0.name.hasPrefix("Nordvik") } }
    #expect(company.count == 1, "\(company.map(\.name))")
    #expect(Set(company.flatMap(\.names).map(\.name)) == ["Nordvik Energi ASA", "Nordvik"])
    let person = try Extraction.of(
      "Anna Halvorsen founded Halvorsen Marine AS. Halvorsen met Angela Merkel in Oslo.")
    let known = person.entities.first { $0.name == "Anna Halvorsen" }
    #expect(known?.names.contains { $0.name == "Halvorsen" } == true, "\(person.entities.map(\.names))")
  }

  @Test("what has a name is listed however unsure its exact kind is, though nothing is said of it")
  func listed() throws {
    let found = try names(
      "She stayed at CERN, then at the Orvieta Forum and the Hotel Tentrem. A train was late.")
    #expect(found.isSuperset(of: ["CERN", "Orvieta Forum", "Hotel Tentrem"]), "\(found)")
  }
}
