import RelataGraph

/// What the flat attributes of GraphML and of the tables cannot say, as JSON in one more attribute,
/// `details`, so that the graph comes back whole (``RelataRecords`` reads it). It holds only what is not in
/// the other attributes already.
///
/// The keys are described in Documentation/import.md.
struct GraphDetails {
  /// The entities that the graph has; an end of a statement need not be one of them.
  private let known: Set<EntityID>
  private let graph: KnowledgeGraph
  /// By the first statement that quotes them or takes part in them.
  private var documents: [Int: [Int]] = [:]
  private var contradictions: [Int: [Int]] = [:]
  private var contradicting: Set<Int> = []
  /// The documents that no statement quotes, and the contradictions between no statements.
  private var otherDocuments: [Int] = []
  private var otherContradictions: [Int] = []

  init(_ graph: KnowledgeGraph) {
    self.graph = graph
    known = Set(graph.entities.map(\.id))
    var unquoted = Dictionary(
      graph.documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, statement) in graph.statements.enumerated() {
      for evidence in statement.evidence {
        guard let document = unquoted.removeValue(forKey: evidence.document) else { continue }
        documents[index, default: []].append(document)
      }
    }
    let quoted = Set(documents.values.joined())
    otherDocuments = graph.documents.indices.filter { !quoted.contains($0) }
    for (index, contradiction) in graph.contradictions.enumerated() {
      if let first = contradiction.statements.min(), graph.statements.indices.contains(first) {
        contradictions[first, default: []].append(index)
        contradicting.formUnion(contradiction.statements)
      } else {
        otherContradictions.append(index)
      }
    }
  }

  /// What there is to say of an entity, as a JSON object; whether there is anything.
  func write(_ entity: Entity, to json: inout JSONStream) -> Bool {
    object(in: &json) { details(of: entity, to: &$0) }
  }

  /// What there is to say of a statement, as a JSON object; whether there is anything.
  func write(_ edge: GraphView.Edge, to json: inout JSONStream) -> Bool {
    object(in: &json) { details(of: edge.statement, at: edge.index, to: &$0) }
  }

  /// What belongs to no entity and no statement, as a JSON object; whether there is anything of the kind.
  func writeRest(to json: inout JSONStream) -> Bool {
    object(in: &json) { json in
      write(documents: otherDocuments, to: &json)
      write(contradictions: otherContradictions, to: &json)
      writeCorrections(to: &json)
    }
  }

  /// - Parameter json: a stream in memory, whose contents are replaced.
  private func object(in json: inout JSONStream, _ members: (inout JSONStream) -> Void) -> Bool {
    json.clear()
    json.object(members)
    return json.bytes.count > 2
  }

