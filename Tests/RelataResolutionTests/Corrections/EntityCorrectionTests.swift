import RelataGraph
import RelataResolution
import Testing

@Suite("Entities are corrected")
struct EntityCorrectionTests {
  private typealias F = CorrectionFixtures

  private func merge(_ ids: String..., to name: String) -> Correction.Change {
    .merge(ids.map { F.description($0) }, name: name)
  }

  // MARK: Merging

  @Test("two become one, with all names, counts, identifiers and statements, and the reason")
  func merging() throws {
    let outcome = F.apply(merge(F.city, F.base, to: "Khmeimim Air Base"))
    #expect(outcome.unmet.isEmpty)
    #expect(outcome.graph.entity(F.city) == nil)
    let base = try #require(outcome.graph.entity(F.base))
    #expect(base.type == .militaryBase)
    #expect(base.aliases.map(\.name) == ["Khmeimim Air Base", "Hmeimim", "Hmeimim airbase"])
    #expect(base.aliases.map(\.count) == [3, 2, 1])
    #expect(base.aliases.map { $0.example?.start } == [10, 100, 60])
    #expect(base.mentionCount == 6)
    #expect(base.identifiers == ["geonames": "1"])
    #expect(
      base.links == [
        IdentityLink(
          name: "Hmeimim", other: "Khmeimim Air Base", reason: .user, detail: "corrections.yaml:3")
      ])
    let captured = try #require(
      outcome.graph.statements.first { $0.relation == "captured" && $0.object == base.id })
    #expect(captured.evidence.map(\.document) == ["a.txt", "b.txt"])
    #expect(captured.time?.description == "2024-11-27")
    #expect(captured.confidence == 0.96)
    #expect(outcome.graph.statements.count == F.graph.statements.count - 1)
    #expect(
      outcome.applied.map(\.explanation) == ["Hmeimim, Khmeimim Air Base: one thing, Khmeimim Air Base"])
    #expect(outcome.applied.first?.entities == [base.id])
  }

  @Test("a new name gives a new identifier")
  func mergingUnderANewName() throws {
    let graph = F.apply(merge(F.city, F.base, to: "Hmeimim Base")).graph
    let base = try #require(graph.entity("militarybase/hmeimim-base"))
    #expect(base.name == "Hmeimim Base" && base.mentionCount == 6)
    #expect(graph.entities.map(\.id) == graph.entities.map(\.id).sorted())
  }

  @Test("merges are transitive, and what then relates a thing with itself goes")
  func transitive() throws {
    let outcome = F.apply(
      merge(F.city, F.base, to: "Hmeimim"), merge(F.base, F.russia, to: "Russia"),
      .rename(F.description(F.city), to: "Russian base"))
    #expect(outcome.graph.entities.count == 3)
    let joined = try #require(outcome.graph.entities.first { $0.name == "Russian base" })
    #expect(joined.mentionCount == 15)
    #expect(!outcome.graph.statements.contains { $0.subject == $0.object })
    #expect(outcome.graph.statements.contains { $0.relation == "met" && $0.object == joined.id })
    #expect(
      joined.links.filter { $0.reason == .user }.map(\.detail) == [
        "corrections.yaml:3", "corrections.yaml:4",
      ])
  }

  @Test("a relation without a direction keeps one")
  func symmetric() {
    let twin = F.entity("person/bashar", [("Bashar", 1)], .person)
    let graph = KnowledgeGraph(
      entities: F.graph.entities + [twin],
      statements: F.graph.statements + [
        F.statement(F.russia, "met", "person/bashar", F.evidence("b.txt", 900, "Russia met Bashar."))
      ], documents: F.graph.documents)
    let outcome = F.apply(
      .merge([F.description(of: twin), F.description(F.assad)], name: "Bashar al-Assad"), to: graph)
    let met = outcome.graph.statements.filter { $0.relation == "met" }
    #expect(met.map(\.evidence.count) == [4])
    #expect(met.map(\.subject.rawValue) == [F.assad])
  }

  // MARK: Splitting

  @Test("names become another thing, with the sentences that hold no other of the names")
  func splitting() throws {
    let outcome = F.apply(
      .split(
        F.description(F.assad), names: ["Hafez al-Assad", "Hafez Assad"], name: "Hafez al-Assad"))
    #expect(outcome.unmet.isEmpty)
    let hafez = try #require(outcome.graph.entity("person/hafez-al-assad"))
    #expect(hafez.type == .person && hafez.mentionCount == 3 && hafez.identifiers.isEmpty)
    #expect(hafez.aliases.map(\.name) == ["Hafez al-Assad", "Hafez Assad"])
    #expect(hafez.links.map(\.reason) == [.spelling])
    let bashar = try #require(outcome.graph.entity(F.assad))
    #expect(bashar.aliases.map(\.name) == ["Bashar al-Assad"])
    #expect(bashar.mentionCount == 7 && bashar.links.isEmpty)
    #expect(bashar.identifiers == ["wikidata": "Q44329"])
    // One of three sentences of one statement moves, and the other statements as they say.
    let met = outcome.graph.statements.filter { $0.relation == "met" }
    #expect(met.map(\.subject) == [bashar.id, hafez.id])
    #expect(met.map { $0.evidence.map(\.start) } == [[300, 90], [0]])
    #expect(met.map(\.confidence) == [0.864, 0.632])
    #expect(outcome.graph.statements.first { $0.relation == "praised" }?.subject == hafez.id)
    #expect(outcome.graph.statements.first { $0.polarity == .negated }?.attribution == hafez.id)
  }

  @Test("what was split stays split, and says so")
  func splittingTwice() {
    let corrections = F.corrections(
      .split(F.description(F.assad), names: ["Hafez al-Assad"], name: "Hafez al-Assad"))
    let once = corrections.applied(to: F.graph, ontology: F.ontology)
    let twice = corrections.applied(to: once.graph, ontology: F.ontology)
    #expect(twice.graph == once.graph)
    #expect(twice.unmet.count == 1)
  }

  @Test("of a name that is part of another the longer one counts")
  func nestedNames() throws {
    let outcome = F.apply(
      .split(F.description(F.base), names: ["Hmeimim airbase"], name: "Hmeimim airbase"))
    let visited = try #require(outcome.graph.statements.first { $0.relation == "visited" })
    #expect(visited.object.rawValue == "militarybase/hmeimim-airbase")
    // A sentence without any of the names stays.
    #expect(outcome.graph.claims.contains("\(F.russia) located_in \(F.base)"))
  }

  @Test("an entity that loses its name is called as it is most often, and gets that identifier")
  func losingTheName() throws {
    let outcome = F.apply(
      .split(F.description(F.base), names: ["Khmeimim Air Base"], name: "Khmeimim Air Base"))
    #expect(
      outcome.graph.entities.filter { $0.type == .militaryBase }.map(\.id.rawValue) == [
        "militarybase/hmeimim-airbase", F.base,
      ])
    #expect(outcome.graph.entity(F.base)?.mentionCount == 3)
  }

  @Test("what a split makes can be merged, renamed and retyped")
  func splitAndMerge() throws {
    let part = EntityDescription(name: "Hmeimim airbase", type: .militaryBase, split: F.id(F.base))
    let split = Correction.Change.split(
      F.description(F.base), names: ["Hmeimim airbase"], name: "Hmeimim airbase")
    let merged = F.apply(
      .merge([part, F.description(F.city)], name: "Hmeimim"), split, .retype(part, to: .facility),
      .rename(part, to: "The Hmeimim"))
    #expect(merged.unmet.isEmpty)
    let place = try #require(merged.graph.entity("facility/the-hmeimim"))
    #expect(place.aliases.map(\.name) == ["Hmeimim", "Hmeimim airbase"])
    #expect(merged.graph.statements.first { $0.relation == "visited" }?.object == place.id)
    #expect(merged.applied.count == 4)
    // Back into where it came from: nothing is lost.
    let back = F.apply(split, .merge([part, F.description(F.base)], name: "Khmeimim Air Base"))
    #expect(back.graph.statements == F.graph.statements)
    #expect(back.graph.entity(F.base)?.mentionCount == 4)
  }

  @Test("splitting off all names renames what most of them mean")
  func splittingAll() throws {
    let one = F.apply(.split(F.description(F.city), names: ["Hmeimim"], name: "Hmeimim town"))
    #expect(one.graph.entity("city/hmeimim-town")?.identifiers == ["geonames": "1"])
    #expect(one.graph.entities.count == F.graph.entities.count)
    let two = F.apply(
      .split(F.description(F.base), names: ["Khmeimim Air Base"], name: "A"),
      .split(F.description(F.base), names: ["Hmeimim airbase"], name: "B"))
    #expect(two.graph.entity("militarybase/a")?.mentionCount == 3)
    #expect(two.graph.entity("militarybase/b")?.mentionCount == 1)
    #expect(two.graph.entity(F.base) == nil)
  }

  // MARK: Names and types

  @Test("another name or type is another identifier, everywhere; taken ones are numbered")
  func renaming() throws {
    let outcome = F.apply(
      .rename(F.description(F.group), to: "Hayat Tahrir al-Sham"),
      .retype(F.description(F.group), to: .organization))
    let group = try #require(outcome.graph.entity("organization/hayat-tahrir-al-sham"))
    #expect(group.aliases.map(\.name) == ["HTS", "HTS forces"])
    #expect(outcome.graph.statements.count == F.graph.statements.count)
    #expect(outcome.graph.claims.contains("\(group.id) captured \(F.city)"))
    #expect(
      outcome.graph.statements.map(\.confidence).sorted() == F.graph.statements.map(\.confidence).sorted())

    let taken = F.apply(
      .rename(F.description(F.city), to: "Khmeimim Air Base"),
      .retype(F.description(F.city), to: .militaryBase))
    #expect(taken.graph.entity(F.base + "-2")?.aliases.map(\.name) == ["Hmeimim"])
    #expect(taken.graph.entity(F.base)?.mentionCount == 4)
    // Another way to write the same name keeps it.
    let written = F.apply(.rename(F.description(F.city), to: "HMEIMIM"))
    #expect(written.graph.entity(F.city)?.name == "HMEIMIM")
  }

  @Test("of several names the last holds")
  func lastName() {
    let outcome = F.apply(
      .rename(F.description(F.city), to: "One"), .rename(F.description(F.city), to: "Two"))
    #expect(outcome.graph.entity("city/two") != nil)
    #expect(outcome.applied.map(\.line) == [4])
  }

  @Test("a chain: merged, renamed, and one of its statements wrong")
  func chain() throws {
    let wrong = try #require(F.graph.statements.first { $0.evidence.first == F.captured })
    let outcome = F.apply(
      .wrong(F.description(of: wrong)), merge(F.city, F.base, to: "Khmeimim Air Base"),
      .rename(F.description(F.base), to: "Hmeimim"), .retype(F.description(F.city), to: .facility))
    #expect(outcome.unmet.isEmpty && outcome.applied.count == 4)
    let place = try #require(outcome.graph.entity("facility/hmeimim"))
    let captured = outcome.graph.statements.filter { $0.relation == "captured" && $0.object == place.id }
    #expect(captured.map { $0.evidence.map(\.document) } == [["b.txt"]])
    #expect(captured.map(\.confidence) == [0.8])
  }

  // MARK: What is recognised

  @Test("an entity is found by its names where the identifier is another's or gone")
  func recognition() {
    var description = F.description(F.base)
    description.id = F.id("militarybase/other")
    #expect(F.apply(.rename(description, to: "X")).graph.entity("militarybase/x") != nil)
    description.id = F.id(F.russia)
    #expect(F.apply(.rename(description, to: "X")).graph.entity("militarybase/x") != nil)
    // The identifier where one name agrees.
    #expect(
      F.apply(.rename(EntityDescription(name: "Hmeimim Airbase!", id: F.id(F.base)), to: "X")).graph
        .entity("militarybase/x") != nil)
    // What is called so, not what is also called so.
    #expect(F.apply(.rename(EntityDescription(name: "HTS"), to: "X")).graph.entity("armedgroup/x") != nil)
  }

  @Test("what is not there or not clear is reported, and the rest is done")
  func unmet() {
    let namesake = F.entity("city/hmeimim-2", [("Hmeimim", 1)], .city)
    let graph = KnowledgeGraph(
      entities: (F.graph.entities + [namesake]).sorted { $0.id < $1.id }, statements: F.graph.statements)
    let gone = EntityDescription(name: "Aleppo", id: F.id("city/aleppo"))
    let outcome = F.apply(
      .rename(gone, to: "X"),
      .retype(EntityDescription(name: "Hmeimim", type: .city), to: .region),
      .split(F.description(F.base), names: ["Base", "hmeimim AIRBASE"], name: "Base"),
      .merge([gone, F.description(F.group), F.description(F.russia)], name: "Russia"),
      .merge([gone, F.description(F.assad)], name: "Z"),
      .rename(EntityDescription(name: "Y", split: F.id(F.base)), to: "Z"),
      .split(EntityDescription(name: "Base", split: F.id(F.base)), names: ["Base"], name: "Base"),
      to: graph)
    #expect(
      outcome.unmet.map(\.description) == [
        "corrections.yaml:3: nothing is called “Aleppo” any more; correct the graph anew or remove this",
        "corrections.yaml:4: “Hmeimim” may be any of 2 entities; give the id of one: city/hmeimim, city/hmeimim-2",
        "corrections.yaml:5: “Khmeimim Air Base” is not called “Base”; write the name as the documents spell it or remove it",
        "corrections.yaml:6: nothing is called “Aleppo” any more; correct the graph anew or remove this",
        "corrections.yaml:7: nothing is called “Aleppo” any more; correct the graph anew or remove this",
        "corrections.yaml:8: nothing splits “Y” from militarybase/khmeimim-air-base; add that correction or remove this one",
        "corrections.yaml:9: “Base” is itself split off; split these names from the entity that the graph has",
      ])
    #expect(outcome.applied.map(\.line) == [5, 6])
    #expect(outcome.graph.entity("militarybase/base") != nil)
    #expect(outcome.graph.entity(F.group) == nil)
    #expect(outcome.graph.entity(F.assad)?.name == "Bashar al-Assad")
  }
}
