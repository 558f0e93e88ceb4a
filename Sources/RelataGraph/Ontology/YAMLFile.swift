import Yams

/// A YAML file seen as nested mappings, lists and texts, with errors that say where it is otherwise.
struct YAMLFile: Sendable {
  let name: String

  /// The value of a key, with the key itself for errors about it.
  struct Field {
    var key: Node
    var value: Node
    var name: String { key.scalar?.string ?? "" }
  }

  /// A mapping's fields, in the order of the file.
  struct Fields {
    var node: Node
    /// How errors speak of it: "the relation “captured”".
    var what: String
    var all: [Field]

    subscript(_ name: String) -> Field? { all.first { $0.name == name } }
  }

  func error(at node: Node, _ problem: String, _ advice: String) -> OntologyError {
    OntologyError(
      file: name, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, problem: problem, advice: advice
    )
  }

  /// The root of the only document in a text.
  func root(of yaml: String) throws(OntologyError) -> Node {
    let root: Node?
    do {
      // Every scalar is read as text, so tags need no resolving.
      root = try compose(yaml: yaml, .basic)
    } catch let problem as YamlError {
      throw error(problem, in: yaml)
    } catch {
      throw OntologyError(
        file: name, line: 1, column: 1, problem: "this can't be read as YAML",
        advice: "write it as \(Self.example)")
    }
    guard let root, root.scalar?.string.isEmpty != true else {
      throw OntologyError(
        file: name, line: 1, column: 1, problem: "the file is empty", advice: "write it as \(Self.example)")
    }
    return root
  }

  private static let example = "Documentation/ontology.md describes"

  /// A mapping whose keys are texts, and none but `known` where that is given.
  func fields(_ node: Node, _ what: String, known: [String]? = nil) throws(OntologyError) -> Fields {
    guard let mapping = node.mapping else {
      throw error(
        at: node, "\(what) must be a mapping",
        known.map { "write “key: value” pairs with the keys \(Self.list($0))" } ?? "write “name: …” pairs")
    }
    var result = Fields(node: node, what: what, all: [])
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        throw error(at: key, "a key of \(what) is not a text", "write a plain word before the colon")
      }
      if let known, !known.contains(name) {
        throw error(at: key, "unknown key “\(name)” in \(what)", "known are \(Self.list(known))")
      }
      result.all.append(Field(key: key, value: value))
    }
    return result
  }

  /// The field of a key that must be there.
  func required(_ name: String, in fields: Fields) throws(OntologyError) -> Field {
    guard let field = fields[name] else {
      throw error(at: fields.node, "\(fields.what) has no “\(name)”", "add “\(name): …”")
    }
    return field
  }

  /// A text that is not empty.
  func text(_ field: Field) throws(OntologyError) -> String {
    try text(field.value, "“\(field.name)”")
  }

  func text(_ node: Node, _ what: String) throws(OntologyError) -> String {
    guard let text = node.scalar?.string else {
      throw error(at: node, "\(what) must be a text", "write one value")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw error(at: node, "\(what) is empty", "write a value or leave the key out")
    }
    return text
  }

  func bool(_ field: Field?) throws(OntologyError) -> Bool {
    guard let field else { return false }
    switch field.value.scalar?.string {
    case "true": return true
    case "false": return false
    default: throw error(at: field.value, "“\(field.name)” must be true or false", "write true or false")
    }
  }

  func list(_ field: Field) throws(OntologyError) -> [Node] {
    guard let sequence = field.value.sequence else {
      throw error(at: field.value, "“\(field.name)” must be a list", "write [first, second]")
    }
    return Array(sequence)
  }

  static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  // MARK: What the YAML parser says

  private func error(_ error: YamlError, in yaml: String) -> OntologyError {
    let advice = "mend the YAML syntax here or just before"
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return OntologyError(
        file: name, line: mark.line, column: mark.column, problem: Self.oneLine(problem), advice: advice)
    case .reader(let problem, let offset, _, _):
      let (line, column) = Self.position(ofScalar: offset ?? 0, in: yaml)
      return OntologyError(
        file: name, line: line, column: column, problem: Self.oneLine(problem),
        advice: "remove the character or save the file as UTF-8")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      let (line, column) = Self.second(key, after: context.mark, in: yaml)
      return OntologyError(
        file: name, line: line, column: column,
        problem: "“\(key)” is there already in line \(context.mark.line)",
        advice: "merge the two or rename one")
    default:
      return OntologyError(
        file: name, line: 1, column: 1, problem: "this can't be read as YAML", advice: "check the whole file")
    }
  }

  private static func oneLine(_ problem: String) -> String {
    problem.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func position(ofScalar offset: Int, in yaml: String) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for scalar in yaml.unicodeScalars.prefix(offset) {
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return (line, column)
  }

  /// The parser only knows the first place of a key that is there twice; the second begins a line with the same indentation.
  private static func second(_ key: String, after mark: Mark, in yaml: String) -> (line: Int, column: Int) {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let start = String(repeating: " ", count: mark.column - 1) + key + ":"
    let found = lines.indices.dropFirst(mark.line).first { lines[$0].hasPrefix(start) }
    return (found.map { $0 + 1 } ?? mark.line, mark.column)
  }
}
