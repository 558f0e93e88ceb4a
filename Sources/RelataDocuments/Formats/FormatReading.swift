/// Which reader reads which format.
struct FormatReading {
  let options: ReadingOptions

  private var limits: ReadingLimits { options.limits }

  func documents(of pending: PendingDocument) throws -> [PendingDocument.Outcome] {
    if case .document(let content) = pending.content {
      return [.document(try finished(content, pending))]
    }
    if pending.format == .email { return try mail(pending) }
    return [.document(try finished(try content(of: pending), pending))]
  }

  private func content(of pending: PendingDocument) throws -> DocumentContent {
    if pending.format == .pdf {
      // By its path, so that the program that reads it needs no copy.
      if case .file(let path) = pending.content { return try PDFReader(limits: limits).content(ofFile: path) }
    }
    let bytes = try pending.bytes(limit: limits.documentBytes)
    switch pending.format {
    case .plainText, .markdown: return try text(bytes, pending)
    case .html:
      return try HTMLReader(limits: limits).content(
        of: bytes, declaredEncoding: pending.encoding, address: pending.metadata["url"])
    case .pdf: return try PDFReader(limits: limits).content(of: bytes)
    case .docx: return try WordReader(limits: limits).content(of: bytes)
    case .odt: return try OpenDocumentReader(limits: limits).content(of: bytes)
    case .epub: return try EPUBReader(limits: limits).content(of: bytes)
    case .rtf: return try RichTextReader(limits: limits).content(of: bytes)
    case .binary(let kind): throw FormatError.unsupported(format: kind)
    case .xml: throw FormatError.unsupported(format: "XML of this kind")
    case .email: return try MailReader(limits: limits).content(of: bytes)
    case .compoundFile:
      // Word's older format, and a newer one with a password.
      return try WordReader(limits: limits).content(of: bytes)
    case .mbox, .jsonLines, .json, .csv, .tsv, .warc, .archive:
      throw FormatError.unsupported(format: "\(pending.format.name) in place of one document")
    }
  }

  private func text(_ bytes: [UInt8], _ pending: PendingDocument) throws -> DocumentContent {
    let decoded = try TextDecoder.decode(bytes, declared: pending.encoding)
    let isMarkdown = pending.format == .markdown
    var content = DocumentContent(
      text: decoded.text, metadata: isMarkdown ? FrontMatter.find(in: decoded.text)?.values ?? [:] : [:],
      format: isMarkdown ? .markdown : .plain)
    if let note = decoded.note { content.notes.append(note) }
    return content
  }

  /// A mail, then what was attached to it: documents of their own.
  private func mail(_ pending: PendingDocument) throws -> [PendingDocument.Outcome] {
    let message = try MailReader(limits: limits).message(of: try pending.bytes(limit: limits.documentBytes))
    var outcomes: [PendingDocument.Outcome] = []
    if message.content.text.unicodeScalars.contains(where: { !$0.isBlank }) {
      outcomes.append(.document(try finished(message.content, pending)))
    }
    for (number, attachment) in message.attachments.enumerated() {
      let name = attachment.name.isEmpty ? "attachment \(number + 1)" : attachment.name
      let id = pending.id + "/" + name
      guard pending.depth < limits.nesting else {
        let error = FormatError.tooLarge(what: "levels of nesting", limit: limits.nesting)
        outcomes.append(.failure(InputFailure(id, error)))
        continue
      }
      let place = InputWalk.Place(id: id, name: name, depth: pending.depth + 1, isNamed: false)
      try InputWalk(options: options).read(attachment.bytes, place) { item in
        switch item {
        case .pending(let found): outcomes += found.read(options: options)
        case .failure(let failure): outcomes.append(.failure(failure))
        case .plan, .startOfFile, .endOfFile: break
        }
      }
    }
    return outcomes
  }

  private func finished(_ content: DocumentContent, _ pending: PendingDocument) throws -> SourceDocument {
    guard content.text.unicodeScalars.contains(where: { !$0.isBlank }) else { throw FormatError.empty }
    var document = SourceDocument(id: pending.id, content: content)
    // When a file was made is no date of publication; of a PDF it is the next best.
    switch pending.format {
    case .pdf: document.metadata["file_created"] = document.metadata.removeValue(forKey: "created")
    case .docx, .odt, .rtf: document.metadata["created"] = nil
    default: break
    }
    // What a document says of itself comes before what its surroundings say.
    document.metadata.merge(pending.metadata) { own, _ in own }
    document.notes += pending.notes
    return document
  }
}
