public import RelataGraph
public import RelataLayout

/// Writes a graph as Cytoscape JSON: for Cytoscape, Cytoscape.js and NetworkX (`cytoscape_graph`).
///
/// Everything is there, in columns that Cytoscape can hold: each value is a text, a number, a flag, or a
/// list of one of these. Aliases and their counts, and the parts of the evidence, are lists of the same
/// length. A node's identifier is never empty; an edge's is `s` and the statement's position, so that
/// parallel statements stay apart, or with more than one `s` where a node is called so: Cytoscape.js has one
/// space of identifiers for nodes and edges.
///
/// Format: https://js.cytoscape.org/#notation/elements-json
public struct CytoscapeWriter: Sendable {
  /// What gives types and relations their labels, kinds and links.
  public var ontology: Ontology
  /// Where the entities stand; nil leaves that to whoever reads the file.
  public var layout: GraphLayout?

  /// - Parameters:
  ///   - ontology: what gives types and relations their labels, kinds and links.
  ///   - layout: where the entities stand.
  public init(ontology: Ontology, layout: GraphLayout? = nil) {
    self.ontology = ontology
    self.layout = layout
  }

  /// The graph as UTF-8 JSON.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] { ByteStream.collect { write(graph, to: &$0) } }

  func write(_ graph: KnowledgeGraph, to bytes: inout ByteStream) {
    JSONStream.write(to: &bytes) { write(graph, to: &$0) }
  }

  private func write(_ graph: KnowledgeGraph, to json: inout JSONStream) {
    let view = GraphView(graph, ontology: ontology)
    let prefix = Self.edgePrefix(in: view)
    json.object { json in
      json.lineBreak()
      json.member("format_version", "1.0")
      json.member("generated_by", "relata")
      json.member("target_cytoscapejs_version", "~3.0")
      json.member("directed", true)
      json.member("multigraph", true)
      json.lineBreak()
      json.key("data")
      json.object { Self.writeNetwork(graph, prefix, to: &$0) }
      json.lineBreak()
      json.key("elements")
      json.object { json in
        json.key("nodes")
        json.array { json in
          json.lines(view.entities.count) { range, json in
            for entity in view.entities[range] {
              Self.element(in: &json, at: layout?.points[entity.id]) { Self.write(entity, in: view, to: &$0) }
            }
          }
        }
        json.lineBreak()
        json.key("edges")
        json.array { json in
          json.lines(view.edges.count) { range, json in
            for edge in view.edges[range] {
              Self.element(in: &json) { Self.write(edge, prefix, in: view, to: &$0) }
            }
          }
        }
      }
      json.bytes.append(UInt8(ascii: "\n"))
    }
    json.bytes.append(UInt8(ascii: "\n"))
  }

  private static func element(
    in json: inout JSONStream, at point: LayoutPoint? = nil, _ data: (inout JSONStream) -> Void
  ) {
    json.lineBreak()
    json.object { json in
      json.key("data")
      json.object(data)
      if let point {
        json.key("position")
        json.object { json in
          json.member("x", (point.x * 10).rounded() / 10)
          json.member("y", (point.y * 10).rounded() / 10)
        }
      }
    }
  }

  /// What stands before the number in an edge's identifier: as many `s` as no node has before a number.
  private static func edgePrefix(in view: GraphView) -> String {
    var count = 1
    for entity in view.entities {
      let id = entity.id.rawValue.utf8
      let letters = id.prefix { $0 == UInt8(ascii: "s") }.count
      let rest = id.dropFirst(letters)
      guard letters >= count, !rest.isEmpty, rest.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      count = letters + 1
    }
    return String(repeating: "s", count: count)
  }

