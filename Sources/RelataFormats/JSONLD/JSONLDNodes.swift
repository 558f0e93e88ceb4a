import RelataGraph

/// The nodes of a file of ``JSONLDWriter`` while they are read.
struct JSONLDNodes {
  private var graph = KnowledgeGraph()
  private var pool = StringPool()
  /// The indices of statements by their identifiers.
  private var positions: [String: Int] = [:]
  /// The statements that are not called by their place.
  private var renamed: Set<Int> = []
  private var entities: Set<EntityID> = []
  private var documents: Set<ExactText> = []
  /// With the names of their statements and where they stand in the file.
  private var contradictions: [(contradiction: Contradiction, names: [String], offset: Int)] = []

  /// Reads an array of nodes behind its bracket.
  mutating func read(_ tape: inout JSONTape) throws(JSONLDError) {
    if tape.accept(UInt8(ascii: "]")) { return }
    repeat {
      try tape.readValue()
      try add(tape)
    } while tape.accept(UInt8(ascii: ","))
    guard tape.accept(UInt8(ascii: "]")) else { throw tape.endOfList(UInt8(ascii: "]")) }
  }

  /// The graph, when everything that contradictions may name is there.
  func finished(_ tape: JSONTape) throws(JSONLDError) -> KnowledgeGraph {
    var graph = graph
    for (var contradiction, names, offset) in contradictions {
      for name in names {
        guard let position = position(of: name) else {
          throw JSONLDError(line: tape.error(at: offset, "").line, reason: "there is no “\(name)”")
        }
        contradiction.statements.append(position)
      }
      graph.contradictions.append(contradiction)
    }
    return graph
  }

  private mutating func add(_ tape: JSONTape) throws(JSONLDError) {
    guard tape.entries[0].kind == .object else { return }
    var kind: Kind?
    try tape.forEachString(0, "@type") { (type) throws(JSONLDError) in
      if tape.isEqual(type, "Document") {
        kind = .document
      } else if tape.isEqual(type, "Statement") {
        kind = kind == .document ? .document : .statement
      } else if tape.isEqual(type, "Contradiction") {
        kind = kind ?? .contradiction
      } else if tape.isEqual(type, "Correction") {
        kind = kind ?? .correction
      } else if kind == nil, let name = tape.name(type, .kind, &pool) {
        kind = .entity(EntityType(rawValue: name))
      }
    }
    switch kind {
    case .document:
      let document = try document(tape)
      guard documents.insert(ExactText(text: document.id)).inserted else {
        throw tape.error(in: 0, GraphFormatError.second("document", document.id))
      }
      graph.documents.append(document)
    case .statement:
      let id = try tape.string(0, "@id")
      guard addPosition(id) else { throw tape.error(in: 0, GraphFormatError.second("statement", id)) }
      graph.statements.append(try statement(tape))
    case .contradiction: contradictions.append(try contradiction(tape))
    case .correction: graph.corrections.append(try correction(tape))
    case .entity(let type):
      let entity = try entity(tape, type: type)
      guard entities.insert(entity.id).inserted else {
        throw tape.error(in: 0, GraphFormatError.second("entity", entity.id.rawValue))
      }
      graph.entities.append(entity)
    case nil: break
    }
  }

  private enum Kind: Equatable { case document, statement, contradiction, correction, entity(EntityType) }

  // MARK: Identifiers of statements

  /// Our own files count them; only other names are kept.
  /// - Returns: false where there is a statement of that name already.
  private mutating func addPosition(_ id: String) -> Bool {
    let position = graph.statements.count
    if id == JSONLDPrefix.statement(String(position)) { return positions[id] == nil }
    guard self.position(of: id) == nil else { return false }
    positions[id] = position
    renamed.insert(position)
    return true
  }

  private func position(of id: String) -> Int? {
    if let known = positions[id] { return known }
    guard let name = JSONLDPrefix.statement.name(in: id), let number = Int(name),
      graph.statements.indices.contains(number), !renamed.contains(number)
    else { return nil }
    return number
  }

