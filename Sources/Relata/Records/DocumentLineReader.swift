public import RelataDocuments

/// Reads a stream of documents, each a line of JSON, one at a time and each by itself: what a
/// process of a cluster does.
///
/// What is found in a document is what ``GraphBuilder`` finds in a file of JSON lines, whatever stands before
/// or behind it; only its identifier is taken as it stands.
///
/// ```swift
/// let reader = try DocumentLineReader(try GraphBuilder())
/// try await reader.read(ByteReader(descriptor: 0)) { outcome in
///   if case .success(let document) = outcome { print(document.record.title ?? document.id) }
/// }
/// ```
public struct DocumentLineReader: Sendable {
  /// A document, or why it was not read.
  public typealias Outcome = Result<ReadDocument, UnreadDocument>

  private let builder: GraphBuilder
  private let options: BuildOptions
  private let documents: JSONDocumentReader
  /// Of a line, in bytes.
  private let limit: Int
  /// nil where every text is read, whatever its language.
  private let languages: LanguageCheck?

  /// - Throws: where the data file for telling languages is damaged.
  public init(
    _ builder: GraphBuilder, options: BuildOptions = BuildOptions(),
    reading: ReadingOptions = ReadingOptions()
  ) throws {
    self.builder = builder
    self.options = options
    documents = JSONDocumentReader(options: reading)
    limit = reading.limits.documentBytes
    languages = options.readsAllLanguages ? nil : try LanguageCheck()
  }

  /// Reads all lines but blank ones, in their order; the next is drawn only when `body` has taken
  /// what came of the one before.
  ///
  /// - Parameters:
  ///   - stream: JSON, a document a line.
  ///   - jobs: how many pieces of one document are worked on at a time.
  ///   - body: takes what came of each line.
  /// - Throws: `FormatError` where the stream cannot be read on, what `body` throws, `CancellationError`.
  public func read(
    _ stream: consuming ByteReader, jobs: Int = 1, _ body: (Outcome) throws -> Void
  ) async throws {
    var number = 0
    while let line = try stream.readLine(limit: limit) {
      number += 1
      let bytes = number == 1 ? Self.withoutByteOrderMark(line.bytes) : line.bytes
      if line.isTooLong {
        let error = FormatError.tooLarge(what: "bytes", limit: limit)
        try body(
          .failure(
            UnreadDocument(id: nil, line: number, kind: .tooLarge, error: "line \(number): \(error)")))
      } else if bytes.contains(where: { !Self.isSpace($0) }) {
        try body(try await read(line: bytes, number: number, jobs: jobs))
      }
    }
  }

  /// Reads one line.
  ///
  /// - Parameters:
  ///   - line: JSON, with or without the line end.
  ///   - number: of the line, from 1; it names a document that has no identifier.
  ///   - jobs: how many pieces of the document are worked on at a time.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func read(line: [UInt8], number: Int, jobs: Int = 1) async throws -> Outcome {
    let document: SourceDocument
    do {
      document = try source(line, number)
    } catch {
      return .failure(error)
    }
    var times = StageTimes()
    let read = try await builder.read(
      [document], options: options, jobs: jobs, times: &times, progress: { _ in })
    guard let first = read.first else { return .failure(Self.unread(document.id, number, .empty)) }
    return .success(ReadDocument(first))
  }

  private func source(_ line: [UInt8], _ number: Int) throws(UnreadDocument) -> SourceDocument {
    let found: (id: String?, document: SourceDocument)
    do {
      found = try documents.document(line)
    } catch {
      throw Self.unread(error.id, number, error.error)
    }
    guard let id = found.id else {
      throw UnreadDocument(
        id: nil, line: number, kind: .unnamed, error: "line \(number): this document has no identifier")
    }
    if let language = languages?.foreignLanguage(of: found.document) {
      throw UnreadDocument(
        id: id, kind: .foreignLanguage, error: "in \(language), and only English is read", language: language)
    }
    return found.document
  }

  /// Of a document with an identifier nothing that depends on where it stands in the stream.
  private static func unread(_ id: String?, _ line: Int, _ error: FormatError) -> UnreadDocument {
    let kind: UnreadDocument.Kind =
      switch error {
      case .empty: .empty
      case .tooLarge: .tooLarge
      default: .damaged
      }
    let text = kind == .empty ? "there is no text in it" : "\(error)"
    return UnreadDocument(
      id: id, line: id == nil ? line : nil, kind: kind, error: id == nil ? "line \(line): \(text)" : text)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }
}
