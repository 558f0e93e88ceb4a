import Yams

/// Reads the triggers of one relation.
struct TriggerReader: Sendable {
  let yaml: YAMLFile
  let types: Set<EntityType>

  /// The keys under which a relation lists its triggers.
  static let keys: [(key: String, kind: Trigger.Kind)] = [
    ("verbs", .verb), ("nouns", .noun), ("roles", .role), ("adjectives", .adjective),
  ]

  private static let options = ["pattern", "reverse", "polarity", "modality", "domain", "range"]

  func read(_ fields: YAMLFile.Fields) throws(DataFileError) -> [Trigger] {
    var result: [Trigger] = []
    var seen: Set<Trigger> = []
    for (key, kind) in Self.keys {
      guard let field = fields[key] else { continue }
      for node in try yaml.list(field) {
        for trigger in try triggers(node, kind, key: key) {
          guard seen.insert(trigger).inserted else {
            throw yaml.error(
              at: node, "“\(trigger.pattern.joined(separator: " "))” is there already in “\(key)”",
              "remove one of the two")
          }
          result.append(trigger)
        }
      }
    }
    return result
  }

  private func triggers(
    _ node: Node, _ kind: Trigger.Kind, key: String
  ) throws(DataFileError) -> [Trigger] {
    let what = "a trigger in “\(key)”"
    if node.scalar != nil {
      return try patterns(node, kind, what).map { Trigger(kind: kind, pattern: $0) }
    }
    guard node.mapping != nil else {
      throw yaml.error(
        at: node, "\(what) is neither a pattern nor a mapping",
        "write a pattern, or {pattern: …, reverse: true}")
    }
    let fields = try yaml.fields(node, what, known: Self.options)
    let patterns = try patterns(try yaml.required("pattern", in: fields).value, kind, what)
    let model = Trigger(
      kind: kind, pattern: [], isReversed: try yaml.bool(fields["reverse"]),
      polarity: try value(fields["polarity"]), modality: try value(fields["modality"]),
      domain: try types(fields["domain"]), range: try types(fields["range"]))
    return patterns.map { words in
      var trigger = model
      trigger.pattern = words
      return trigger
    }
  }

  /// Alternatives multiply; nobody writes as many.
  private static let mostPatterns = 4_096

  /// All patterns that a text stands for: `hold/begin talk with` is two.
  private func patterns(
    _ node: Node, _ kind: Trigger.Kind, _ what: String
  ) throws(DataFileError) -> [[String]] {
    let text = try yaml.text(node, what)
    guard text == text.lowercased() else {
      throw yaml.error(at: node, "the pattern “\(text)” has capitals", "write lemmas in lower case")
    }
    var patterns: [[String]] = [[]]
    for word in text.split(whereSeparator: \.isWhitespace) {
      let choices = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard !choices.contains("") else {
        throw yaml.error(
          at: node, "an alternative in the pattern “\(text)” is empty", "write words on both sides of “/”")
      }
      patterns = patterns.flatMap { start in choices.map { start + [$0] } }
      guard patterns.count <= Self.mostPatterns else {
        throw yaml.error(
          at: node, "“\(text)” stands for more than \(Self.mostPatterns) patterns", "write some of them apart"
        )
      }
    }
    // An adjective links two things only through its preposition.
    if kind == .adjective, patterns[0].count < 2 {
      throw yaml.error(
        at: node, "the adjective “\(text)” has no preposition", "write it with one, such as “loyal to”")
    }
    return patterns
  }

  private func types(_ field: YAMLFile.Field?) throws(DataFileError) -> [EntityType] {
    guard let field else { return [] }
    return try yaml.types(field, known: types)
  }

  private func value<Value: RawRepresentable<String> & CaseIterable>(
    _ field: YAMLFile.Field?
  ) throws(DataFileError) -> Value? {
    guard let field else { return nil }
    let text = try yaml.text(field)
    guard let value = Value(rawValue: text) else {
      throw yaml.error(
        at: field.value, "unknown \(field.name) “\(text)”",
        "known are \(YAMLFile.list(Value.allCases.map(\.rawValue)))")
    }
    return value
  }
}