  // MARK: Nodes

  private mutating func document(_ tape: JSONTape) throws(JSONLDError) -> DocumentRecord {
    var document = DocumentRecord(
      id: try tape.name(0, "@id", .document, &pool), title: try tape.optionalString(0, "title"),
      date: try tape.optionalDate(0, "date"), author: try tape.optionalString(0, "author"),
      publisher: try tape.optionalString(0, "publisher"), url: try tape.optionalString(0, "url"),
      sentenceCount: try tape.integer(0, "sentences"), wordCount: try tape.integer(0, "words"),
      text: try tape.optionalString(0, "text"), digest: try tape.optionalString(0, "sha256"),
      pageStarts: try tape.integers(0, "pageStarts"))
    try tape.forEachString(0, "copies") { document.copies.append(tape.string($0)) }
    return document
  }

  private mutating func entity(
    _ tape: JSONTape, type: EntityType
  ) throws(JSONLDError) -> Entity {
    var entity = Entity(
      id: EntityID(rawValue: try tape.name(0, "@id", .entity, &pool)), name: try tape.string(0, "name"),
      type: type, mentionCount: try tape.integer(0, "mentions"))
    try tape.forEachObject(0, "aliases") { (node) throws(JSONLDError) in
      var alias = Alias(name: try tape.string(node, "name"), count: try tape.integer(node, "count"))
      try tape.forEachObject(node, "evidence") { (node) throws(JSONLDError) in
        if alias.example == nil { alias.example = try evidence(tape, node) }
      }
      entity.aliases.append(alias)
    }
    try tape.forEachObject(0, "links") { (node) throws(JSONLDError) in
      entity.links.append(
        IdentityLink(
          name: try tape.string(node, "name"), other: try tape.string(node, "other"),
          reason: try tape.choice(node, "reason"), detail: try tape.optionalString(node, "detail") ?? "",
          document: try tape.optionalName(node, "source", .document, &pool)))
    }
    try tape.forEachObject(0, "identifiers") { (node) throws(JSONLDError) in
      entity.identifiers[try tape.string(node, "scheme")] = try tape.string(node, "value")
    }
    return entity
  }

  private mutating func statement(_ tape: JSONTape) throws(JSONLDError) -> Statement {
    guard let predicate = tape.member(0, "predicate"), tape.isString(predicate) else {
      throw tape.error(in: 0, "“predicate” must be a text")
    }
    let lemma = tape.name(predicate, .lemma, &pool)
    guard let relation = lemma ?? tape.name(predicate, .relation, &pool) else {
      throw tape.error(in: 0, "“\(tape.string(predicate))” is neither a relation nor a lemma")
    }
    var statement = Statement(
      subject: EntityID(rawValue: try tape.name(0, "subject", .entity, &pool)), relation: relation,
      object: EntityID(rawValue: try tape.name(0, "object", .entity, &pool)), isOpen: lemma != nil,
      polarity: try tape.choice(0, "polarity"), modality: try tape.choice(0, "modality"),
      attribution: try tape.optionalName(0, "attribution", .entity, &pool).map(EntityID.init),
      place: try tape.optionalName(0, "place", .entity, &pool).map(EntityID.init),
      role: try tape.optionalString(0, "role"), confidence: try tape.fraction(0, "confidence"),
      importance: try tape.has(0, "importance") ? tape.fraction(0, "importance") : nil, evidence: [])
    if tape.has(0, "time") {
      statement.time = TimeSpan(
        start: try tape.optionalDate(0, "start"), end: try tape.optionalDate(0, "end"))
    }
    try tape.forEachObject(0, "evidence") { (node) throws(JSONLDError) in
      statement.evidence.append(try evidence(tape, node))
    }
    return statement
  }

