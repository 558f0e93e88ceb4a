import RelataGraph
import Testing

@Suite("The hierarchy of types")
struct OntologyTests {
  let ontology: Ontology

  init() throws { ontology = try Ontology(yaml: OntologyFixtures.types, fileName: "my.yaml") }

  @Test func `A path leads from the type to the root`() {
    #expect(ontology.path(of: .militaryBase) == [.militaryBase, .facility, .place, .thing])
    #expect(ontology.path(of: .thing) == [.thing])
    #expect(ontology.path(of: "Unicorn") == ["Unicorn"])
  }

  @Test(arguments: [
    (EntityType.militaryBase, EntityType.place, true), (.militaryBase, .militaryBase, true),
    (.place, .militaryBase, false), (.armedGroup, .organization, true), (.armedGroup, .place, false),
    (.person, .thing, true), ("Unicorn", .thing, true), ("Unicorn", .person, false),
  ])
  func `A type is a kind of its ancestors`(type: EntityType, ancestor: EntityType, expected: Bool) {
    #expect(ontology.isKind(type, of: ancestor) == expected)
  }

  @Test func `A type is allowed where one of its ancestors is`() {
    #expect(ontology.allows(.city, in: [.person, .place]))
    #expect(!ontology.allows(.city, in: [.person, .organization]))
    #expect(ontology.allows(.city, in: [.thing]))
    #expect(!ontology.allows(.city, in: []))
  }

  /// A hierarchy made in code may be malformed: the walk must end all the same.
  @Test func `A circle of parents ends`() {
    func type(_ type: EntityType, _ parent: EntityType) -> Ontology.TypeDescription {
      Ontology.TypeDescription(type: type, parent: parent, label: "", color: "#ffffff", shape: "box")
    }
    let circle = Ontology(types: [type("A", "B"), type("B", "A")], relations: [])
    #expect(circle.path(of: "A") == ["A", "B"])
    #expect(!circle.isKind("A", of: "C"))
  }

  @Test func `The first of two relations with one name is found`() {
    let relations = ["one", "two"].map {
      RelationType(id: "same", label: $0, definition: "", domain: [.thing], range: [.thing])
    }
    #expect(Ontology(types: [], relations: relations).relation("same")?.label == "one")
  }
}
