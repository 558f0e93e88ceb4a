/// Bytes of a known format that have not yet been taken apart. ``read(options:)`` depends on nothing else, so
/// several can be read at the same time.
public struct PendingDocument: Sendable {
  enum Content: Sendable {
    case file(path: String)
    case bytes([UInt8])
    /// Already text: a record of a table.
    case document(DocumentContent)
  }

  /// The identifier of the document; of one in a container, after a slash.
  public var id: String
  var format: DocumentFormat
  var content: Content
  /// What surrounds the bytes says of them: an encoding of a header, the address of a page, its date.
  var encoding: String?
  var metadata: [String: String] = [:]
  /// What a user should know of how it was found.
  var notes: [String] = []
  /// How many containers it lies in.
  var depth = 0

  /// What came of a document: itself, or why not; and what lay in it.
  public enum Outcome: Sendable {
    case document(SourceDocument)
    case failure(InputFailure)
  }

  /// Takes the bytes apart.
  /// - Complexity: O(size); bounded by the options' limits.
  public func read(options: ReadingOptions = ReadingOptions()) -> [Outcome] {
    do {
      return try FormatReading(options: options).documents(of: self)
    } catch let failure as InputFailure {
      return [.failure(failure)]
    } catch let error as FormatError {
      return [.failure(InputFailure(id, error))]
    } catch {
      return [.failure(InputFailure(.unreadable, id, "cannot be read (\(error))"))]
    }
  }

  func bytes(limit: Int) throws(FormatError) -> [UInt8] {
    switch content {
    case .bytes(let bytes): return bytes
    case .document: return []
    case .file(let path):
      if let status = try? FileStatus(path: path), status.size > limit {
        throw .tooLarge(what: "bytes", limit: limit)
      }
      var reader = try ByteReader(path: path)
      return try reader.readAll(limit: limit)
    }
  }
}

extension PendingDocument {
  /// A document that is there already.
  public init(_ document: SourceDocument) {
    self.init(
      id: document.id, format: document.format == .markdown ? .markdown : .plainText,
      content: .document(
        DocumentContent(
          text: document.text, metadata: document.metadata, format: document.format,
          pageStarts: document.pageStarts, notes: document.notes)))
  }

  /// In bytes, of what is in memory.
  public var size: Int {
    switch content {
    case .file: 0
    case .bytes(let bytes): bytes.count
    case .document(let content): content.text.utf8.count
    }
  }
}