  private mutating func evidence(
    _ tape: JSONTape, _ node: Int
  ) throws(JSONLDError) -> Evidence {
    var quote: Int?
    var position: Int?
    try tape.forEachObject(node, "selector") { (selector) throws(JSONLDError) in
      guard let type = tape.member(selector, "@type") else { return }
      if quote == nil, tape.isEqual(type, "TextQuoteSelector") { quote = selector }
      if position == nil, tape.isEqual(type, "TextPositionSelector") { position = selector }
    }
    guard let position else { throw tape.error(in: node, "evidence without a TextPositionSelector") }
    guard let quote else { throw tape.error(in: node, "evidence without a TextQuoteSelector") }
    return Evidence(
      document: try tape.name(node, "source", .document, &pool), start: try tape.integer(position, "start"),
      end: try tape.integer(position, "end"), quote: try tape.string(quote, "exact"),
      trigger: try trigger(tape, node))
  }

  private mutating func trigger(_ tape: JSONTape, _ node: Int) throws(JSONLDError) -> String {
    guard let value = tape.member(node, "trigger") else { return "" }
    guard tape.isString(value) else { throw tape.error(in: node, "“trigger” must be a text") }
    return tape.repeatedString(value, &pool)
  }

  private func contradiction(
    _ tape: JSONTape
  ) throws(JSONLDError) -> (contradiction: Contradiction, names: [String], offset: Int) {
    var names: [String] = []
    try tape.forEachString(0, "contradicts") { (name) throws(JSONLDError) in names.append(tape.string(name)) }
    // Statements may stand behind it.
    let contradiction = Contradiction(
      kind: try tape.choice(0, "about"), statements: [], explanation: try tape.string(0, "explanation"))
    return (contradiction, names, tape.entries[0].range.lowerBound)
  }

  private mutating func correction(_ tape: JSONTape) throws(JSONLDError) -> AppliedCorrection {
    var correction = AppliedCorrection(
      action: try tape.choice(0, "action"), file: try tape.string(0, "file"),
      line: try tape.integer(0, "line"), explanation: try tape.string(0, "explanation"))
    try tape.forEachString(0, "influenced") { (text) throws(JSONLDError) in
      guard let name = tape.name(text, .entity, &pool) else {
        throw tape.error(in: 0, "“influenced” must begin with “\(JSONLDPrefix.entity.prefix)”")
      }
      correction.entities.append(EntityID(rawValue: name))
    }
    try tape.forEachObject(0, "evidence") { (node) throws(JSONLDError) in
      correction.evidence.append(try evidence(tape, node))
    }
    return correction
  }
}

extension JSONTape {
  /// The name behind a prefix; nil where the text has another prefix or none.
  fileprivate func name(_ text: Int, _ prefix: JSONLDPrefix, _ pool: inout StringPool) -> String? {
    let entry = entries[text]
    guard entry.kind == .string else { return prefix.name(in: string(text)) }
    let expected = prefix.prefix
    let length = expected.utf8CodeUnitCount
    return bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[entry.range])
      guard text.count >= length else { return nil }
      for offset in 0..<length where text[offset] != expected.utf8Start[offset] { return nil }
      let name = UnsafeBufferPointer(rebasing: text[length...])
      if name.contains(UInt8(ascii: "%")) {
        return PercentEncoding.decode(Substring(decoding: name, as: UTF8.self))
      }
      return pool.string(name)
    }
  }

  /// The name behind the prefix that the value of a key must have.
  fileprivate func name(
    _ object: Int, _ key: StaticString, _ prefix: JSONLDPrefix, _ pool: inout StringPool
  ) throws(JSONLDError) -> String {
    guard let value = member(object, key), isString(value) else {
      throw error(in: object, "“\(key)” must be a text")
    }
    guard let name = name(value, prefix, &pool) else {
      throw error(in: object, "“\(key)” must begin with “\(prefix.prefix)”")
    }
    return name
  }

  fileprivate func optionalName(
    _ object: Int, _ key: StaticString, _ prefix: JSONLDPrefix, _ pool: inout StringPool
  ) throws(JSONLDError) -> String? {
    has(object, key) ? try name(object, key, prefix, &pool) : nil
  }
}