  private func details(of entity: Entity, to json: inout JSONStream) {
    if !known.contains(entity.id) { json.member("absent", true) }
    if !PortableText.isPortable(entity.name) { json.portable("name", entity.name) }
    let type = entity.type.rawValue
    // The tables give it as the first element of a list.
    if type.isEmpty || type.utf8.contains(UInt8(ascii: ";")) || !PortableText.isPortable(type) {
      json.portable("type", type)
    }
    if !entity.aliases.isEmpty {
      json.key("aliases")
      json.array { json in
        for alias in entity.aliases {
          json.array { json in
            json.portable(alias.name)
            json.number(alias.count)
            if let example = alias.example { json.array { write(example, hidesText: false, to: &$0) } }
          }
        }
      }
    }
    if !hasReadableIdentifiers(entity) {
      json.key("identifiers")
      json.array { json in
        for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) {
          json.array { json in
            json.portable(scheme)
            json.portable(value)
          }
        }
      }
    }
    guard !entity.links.isEmpty else { return }
    json.key("links")
    json.array { json in
      for link in entity.links {
        json.array { json in
          json.portable(link.name)
          json.portable(link.other)
          json.string(link.reason.rawValue)
          json.portable(link.detail)
          if let document = link.document { json.portable(document) }
        }
      }
    }
  }

  /// Whether `scheme:value;scheme:value` can be taken apart again.
  private func hasReadableIdentifiers(_ entity: Entity) -> Bool {
    entity.identifiers.allSatisfy { scheme, value in
      PortableText.isPortable(scheme) && PortableText.isPortable(value)
        && !scheme.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }
        && !value.utf8.contains(UInt8(ascii: ";"))
    }
  }

  private func details(of statement: Statement, at index: Int, to json: inout JSONStream) {
    if !PortableText.isPortable(statement.relation) || statement.relation.isEmpty {
      json.portable("relation", statement.relation)
    }
    // A table cannot tell an empty role from none.
    if let role = statement.role, role.isEmpty || !PortableText.isPortable(role) {
      json.portable("role", role)
    }
    if !statement.evidence.isEmpty {
      json.key("evidence")
      json.array { json in
        for (position, evidence) in statement.evidence.enumerated() {
          json.array { write(evidence, hidesText: position == 0, to: &$0) }
        }
      }
    }
    write(documents: documents[index] ?? [], to: &json)
    if contradicting.contains(index) { json.member("position", index) }
    write(contradictions: contradictions[index] ?? [], to: &json)
  }

  /// - Parameter hidesText: whether the quote and the trigger are attributes of their own.
  private func write(_ evidence: Evidence, hidesText: Bool, to json: inout JSONStream) {
    json.portable(evidence.document)
    json.number(evidence.start)
    json.number(evidence.end)
    for text in [evidence.quote, evidence.trigger] {
      if hidesText && PortableText.isPortable(text) {
        json.raw("null" as StaticString)
      } else {
        json.portable(text)
      }
    }
  }

  private func write(documents positions: [Int], to json: inout JSONStream) {
    guard !positions.isEmpty else { return }
    json.key("documents")
    json.array { json in
      for position in positions {
        let document = graph.documents[position]
        json.array { json in
          json.number(position)
          json.portable(document.id)
          if let title = document.title { json.portable(title) } else { json.raw("null" as StaticString) }
          if let date = document.date {
            json.string(date.description)
          } else {
            json.raw("null" as StaticString)
          }
          json.number(document.sentenceCount)
          json.number(document.wordCount)
          write(source: document, to: &json)
        }
      }
    }
  }

  /// The text itself is left to JSON-LD: here it would make cells that no table program opens.
  private func write(source document: DocumentRecord, to json: inout JSONStream) {
    let texts = [document.author, document.publisher, document.url, document.digest]
    guard texts.contains(where: { $0 != nil }) || !document.pageStarts.isEmpty || !document.copies.isEmpty
    else {
      return
    }
    for text in texts {
      if let text { json.portable(text) } else { json.raw("null" as StaticString) }
    }
    json.array { json in for start in document.pageStarts { json.number(start) } }
    json.array { json in for copy in document.copies { json.portable(copy) } }
  }

  private func write(contradictions positions: [Int], to json: inout JSONStream) {
    guard !positions.isEmpty else { return }
    json.key("contradictions")
    json.array { json in
      for position in positions {
        let contradiction = graph.contradictions[position]
        json.array { json in
          json.number(position)
          json.string(contradiction.kind.rawValue)
          json.array { json in for statement in contradiction.statements { json.number(statement) } }
          json.portable(contradiction.explanation)
        }
      }
    }
  }

  private func writeCorrections(to json: inout JSONStream) {
    guard !graph.corrections.isEmpty else { return }
    json.key("corrections")
    json.array { json in
      for correction in graph.corrections {
        json.array { json in
          json.string(correction.action.rawValue)
          json.portable(correction.file)
          json.number(correction.line)
          json.portable(correction.explanation)
          json.array { json in for entity in correction.entities { json.portable(entity.rawValue) } }
          json.array { json in
            for evidence in correction.evidence {
              json.array { write(evidence, hidesText: false, to: &$0) }
            }
          }
        }
      }
    }
  }
}

extension JSONStream {
  /// A text of which every character can stand in XML: JSON escapes the others.
  fileprivate mutating func portable(_ text: String) { plain { $0.writePortableJSON(text) } }

  fileprivate mutating func portable(_ name: StaticString, _ text: String) {
    key(name)
    portable(text)
  }
}
