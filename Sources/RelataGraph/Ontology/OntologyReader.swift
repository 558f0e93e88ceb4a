import Yams

/// Reads an ontology from its data file and checks that it holds together.
struct OntologyReader: Sendable {
  /// The version of the format that is read here.
  static let version = "1"

  let yaml: YAMLFile
  private let readsTriggers: Bool

  init(file: String, readsTriggers: Bool = true) {
    yaml = YAMLFile(name: file, documentation: "Documentation/ontology.md")
    self.readsTriggers = readsTriggers
  }

  func read(_ text: String) throws(DataFileError) -> Ontology {
    let root = try yaml.fields(
      yaml.root(of: text), "the file", known: ["version", "extends", "types", "relations"])
    let version = try yaml.required("version", in: root)
    guard try yaml.text(version) == Self.version else {
      throw yaml.error(
        at: version.value, "version \(try yaml.text(version)) of the format is not known",
        "write version: \(Self.version)")
    }
    let base = try base(root["extends"])
    if base == nil { _ = try yaml.required("types", in: root) }
    let types = try TypeReader(yaml: yaml).read(root["types"], base: base?.types ?? [], root: root.node)
    let relations = try RelationReader(
      yaml: yaml, types: Set(types.map(\.type)), readsTriggers: readsTriggers
    ).read(root["relations"])
    // The file's own relations come first: where types don't decide between two triggers, the user's wins.
    let own = Set(relations.map(\.id))
    return Ontology(
      types: types, relations: relations + (base?.relations ?? []).filter { !own.contains($0.id) })
  }

  private func base(_ field: YAMLFile.Field?) throws(DataFileError) -> Ontology? {
    guard let field else { return nil }
    guard try yaml.text(field) == "builtin" else {
      throw yaml.error(
        at: field.value, "“\(try yaml.text(field))” can't be extended",
        "write extends: builtin or leave the key out")
    }
    return try Ontology.embedded()
  }
}
