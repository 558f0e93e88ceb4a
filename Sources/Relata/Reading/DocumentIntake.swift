import RelataDocuments

/// The items of a feed → documents to analyse, and what became of the rest.
struct DocumentIntake: Sendable {
  /// What one slice gave, in the order of the inputs.
  struct Slice: Sendable {
    var documents: [(document: SourceDocument, file: String)] = []
    /// Files of which all has come with this slice, with what in them could not be read.
    var finished: [FinishedFile] = []
  }

  struct FinishedFile: Sendable {
    var file: InputFile
    var ids: Set<String>
    var failures: [InputFailure]
    /// Whether nothing of it was read because it has not changed.
    var isUntouched: Bool
  }

  let options: ReadingOptions
  private(set) var report = ReadingReport()
  /// Of all files.
  private(set) var totalBytes = 0
  /// Of files that are done.
  private(set) var doneBytes = 0
  private var current: FinishedFile?
  /// nil where every text is read, whatever its language.
  private let languages: LanguageCheck?
  /// Identifiers that are taken: containers may hold one name twice.
  private var taken: [String: Int] = [:]

  /// - Throws: where the data file for telling languages is damaged.
  init(options: ReadingOptions, readsAllLanguages: Bool = false) throws {
    self.options = options
    languages = readsAllLanguages ? nil : try LanguageCheck()
  }

  private enum Outcome: Sendable {
    case item(ReadItem)
    case read([PendingDocument.Outcome], languages: [String?])
  }

  /// What a collection has of a document already: may give it another identifier, and says whether
  /// it need not be read again.
  typealias Preparation = (_ document: inout SourceDocument, _ file: InputFile) throws -> Bool

  mutating func take(
    _ items: [ReadItem], jobs: Int, prepare: Preparation = { _, _ in false }
  ) async throws -> Slice {
    let (options, languages) = (options, languages)
    let outcomes = try await items.parallelMap(jobs: jobs) { item -> Outcome in
      guard case .pending(let pending) = item else { return .item(item) }
      let read = pending.read(options: options)
      return .read(
        read,
        languages: read.map { outcome in
          guard case .document(let document) = outcome else { return nil }
          return languages?.foreignLanguage(of: document)
        })
    }
    var slice = Slice()
    for outcome in outcomes {
      switch outcome {
      case .item(let item): try take(item, into: &slice)
      case .read(let read, let languages):
        for (outcome, language) in zip(read, languages) {
          try take(outcome, language, prepare, into: &slice)
        }
      }
    }
    return slice
  }

  private mutating func take(_ item: ReadItem, into slice: inout Slice) throws {
    switch item {
    case .plan(_, let bytes): totalBytes = bytes
    case .startOfFile(let file):
      current = FinishedFile(file: file, ids: [], failures: [], isUntouched: true)
    case .failure(let failure): try note(failure)
    case .endOfFile(let file):
      doneBytes += file.size
      if let current { slice.finished.append(current) }
      current = nil
    case .pending: break
    }
  }

  private mutating func note(_ failure: InputFailure) throws {
    current?.isUntouched = false
    if options.isStrict, failure.kind != .notADocument { throw failure }
    guard failure.kind != .notADocument else { return report.passedOver.append(failure) }
    report.failures.append(failure)
    current?.failures.append(failure)
  }

  private mutating func take(
    _ outcome: PendingDocument.Outcome, _ language: String?, _ prepare: Preparation, into slice: inout Slice
  ) throws {
    current?.isUntouched = false
    switch outcome {
    case .failure(let failure): try note(failure)
    case .document(var document):
      document.id = distinct(document.id)
      if let language {
        report.foreign.append(ForeignDocument(id: document.id, language: language))
        return
      }
      report.notes += document.notes.map { "\(document.id): \($0)" }
      report.documents += 1
      let file = current?.file ?? InputFile(path: document.id, id: document.id)
      let isKnown = try prepare(&document, file)
      current?.ids.insert(document.id)
      if isKnown { report.unchanged += 1 } else { slice.documents.append((document, file.path)) }
    }
  }

  private mutating func distinct(_ id: String) -> String {
    let uses = taken[id, default: 0] + 1
    taken[id] = uses
    guard uses > 1 else { return id }
    return distinct("\(id) (\(uses))")
  }
}