  private static func writeNetwork(_ graph: KnowledgeGraph, _ prefix: String, to json: inout JSONStream) {
    json.member("name", "relata")
    json.list("documents", graph.documents.map(\.id))
    json.list("documentTitles", graph.documents.map { $0.title ?? "" })
    json.list("documentDates", graph.documents.map { $0.date?.description ?? "" })
    json.list("documentSentences", graph.documents.map(\.sentenceCount))
    json.list("documentWords", graph.documents.map(\.wordCount))
    json.list("contradictions", graph.contradictions.map(\.explanation))
    json.list("contradictionKinds", graph.contradictions.map(\.kind.rawValue))
    json.list(
      "contradictionStatements",
      graph.contradictions.map { $0.statements.map { "\(prefix)\($0)" }.joined(separator: " ") })
    json.list("corrections", graph.corrections.map(\.explanation))
    json.list("correctionActions", graph.corrections.map(\.action.rawValue))
    json.list("correctionFiles", graph.corrections.map(\.file))
    json.list("correctionLines", graph.corrections.map(\.line))
    json.list(
      "correctionEntities",
      graph.corrections.map { $0.entities.map(PortableText.identifier).joined(separator: " ") })
  }

  private static func write(_ entity: Entity, in view: GraphView, to json: inout JSONStream) {
    let id = PortableText.identifier(entity.id)
    json.member("id", id)
    // NetworkX calls its node by this.
    json.member("value", id)
    json.member("name", entity.name)
    json.member("type", entity.type.rawValue)
    json.list("types", view.typePath(of: entity))
    json.list("aliases", entity.aliases.map(\.name))
    json.list("aliasCounts", entity.aliases.map(\.count))
    json.list("aliasDocuments", entity.aliases.map { $0.example?.document ?? "" })
    json.list("aliasStarts", entity.aliases.map { $0.example?.start ?? -1 })
    json.list("aliasEnds", entity.aliases.map { $0.example?.end ?? -1 })
    json.list("aliasQuotes", entity.aliases.map { $0.example?.quote ?? "" })
    json.list("linkNames", entity.links.map(\.name))
    json.list("linkOthers", entity.links.map(\.other))
    json.list("linkReasons", entity.links.map(\.reason.rawValue))
    json.list("linkDetails", entity.links.map(\.detail))
    json.list("linkDocuments", entity.links.map { $0.document ?? "" })
    let identifiers = entity.identifiers.sorted { $0.key < $1.key }
    json.list("identifiers", identifiers.map { "\($0.key):\($0.value)" })
    json.member("mentions", entity.mentionCount)
  }

  private static func write(
    _ edge: GraphView.Edge, _ prefix: String, in view: GraphView, to json: inout JSONStream
  ) {
    let statement = edge.statement
    json.member("id", "\(prefix)\(edge.index)")
    json.member("key", "\(prefix)\(edge.index)")
    json.member("source", PortableText.identifier(statement.subject))
    json.member("target", PortableText.identifier(statement.object))
    json.member("interaction", statement.relation)
    json.member("label", view.label(of: statement))
    json.member("open", statement.isOpen)
    json.member("polarity", statement.polarity.rawValue)
    json.member("modality", statement.modality.rawValue)
    if let time = statement.time {
      if let start = time.start { json.member("start", start.description) }
      if let end = time.end { json.member("end", end.description) }
      json.member("time", time.description)
    }
    if let source = statement.attribution { json.member("attribution", PortableText.identifier(source)) }
    if let place = statement.place { json.member("place", PortableText.identifier(place)) }
    if let role = statement.role { json.member("role", role) }
    json.member("confidence", statement.confidence)
    if let importance = statement.importance { json.member("importance", importance) }
    if let seen = view.documents.seen(statement) {
      json.member("firstSeen", seen.first.description)
      json.member("lastSeen", seen.last.description)
    }
    json.member("contradicted", edge.isContradicted)
    json.member("evidence", statement.evidence.count)
    json.list("evidenceDocuments", statement.evidence.map(\.document))
    json.list("evidenceStarts", statement.evidence.map(\.start))
    json.list("evidenceEnds", statement.evidence.map(\.end))
    json.list("evidenceQuotes", statement.evidence.map(\.quote))
    json.list("evidenceTriggers", statement.evidence.map(\.trigger))
  }
}

extension JSONStream {
  /// An array, also where it is empty: a list that is sometimes not there would be a column of another kind.
  fileprivate mutating func list(_ name: StaticString, _ texts: [String]) {
    key(name)
    array { json in for text in texts { json.string(text) } }
  }

  fileprivate mutating func list(_ name: StaticString, _ numbers: [Int]) {
    key(name)
    array { json in for number in numbers { json.number(number) } }
  }
}
