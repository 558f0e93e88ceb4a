import Relata
import RelataGraph
import Testing

// example
/// An ontology that also knows of satellites.
func spaceOntology() throws(DataFileError) -> Ontology {
  try Ontology(
    yaml: """
      version: 1
      extends: builtin
      types:
        Satellite:
          parent: Facility
          label: satellite
          color: "#ffffff"
          shape: box
      relations:
        orbits:
          label: orbits
          definition: Subject goes round the object.
          domain: [Satellite]
          range: [Place]
          inverse: orbited by
          verbs: [orbit, circle]
      """, fileName: "space.yaml")
}
// end

// example
/// The relations that can lead from one type to another.
func relations(
  from subject: EntityType, to object: EntityType, in ontology: Ontology
) -> [RelationType] {
  ontology.relations.filter {
    ontology.allows(subject, in: $0.domain)
      && ontology.allows(object, in: $0.range)
  }
}
// end

// example
/// What is wrong with the text of an ontology; nil where nothing is.
func complaint(about yaml: String) -> String? {
  do throws(DataFileError) {
    _ = try Ontology(yaml: yaml, fileName: "my.yaml")
    return nil
  } catch {
    return error.description
  }
}
// end

// example
/// A graph of some text, in the terms of an ontology.
func graph(
  of text: String, ontology: Ontology
) async throws -> KnowledgeGraph {
  let builder = try GraphBuilder(ontology: ontology)
  let document = SourceDocument(id: "note.txt", text: text)
  return try await builder.build([document]).graph
}
// end

@Suite("Examples of the article on the ontology")
struct ExtendingTheOntologyExamples {
  @Test("a type and a relation that are new")
  func additions() throws {
    let ontology = try spaceOntology()
    #expect(ontology.isKind("Satellite", of: .place))
    #expect(ontology.relation("orbits")?.triggers.map(\.pattern) == [["orbit"], ["circle"]])
    let names = relations(from: "Satellite", to: .place, in: ontology).map(\.id)
    #expect(names.contains("orbits"))
    #expect(!relations(from: .person, to: .place, in: ontology).map(\.id).contains("orbits"))
  }

  @Test("what is wrong with a file")
  func errors() {
    #expect(complaint(about: Ontology.embeddedYAML) == nil)
    let text = "version: 1\nextends: builtin\ntypes:\n  Rover: {parent: Robot, label: rover}\n"
    #expect(complaint(about: text)?.hasPrefix("my.yaml:4:") == true)
  }

  @Test("a text in the terms of an ontology")
  func reading() async throws {
    let graph = try await graph(of: "The Hubble Space Telescope orbits the Earth.", ontology: spaceOntology())
    #expect(graph.statements.map(\.relation) == ["orbits"])
  }
}
