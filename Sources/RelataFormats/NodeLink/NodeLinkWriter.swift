public import RelataGraph

/// Writes a graph as node-link JSON: for D3 (`nodes` and `links`) and for NetworkX
/// (`node_link_graph(data, edges="links")`), which makes a `MultiDiGraph` of it.
///
/// Everything is there, typed: aliases with their counts, each piece of evidence with its offsets (in Unicode
/// scalars) and its quote, and in `graph` the documents, the contradictions and what a person corrected. A
/// link's `key` is `s` and the statement's position; contradictions name these keys.
public struct NodeLinkWriter: Sendable {
  /// What gives types and relations their labels, kinds and links.
  public var ontology: Ontology

  /// Writes with the labels and types of this ontology.
  public init(ontology: Ontology) { self.ontology = ontology }

  /// The graph as UTF-8 JSON.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] { ByteStream.collect { write(graph, to: &$0) } }

  func write(_ graph: KnowledgeGraph, to bytes: inout ByteStream) {
    JSONStream.write(to: &bytes) { write(graph, to: &$0) }
  }

  private func write(_ graph: KnowledgeGraph, to json: inout JSONStream) {
    let view = GraphView(graph, ontology: ontology)
    json.object { json in
      json.lineBreak()
      json.member("directed", true)
      json.member("multigraph", true)
      json.lineBreak()
      json.key("graph")
      json.object { Self.writeGraph(graph, to: &$0) }
      json.lineBreak()
      json.key("nodes")
      json.array { json in
        json.lines(view.entities.count) { range, json in
          for entity in view.entities[range] {
            json.lineBreak()
            json.object { Self.write(entity, in: view, to: &$0) }
          }
        }
      }
      json.lineBreak()
      json.key("links")
      json.array { json in
        json.lines(view.edges.count) { range, json in
          for edge in view.edges[range] {
            json.lineBreak()
            json.object { Self.write(edge, in: view, to: &$0) }
          }
        }
      }
      json.bytes.append(UInt8(ascii: "\n"))
    }
    json.bytes.append(UInt8(ascii: "\n"))
  }

  private static func writeGraph(_ graph: KnowledgeGraph, to json: inout JSONStream) {
    json.key("documents")
    json.array { json in
      for document in graph.documents {
        json.lineBreak()
        json.object { json in
          json.member("id", document.id)
          if let title = document.title { json.member("title", title) }
          if let date = document.date { json.member("date", date.description) }
          if let author = document.author { json.member("author", author) }
          if let publisher = document.publisher { json.member("publisher", publisher) }
          if let url = document.url { json.member("url", url) }
          if let digest = document.digest { json.member("sha256", digest) }
          json.member("sentences", document.sentenceCount)
          json.member("words", document.wordCount)
        }
      }
    }
    json.key("contradictions")
    json.array { json in
      for contradiction in graph.contradictions {
        json.lineBreak()
        json.object { json in
          json.member("kind", contradiction.kind.rawValue)
          json.member("statements", contradiction.statements.map { "s\($0)" })
          json.member("explanation", contradiction.explanation)
        }
      }
    }
    json.key("corrections")
    json.array { json in
      for correction in graph.corrections {
        json.lineBreak()
        json.object { Self.write(correction, to: &$0) }
      }
    }
  }

  private static func write(_ correction: AppliedCorrection, to json: inout JSONStream) {
    json.member("action", correction.action.rawValue)
    json.member("file", correction.file)
    json.member("line", correction.line)
    json.member("explanation", correction.explanation)
    json.member("entities", correction.entities.map(\.rawValue))
    json.key("evidence")
    json.array { json in
      for evidence in correction.evidence { json.object { Self.write(evidence, to: &$0) } }
    }
  }

  private static func write(_ entity: Entity, in view: GraphView, to json: inout JSONStream) {
    json.member("id", entity.id.rawValue)
    json.member("name", entity.name)
    json.member("type", entity.type.rawValue)
    json.member("types", view.typePath(of: entity))
    json.key("aliases")
    json.array { json in
      for alias in entity.aliases {
        json.object { json in
          json.member("name", alias.name)
          json.member("count", alias.count)
          if let example = alias.example {
            json.key("example")
            json.object { Self.write(example, to: &$0) }
          }
        }
      }
    }
    json.key("links")
    json.array { json in
      for link in entity.links { json.object { Self.write(link, to: &$0) } }
    }
    json.key("identifiers")
    json.object { json in
      for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) {
        json.key(scheme)
        json.string(value)
      }
    }
    json.member("mentions", entity.mentionCount)
  }

  private static func write(_ edge: GraphView.Edge, in view: GraphView, to json: inout JSONStream) {
    let statement = edge.statement
    json.member("source", statement.subject.rawValue)
    json.member("target", statement.object.rawValue)
    json.member("key", "s\(edge.index)")
    json.member("relation", statement.relation)
    json.member("label", view.label(of: statement))
    json.member("open", statement.isOpen)
    json.member("polarity", statement.polarity.rawValue)
    json.member("modality", statement.modality.rawValue)
    if let time = statement.time {
      if let start = time.start { json.member("start", start.description) }
      if let end = time.end { json.member("end", end.description) }
      json.member("time", time.description)
    }
    if let source = statement.attribution { json.member("attribution", source.rawValue) }
    if let place = statement.place { json.member("place", place.rawValue) }
    if let role = statement.role { json.member("role", role) }
    json.member("confidence", statement.confidence)
    if let importance = statement.importance { json.member("importance", importance) }
    json.member("contradicted", edge.isContradicted)
    json.member("documents", GraphView.documents(of: statement))
    if let seen = view.documents.seen(statement) {
      json.member("firstSeen", seen.first.description)
      json.member("lastSeen", seen.last.description)
    }
    json.key("evidence")
    json.array { json in
      for evidence in statement.evidence {
        json.object { Self.write(evidence, to: &$0) }
      }
    }
  }

  private static func write(_ evidence: Evidence, to json: inout JSONStream) {
    json.member("document", evidence.document)
    json.member("start", evidence.start)
    json.member("end", evidence.end)
    json.member("quote", evidence.quote)
    if !evidence.trigger.isEmpty { json.member("trigger", evidence.trigger) }
  }

  private static func write(_ link: IdentityLink, to json: inout JSONStream) {
    json.member("name", link.name)
    json.member("other", link.other)
    json.member("reason", link.reason.rawValue)
    if !link.detail.isEmpty { json.member("detail", link.detail) }
    if let document = link.document { json.member("document", document) }
  }
}
