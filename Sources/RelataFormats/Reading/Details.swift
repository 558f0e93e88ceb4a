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
  var corrections: [AppliedCorrection] = []

  init(_ text: String?, _ pool: inout StringPool) throws(RecordError) {
    guard let text else { return }
    isEmpty = false
    var tape: JSONTape
    do {
      tape = try JSONTape(Array(text.utf8))
      try tape.readValue()
      try tape.readEnd()
    } catch {
      throw RecordError(reason: "details: \(error.reason)")
    }
    try read(tape, &pool)
  }

  private mutating func read(_ tape: JSONTape, _ pool: inout StringPool) throws(RecordError) {
    guard tape.entries[0].kind == .object else { throw Self.malformed("details") }
    var key = 1
    while key < tape.entries[0].next {
      var fields = Fields(tape, key)
      switch fields.key {
      case "absent": isAbsent = true
      case "name": name = try fields.text()
      case "type": type = try fields.text()
      case "relation": relation = try fields.text()
      case "role": role = try fields.text()
      case "position": position = try fields.integer()
      case "aliases":
        try fields.forEachList { (fields) throws(RecordError) in aliases.append(try Self.alias(&fields)) }
      case "identifiers":
        var found: [String: String] = [:]
        try fields.forEachList { (fields) throws(RecordError) in found[try fields.text()] = try fields.text()
        }
        identifiers = found
      case "links":
        try fields.forEachList { (fields) throws(RecordError) in links.append(try Self.link(&fields)) }
      case "evidence":
        try fields.forEachList { (fields) throws(RecordError) in try readEvidence(&fields, &pool) }
      case "documents":
        try fields.forEachList { (fields) throws(RecordError) in documents.append(try Self.document(&fields))
        }
      case "contradictions":
        try fields.forEachList { (fields) throws(RecordError) in
          contradictions.append(try Self.contradiction(&fields))
        }
      case "corrections":
        try fields.forEachList { (fields) throws(RecordError) in
          corrections.append(try Self.correction(&fields))
        }
      // A graph that somebody extended may have keys of its own.
      default: break
      }
      key = tape.entries[key + 1].next
    }
  }

  private mutating func readEvidence(_ fields: inout Fields, _ pool: inout StringPool) throws(RecordError) {
    let document = try fields.text(&pool)
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

  private static func alias(_ fields: inout Fields) throws(RecordError) -> Alias {
    var alias = Alias(name: try fields.text(), count: try fields.integer())
    if fields.hasMore {
      try fields.list { (fields) throws(RecordError) in
        alias.example = try evidence(&fields)
      }
    }
    return alias
  }

  /// One whose texts are all there.
  private static func evidence(_ fields: inout Fields) throws(RecordError) -> Evidence {
    Evidence(
      document: try fields.text(), start: try fields.integer(), end: try fields.integer(),
      quote: try fields.text(), trigger: try fields.text())
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
    var document = DocumentRecord(
      id: id, title: title, date: date, sentenceCount: try fields.integer(), wordCount: try fields.integer())
    guard fields.hasMore else { return (position, document) }
    document.author = try fields.optionalText()
    document.publisher = try fields.optionalText()
    document.url = try fields.optionalText()
    document.digest = try fields.optionalText()
    try fields.list { (fields) throws(RecordError) in
      while fields.hasMore { document.pageStarts.append(try fields.integer()) }
    }
    try fields.list { (fields) throws(RecordError) in
      while fields.hasMore { document.copies.append(try fields.text()) }
    }
    return (position, document)
  }

  private static func contradiction(
    _ fields: inout Fields
  ) throws(RecordError) -> (position: Int, contradiction: Contradiction) {
    let position = try fields.integer()
    guard let kind = Contradiction.Kind(rawValue: try fields.text()) else {
      throw malformed("contradictions")
    }
    var statements: [Int] = []
    try fields.list { (fields) throws(RecordError) in
      while fields.hasMore { statements.append(try fields.integer()) }
    }
    return (position, Contradiction(kind: kind, statements: statements, explanation: try fields.text()))
  }

  private static func correction(_ fields: inout Fields) throws(RecordError) -> AppliedCorrection {
    guard let action = AppliedCorrection.Action(rawValue: try fields.text()) else {
      throw malformed("corrections")
    }
    var correction = AppliedCorrection(
      action: action, file: try fields.text(), line: try fields.integer(), explanation: try fields.text())
    try fields.list { (fields) throws(RecordError) in
      while fields.hasMore { correction.entities.append(EntityID(rawValue: try fields.text())) }
    }
    try fields.forEachList { (fields) throws(RecordError) in
      correction.evidence.append(try evidence(&fields))
    }
    return correction
  }

  private static func malformed(_ key: String) -> RecordError { Fields.malformed(key) }
}

/// The value of a member, or the elements of an array in it, taken one after the other.
private struct Fields {
  let key: String
  private let tape: JSONTape
  private var index: Int
  private let end: Int

  /// - Parameter index: that of a key.
  init(_ tape: JSONTape, _ index: Int) {
    key = tape.string(index)
    self.tape = tape
    self.index = index + 1
    end = tape.entries[index + 1].next
  }

  private init(_ fields: Fields, elementsOf array: Int) {
    key = fields.key
    tape = fields.tape
    index = array + 1
    end = tape.entries[array].next
  }

  static func malformed(_ key: String) -> RecordError {
    RecordError(reason: "details: “\(key)” is not as relata writes it")
  }

  var hasMore: Bool { index < end }

  private mutating func next() throws(RecordError) -> Int {
    guard hasMore else { throw Self.malformed(key) }
    defer { index = tape.entries[index].next }
    return index
  }

  /// Takes an array.
  mutating func list(_ read: (inout Fields) throws(RecordError) -> Void) throws(RecordError) {
    let array = try next()
    guard tape.entries[array].kind == .array else { throw Self.malformed(key) }
    var elements = Fields(self, elementsOf: array)
    try read(&elements)
  }

  /// Takes an array of arrays.
  mutating func forEachList(_ read: (inout Fields) throws(RecordError) -> Void) throws(RecordError) {
    try list { (lists) throws(RecordError) in
      while lists.hasMore { try lists.list(read) }
    }
  }

  /// nil for null and where there are no more.
  mutating func optionalText() throws(RecordError) -> String? {
    guard hasMore else { return nil }
    let value = try next()
    if tape.entries[value].kind == .null { return nil }
    guard tape.isString(value) else { throw Self.malformed(key) }
    return tape.string(value)
  }

  mutating func text() throws(RecordError) -> String {
    guard let text = try optionalText() else { throw Self.malformed(key) }
    return text
  }

  /// A text that is likely to come again.
  mutating func text(_ pool: inout StringPool) throws(RecordError) -> String {
    let value = try next()
    guard tape.isString(value) else { throw Self.malformed(key) }
    return tape.repeatedString(value, &pool)
  }

  mutating func integer() throws(RecordError) -> Int {
    guard let number = tape.integer(try next()) else { throw Self.malformed(key) }
    return number
  }
}
