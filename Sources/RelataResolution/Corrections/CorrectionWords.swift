import RelataGraph

extension StatementDescription {
  /// `HTS forces captured Aleppo`.
  func phrase(_ ontology: Ontology) -> String {
    let label = isOpen ? relation : ontology.relation(relation)?.label ?? relation
    return "\(subject) \(polarity == .negated ? "not: " : "")\(label) \(object)"
  }
}

extension Correction.Change {
  /// One line for people, in the file's own words.
  func explanation(_ ontology: Ontology) -> String {
    func label(_ relation: String, _ isOpen: Bool) -> String {
      isOpen ? relation : ontology.relation(relation)?.label ?? relation
    }
    switch self {
    case .wrong(let statement): return "\(statement.phrase(ontology)): does not follow from its sentence"
    case .confirmed(let statement): return "\(statement.phrase(ontology)): checked"
    case .relation(let statement, let relation, let isOpen):
      return "\(statement.phrase(ontology)): the relation is “\(label(relation, isOpen))”"
    case .direction(let statement): return "\(statement.phrase(ontology)): the other way round"
    case .merge(let entities, let name):
      return "\(entities.map(\.name).joined(separator: ", ")): one thing, \(name)"
    case .split(let entity, let names, let name):
      return "\(entity.name): \(names.joined(separator: ", ")) is another thing, \(name)"
    case .rename(let entity, let name): return "\(entity.name): called \(name)"
    case .retype(let entity, let type):
      return "\(entity.name): \(ontology.description(of: type)?.label ?? type.rawValue)"
    }
  }
}

extension String {
  /// Without line breaks, which names in documents may have.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// At most 60 characters of it, for messages.
  var clipped: String {
    let longest = 60
    return utf8.count <= longest || count <= longest ? self : prefix(longest - 1) + "…"
  }
}
