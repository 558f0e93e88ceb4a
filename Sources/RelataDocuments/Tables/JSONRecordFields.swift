/// Finds the fields of a JSON object.
struct JSONRecordFields {
  let tape: JSONTape
  let lookup: FieldLookup

  /// Objects deeper than this are not looked into for fields.
  private static let deepest = 8

  func fields(of object: Int) -> RecordFields {
    var fields = RecordFields()
    add(object, prefix: "", depth: 0, to: &fields)
    return fields
  }

  private func add(_ object: Int, prefix: String, depth: Int, to fields: inout RecordFields) {
    for key in tape.children(of: object) {
      let name = FieldLookup.normalized(tape.text(key) ?? "")
      let path = prefix.isEmpty ? name : prefix + "." + name
      if let match = lookup[path] { fields.add(text(key + 1, of: match.field), as: match) }
      if depth < Self.deepest, tape.entries[key + 1].kind == .object, lookup.leads(into: path) {
        add(key + 1, prefix: path, depth: depth + 1, to: &fields)
      }
    }
  }

  /// Paragraphs and authors may be a list, an author may be an object with a name.
  private func text(_ value: Int, of field: DocumentField) -> String {
    switch tape.entries[value].kind {
    case .string, .escaped, .number: tape.text(value) ?? ""
    case .array:
      tape.children(of: value).lazy.compactMap { tape.text($0) ?? name(of: $0) }
        .joined(separator: field == .text ? "\n\n" : ", ")
    case .object: field == .text ? "" : name(of: value) ?? ""
    case .true, .false, .null: ""
    }
  }

  private func name(of object: Int) -> String? {
    for key in tape.children(of: object) where tape.entries[object].kind == .object {
      // MongoDB writes {"$oid": "…"} and {"$date": "…"}.
      if ["name", "$oid", "$date", "$numberLong"].contains(tape.text(key)) { return tape.text(key + 1) }
    }
    return nil
  }

  /// The objects of the list that an answer of a news service wraps its articles in: {"status":
  /// "ok", "articles": [{…}]}.
  func wrapped(in object: Int) -> [Int] {
    for key in tape.children(of: object) where tape.entries[key + 1].kind == .array {
      let elements = tape.children(of: key + 1)
      if let first = elements.first, tape.entries[first].kind == .object, fields(of: first).hasText {
        return elements
      }
    }
    return []
  }
}
