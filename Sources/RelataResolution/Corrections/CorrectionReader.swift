import RelataGraph
import RelataNames
import Yams

/// Reads a person's corrections from a YAML file.
struct CorrectionReader {
  /// The version of the format that is read here.
  static let version = 1

  private let yaml: YAMLFile
  private let ontology: Ontology

  init(file: String, ontology: Ontology) {
    yaml = YAMLFile(name: file, documentation: "Documentation/corrections.md")
    self.ontology = ontology
  }

  func read(_ text: String) throws(DataFileError) -> Corrections {
    let root = try yaml.fields(yaml.root(of: text), "the file", known: ["version", "corrections"])
    try checkVersion(yaml.required("version", in: root))
    var descriptions = DescriptionReader(yaml: yaml, size: text.utf8.count)
    var items: [Correction] = []
    for node in try yaml.list(yaml.required("corrections", in: root)) {
      items.append(Correction(try change(node, &descriptions), line: node.mark?.line ?? 1))
    }
    return Corrections(items, fileName: yaml.name)
  }

  private func checkVersion(_ field: YAMLFile.Field) throws(DataFileError) {
    let text = try yaml.text(field)
    guard text != "\(Self.version)" else { return }
    guard let number = Int(text), number > Self.version else {
      throw yaml.error(
        at: field.value, "“\(text.clipped)” is no version of the format", "write version: \(Self.version)")
    }
    throw yaml.error(
      at: field.value, "version \(number) of the format is newer than this relata",
      "use a newer relata, or write version: \(Self.version)")
  }

  // MARK: Actions

  private func change(
    _ node: Node, _ descriptions: inout DescriptionReader
  ) throws(DataFileError) -> Correction.Change {
    let field = try yaml.required("action", in: yaml.fields(node, "a correction"))
    let name = try descriptions.text(field)
    guard let action = AppliedCorrection.Action(rawValue: name) else {
      let known = AppliedCorrection.Action.allCases.map(\.rawValue)
      throw yaml.error(
        at: field.value, "there is no action “\(name.clipped)”", Suggestion(name, among: known).advice)
    }
    func fields(_ keys: String...) throws(DataFileError) -> YAMLFile.Fields {
      try yaml.fields(node, "the correction “\(name)”", known: ["action"] + keys)
    }
    switch action {
    case .wrong: return .wrong(try descriptions.statement(in: fields("statement", "evidence")))
    case .confirmed: return .confirmed(try descriptions.statement(in: fields("statement", "evidence")))
    case .direction: return .direction(try descriptions.statement(in: fields("statement", "evidence")))
    case .relation:
      let fields = try fields("statement", "evidence", "to", "open")
      let statement = try descriptions.statement(in: fields)
      let isOpen = try yaml.bool(fields["open"])
      return .relation(statement, to: try relation(fields, isOpen, &descriptions), isOpen: isOpen)
    case .merge:
      let fields = try fields("entities", "to")
      return .merge(try entities(fields, &descriptions), name: try descriptions.name(in: fields))
    case .split:
      let fields = try fields("entity", "names", "to")
      let names = try descriptions.names(yaml.required("names", in: fields))
      guard let first = names.first else {
        throw yaml.error(at: fields.node, "“names” is empty", "write the names that mean another thing")
      }
      return .split(
        try descriptions.entity(yaml.required("entity", in: fields)), names: names,
        name: fields["to"] == nil ? first : try descriptions.name(in: fields))
    case .rename:
      let fields = try fields("entity", "to")
      return .rename(
        try descriptions.entity(yaml.required("entity", in: fields)), to: try descriptions.name(in: fields))
    case .retype:
      let fields = try fields("entity", "to")
      return .retype(
        try descriptions.entity(yaml.required("entity", in: fields)), to: try type(fields, &descriptions))
    }
  }

  private func entities(
    _ fields: YAMLFile.Fields, _ descriptions: inout DescriptionReader
  ) throws(DataFileError) -> [EntityDescription] {
    let field = try yaml.required("entities", in: fields)
    var result: [EntityDescription] = []
    for node in try yaml.list(field) { result.append(try descriptions.entity(node, "an entity")) }
    guard result.count > 1 else {
      throw yaml.error(at: field.value, "a merge needs at least two entities", "add those that are one")
    }
    return result
  }

  private func relation(
    _ fields: YAMLFile.Fields, _ isOpen: Bool, _ descriptions: inout DescriptionReader
  ) throws(DataFileError) -> String {
    let field = try yaml.required("to", in: fields)
    let relation = try descriptions.text(field)
    guard isOpen || ontology.relation(relation) != nil else {
      throw yaml.error(
        at: field.value, "there is no relation “\(relation.clipped)”",
        Suggestion(relation, among: ontology.relations.map(\.id)).hint
          ?? "write the identifier of a relation of the ontology, or add “open: true” for one of your own")
    }
    return relation
  }

  private func type(
    _ fields: YAMLFile.Fields, _ descriptions: inout DescriptionReader
  ) throws(DataFileError) -> EntityType {
    let field = try yaml.required("to", in: fields)
    let type = EntityType(rawValue: try descriptions.text(field))
    guard ontology.description(of: type) != nil else {
      throw yaml.error(
        at: field.value, "there is no type “\(type.rawValue.clipped)”",
        Suggestion(type.rawValue, among: ontology.types.map(\.type.rawValue)).advice)
    }
    return type
  }
}
