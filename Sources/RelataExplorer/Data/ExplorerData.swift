import RelataFormats
import RelataGraph
import RelataQuery

/// A graph as the page reads it: `Documentation/explorer-format.md` describes each row.
struct ExplorerData {
  let graph: KnowledgeGraph
  let ontology: Ontology
  let points: [EntityID: (x: Double, y: Double)]
  let title: String

  private static let version = 1

  /// - Complexity: O(n log n) in the size of the graph.
  func json() -> [UInt8] {
    let vocabulary = Vocabulary(graph, ontology)
    let references = References(graph)
    var rows = RowWriter()
    rows.object { rows in
      rows.key("version")
      rows.number(Self.version)
      rows.key("title")
      rows.string(title)
      rows.key("note")
      rows.string(note)
      rows.key("context")
      rows.raw(JSONLDWriter(ontology: ontology).context)
      vocabulary.write(to: &rows)
      let communities = graph.communities
      write("entities", &rows) { rows in
        let ranks = EntityRanks(graph).ranks
        for (entity, rank) in zip(graph.entities, ranks) {
          rows.lineBreak()
          write(entity, rank, communities[entity.id], vocabulary, references, to: &rows)
        }
      }
      write("statements", &rows) { rows in
        for statement in graph.statements {
          rows.lineBreak()
          write(statement, vocabulary, references, to: &rows)
        }
      }
      write("documents", &rows) { rows in
        for document in graph.documents {
          rows.lineBreak()
          write(document, to: &rows)
        }
      }
      write("contradictions", &rows) { rows in
        for contradiction in graph.contradictions { write(contradiction, to: &rows) }
      }
      write("communities", &rows) { rows in write(communities, to: &rows) }
      write("corrections", &rows) { rows in
        for correction in graph.corrections { write(correction, references, to: &rows) }
      }
    }
    return rows.bytes
  }

  private func write(_ name: String, _ rows: inout RowWriter, _ elements: (inout RowWriter) -> Void) {
    rows.lineBreak()
    rows.key(name)
    rows.array(elements)
  }

  private var note: String {
    func counted(_ count: Int, _ one: String, _ many: String) -> String {
      "\(count) \(count == 1 ? one : many)"
    }
    return counted(graph.entities.count, "entity", "entities") + " and "
      + counted(graph.statements.count, "statement", "statements") + " from "
      + counted(graph.documents.count, "document", "documents") + "."
  }

  // MARK: Rows

