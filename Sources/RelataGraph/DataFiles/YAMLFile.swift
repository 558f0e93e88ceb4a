package import Yams

/// A YAML file seen as nested mappings, lists and texts, with errors that say where it is otherwise.
package struct YAMLFile: Sendable {
  package let name: String
  /// The page that describes the format, for errors.
  package let documentation: String

  package init(name: String, documentation: String) {
    self.name = name
    self.documentation = documentation
  }

  /// The value of a key, with the key itself for errors about it.
  package struct Field {
    package var key: Node
    package var value: Node
    package var name: String { key.scalar?.string ?? "" }
  }

  /// A mapping's fields, in the order of the file.
  package struct Fields {
    package var node: Node
    /// How errors speak of it: "the relation “captured”".
    package var what: String
    package var all: [Field]

    package subscript(_ name: String) -> Field? { all.first { $0.name == name } }
  }

  package func error(at node: Node, _ problem: String, _ advice: String) -> DataFileError {
    DataFileError(
      file: name, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, problem: problem, advice: advice
    )
  }

  /// The root of the only document in a text.
  package func root(of yaml: String) throws(DataFileError) -> Node {
    let keys = YAMLKeys(yaml)
    if keys.hasAnchor, keys.aliases > Self.mostAliases {
      throw DataFileError(
        file: name, line: 1, column: 1, problem: "there are more than \(Self.mostAliases) aliases",
        advice: "write out what they stand for")
    }
    if let line = keys.lineOfComplexKey {
      throw DataFileError(
        file: name, line: line, column: 1, problem: "a key is an alias, a list or a mapping",
        advice: "write a plain word before the colon")
    }
    let root = try parsed(yaml)
    guard let root, root.scalar?.string.isEmpty != true else {
      throw DataFileError(
        file: name, line: 1, column: 1, problem: "the file is empty", advice: "write it as \(example)")
    }
    return root
  }

  /// Composes on a large stack, where too deep a value is let go, too: the parser compares keys by recursion.
  private func parsed(_ yaml: String) throws(DataFileError) -> Node? {
    let result = LargeStack.run(size: Self.stackSize) {
      Result { () throws(DataFileError) in try composed(yaml) }
    }
    return try result?.get()
  }

  /// Holds the recursion of libyaml's deepest nesting, which is 1,000, with a sanitizer's frames.
  private static let stackSize = 64 << 20
  /// Of lists and mappings in each other; no file of ours needs ten.
  private static let deepest = 100
  /// A list of an alias to a list of an alias … is as deep as there are aliases, and is let go by recursion.
  private static let mostAliases = 10_000

  private func composed(_ yaml: String) throws(DataFileError) -> Node? {
    let root: Node?
    do {
      // Every scalar is read as text, so tags need no resolving.
      root = try compose(yaml: yaml, .basic)
    } catch let problem as YamlError {
      throw error(problem, in: yaml)
    } catch {
      throw DataFileError(
        file: name, line: 1, column: 1, problem: "this can't be read as YAML",
        advice: "write it as \(example)")
    }
    var nesting = YAMLNesting()
    if let root, nesting.depth(of: root) > Self.deepest {
      throw DataFileError(
        file: name, line: 1, column: 1,
        problem: "lists and mappings are nested more than \(Self.deepest) deep",
        advice: "write it as \(example)")
    }
    return root
  }

  private var example: String { "\(documentation) describes" }

  /// A mapping whose keys are texts, and none but `known` where that is given.
  package func fields(_ node: Node, _ what: String, known: [String]? = nil) throws(DataFileError) -> Fields {
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
  package func required(_ name: String, in fields: Fields) throws(DataFileError) -> Field {
    guard let field = fields[name] else {
      throw error(at: fields.node, "\(fields.what) has no “\(name)”", "add “\(name): …”")
    }
    return field
  }

  /// A text that is not empty.
  package func text(_ field: Field) throws(DataFileError) -> String {
    try text(field.value, "“\(field.name)”")
  }

  package func text(_ node: Node, _ what: String) throws(DataFileError) -> String {
    guard let text = node.scalar?.string else {
      throw error(at: node, "\(what) must be a text", "write one value")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw error(at: node, "\(what) is empty", "write a value or leave the key out")
    }
    return text
  }

  package func bool(_ field: Field?) throws(DataFileError) -> Bool {
    guard let field else { return false }
    switch field.value.scalar?.string {
    case "true": return true
    case "false": return false
    default: throw error(at: field.value, "“\(field.name)” must be true or false", "write true or false")
    }
  }

  package func list(_ field: Field) throws(DataFileError) -> [Node] {
    guard let sequence = field.value.sequence else {
      throw error(at: field.value, "“\(field.name)” must be a list", "write [first, second]")
    }
    return Array(sequence)
  }

  package static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  // MARK: What the YAML parser says

  private func error(_ error: YamlError, in yaml: String) -> DataFileError {
    let advice = "mend the YAML syntax here or just before"
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return DataFileError(
        file: name, line: mark.line, column: mark.column, problem: Self.oneLine(problem), advice: advice)
    case .reader(let problem, let offset, _, _):
      let (line, column) = Self.position(ofScalar: offset ?? 0, in: yaml)
      return DataFileError(
        file: name, line: line, column: column, problem: Self.oneLine(problem),
        advice: "remove the character or save the file as UTF-8")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      let (line, column) = Self.second(key, after: context.mark, in: yaml)
      return DataFileError(
        file: name, line: line, column: column,
        problem: "“\(key)” is there already in line \(context.mark.line)",
        advice: "merge the two or rename one")
    default:
      return DataFileError(
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

  /// The parser only knows the first place of a key that is there twice; the second begins a line
  /// with the same indentation.
  private static func second(_ key: String, after mark: Mark, in yaml: String) -> (line: Int, column: Int) {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let start = String(repeating: " ", count: mark.column - 1) + key + ":"
    let found = lines.indices.dropFirst(mark.line).first { lines[$0].hasPrefix(start) }
    return (found.map { $0 + 1 } ?? mark.line, mark.column)
  }
}
