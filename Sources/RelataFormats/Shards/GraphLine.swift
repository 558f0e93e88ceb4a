public import RelataGraph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A line of a graph in shards: one thing of it.
public struct GraphLine: Sendable {
  /// A relation that statements of the graph have.
  struct Relation: Decodable, Sendable {
    var relation: String
    var isOpen: Bool
  }

  /// An entity of the graph.
  public private(set) var entity: Entity?
  /// A statement of the graph, which has a number.
  public private(set) var statement: Statement?
  /// A document of the graph.
  public private(set) var document: DocumentRecord?
  /// A contradiction of the graph; its statements are numbers.
  public private(set) var contradiction: Contradiction?
  /// A correction that holds in the graph.
  public private(set) var correction: AppliedCorrection?
  /// The place among all of its kind in the graph's order, from 0.
  public private(set) var number: Int?
  /// What is known of the documents that a statement or entity has sentences of, where that is wanted.
  var documents: [DocumentRecord]
  /// Whether a contradiction of the graph names the statement.
  var isContradicted: Bool
  /// The types and relations of a graph, where the line is of these.
  var types: [EntityType]
  var relations: [Relation]

  /// - Throws: `GraphFormatError` without a place where the bytes are no line.
  public init(json: [UInt8]) throws(GraphFormatError) {
    do {
      self = try JSONDecoder().decode(Row.self, from: Data(json)).line
    } catch {
      throw GraphFormatError(line: nil, column: nil, reason: "this is no line of a graph in shards")
    }
  }

  /// What is empty may be missing: writers of tables leave it out.
  private struct Row: Decodable {
    var line: GraphLine

    private enum Key: CodingKey {
      case entity, statement, document, contradiction, correction, number, documents, isContradicted, types
      case relations
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      line = GraphLine(
        entity: try container.decodeIfPresent(SparseEntity.self, forKey: .entity)?.value,
        statement: try container.decodeIfPresent(Statement.self, forKey: .statement),
        document: try container.decodeIfPresent(DocumentRow.self, forKey: .document)?.value,
        contradiction: try container.decodeIfPresent(Contradiction.self, forKey: .contradiction),
        correction: try container.decodeIfPresent(AppliedCorrection.self, forKey: .correction),
        number: try container.decodeIfPresent(Int.self, forKey: .number),
        documents: try container.decodeIfPresent([DocumentRow].self, forKey: .documents)?.map(\.value) ?? [],
        isContradicted: try container.decodeIfPresent(Bool.self, forKey: .isContradicted) ?? false,
        types: try container.decodeIfPresent([EntityType].self, forKey: .types) ?? [],
        relations: try container.decodeIfPresent([Relation].self, forKey: .relations) ?? [])
    }
  }

  private init(
    entity: Entity?, statement: Statement?, document: DocumentRecord?, contradiction: Contradiction?,
    correction: AppliedCorrection?, number: Int?, documents: [DocumentRecord], isContradicted: Bool,
    types: [EntityType], relations: [Relation]
  ) {
    self.entity = entity
    self.statement = statement
    self.document = document
    self.contradiction = contradiction
    self.correction = correction
    self.number = number
    self.documents = documents
    self.isContradicted = isContradicted
    self.types = types
    self.relations = relations
  }
}

/// As ``DocumentRecord``, but what is empty may be missing.
private struct DocumentRow: Decodable {
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
