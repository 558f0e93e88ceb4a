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

  func read(_ fields: YAMLFile.Fields) throws(OntologyError) -> [Trigger] {
    var result: [Trigger] = []
    var seen: Set<Trigger> = []
    for (key, kind) in Self.keys {
      guard let field = fields[key] else { continue }
      for node in try yaml.list(field) {
        let trigger = try trigger(node, kind, key: key)
        guard seen.insert(trigger).inserted else {
          throw yaml.error(
            at: node, "“\(trigger.pattern.joined(separator: " "))” is there already in “\(key)”",
            "remove one of the two")
        }
        result.append(trigger)
      }
    }
    return result
  }

  private func trigger(_ node: Node, _ kind: Trigger.Kind, key: String) throws(OntologyError) -> Trigger {
    let what = "a trigger in “\(key)”"
    if node.scalar != nil { return Trigger(kind: kind, pattern: try pattern(node, kind, what)) }
    guard node.mapping != nil else {
      throw yaml.error(
        at: node, "\(what) is neither a pattern nor a mapping",
        "write a pattern, or {pattern: …, reverse: true}")
    }
    let fields = try yaml.fields(node, what, known: Self.options)
    let text = try yaml.required("pattern", in: fields).value
    return Trigger(
      kind: kind, pattern: try pattern(text, kind, what), isReversed: try yaml.bool(fields["reverse"]),
      polarity: try value(fields["polarity"]), modality: try value(fields["modality"]),
      domain: try types(fields["domain"]), range: try types(fields["range"]))
  }

  private func pattern(
    _ node: Node, _ kind: Trigger.Kind, _ what: String
  ) throws(OntologyError) -> [String] {
    let text = try yaml.text(node, what)
    guard text == text.lowercased() else {
      throw yaml.error(at: node, "the pattern “\(text)” has capitals", "write lemmas in lower case")
    }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    // An adjective links two things only through its preposition.
    if kind == .adjective, words.count < 2 {
      throw yaml.error(
        at: node, "the adjective “\(text)” has no preposition", "write it with one, such as “loyal to”")
    }
    return words
  }

  private func types(_ field: YAMLFile.Field?) throws(OntologyError) -> [EntityType] {
    guard let field else { return [] }
    return try yaml.types(field, known: types)
  }

  private func value<Value: RawRepresentable<String> & CaseIterable>(
    _ field: YAMLFile.Field?
  ) throws(OntologyError) -> Value? {
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
