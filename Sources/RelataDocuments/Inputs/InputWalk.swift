/// Goes through files and what lies in them: containers are opened one within the other, as streams, and what
/// is one document comes out as it is.
struct InputWalk {
  /// Where something was found.
  struct Place {
    /// The identifier of what lies here; what lies in it goes on after a slash.
    var id: String
    /// Its name, for its extension.
    var name: String
    /// How many containers it lies in.
    var depth = 0
    /// Whether the user named the file: what is no document is then a failure.
    var isNamed: Bool

    func inner(_ name: String) -> Place {
      Place(id: id + "/" + name, name: name, depth: depth + 1, isNamed: false)
    }
  }

  typealias Body = (ReadItem) throws -> Void

  let options: ReadingOptions
  private let sniffer = FormatSniffer()

  private var limits: ReadingLimits { options.limits }

  init(options: ReadingOptions) { self.options = options }

  func read(_ file: FoundFile, _ body: Body) throws {
    let place = Place(id: file.id, name: file.path, isNamed: file.isNamed)
    if let kind = (try? FileStatus(path: file.path))?.kind, kind != .file {
      return try read(kind, at: file.path, place, body)
    }
    try telling(place, body) {
      var reader = try ByteReader(path: file.path)
      let format = sniffer.format(of: try reader.peek(FormatSniffer.headLength), name: place.name)
      if format == .archive {
        // A web archive is compressed record by record, and can be read on after one that is damaged.
        if try isWebArchive(file.path) { return try readWebArchive(ByteReader(path: file.path), place, body) }
        // By its path: the directory of a zip file stands at its end.
        return try readArchive(.source(.file(path: file.path)), place, body)
      }
      guard format.isContainer else {
        let pending = PendingDocument(id: file.id, format: format, content: .file(path: file.path))
        return try give(pending, place, body)
      }
      try readContainer(format, reader, place, body)
    }
  }

  /// What is no file is not opened: nobody may ever write to a pipe, and a device may have no end.
  private func read(_ kind: FileStatus.Kind, at path: String, _ place: Place, _ body: Body) throws {
    if kind == .pipe, let descriptor = Self.descriptor(path) {
      return try read(ByteReader(descriptor: descriptor), place, body)
    }
    let failure =
      place.isNamed
      ? InputFailure(
        .badData, place.id,
        "is \(kind.rawValue), and only files and folders are read; give what comes out of it as standard input: “-”"
      )
      : InputFailure(.notADocument, place.id, "is \(kind.rawValue), so it is passed over")
    try body(.failure(failure))
  }

  /// The end of a pipe that a shell has opened for us: `<(zcat news.jsonl.gz)` is `/dev/fd/63`.
  private static func descriptor(_ path: String) -> Int32? {
    path.hasPrefix("/dev/fd/") ? Int32(path.dropFirst("/dev/fd/".count)) : nil
  }

  private func isWebArchive(_ path: String) throws -> Bool {
    var reader = ByteReader(decompressing: try ByteReader(path: path), limits: limits)
    guard let head = try? reader.peek(FormatSniffer.headLength) else { return false }
    return sniffer.format(of: head, name: "") == .warc
  }

  func readStandardInput(_ body: Body) throws {
    try read(ByteReader(descriptor: 0), Place(id: "stdin", name: "", isNamed: true), body)
  }

  /// Reads bytes that are in memory: an attachment.
  func read(_ bytes: [UInt8], _ place: Place, _ body: Body) throws {
    try telling(place, body) {
      if sniffer.format(of: Array(bytes.prefix(FormatSniffer.headLength)), name: place.name) == .archive {
        return try readArchive(.source(.bytes(bytes)), place, body)
      }
      try read(ByteReader(bytes), place, body)
    }
  }

  private func read(_ stream: consuming ByteReader, _ place: Place, _ body: Body) throws {
    do {
      var reader = stream
      let format = sniffer.format(of: try reader.peek(FormatSniffer.headLength), name: place.name)
      guard !format.isContainer else { return try readContainer(format, reader, place, body) }
      let bytes = try reader.readAll(limit: limits.documentBytes)
      var pending = PendingDocument(id: place.id, format: format, content: .bytes(bytes))
      pending.depth = place.depth
      try give(pending, place, body)
    } catch let error as FormatError {
      try body(.failure(InputFailure(place.id, error)))
    }
  }

  private func readContainer(
    _ format: DocumentFormat, _ stream: consuming ByteReader, _ place: Place, _ body: Body
  ) throws {
    guard place.depth < limits.nesting else {
      throw FormatError.tooLarge(what: "levels of nesting", limit: limits.nesting)
    }
    switch format {
    case .archive: try readArchive(.stream(ReaderSource(stream)), place, body)
    case .mbox: try readMailbox(stream, place, body)
    case .warc: try readWebArchive(stream, place, body)
    case .csv, .tsv: try readTable(stream, place, body)
    default: try readRecords(stream, place, body)
    }
  }

  private func give(_ pending: PendingDocument, _ place: Place, _ body: Body) throws {
    let what: String
    switch pending.format {
    case .binary(let kind): what = "is \(kind), so it is passed over"
    case .xml: what = "is XML of no kind that holds documents, so it is passed over"
    default: return try body(.pending(pending))
    }
    try body(.failure(InputFailure(place.isNamed ? .badData : .notADocument, place.id, what)))
  }

