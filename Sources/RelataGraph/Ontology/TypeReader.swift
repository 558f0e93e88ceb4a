import Yams

/// Reads the entity types and checks their hierarchy.
struct TypeReader: Sendable {
  let yaml: YAMLFile

  private static let keys = ["parent", "label", "wikidata", "schema", "color", "shape"]

  /// The types that the extraction itself assigns.
  static let required: [EntityType] = [
    .thing, .person, .organization, .armedGroup, .governmentBody, .company, .mediaOutlet, .politicalParty,
    .place, .country, .region, .city, .facility, .militaryBase, .event, .agreement, .populationGroup, .work,
  ]

  /// The types of `base`, replaced or followed by the file's own.
  func read(
    _ field: YAMLFile.Field?, base: [Ontology.TypeDescription], root: Node
  ) throws(DataFileError) -> [Ontology.TypeDescription] {
    var types = base
    if let field {
      let all = try yaml.fields(field.value, "“types”")
      let parents = Self.parents(all)
      var places = Dictionary(
        types.enumerated().map { ($1.type, $0) }, uniquingKeysWith: { first, _ in first })
      for entry in all.all {
        let type = try description(entry, among: parents, known: places)
        if let place = places[type.type] {
          types[place] = type
        } else {
          places[type.type] = types.count
          types.append(type)
        }
      }
    }
    for type in Self.required where !types.contains(where: { $0.type == type }) {
      throw yaml.error(
        at: field?.key ?? root, "the type “\(type)” is missing", "add it: the extraction assigns it")
    }
    return types
  }

  private func description(
    _ entry: YAMLFile.Field, among all: [EntityType: EntityType?], known: [EntityType: Int]
  ) throws(DataFileError) -> Ontology.TypeDescription {
    guard entry.name.first?.isUppercase == true, entry.name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
      throw yaml.error(
        at: entry.key, "“\(entry.name)” is no name of a type", "write letters and digits, such as ArmedGroup")
    }
    let type = EntityType(rawValue: entry.name)
    let fields = try yaml.fields(entry.value, "the type “\(type)”", known: Self.keys)
    let color = try yaml.required("color", in: fields)
    let wikidata = try fields["wikidata"].map { (field) throws(DataFileError) in
      try yaml.identifier(field, letter: "Q")
    }
    return Ontology.TypeDescription(
      type: type, parent: try parent(of: type, fields, among: all, known: known),
      label: try yaml.text(try yaml.required("label", in: fields)), wikidata: wikidata,
      schemaOrg: try fields["schema"].map { (field) throws(DataFileError) in try yaml.text(field) },
      color: try self.color(color), shape: try yaml.text(try yaml.required("shape", in: fields)))
  }

  /// A parent must stand before its children, so a circle can't be written; the message tells the two apart.
  private func parent(
    of type: EntityType, _ fields: YAMLFile.Fields, among all: [EntityType: EntityType?],
    known: [EntityType: Int]
  ) throws(DataFileError) -> EntityType? {
    guard let field = fields["parent"] else {
      if type == .thing { return nil }
      throw yaml.error(at: fields.node, "\(fields.what) has no “parent”", "add “parent: Thing” or another")
    }
    let parent = EntityType(rawValue: try yaml.text(field))
    if type == .thing {
      throw yaml.error(at: field.value, "“Thing” is the root and has no parent", "remove “parent”")
    }
    if isAncestor(type, of: parent, in: all) {
      throw yaml.error(at: field.value, "“\(type)” is its own ancestor", "choose another parent")
    }
    if known[parent] != nil { return parent }
    if all[parent] != nil {
      throw yaml.error(
        at: field.value, "the parent “\(parent)” of “\(type)” stands below it", "move the parent up")
    }
    throw yaml.error(
      at: field.value, "unknown type “\(parent)”", "add it to “types” above, or correct the name")
  }

  /// The parent that the file gives each of its types.
  private static func parents(_ all: YAMLFile.Fields) -> [EntityType: EntityType?] {
    var parents: [EntityType: EntityType?] = [:]
    for entry in all.all {
      let parent = entry.value.mapping?.first { $0.key.scalar?.string == "parent" }?.value.scalar?.string
      parents[EntityType(rawValue: entry.name)] = .some(parent.map(EntityType.init(rawValue:)))
    }
    return parents
  }

  /// Whether a type is another or stands above it, as the file says.
  private func isAncestor(
    _ type: EntityType, of other: EntityType, in all: [EntityType: EntityType?]
  ) -> Bool {
    var current: EntityType? = other
    // No chain is longer than there are types, unless it is a circle.
    for _ in 0...all.count {
      guard let next = current else { return false }
      if next == type { return true }
      current = all[next] ?? nil
    }
    return false
  }

  private func color(_ field: YAMLFile.Field) throws(DataFileError) -> String {
    let color = try yaml.text(field)
    guard color.utf8.count == 7, color.first == "#", color.dropFirst().allSatisfy(\.isHexDigit) else {
      throw yaml.error(
        at: field.value, "“\(color)” is no colour", "write \"#rrggbb\" in quotes, such as \"#cfe2f3\"")
    }
    return color
  }
}

extension YAMLFile {
  /// A Wikidata identifier: `Q` or `P` and a number.
  func identifier(_ field: Field, letter: Character) throws(DataFileError) -> String {
    let text = try text(field)
    guard text.first == letter, text.count > 1, text.dropFirst().allSatisfy({ "0"..."9" ~= $0 }) else {
      throw error(
        at: field.value, "“\(text)” is no Wikidata identifier",
        "write \(letter) and a number, such as \(letter)35")
    }
    return text
  }
}
