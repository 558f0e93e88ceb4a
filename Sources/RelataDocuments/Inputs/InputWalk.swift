/// Goes through files and what lies in them.
struct InputWalk {
  let options: ReadingOptions
  private let sniffer = FormatSniffer()

  init(options: ReadingOptions) { self.options = options }

  func read(_ file: FoundFile, _ body: (ReadItem) throws -> Void) throws {
    let head: [UInt8]
    do {
      let handle = try FileHead(path: file.path)
      head = handle.bytes
    } catch {
      return try body(.failure(error))
    }
    try read(
      PendingDocument(
        id: file.id, format: sniffer.format(of: head, name: file.path), content: .file(path: file.path)),
      isNamed: file.isNamed, body)
  }

  func readStandardInput(_ body: (ReadItem) throws -> Void) throws {
    let bytes: [UInt8]
    do {
      bytes = try StandardInputBytes.read(limit: options.limits.documentBytes)
    } catch let error as FormatError {
      return try body(.failure(InputFailure("stdin", error)))
    }
    try read(
      PendingDocument(id: "stdin", format: sniffer.format(of: bytes, name: ""), content: .bytes(bytes)),
      isNamed: true, body)
  }

  /// - Parameter isNamed: whether the user named the file: what is no document is then a failure.
  func read(
    _ pending: PendingDocument, isNamed: Bool, _ body: (ReadItem) throws -> Void
  ) throws {
    switch pending.format {
    case .binary where !isNamed:
      try body(.failure(InputFailure(.notADocument, pending.id, "is no text, so it is passed over")))
    default:
      try body(.pending(pending))
    }
  }
}
