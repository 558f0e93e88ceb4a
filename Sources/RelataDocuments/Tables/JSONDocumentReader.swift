/// One document from one JSON object: a line of a stream that another program writes, which
/// names its documents itself.
///
/// Members are found as ``JSONLinesReader`` finds them, and make the same document.
public struct JSONDocumentReader: Sendable {
  /// Why an object gives no document.
  public struct Failure: Error, Hashable, Sendable {
    /// What the object calls itself; nil where it does not, or is no JSON object.
    public var id: String?
    /// What is wrong. `FormatError.empty` where there is no text.
    public var error: FormatError
  }

  private let options: ReadingOptions
  private let lookup: FieldLookup

  /// Finds the members by the usual names where no others are given.
  public init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
    lookup = FieldLookup(options.fields)
  }

  /// The document, under the identifier that stands in the object; `nil` there means that it has none.
  ///
  /// - Parameter object: UTF-8, or else decoded as its bytes suggest.
  /// - Throws: ``Failure``.
  /// - Complexity: O(number of bytes).
  public func document(_ object: [UInt8]) throws(Failure) -> (id: String?, document: SourceDocument) {
    let json: JSONObject
    do {
      json = try JSONObject(JSONFraming.Frame(bytes: object, line: 1))
    } catch {
      throw Failure(id: nil, error: error.error)
    }
    var fields = JSONRecordFields(tape: json.tape, lookup: lookup).fields(of: 0)
    for note in json.notes { fields.note(note) }
    let id = fields.id
    let content: DocumentContent
    do {
      content = try fields.content(limits: options.limits)
    } catch {
      throw Failure(id: id, error: error)
    }
    let pending = PendingDocument(id: id ?? "", format: .plainText, content: .document(content))
    switch pending.read(options: options).first {
    case .document(let document): return (id, document)
    case .failure, nil: throw Failure(id: id, error: .empty)
    }
  }
}
