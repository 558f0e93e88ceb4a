public import RelataGraph

/// Why a file is not a graph that ``JSONLDWriter`` wrote.
public struct JSONLDError: Error, Hashable, CustomStringConvertible {
  /// From 1; nil where no line is to blame.
  public var line: Int?
  /// From 1, in Unicode scalars; nil where a whole node is to blame.
  public var column: Int?
  /// What is wrong, in one line.
  public var reason: String

  public init(line: Int?, column: Int? = nil, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }

  public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}

/// Reads what ``JSONLDWriter`` writes.
///
/// It is no JSON-LD processor: it expects the writer's keys and prefixes, not just the same RDF. White space, the
/// order of keys and nodes of other types do not matter.
public enum JSONLDReader {
  /// The graph, exactly as it was written.
  /// - Throws: ``JSONLDError`` with the line of what is malformed, missing or unknown.
  /// - Complexity: O(number of bytes).
  public static func read(_ bytes: [UInt8]) throws(JSONLDError) -> KnowledgeGraph {
    guard case .object(let root) = try JSONParser.parse(bytes),
      case .array(let nodes)? = root.members["@graph"]
    else {
      throw JSONLDError(line: nil, reason: "this is not a graph that relata wrote: there is no “@graph”")
    }
    var graph = KnowledgeGraph()
    var positions: [String: Int] = [:]
    var contradictions: [JSONLDNode] = []
    for case .object(let object) in nodes {
      let node = JSONLDNode(object)
      let types = try node.optionalStrings("@type")
      if types.contains("Document") {
        graph.documents.append(try document(node))
      } else if types.contains("Statement") {
        positions[try node.string("@id")] = graph.statements.count
        graph.statements.append(try statement(node))
      } else if types.contains("Contradiction") {
        contradictions.append(node)
      } else if let type = types.lazy.compactMap({ JSONLDPrefix.kind.name(in: $0) }).first {
        graph.entities.append(try entity(node, type: EntityType(rawValue: type)))
      }
    }
    for node in contradictions {
      graph.contradictions.append(try contradiction(node, positions: positions))
    }
    return graph
  }

  private static func document(_ node: JSONLDNode) throws(JSONLDError) -> DocumentRecord {
    DocumentRecord(
      id: try node.name("@id", .document),
      title: try node.optional("title") { (key) throws(JSONLDError) in try node.string(key) },
      date: try node.optional("date") { (key) throws(JSONLDError) in try node.date(key) },
      sentenceCount: try node.integer("sentences"),
      wordCount: try node.integer("words"))
  }

  private static func entity(_ node: JSONLDNode, type: EntityType) throws(JSONLDError) -> Entity {
    var entity = Entity(
      id: EntityID(rawValue: try node.name("@id", .entity)), name: try node.string("name"), type: type,
      mentionCount: try node.integer("mentions"))
    for alias in try node.objects("aliases") {
      entity.aliases.append(
        Alias(
          name: try alias.string("name"), count: try alias.integer("count"),
          example: try alias.objects("evidence").first.map { (node) throws(JSONLDError) in try evidence(node)
          }))
    }
    for link in try node.objects("links") {
      entity.links.append(
        IdentityLink(
          name: try link.string("name"), other: try link.string("other"), reason: try link.choice("reason"),
          detail: try link.optional("detail") { (key) throws(JSONLDError) in try link.string(key) } ?? "",
          document: try link.optional("source") { (key) throws(JSONLDError) in
            try link.name(key, .document)
          }))
    }
    for identifier in try node.objects("identifiers") {
      entity.identifiers[try identifier.string("scheme")] = try identifier.string("value")
    }
    return entity
  }

  private static func statement(_ node: JSONLDNode) throws(JSONLDError) -> Statement {
    func entity(_ key: String) throws(JSONLDError) -> EntityID {
      EntityID(rawValue: try node.name(key, .entity))
    }
    let predicate = try node.string("predicate")
    let lemma = JSONLDPrefix.lemma.name(in: predicate)
    guard let relation = lemma ?? JSONLDPrefix.relation.name(in: predicate) else {
      throw node.error("“\(predicate)” is neither a relation nor a lemma")
    }
    var statement = Statement(
      subject: try entity("subject"), relation: relation, object: try entity("object"), isOpen: lemma != nil,
      polarity: try node.choice("polarity"), modality: try node.choice("modality"),
      attribution: try node.optional("attribution", entity), place: try node.optional("place", entity),
      role: try node.optional("role") { (key) throws(JSONLDError) in try node.string(key) },
      confidence: try node.double("confidence"), evidence: [])
    if node.has("time") {
      statement.time = TimeSpan(
        start: try node.optional("start") { (key) throws(JSONLDError) in try node.date(key) },
        end: try node.optional("end") { (key) throws(JSONLDError) in try node.date(key) })
    }
    for evidence in try node.objects("evidence") {
      statement.evidence.append(try Self.evidence(evidence))
    }
    return statement
  }

  private static func evidence(_ node: JSONLDNode) throws(JSONLDError) -> Evidence {
    let selectors = try node.objects("selector")
    func selector(_ type: String) throws(JSONLDError) -> JSONLDNode {
      for selector in selectors where try selector.string("@type") == type { return selector }
      throw node.error("evidence without a \(type)")
    }
    let position = try selector("TextPositionSelector")
    return Evidence(
      document: try node.name("source", .document), start: try position.integer("start"),
      end: try position.integer("end"), quote: try selector("TextQuoteSelector").string("exact"),
      trigger: try node.optional("trigger") { (key) throws(JSONLDError) in try node.string(key) } ?? "")
  }

  private static func contradiction(
    _ node: JSONLDNode, positions: [String: Int]
  ) throws(JSONLDError) -> Contradiction {
    var statements: [Int] = []
    for name in try node.optionalStrings("contradicts") {
      guard let position = positions[name] else { throw node.error("there is no “\(name)”") }
      statements.append(position)
    }
    return Contradiction(
      kind: try node.choice("about"), statements: statements, explanation: try node.string("explanation"))
  }
}
