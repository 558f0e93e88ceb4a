public import RelataGraph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Restores a graph from JSON lines, in any order: each line is an entity, a statement with its number, a document or a contradiction.
///
/// ```json
/// {"entity": {"id": "person/ahmed-al-sharaa", "name": "Ahmed al-Sharaa", …}}
/// {"number": 0, "statement": {"subject": "person/ahmed-al-sharaa", "relation": "leads", …}}
/// {"document": {"id": "a.txt", …}}
/// {"contradiction": {"kind": "time", "statements": [0, 7], "explanation": "…"}}
/// ```
public struct GraphLinesReader {
  private struct Line: Decodable {
    var entity: EntityLine?
    var number: Int?
    var statement: Statement?
    var document: DocumentLine?
    var contradiction: Contradiction?
  }

  private var entities: [Entity] = []
  private var statements: [(number: Int, statement: Statement)] = []
  private var documents: [DocumentRecord] = []
  private var contradictions: [Contradiction] = []

  /// A reader of a graph of which no line has been read.
  public init() {}

  /// Adds what a line says.
  ///
  /// - Parameter number: of the line in its file, from 1, for errors.
  /// - Throws: `GraphFileError` where it is none of the four.
  public mutating func add(_ line: [UInt8], number: Int) throws(GraphFileError) {
    let decoded: Line
    do {
      decoded = try JSONDecoder().decode(Line.self, from: Data(line))
    } catch {
      throw GraphFileError(line: number, column: nil, reason: "this is no line of a graph in shards")
    }
    if let entity = decoded.entity {
      entities.append(entity.value)
    } else if let statement = decoded.statement, let number = decoded.number {
      statements.append((number, statement))
    } else if let document = decoded.document {
      documents.append(document.value)
    } else if let contradiction = decoded.contradiction {
      contradictions.append(contradiction)
    } else {
      throw GraphFileError(
        line: number, column: nil,
        reason: "this line is no entity, no statement with a number, no document and no contradiction")
    }
  }

  /// The graph of all lines.
  ///
  /// - Throws: `GraphFileError` where lines are missing or there twice.
  /// - Complexity: O(n log n) for n lines.
  public consuming func graph(_ manifest: GraphManifest) throws(GraphFileError) -> KnowledgeGraph {
    let counts = [
      ("entities", entities.count, manifest.entities), ("statements", statements.count, manifest.statements),
      ("documents", documents.count, manifest.documents),
      ("contradictions", contradictions.count, manifest.contradictions),
    ]
    for (what, found, expected) in counts where found != expected {
      throw GraphFileError(
        line: nil, column: nil, reason: "there are \(found) \(what), and the manifest says \(expected)")
    }
    let ordered = statements.sorted { $0.number < $1.number }
    if let gap = ordered.indices.first(where: { ordered[$0].number != $0 }) {
      throw GraphFileError(
        line: nil, column: nil, reason: "statement \(gap) is missing, or another one is there twice")
    }
    return KnowledgeGraph(
      entities: entities.sorted { $0.id < $1.id }, statements: ordered.map(\.statement),
      documents: documents.sorted { $0.id < $1.id }, contradictions: contradictions.sorted(by: Self.precedes))
  }

  /// By kind, then by the first statement.
  private static func precedes(_ a: Contradiction, _ b: Contradiction) -> Bool {
    let kinds: [Contradiction.Kind] = [.time, .polarity, .value, .place]
    let (first, second) = (kinds.firstIndex(of: a.kind) ?? 0, kinds.firstIndex(of: b.kind) ?? 0)
    return first != second ? first < second : a.statements.lexicographicallyPrecedes(b.statements)
  }
}

/// As ``Entity``, but what is empty may be missing: writers of tables leave it out.
private struct EntityLine: Decodable {
  var value: Entity

  private enum Key: CodingKey { case id, name, type, aliases, identifiers, mentionCount, links }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    value = Entity(
      id: try container.decode(EntityID.self, forKey: .id),
      name: try container.decode(String.self, forKey: .name),
      type: try container.decode(EntityType.self, forKey: .type),
      aliases: try container.decodeIfPresent([Alias].self, forKey: .aliases) ?? [],
      identifiers: try container.decodeIfPresent([String: String].self, forKey: .identifiers) ?? [:],
      mentionCount: try container.decodeIfPresent(Int.self, forKey: .mentionCount) ?? 0,
      links: try container.decodeIfPresent([IdentityLink].self, forKey: .links) ?? [])
  }
}

/// As ``DocumentRecord``, but what is empty may be missing.
private struct DocumentLine: Decodable {
  var value: DocumentRecord

  private enum Key: CodingKey {
    case id, title, date, author, publisher, url, sentenceCount, wordCount, text, digest, pageStarts, copies
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func text(_ key: Key) throws -> String? { try container.decodeIfPresent(String.self, forKey: key) }
    value = DocumentRecord(
      id: try container.decode(String.self, forKey: .id), title: try text(.title),
      date: try container.decodeIfPresent(PartialDate.self, forKey: .date), author: try text(.author),
      publisher: try text(.publisher), url: try text(.url),
      sentenceCount: try container.decodeIfPresent(Int.self, forKey: .sentenceCount) ?? 0,
      wordCount: try container.decodeIfPresent(Int.self, forKey: .wordCount) ?? 0, text: try text(.text),
      digest: try text(.digest),
      pageStarts: try container.decodeIfPresent([Int].self, forKey: .pageStarts) ?? [],
      copies: try container.decodeIfPresent([String].self, forKey: .copies) ?? [])
  }
}
