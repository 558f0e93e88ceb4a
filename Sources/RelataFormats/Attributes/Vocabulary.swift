import RelataGraph

/// The attributes of entities and of statements, in the order of the tables' columns.
extension GraphView {
  var entityAttributes: [Attribute<Entity>] {
    [
      Attribute("name", .text) { .text($0.name) },
      Attribute("type", .text) { .text($0.type.rawValue) },
      Attribute("types", .list) { .list(typePath(of: $0)) },
      Attribute("aliases", .list) { $0.aliases.isEmpty ? nil : .list($0.aliases.map(\.name)) },
      Attribute("identifiers", .list) { entity in
        if entity.identifiers.isEmpty { return nil }
        let pairs = entity.identifiers.sorted { $0.key < $1.key }
        return .list(pairs.map { "\($0.key):\($0.value)" })
      },
      Attribute("mentions", .integer) { .integer($0.mentionCount) },
    ]
  }

  var statementAttributes: [Attribute<Edge>] {
    func text(_ text: String?) -> AttributeValue? { text.map { .text($0) } }
    return [
      Attribute("relation", .text) { .text($0.statement.relation) },
      Attribute("polarity", .text) { .text($0.statement.polarity.rawValue) },
      Attribute("modality", .text) { .text($0.statement.modality.rawValue) },
      Attribute("start", .text) { text($0.statement.time?.start?.description) },
      Attribute("end", .text) { text($0.statement.time?.end?.description) },
      Attribute("time", .text) { text($0.statement.time?.description) },
      Attribute("attribution", .text) { text($0.statement.attribution.map(PortableText.identifier)) },
      Attribute("place", .text) { text($0.statement.place.map(PortableText.identifier)) },
      Attribute("role", .text) { text($0.statement.role) },
      Attribute("confidence", .number) {
        .number($0.statement.confidence.isFinite ? $0.statement.confidence : 0)
      },
      Attribute("documents", .list) { .list(Self.documents(of: $0.statement)) },
      Attribute("quote", .text) { text($0.statement.evidence.first?.quote) },
      Attribute("trigger", .text) { edge in
        edge.statement.evidence.first.flatMap { $0.trigger.isEmpty ? nil : .text($0.trigger) }
      },
      Attribute("open", .flag) { .flag($0.statement.isOpen) },
      Attribute("label", .text) { .text(label(of: $0.statement)) },
      Attribute("evidence", .integer) { .integer($0.statement.evidence.count) },
      Attribute("contradicted", .flag) { .flag($0.isContradicted) },
    ]
  }
}

extension Ontology {
  /// The class of schema.org of the type, or of the nearest kind above it that has one.
  func schemaOrg(of type: EntityType) -> String? {
    path(of: type).lazy.compactMap { description(of: $0)?.schemaOrg }.first
  }
}
