import RelataGraph

/// What ``GraphDetails`` wrote for an entity, a statement or a graph.
struct Details {
  /// Whether there is none at all.
  var isEmpty = true
  var isAbsent = false
  var name: String?
  var type: String?
  var aliases: [Alias] = []
  var identifiers: [String: String]?
  var links: [IdentityLink] = []

  var relation: String?
  var role: String?
  var evidence: [Evidence] = []
  /// Whether the quote (the trigger) of the first evidence is in an attribute of its own.
  var hidesQuote = false
  var hidesTrigger = false
  /// The index that the statement had.
  var position: Int?
  var documents: [(position: Int, document: DocumentRecord)] = []
  var contradictions: [(position: Int, contradiction: Contradiction)] = []

  init(_ text: String?) throws(RecordError) {
    guard let text else { return }
    isEmpty = false
    let value: JSONValue
    do {
      value = try JSONParser.parse(Array(text.utf8))
    } catch {
      throw RecordError(reason: "details: \(error.reason)")
    }
    guard case .object(let object) = value else { throw Self.malformed("details") }
    // A graph that somebody extended may have keys of its own.
    for (key, value) in object.members {
      switch key {
      case "absent": isAbsent = true
      case "name": name = try Fields.text(key, value)
      case "type": type = try Fields.text(key, value)
      case "relation": relation = try Fields.text(key, value)
      case "role": role = try Fields.text(key, value)
      case "position": position = try Fields.integer(key, value)
      case "aliases":
        for var fields in try Fields.list(key, value) { aliases.append(try Self.alias(&fields)) }
      case "identifiers":
        var found: [String: String] = [:]
        for var fields in try Fields.list(key, value) { found[try fields.text()] = try fields.text() }
        identifiers = found
      case "links":
        for var fields in try Fields.list(key, value) { links.append(try Self.link(&fields)) }
      case "evidence": try readEvidence(key, value)
      case "documents":
        for var fields in try Fields.list(key, value) { documents.append(try Self.document(&fields)) }
      case "contradictions":
        for var fields in try Fields.list(key, value) {
          contradictions.append(try Self.contradiction(&fields))
        }
      default: break
      }
    }
  }

  private mutating func readEvidence(_ key: String, _ value: JSONValue) throws(RecordError) {
    for var fields in try Fields.list(key, value) {
      let document = try fields.text()
      let start = try fields.integer()
      let end = try fields.integer()
      let quote = try fields.optionalText()
      let trigger = try fields.optionalText()
      if evidence.isEmpty {
        hidesQuote = quote == nil
        hidesTrigger = trigger == nil
      }
      evidence.append(
        Evidence(document: document, start: start, end: end, quote: quote ?? "", trigger: trigger ?? ""))
    }
  }

  private static func alias(_ fields: inout Fields) throws(RecordError) -> Alias {
    var alias = Alias(name: try fields.text(), count: try fields.integer())
    if let value = fields.next() {
      guard case .array(let values) = value else { throw malformed("aliases") }
      var fields = Fields("aliases", values)
      alias.example = Evidence(
        document: try fields.text(), start: try fields.integer(), end: try fields.integer(),
        quote: try fields.text(), trigger: try fields.text())
    }
    return alias
  }

  private static func link(_ fields: inout Fields) throws(RecordError) -> IdentityLink {
    let name = try fields.text()
    let other = try fields.text()
    guard let reason = IdentityLink.Reason(rawValue: try fields.text()) else { throw malformed("links") }
    return IdentityLink(
      name: name, other: other, reason: reason, detail: try fields.text(), document: try fields.optionalText()
    )
  }

  private static func document(
    _ fields: inout Fields
  ) throws(RecordError) -> (position: Int, document: DocumentRecord) {
    let position = try fields.integer()
    let id = try fields.text()
    let title = try fields.optionalText()
    var date: PartialDate?
    if let text = try fields.optionalText() {
      guard let found = PartialDate(text) else { throw malformed("documents") }
      date = found
    }
    return (
      position,
      DocumentRecord(
        id: id, title: title, date: date, sentenceCount: try fields.integer(), wordCount: try fields.integer()
      )
    )
  }

  private static func contradiction(
    _ fields: inout Fields
  ) throws(RecordError) -> (position: Int, contradiction: Contradiction) {
    let position = try fields.integer()
    guard let kind = Contradiction.Kind(rawValue: try fields.text()), case .array(let values)? = fields.next()
    else { throw malformed("contradictions") }
    var statements: [Int] = []
    for value in values { statements.append(try Fields.integer("contradictions", value)) }
    return (position, Contradiction(kind: kind, statements: statements, explanation: try fields.text()))
  }

  private static func malformed(_ key: String) -> RecordError { Fields.malformed(key) }
}

/// The elements of an array, taken one after the other.
private struct Fields {
  private let key: String
  private var values: ArraySlice<JSONValue>

  init(_ key: String, _ values: [JSONValue]) {
    self.key = key
    self.values = values[...]
  }

  static func malformed(_ key: String) -> RecordError {
    RecordError(reason: "details: “\(key)” is not as relata writes it")
  }

  static func list(_ key: String, _ value: JSONValue) throws(RecordError) -> [Fields] {
    guard case .array(let elements) = value else { throw malformed(key) }
    var list: [Fields] = []
    list.reserveCapacity(elements.count)
    for element in elements {
      guard case .array(let values) = element else { throw malformed(key) }
      list.append(Fields(key, values))
    }
    return list
  }

  static func text(_ key: String, _ value: JSONValue) throws(RecordError) -> String {
    guard case .string(let text) = value else { throw malformed(key) }
    return text
  }

  static func integer(_ key: String, _ value: JSONValue) throws(RecordError) -> Int {
    guard case .number(let text) = value, let number = Int(text) else { throw malformed(key) }
    return number
  }

  mutating func next() -> JSONValue? { values.popFirst() }

  /// nil for null and where there are no more.
  mutating func optionalText() throws(RecordError) -> String? {
    switch next() {
    case .string(let text): return text
    case nil, .null: return nil
    default: throw Self.malformed(key)
    }
  }

  mutating func text() throws(RecordError) -> String {
    guard let text = try optionalText() else { throw Self.malformed(key) }
    return text
  }

  mutating func integer() throws(RecordError) -> Int {
    guard case .number(let text)? = next(), let number = Int(text) else { throw Self.malformed(key) }
    return number
  }
}
