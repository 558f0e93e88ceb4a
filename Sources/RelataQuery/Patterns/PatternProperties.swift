import RelataGraph

/// What kind of value an expression has, as far as it is known before anything is matched.
enum PatternKind: String, Hashable, Sendable {
  case text, number, date, truth, list, entity, statement, trail, path, null

  /// With its article, for errors.
  var spoken: String {
    switch self {
    case .text: "a text in quotation marks"
    case .number: "a number"
    case .date: "a date such as '2024', '2024-11' or '2024-11-27'"
    case .truth: "true or false"
    case .list: "a list"
    case .entity: "an entity"
    case .statement: "a relation"
    case .trail: "several relations"
    case .path: "a path"
    case .null: "null"
    }
  }
}

/// What can be asked of an entity.
enum EntityProperty: String, CaseIterable, Sendable {
  case id, name, type, types, aliases, mentions, wikidata, iso3166, geonames

  var kind: PatternKind {
    switch self {
    case .id, .name, .type, .wikidata, .iso3166, .geonames: .text
    case .types, .aliases: .list
    case .mentions: .number
    }
  }

  func value(of entity: Entity, _ ontology: Ontology) -> PatternValue {
    switch self {
    case .id: .text(entity.id.rawValue)
    case .name: .text(entity.name)
    case .type: .text(entity.type.rawValue)
    case .types: .list(ontology.path(of: entity.type).map { .text($0.rawValue) })
    case .aliases:
      .list(([entity.name] + entity.aliases.map(\.name).filter { $0 != entity.name }).map(PatternValue.text))
    case .mentions: .number(Double(entity.mentionCount))
    case .wikidata, .iso3166, .geonames: entity.identifiers[rawValue].map(PatternValue.text) ?? .null
    }
  }
}

/// What can be asked of a statement.
enum StatementProperty: String, CaseIterable, Sendable {
  case relation, label, start, end, time, polarity, modality, confidence, importance, documents, sentences,
    sources, quotes, role, place, attribution, open, event

  var kind: PatternKind {
    switch self {
    case .relation, .label, .time, .polarity, .modality, .role, .place, .attribution: .text
    case .start, .end: .date
    case .confidence, .importance, .documents, .sentences: .number
    case .sources, .quotes: .list
    case .open, .event: .truth
    }
  }

  /// - Parameter name: the names of entities.
  func value(of statement: Statement, _ ontology: Ontology, name: (EntityID) -> String) -> PatternValue {
    switch self {
    case .relation: return .text(statement.relation)
    case .label: return .text(ontology.relation(statement.relation)?.label ?? statement.relation)
    case .start: return statement.time?.start.map(PatternValue.date) ?? .null
    case .end: return statement.time?.end.map(PatternValue.date) ?? .null
    case .time: return statement.time.map { .text($0.description) } ?? .null
    case .polarity: return .text(statement.polarity.rawValue)
    case .modality: return .text(statement.modality.rawValue)
    case .confidence: return .number(statement.confidence)
    case .importance: return statement.importance.map(PatternValue.number) ?? .null
    case .documents: return .number(Double(Set(statement.evidence.map(\.document)).count))
    case .sentences: return .number(Double(statement.evidence.count))
    case .sources:
      var seen: Set<String> = []
      return .list(
        statement.evidence.map(\.document).filter { seen.insert($0).inserted }.map(PatternValue.text))
    case .quotes: return .list(statement.evidence.map { .text($0.quote) })
    case .role: return statement.role.map(PatternValue.text) ?? .null
    case .place: return statement.place.map { .text(name($0)) } ?? .null
    case .attribution: return statement.attribution.map { .text(name($0)) } ?? .null
    case .open: return .truth(statement.isOpen)
    case .event: return .truth(ontology.relation(statement.relation)?.isEvent == true)
    }
  }

  /// The values that there are, where there are few: a misspelt one would silently match nothing.
  var allowed: [String]? {
    switch self {
    case .polarity: Polarity.allCases.map(\.rawValue)
    case .modality: Modality.allCases.map(\.rawValue)
    default: nil
    }
  }
}

/// Functions of one value.
enum PatternFunction: String, CaseIterable, Sendable {
  case lower = "toLower"
  case upper = "toUpper"
  /// The number of statements of a relation with a quantifier or of a path, or of characters of a text.
  case length
  /// The number of elements of a list.
  case size
}
