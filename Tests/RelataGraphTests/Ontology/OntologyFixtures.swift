import RelataGraph

/// Small ontologies written in the test itself.
enum OntologyFixtures {
  /// Eighteen lines: the version and every type that the extraction assigns.
  static let types = """
    version: 1
    types:
      Thing: {label: thing, color: "#eeeeee", shape: ellipse}
      Person: {parent: Thing, label: person, color: "#fde7b0", shape: ellipse}
      Organization: {parent: Thing, label: organisation, color: "#d5d9f2", shape: box}
      ArmedGroup: {parent: Organization, label: armed group, color: "#f4bfbf", shape: hexagon}
      GovernmentBody: {parent: Organization, label: government body, color: "#bcd6f0", shape: box}
      Company: {parent: Organization, label: company, color: "#c4ead0", shape: box}
      MediaOutlet: {parent: Organization, label: media outlet, color: "#e3cdf0", shape: note}
      PoliticalParty: {parent: Organization, label: party, color: "#f3cbe0", shape: tab}
      Place: {parent: Thing, label: place, color: "#d6efd2", shape: oval}
      Country: {parent: Place, label: country, color: "#a9dcc3", shape: box}
      Region: {parent: Place, label: region, color: "#c8e8b8", shape: box}
      City: {parent: Place, label: city, color: "#e2f0b6", shape: house}
      Facility: {parent: Place, label: facility, color: "#e4ddc4", shape: box}
      MilitaryBase: {parent: Facility, label: military base, color: "#d6cfa8", shape: pentagon}
      Event: {parent: Thing, label: event, color: "#ffd9a8", shape: diamond}
      Agreement: {parent: Thing, label: agreement, color: "#f7f0a8", shape: box}
      PopulationGroup: {parent: Thing, label: group, color: "#fbd5c0", shape: egg}
      Work: {parent: Thing, label: work, color: "#e9d8c6", shape: cylinder}

    """

  /// The types, then one relation whose lines begin at line 23 with `label`.
  static func relation(_ lines: String...) -> String {
    let head = ["label: met with", "definition: They met.", "domain: [Person]", "range: [Person]"]
    return types + "relations:\n  met_with:\n" + (head + lines).map { "    \($0)\n" }.joined()
  }

  /// The message of the error that reading a text gives, or nil where it can be read.
  static func message(_ yaml: String) -> String? {
    do {
      _ = try Ontology(yaml: yaml, fileName: "my.yaml")
      return nil
    } catch {
      return error.description
    }
  }
}
