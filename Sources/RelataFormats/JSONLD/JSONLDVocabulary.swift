import RelataGraph

/// The types and relations that occur in a graph, described in RDF so that the file explains itself.
struct JSONLDVocabulary {
  private var ontology: Ontology
  private(set) var types: [EntityType]
  /// By predicate, sorted; one statement as an example of each.
  private(set) var predicates: [(name: String, example: Statement)]

  init(of graph: KnowledgeGraph, in ontology: Ontology) {
    self.ontology = ontology
    types = Set(Set(graph.entities.map(\.type)).flatMap { ontology.path(of: $0) }).sorted()
    var examples: [String: Statement] = [:]
    var openExamples: [String: Statement] = [:]
    let statements = graph.statements
    for index in statements.indices {
      let relation = statements[index].relation
      if statements[index].isOpen {
        if openExamples[relation] == nil { openExamples[relation] = statements[index] }
      } else if examples[relation] == nil {
        examples[relation] = statements[index]
      }
    }
    predicates = (Array(examples.values) + openExamples.values).map { (JSONLDWriter.predicate(of: $0), $0) }
      .sorted { $0.0 < $1.0 }
  }

  func write(to json: inout JSONStream) {
    for type in types {
      json.lineBreak()
      json.object { json in
        json.member("@id", JSONLDPrefix.kind(type.rawValue))
        json.member("@type", "Class")
        let description = ontology.description(of: type)
        json.member("label", description?.label ?? type.rawValue)
        // A kind of armed group is no other name for schema.org's Organization, but every one is one.
        json.member(
          "subClassOf",
          [
            description?.parent.map { JSONLDPrefix.kind($0.rawValue) },
            description?.schemaOrg.map { "schema:\(PercentEncoding.encode($0))" },
          ].compactMap { $0 })
        if let item = description?.wikidata { json.member("exactMatch", Self.wikidata(item)) }
      }
    }
    for (name, example) in predicates {
      json.lineBreak()
      json.object { json in
        json.member("@id", name)
        let type = example.isOpen ? nil : ontology.relation(example.relation)
        json.member("@type", ["Property"] + (type?.isSymmetric == true ? ["SymmetricProperty"] : []))
        json.member("label", type?.label ?? example.relation)
        guard let type else { return }
        json.member("definition", type.definition)
        if let inverse = type.inverse { json.member("inverseLabel", inverse) }
        json.member("domainIncludes", type.domain.map { JSONLDPrefix.kind($0.rawValue) })
        json.member("rangeIncludes", type.range.map { JSONLDPrefix.kind($0.rawValue) })
        if let property = type.wikidata { json.member("exactMatch", Self.wikidata(property)) }
        if let event = type.plover { json.member("plover", event) }
      }
    }
  }

  private static func wikidata(_ item: String) -> String { "wikidata:\(PercentEncoding.encode(item))" }
}
