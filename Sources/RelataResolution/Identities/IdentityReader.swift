import RelataGraph
import RelataNames
import Yams

/// Reads a user's identities from a YAML file and checks that they do not contradict each other.
struct IdentityReader {
  private let yaml: YAMLFile
  private let ontology: Ontology
  private let types: TypeCompatibility

  init(file: String, ontology: Ontology) {
    yaml = YAMLFile(name: file, documentation: "Documentation/identities.md")
    self.ontology = ontology
    types = TypeCompatibility(ontology: ontology)
  }

  func read(_ text: String) throws(DataFileError) -> IdentityRules {
    let root = try yaml.fields(yaml.root(of: text), "the file", known: ["same", "different"])
    let same = try rules(root["same"])
    let different = try rules(root["different"])
    try checkConsistency(same.map(\.rule), different)
    return IdentityRules(same: same.map(\.rule), different: different.map(\.rule), fileName: yaml.name)
  }

  // MARK: Rules

  private typealias Placed = (rule: IdentityRules.Rule, node: Node)

  private func rules(_ field: YAMLFile.Field?) throws(DataFileError) -> [Placed] {
    guard let field else { return [] }
    guard let sequence = field.value.sequence else {
      throw yaml.error(
        at: field.value, "“\(field.name)” must be a list of rules",
        "write “- [one name, another name]” below it")
    }
    var result: [Placed] = []
    for node in sequence { result.append((try rule(node), node)) }
    return result
  }

  /// `[A, B]`, or `{names: [A, B], type: Person}`.
  private func rule(_ node: Node) throws(DataFileError) -> IdentityRules.Rule {
    let line = node.mark?.line ?? 1
    if node.sequence != nil {
      return IdentityRules.Rule(names: try names(node), type: nil, line: line)
    }
    guard node.mapping != nil else {
      throw yaml.error(
        at: node, "a rule must be a list of names",
        "write [one name, another name], or names: […] and type: …")
    }
    let fields = try yaml.fields(node, "the rule", known: ["names", "type"])
    return IdentityRules.Rule(
      names: try names(yaml.required("names", in: fields).value), type: try type(fields["type"]), line: line)
  }

  private func names(_ node: Node) throws(DataFileError) -> [String] {
    guard let sequence = node.sequence else {
      throw yaml.error(at: node, "the names must be a list", "write [one name, another name]")
    }
    var names: [String] = []
    var known: [String: String] = [:]
    for item in sequence {
      let name = try yaml.text(item, "a name")
      let folded = NameWords.folded(name)
      guard !folded.isEmpty else {
        throw yaml.error(at: item, "“\(name)” has no letters", "write a name as the texts spell it")
      }
      if let other = known.updateValue(name, forKey: folded) {
        throw yaml.error(
          at: item, other == name ? "“\(name)” is there twice" : "“\(name)” is “\(other)” again",
          "remove one: marks, case and punctuation make no difference")
      }
      names.append(name)
    }
    guard names.count > 1 else {
      throw yaml.error(at: node, "a rule needs at least two names", "write [one name, another name]")
    }
    return names
  }

  private func type(_ field: YAMLFile.Field?) throws(DataFileError) -> EntityType? {
    guard let field else { return nil }
    let type = EntityType(rawValue: try yaml.text(field))
    guard ontology.description(of: type) != nil else {
      throw yaml.error(
        at: field.value, "there is no type “\(type)”",
        "known are \(YAMLFile.list(ontology.types.map(\.type.rawValue)))")
    }
    return type
  }

  // MARK: Consistency

  /// No two names may be the same, also by way of a third, and different.
  private func checkConsistency(
    _ same: [IdentityRules.Rule], _ different: [Placed]
  ) throws(DataFileError) {
    for (rule, node) in different {
      let folded = rule.names.map(NameWords.folded)
      for (first, name) in folded.enumerated() {
        let reached = reachable(from: name, type: rule.type, same)
        for second in folded.indices.dropFirst(first + 1) {
          guard let line = reached[folded[second]] else { continue }
          throw yaml.error(
            at: node,
            "“\(rule.names[first])” and “\(rule.names[second])” are to be different here and the same by line \(line)",
            "remove one of the two rules")
        }
      }
    }
  }

  /// The names that rules take for the same as a name, each with the line of the rule that reaches it.
  private func reachable(
    from name: String, type: EntityType?, _ rules: [IdentityRules.Rule]
  ) -> [String: Int] {
    var found: [String: Int] = [:]
    var open = [name]
    while let next = open.popLast() {
      for rule in rules where mayOverlap(rule.type, type) {
        let names = rule.names.map(NameWords.folded)
        guard names.contains(next) else { continue }
        for other in names where other != name && found[other] == nil {
          found[other] = rule.line
          open.append(other)
        }
      }
    }
    return found
  }

  private func mayOverlap(_ a: EntityType?, _ b: EntityType?) -> Bool {
    guard let a, let b else { return true }
    return types.areCompatible(a, b)
  }
}
