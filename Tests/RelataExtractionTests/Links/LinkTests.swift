import RelataDocuments
import RelataExtraction
import RelataGazetteer
import RelataGraph
import RelataLanguage
import Testing

/// What is learned, as far as it can be seen from outside.
@Suite struct LinkTests {
  private static let text =
    "Soldiers led by General Abdourahamane Tchiani have overthrown President Mohamed Bazoum of Niger. The coup began on Wednesday in Niamey, where the group closed the borders. Its leader told reporters that the Economic Community of West African States had threatened the country with war.\n"

  private static func extractor(_ least: Double?, ontology: Ontology? = nil) throws -> ExtractedDocument {
    let model = try LanguageModel.embedded()
    let extractor = try Extractor(
      ontology: ontology ?? Ontology.embedded(), gazetteer: Gazetteer.embedded(), model: model,
      leastConfidence: least)
    return extractor.extract(Analyzer(model: model).analyze(SourceDocument(id: "niger.txt", text: text)))
  }

  @Test("a lower least confidence only adds statements, and none is below it", arguments: [0.1, 0.35, 0.7])
  func leastConfidence(_ least: Double) throws {
    let some = try Self.extractor(least).statements
    #expect(some.allSatisfy { $0.confidence >= least && (0...1).contains($0.importance ?? 0) })
    #expect(some.contains { $0.importance != nil })
    let all = try Self.extractor(0).statements
    #expect(all.count > some.count)
    func key(_ document: ExtractedDocument) throws -> Set<String> {
      Set(
        document.statements.map {
          "\(document.entities[$0.subject].name)|\($0.relation)|\(document.entities[$0.object].name)"
        })
    }
    #expect(try key(Self.extractor(least)).isSubset(of: try key(Self.extractor(0))))
  }

  @Test("relations of the user's own ontology are typed by its triggers alone")
  func ownOntology() throws {
    let builtIn = try Ontology.embedded()
    let own = RelationType(
      id: "unseated", label: "unseated", definition: "Subject took the object's office.", domain: [.thing],
      range: [.thing], triggers: [Trigger(kind: .verb, pattern: ["overthrow"])])
    let ontology = Ontology(types: builtIn.types, relations: [own])
    let document = try Self.extractor(nil, ontology: ontology)
    let typed = document.statements.filter { !$0.isOpen }
    #expect(!typed.isEmpty)
    #expect(typed.allSatisfy { $0.relation == "unseated" })
    #expect(typed.contains { document.entities[$0.object].name == "Mohamed Bazoum" })
  }

  @Test("what has not been analysed states nothing")
  func unread() throws {
    let model = try LanguageModel.embedded()
    let extractor = try Extractor(ontology: .embedded(), gazetteer: .embedded(), model: model)
    let segmented = Analyzer(model: model).segment(SourceDocument(id: "niger.txt", text: Self.text))
    #expect(extractor.extract(segmented).statements.isEmpty)
    #expect(!extractor.extract(Analyzer(model: model).analyze(segmented.source)).statements.isEmpty)
  }
}