  /// Tells what keeps something from being read, and lets the rest be read.
  private func telling(_ place: Place, _ body: Body, _ read: () throws -> Void) throws {
    do {
      try read()
    } catch let error as FormatError {
      try body(.failure(InputFailure(place.id, error)))
    }
  }
}

// MARK: - Archives

extension InputWalk {
  private func readArchive(_ origin: ArchiveOrigin, _ place: Place, _ body: Body) throws {
    var gate = EntryGate(archive: place.id)
    do {
      try ArchiveReader(limits: limits).walk(
        origin, FileFinder.lastComponent(of: place.name), { !ArchiveReader.isHidden($0) },
        { name, error in try gate.fail(name, error, body) }
      ) { name, _, reader in
        try readEntry(&reader, place.inner(name)) { item in try gate.give(item, body) }
      }
    } catch let error as FormatError {
      return try gate.end(error, body)
    }
    try gate.end(nil, body)
  }

  private func readEntry(_ reader: inout ByteReader, _ place: Place, _ body: Body) throws {
    let stream = reader
    reader = ByteReader([])
    try read(stream, place, body)
  }
}

// MARK: - Mail, web archives, tables

extension InputWalk {
  private static let chunk = 1 << 16

  private func readMailbox(_ stream: consuming ByteReader, _ place: Place, _ body: Body) throws {
    var reader = stream
    var splitter = MailboxSplitter(limits: limits)
    func give(_ entry: MailboxSplitter.Entry) throws {
      var pending = PendingDocument(
        id: "\(place.id)/\(entry.index + 1)", format: .email, content: .bytes(entry.bytes))
      pending.depth = place.depth + 1
      try body(.pending(pending))
    }
    while true {
      let chunk = try reader.read(upTo: Self.chunk)
      if chunk.isEmpty { break }
      try splitter.append(chunk, give)
    }
    try splitter.finish(give)
  }

  private func readWebArchive(_ stream: consuming ByteReader, _ place: Place, _ body: Body) throws {
    _ = try WARCReader(limits: limits).forEachRecord(
      in: stream,
      onFailure: { offset, error in
        try body(
          .failure(InputFailure(.badData, place.id, "the record at byte \(offset) is not read: \(error)")))
      }
    ) { record in
      let sniffed = sniffer.format(of: Array(record.body.prefix(FormatSniffer.headLength)), name: "")
      let isText = record.contentType == "text/plain"
      let name = record.targetURI.isEmpty ? record.id : record.targetURI
      var pending = PendingDocument(
        id: "\(place.id)/\(name)", format: isText ? .plainText : sniffed == .plainText ? .html : sniffed,
        content: .bytes(record.body))
      pending.encoding = record.charset
      if !record.targetURI.isEmpty { pending.metadata["url"] = record.targetURI }
      pending.notes = record.notes
      pending.depth = place.depth + 1
      try give(pending, Place(id: pending.id, name: "", isNamed: false), body)
    }
  }

  private func readTable(_ stream: consuming ByteReader, _ place: Place, _ body: Body) throws {
    var gate = RecordGate(place: place)
    do {
      try CSVDocumentReader(names: options.fields, limits: limits).forEachRecord(
        in: stream, onFailure: { line, error in try gate.fail(line, error, body) }
      ) { try gate.give($0, body) }
    } catch let error as FormatError {
      try gate.end(error, body)
    }
    try gate.end(nil, body)
  }

  private func readRecords(_ stream: consuming ByteReader, _ place: Place, _ body: Body) throws {
    var gate = RecordGate(place: place)
    do {
      try JSONLinesReader(names: options.fields, limits: limits).forEachRecord(
        in: stream, onFailure: { line, error in try gate.fail(line, error, body) }
      ) { try gate.give($0, body) }
    } catch let error as FormatError {
      try gate.end(error, body)
    }
    try gate.end(nil, body)
  }
}

/// Gives the records of a table. One in a folder that has no record with a text holds other
/// data: that is no failure.
private struct RecordGate {
  let place: InputWalk.Place
  private var failures: [InputFailure] = []
  private var hasDocuments: Bool
  private var isEnded = false

  /// Other data has as many failures as records.
  private static let most = 100

  init(place: InputWalk.Place) {
    self.place = place
    hasDocuments = place.isNamed
  }

  mutating func fail(_ line: Int, _ error: FormatError, _ body: InputWalk.Body) throws {
    let failure = InputFailure(.badData, place.id, line: line, "\(error)")
    if hasDocuments {
      try body(.failure(failure))
    } else if failures.count < Self.most {
      failures.append(failure)
    }
  }

  mutating func give(_ record: TableRecord, _ body: InputWalk.Body) throws {
    hasDocuments = true
    for failure in failures { try body(.failure(failure)) }
    failures = []
    let id = "\(place.id)/\(record.id)"
    try body(.pending(PendingDocument(id: id, format: .plainText, content: .document(record.content))))
  }

  /// - Parameter error: why the table cannot be read on; nil at its end.
  mutating func end(_ error: FormatError?, _ body: InputWalk.Body) throws {
    guard !isEnded else { return }
    isEnded = true
    if hasDocuments {
      if let error { throw error }
    } else if error != nil || !failures.isEmpty {
      let what = "no record in it has a text, so it is passed over (--text-field names the field)"
      try body(.failure(InputFailure(.notADocument, place.id, what)))
    }
  }
}

extension DocumentFormat {
  /// Whether it holds several documents.
  var isContainer: Bool {
    switch self {
    case .mbox, .jsonLines, .json, .csv, .tsv, .warc, .archive: true
    default: false
    }
  }
}
