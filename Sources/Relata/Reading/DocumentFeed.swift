import Dispatch
public import RelataDocuments

/// Documents to read, slice by slice: from files that are read while the slice before is
/// analysed, or from an array.
public struct DocumentFeed: Sendable {
  enum Origin: Sendable {
    case inputs([String], isUnchanged: @Sendable (InputFile) throws -> Bool)
    case documents([SourceDocument])
  }

  let origin: Origin
  let options: ReadingOptions

  /// - Parameters:
  ///   - inputs: paths of files and folders, `-` for standard input, `@FILE` for a list of paths.
  ///   - options: how files are read, and how much of them at most.
  ///   - isUnchanged: files that need not be read again.
  public init(
    inputs: [String], options: ReadingOptions = ReadingOptions(),
    unless isUnchanged: @escaping @Sendable (InputFile) throws -> Bool = { _ in false }
  ) {
    origin = .inputs(inputs, isUnchanged: isUnchanged)
    self.options = options
  }

  /// Texts that are in memory already, in their order.
  public init(_ documents: [SourceDocument]) {
    origin = .documents(documents)
    options = ReadingOptions()
  }

  /// As many items as keep all jobs busy, and no more bytes than fit into memory beside their words' vectors.
  private static let sliceCount = 64
  private static let sliceBytes = 1 << 20

  /// Calls `body` with one slice after the other.
  /// - Throws: what `body` and the reader throw.
  func forEachSlice(_ body: ([ReadItem]) async throws -> Void) async throws {
    switch origin {
    case .documents(let documents):
      try await body([.plan(files: documents.count, bytes: documents.reduce(0) { $0 + $1.text.utf8.count })])
      for start in stride(from: 0, to: documents.count, by: Self.sliceCount) {
        let slice = documents[start..<min(start + Self.sliceCount, documents.count)]
        try await body(
          slice.flatMap { document -> [ReadItem] in
            let file = InputFile(path: document.id, id: document.id, size: document.text.utf8.count)
            return [.startOfFile(file), .pending(PendingDocument(document)), .endOfFile(file)]
          })
      }
    case .inputs(let inputs, let isUnchanged):
      let handover = Handover<[ReadItem]>(capacity: 2)
      let reader = DocumentReader(options: options)
      DispatchQueue.global().async {
        var slice: [ReadItem] = []
        var count = 0
        var bytes = 0
        func send() throws {
          if !slice.isEmpty { try handover.send(slice) }
          slice = []
          count = 0
          bytes = 0
        }
        do {
          try reader.read(inputs, unless: isUnchanged) { item in
            slice.append(item)
            if case .pending(let pending) = item {
              count += 1
              bytes += pending.size
            }
            if case .endOfFile(let file) = item { bytes += min(file.size, 1 << 16) }
            if count >= Self.sliceCount || bytes >= Self.sliceBytes || slice.count >= 4_096 { try send() }
          }
          try send()
          handover.finish()
        } catch {
          handover.finish(throwing: error)
        }
      }
      defer { handover.abandon() }
      while let slice = try await handover.next() { try await body(slice) }
    }
  }
}

extension DocumentFeed {
  /// The documents, one slice at a time, not analysed.
  ///
  /// - Parameters:
  ///   - jobs: how many documents are taken apart at a time.
  ///   - readsAllLanguages: whether texts that are not English are handed over too.
  ///   - body: takes the slices, in the order of the inputs.
  /// - Returns: what became of the inputs.
  /// - Throws: what `body` throws, and `InputFailure` where an input that was named is not there.
  public func documents(
    jobs: Int = 1, readsAllLanguages: Bool = true, _ body: ([SourceDocument]) async throws -> Void
  ) async throws -> ReadingReport {
    var intake = try DocumentIntake(options: options, readsAllLanguages: readsAllLanguages)
    try await forEachSlice { items in
      try Task.checkCancellation()
      let slice = try await intake.take(items, jobs: jobs)
      if !slice.documents.isEmpty { try await body(slice.documents.map(\.document)) }
    }
    return intake.report
  }
}
