import RelataGraph

/// What single nodes and edges of another maker mean.
struct ForeignReading {
  private let names: OntologyNames
  /// The attributes that meant nothing.
  private(set) var unread: Set<String> = []
  /// Graphs have many edges and few relations.
  private var relations: [String: OntologyNames.Relation?] = [:]
  private var types: [String: EntityType?] = [:]

  init(_ names: OntologyNames) { self.names = names }

  private static let nameKeys = ["label", "name", "title", "preferredname", "caption"]
  private static let typeKeys = [
    "type", "kind", "entitytype", "nodetype", "class", "category", "labels", "label", "types",
  ]
  private static let relationKeys = [
    "relation", "relationship", "predicate", "label", "type", "rel", "relationtype", "edgetype", "name",
    "kind",
    "interaction", "property", "edgelabel", "title",
  ]
  private static let aliasKeys: Set<String> = ["aliases", "alias", "altlabel", "alsoknownas", "aka"]
  private static let schemes = ["wikidata": "wikidata", "geonames": "geonames", "iso3166": "iso3166"]
  /// For drawing or for bookkeeping of other tools; nobody misses them.
  private static let silent: Set<String> = [
    "id", "x", "y", "z", "vx", "vy", "fx", "fy", "index", "key", "size", "color", "colour", "r", "g", "b",
    "width", "height",
    "shape", "source", "target", "from", "to",
  ]

  /// Whether it means anything here that elements have an attribute unless they say otherwise, by its
  /// folded name. Further names and identifiers tell things apart, so what all have is none.
  static func understandsDefault(of key: String) -> Bool {
    nameKeys.contains(key) || typeKeys.contains(key) || relationKeys.contains(key) || understood.contains(key)
  }

  mutating func entity(_ node: ForeignNode) -> Entity {
    let attributes = Attributes(node.attributes)
    var entity = Entity(id: EntityID(rawValue: node.id), name: node.id, type: .thing)
    var others: [String] = []
    let found = typed(attributes)
    if let found { entity.type = found.type }
    var isNamed = false
    for key in Self.nameKeys where key != found?.key {
      for name in attributes.texts(key) {
        if !isNamed {
          entity.name = name
          isNamed = true
        } else if name != entity.name {
          others.append(name)
        }
      }
    }
    for attribute in node.attributes {
      let key = attribute.key
      if let scheme = Self.schemes[key], let value = attribute.values.first {
        entity.identifiers[scheme] = value
      } else if key == "mentions", let count = attribute.values.first.flatMap(Int.init), count >= 0 {
        entity.mentionCount = count
      } else if Self.aliasKeys.contains(key) {
        let values =
          attribute.values.count == 1
          ? attribute.values[0].unicodeScalars.split(separator: ";").map { String($0) } : attribute.values
        others += values
      } else if !Self.nameKeys.contains(key), !Self.typeKeys.contains(key), !Self.silent.contains(key) {
        unread.insert(attribute.name)
      }
    }
    var seen: Set<String> = [entity.name]
    for name in others where !name.isEmpty && seen.insert(name).inserted {
      entity.aliases.append(Alias(name: name, count: 0))
    }
    return entity
  }

  /// The type, and the attribute that gives it.
  private mutating func typed(_ attributes: Attributes) -> (type: EntityType, key: String)? {
    for key in Self.typeKeys {
      for text in attributes.texts(key) {
        if let type = type(text) { return (type, key) }
      }
    }
    // A type that the ontology does not know is still better than none; a label is more often a name.
    for key in Self.typeKeys where key != "label" {
      if let text = attributes.texts(key).first { return (EntityType(rawValue: text), key) }
    }
    return nil
  }

  /// Of several words the first that the ontology knows.
  private mutating func type(_ text: String) -> EntityType? {
    if let known = types[text] { return known }
    let words = text.split { ";,|:".contains($0) }.map(String.init) + [text]
    let type = words.lazy.compactMap(names.type).first
    types[text] = .some(type)
    return type
  }

  private mutating func relation(_ text: String) -> OntologyNames.Relation? {
    if let known = relations[text] { return known }
    let relation = names.relation(text)
    relations[text] = .some(relation)
    return relation
  }

  mutating func statement(_ edge: ForeignEdge) -> Statement {
    let attributes = Attributes(edge.attributes)
    var statement = Statement(
      subject: EntityID(rawValue: edge.source), relation: "related_to",
      object: EntityID(rawValue: edge.target),
      isOpen: true, evidence: [])
    var texts: [String] = []
    for key in Self.relationKeys { texts += attributes.texts(key) }
    var match: OntologyNames.Relation?
    for text in texts where match == nil { match = relation(text) }
    if let match {
      statement.relation = match.id
      statement.isOpen = false
      if match.isInverse { swap(&statement.subject, &statement.object) }
    } else if let text = texts.first {
      statement.relation = text
    }
    func text(_ key: String) -> String? { attributes.texts(key).first }
    if let polarity = text("polarity").flatMap(Polarity.init) { statement.polarity = polarity }
    if let modality = text("modality").flatMap(Modality.init) { statement.modality = modality }
    func fraction(_ key: String) -> Double? {
      attributes.first(key).flatMap(Double.init).flatMap { (0...1).contains($0) ? $0 : nil }
    }
    if let confidence = fraction("confidence") { statement.confidence = confidence }
    statement.importance = fraction("importance")
    statement.role = text("role")
    let start = attributes.first("start").flatMap { PartialDate($0) }
    let end = attributes.first("end").flatMap { PartialDate($0) }
    if start != nil || end != nil {
      statement.time = TimeSpan(start: start, end: end)
    } else if let date = (attributes.first("date") ?? attributes.first("time") ?? attributes.first("year"))
      .flatMap({ PartialDate($0) })
    {
      statement.time = TimeSpan(at: date)
    }
    statement.attribution = text("attribution").map(EntityID.init)
    statement.place = text("place").map(EntityID.init)
    if let quote = text("quote") ?? text("sentence") {
      let document = text("document") ?? text("documents") ?? text("url") ?? ""
      // Where the quote stands in the document is not known.
      statement.evidence = [Evidence(document: document, start: 0, end: 0, quote: quote)]
    }
    for attribute in edge.attributes {
      let key = attribute.key
      if !Self.relationKeys.contains(key), !Self.understood.contains(key), !Self.silent.contains(key) {
        unread.insert(attribute.name)
      }
    }
    return statement
  }

  private static let understood: Set<String> = [
    "polarity", "modality", "confidence", "importance", "role", "start", "end", "date", "time", "year",
    "attribution", "place", "quote", "sentence", "document", "documents", "url",
  ]

  /// Attributes by their folded names.
  private struct Attributes {
    private let all: [ForeignAttribute]

    init(_ attributes: [ForeignAttribute]) { all = attributes }

    /// What names something: no numbers, nothing empty.
    func texts(_ key: String) -> [String] {
      var texts: [String] = []
      for attribute in all where !attribute.isNumeric && attribute.key == key {
        for value in attribute.values where !value.isEmpty { texts.append(value) }
      }
      return texts
    }

    /// The first value, numbers included.
    func first(_ key: String) -> String? { all.first { $0.key == key }?.values.first }
  }
}
