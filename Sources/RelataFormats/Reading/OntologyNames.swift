import RelataGraph
import RelataNames

/// The types and relations of an ontology under every name that others may use for them: identifiers, labels,
/// plurals, classes of schema.org, items and properties of Wikidata, and the tags of name recognisers.
///
/// Names are compared without case, spaces and punctuation: `ARMED_GROUP`, `armed group` and `ArmedGroup` are
/// one. Of an IRI only the last part counts.
struct OntologyNames {
  private var types: [String: EntityType] = [:]
  private var relations: [String: Relation] = [:]

  struct Relation {
    var id: String
    /// Whether the name reads it from object to subject.
    var isInverse: Bool
  }

  /// The tags of CoNLL-2003 and OntoNotes.
  private static let tags: [(String, EntityType)] = [
    ("per", .person), ("org", .organization), ("loc", .place), ("gpe", .place), ("location", .place),
    ("fac", .facility),
    ("norp", .populationGroup), ("workofart", .work), ("organisation", .organization), ("human", .person),
  ]

  init(_ ontology: Ontology) {
    // Several types may share a class of schema.org: the first, the more general, has
    // it. Own names come first.
    for names in [Self.ownNames, Self.borrowedNames] {
      for type in ontology.types {
        for name in names(type) {
          types[Self.folded(name), default: type.type] = types[Self.folded(name)] ?? type.type
        }
      }
    }
    for (tag, type) in Self.tags where ontology.description(of: type) != nil && types[tag] == nil {
      types[tag] = type
    }
    for relation in ontology.relations {
      add(relation.id, relation.id, isInverse: false)
      add(relation.label, relation.id, isInverse: false)
    }
    for relation in ontology.relations {
      if let property = relation.wikidata { add(property, relation.id, isInverse: false) }
      if let property = relation.inverseWikidata { add(property, relation.id, isInverse: true) }
      if let inverse = relation.inverse { add(inverse, relation.id, isInverse: !relation.isSymmetric) }
    }
  }

  private static func ownNames(_ type: Ontology.TypeDescription) -> [String] {
    [type.type.rawValue, type.label]
  }

  private static func borrowedNames(_ type: Ontology.TypeDescription) -> [String] {
    [type.schemaOrg, type.wikidata].compactMap(\.self)
  }

  private mutating func add(_ name: String, _ id: String, isInverse: Bool) {
    let key = Self.folded(name)
    if relations[key] == nil { relations[key] = Relation(id: id, isInverse: isInverse) }
  }

  func type(_ name: String) -> EntityType? {
    let key = Self.folded(name)
    if let type = types[key] { return type }
    if key.hasSuffix("ies"), let type = types[key.dropLast(3) + "y"] { return type }
    return key.hasSuffix("s") ? types[String(key.dropLast())] : nil
  }

  func relation(_ name: String) -> Relation? { relations[Self.folded(name)] }

  /// Lower case letters and digits only; of an IRI, what stands behind the last `/` or `#`.
  static func folded(_ name: String) -> String {
    var name = Substring(name)
    if name.contains("://"), let last = name.split(whereSeparator: { $0 == "/" || $0 == "#" }).last {
      name = last
    }
    return LabelFolding.fold(name)
  }
}
