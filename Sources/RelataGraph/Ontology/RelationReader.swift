import Yams

/// Reads the relation types with their triggers.
struct RelationReader: Sendable {
  let yaml: YAMLFile
  /// The types that domains and ranges may name.
  let types: Set<EntityType>
  let readsTriggers: Bool

  private static let keys =
    ["label", "definition", "domain", "range", "inverse", "symmetric", "functional", "inverse_functional"]
    + [
      "event", "once_per", "recurs_after_years", "containment", "leadership", "wikidata", "inverse_wikidata",
      "plover",
    ] + TriggerReader.keys.map(\.key)

  /// The event types of PLOVER (Open Event Data Alliance, version 1.0).
  static let plover = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]

  func read(_ field: YAMLFile.Field?) throws(DataFileError) -> [RelationType] {
    guard let field else { return [] }
    var relations: [RelationType] = []
    for entry in try yaml.fields(field.value, "“relations”").all { relations.append(try relation(entry)) }
    return relations
  }

  private func relation(_ entry: YAMLFile.Field) throws(DataFileError) -> RelationType {
    let id = entry.name
    guard isSnakeCase(id) else {
      throw yaml.error(
        at: entry.key, "“\(id)” is no name of a relation",
        "write lower-case words joined by _, such as met_with")
    }
    let fields = try yaml.fields(entry.value, "the relation “\(id)”", known: Self.keys)
    let isSymmetric = try yaml.bool(fields["symmetric"])
    if isSymmetric, let inverse = fields["inverse"] {
      throw yaml.error(
        at: inverse.key, "the symmetric relation “\(id)” has an inverse", "remove “inverse” or “symmetric”")
    }
    return RelationType(
      id: id, label: try yaml.text(try yaml.required("label", in: fields)),
      definition: try yaml.text(try yaml.required("definition", in: fields)),
      domain: try types(try yaml.required("domain", in: fields)),
      range: try types(try yaml.required("range", in: fields)),
      inverse: try fields["inverse"].map { (field) throws(DataFileError) in try yaml.text(field) },
      isSymmetric: isSymmetric, isFunctional: try yaml.bool(fields["functional"]),
      isInverseFunctional: try yaml.bool(fields["inverse_functional"]),
      isEvent: try yaml.bool(fields["event"]), recurrence: try recurrence(fields),
      isContainment: try yaml.bool(fields["containment"]), isLeadership: try yaml.bool(fields["leadership"]),
      wikidata: try property(fields["wikidata"]), inverseWikidata: try property(fields["inverse_wikidata"]),
      plover: try plover(fields["plover"]),
      triggers: readsTriggers ? try TriggerReader(yaml: yaml, types: types).read(fields) : [])
  }

  private func recurrence(_ fields: YAMLFile.Fields) throws(DataFileError) -> Recurrence? {
    let years = fields["recurs_after_years"]
    guard let once = fields["once_per"] else {
      guard let years else { return nil }
      throw yaml.error(
        at: years.key, "“recurs_after_years” without “once_per”",
        "say with “once_per” what the event happens to once: \(YAMLFile.list(Recurrence.Scope.allCases.map(\.rawValue)))"
      )
    }
    if try !yaml.bool(fields["event"]) {
      throw yaml.error(
        at: once.key, "“once_per” in a relation that is no event", "add “event: true” or remove it")
    }
    guard let scope = Recurrence.Scope(rawValue: try yaml.text(once)) else {
      throw yaml.error(
        at: once.value, "unknown value of “once_per”",
        "known are \(YAMLFile.list(Recurrence.Scope.allCases.map(\.rawValue)))")
    }
    return Recurrence(
      scope: scope, years: try years.map { (field) throws(DataFileError) in try yaml.years(field) })
  }

  private func types(_ field: YAMLFile.Field) throws(DataFileError) -> [EntityType] {
    try yaml.types(field, known: types)
  }

  private func property(_ field: YAMLFile.Field?) throws(DataFileError) -> String? {
    guard let field else { return nil }
    return try yaml.identifier(field, letter: "P")
  }

  private func plover(_ field: YAMLFile.Field?) throws(DataFileError) -> String? {
    guard let field else { return nil }
    let text = try yaml.text(field)
    guard Self.plover.contains(text) else {
      throw yaml.error(
        at: field.value, "unknown PLOVER event type “\(text)”", "known are \(YAMLFile.list(Self.plover))")
    }
    return text
  }

  private func isSnakeCase(_ id: String) -> Bool {
    let words = id.split(separator: "_", omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      word.first.map { ("a"..."z").contains($0) } == true
        && word.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    }
  }
}

extension YAMLFile {
  /// A whole number of years from 1 to 100.
  func years(_ field: Field) throws(DataFileError) -> Int {
    guard let years = field.value.scalar.flatMap({ Int($0.string) }), (1...100).contains(years) else {
      throw error(
        at: field.value, "“\(field.name)” must be a number of years", "write a whole number from 1 to 100")
    }
    return years
  }

  /// A list of at least one known type.
  func types(_ field: Field, known: Set<EntityType>) throws(DataFileError) -> [EntityType] {
    var result: [EntityType] = []
    for node in try list(field) {
      let type = EntityType(rawValue: try text(node, "a type in “\(field.name)”"))
      guard known.contains(type) else {
        throw error(
          at: node, "unknown type “\(type)” in “\(field.name)”", "add it to “types” or correct the name")
      }
      result.append(type)
    }
    guard !result.isEmpty else {
      throw error(at: field.value, "“\(field.name)” names no type", "write [Thing] where anything may stand")
    }
    return result
  }
}