  private func write(
    _ entity: Entity, _ rank: Int, _ community: Int?, _ vocabulary: Vocabulary, _ references: References,
    to rows: inout RowWriter
  ) {
    rows.array { rows in
      rows.string(entity.id.rawValue)
      rows.string(entity.name)
      rows.number(vocabulary.number(of: entity.type))
      rows.number(entity.mentionCount)
      let point = points[entity.id]
      rows.number(point?.x)
      rows.number(point?.y)
      rows.number(community)
      rows.number(rank)
      rows.array { rows in
        for alias in entity.aliases { write(alias, references, to: &rows) }
      }
      rows.object { rows in
        for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) {
          rows.key(scheme)
          rows.string(value)
        }
      }
      rows.array { rows in
        for link in entity.links {
          rows.array { rows in
            rows.string(link.name)
            rows.string(link.other)
            rows.string(link.explanation)
            rows.string(link.reason.rawValue)
            rows.string(link.detail.isEmpty ? nil : link.detail)
            rows.number(link.document.flatMap { references.documents[$0] })
          }
        }
      }
      rows.array { rows in
        rows.string(SearchKeys(entity.name).text)
        for alias in entity.aliases where alias.name != entity.name {
          rows.string(SearchKeys(alias.name).text)
        }
      }
    }
  }

  private func write(_ alias: Alias, _ references: References, to rows: inout RowWriter) {
    rows.array { rows in
      rows.string(alias.name)
      rows.number(alias.count)
      if let example = alias.example, let document = references.documents[example.document] {
        rows.array { rows in
          rows.number(document)
          rows.number(example.start)
          rows.number(example.end)
        }
      }
    }
  }

  private func write(
    _ statement: Statement, _ vocabulary: Vocabulary, _ references: References, to rows: inout RowWriter
  ) {
    rows.array { rows in
      rows.number(references.entities[statement.subject] ?? 0)
      rows.number(vocabulary.relation(of: statement))
      rows.number(references.entities[statement.object] ?? 0)
      rows.flag(statement.polarity == .negated)
      rows.number(Modality.allCases.firstIndex(of: statement.modality) ?? 0)
      rows.number(statement.attribution.flatMap { references.entities[$0] })
      rows.string(statement.time?.start?.description)
      rows.string(statement.time?.end?.description)
      rows.number(statement.place.flatMap { references.entities[$0] })
      rows.string(statement.role)
      rows.exact(statement.confidence)
      rows.exact(statement.importance)
      rows.array { rows in
        for evidence in statement.evidence { write(evidence, references, to: &rows) }
      }
    }
  }

  /// The quote stands in the document's text where that is in the file.
  private func write(_ evidence: Evidence, _ references: References, to rows: inout RowWriter) {
    guard let document = references.documents[evidence.document] else { return }
    rows.array { rows in
      rows.number(document)
      rows.number(evidence.start)
      rows.number(evidence.end)
      rows.string(evidence.trigger)
      rows.string(references.haveText.contains(document) ? nil : evidence.quote)
    }
  }

  private func write(_ document: DocumentRecord, to rows: inout RowWriter) {
    rows.array { rows in
      rows.string(document.id)
      rows.string(document.title)
      rows.string(document.date?.description)
      rows.string(document.url)
      rows.string(document.publisher)
      rows.string(document.author)
      rows.string(document.text)
      if document.pageStarts.isEmpty {
        rows.null()
      } else {
        rows.array { rows in
          for start in document.pageStarts { rows.number(start) }
        }
      }
      rows.number(document.sentenceCount)
      rows.number(document.wordCount)
      rows.string(document.digest)
      if !document.copies.isEmpty {
        rows.array { rows in
          for copy in document.copies { rows.string(copy) }
        }
      }
    }
  }

  private func write(_ contradiction: Contradiction, to rows: inout RowWriter) {
    rows.array { rows in
      rows.string(contradiction.kind.rawValue)
      rows.array { rows in
        for statement in contradiction.statements { rows.number(statement) }
      }
      rows.string(contradiction.explanation)
    }
  }

  private func write(_ correction: AppliedCorrection, _ references: References, to rows: inout RowWriter) {
    rows.array { rows in
      rows.string(correction.action.rawValue)
      rows.string(correction.explanation)
      rows.string(correction.file)
      rows.number(correction.line)
      rows.array { rows in
        for entity in correction.entities.compactMap({ references.entities[$0] }) { rows.number(entity) }
      }
      rows.array { rows in
        for evidence in correction.evidence { write(evidence, references, to: &rows) }
      }
    }
  }

  private func write(_ communities: [EntityID: Int], to rows: inout RowWriter) {
    var counts: [Int: Int] = [:]
    for number in communities.values { counts[number, default: 0] += 1 }
    for number in 0..<((counts.keys.max() ?? -1) + 1) {
      rows.array { rows in
        rows.string("Community \(number + 1)")
        rows.number(counts[number] ?? 0)
      }
    }
  }
}

/// What rows refer to, by number.
private struct References {
  var entities: [EntityID: Int]
  var documents: [String: Int]
  /// Documents whose text is in the graph.
  var haveText: Set<Int>

  init(_ graph: KnowledgeGraph) {
    entities = Dictionary(
      graph.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    documents = Dictionary(
      graph.documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    haveText = Set(graph.documents.indices.filter { graph.documents[$0].text != nil })
  }
}
