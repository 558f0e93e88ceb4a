public import RelataCollection
public import RelataDocuments
import RelataGraph
import RelataResolution

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Keeps a collection up to date with files and folders, and makes graphs of it.
///
/// ```swift
/// let builder = CollectionBuilder(try DocumentCollection(at: "news.relata-db", orCreate: true), try GraphBuilder())
/// let change = try await builder.add(["articles"])
/// let graph = try builder.graph().graph
/// ```
public struct CollectionBuilder: Sendable {
  /// What is kept up to date.
  public let collection: DocumentCollection
  /// Reads what is new or has changed.
  public let builder: GraphBuilder
  private let reader: String

  /// - Parameters:
  ///   - collection: what is kept up to date.
  ///   - builder: documents that were read with another program, model, ontology or least confidence are read
  ///     again.
  public init(_ collection: DocumentCollection, _ builder: GraphBuilder) {
    self.collection = collection
    self.builder = builder
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    reader = (try? encoder.encode(builder.version)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// What adding or updating did.
  public struct Change: Hashable, Sendable {
    /// Documents that were read and put into the collection, new or in the place of an older one.
    public var read = 0
    /// Documents that were there already and have not changed, in files that have.
    public var unchanged = 0
    /// Files that have not changed.
    public var unchangedFiles = 0
    /// Documents that are gone from their files, or whose files are gone.
    public var removed = 0
    /// Documents of the collection that were read again because the reader is another one, and why.
    public var readAgain = 0
    /// In words: “another ontology”.
    public var reasons: [String] = []
    /// What became of the inputs.
    public var report = ReadingReport()
  }

  /// Adds the documents of files and folders; those that changed since replace what was there.
  ///
  /// Each slice is kept at once: where it is interrupted, the next call goes on. What was taken out of a file
  /// before comes back where the file is named itself, not where its folder is.
  /// - Throws: `InputFailure`, `CollectionError`, `CancellationError`.
  public func add(
    _ inputs: [String], options: BuildOptions = BuildOptions(), reading: ReadingOptions = ReadingOptions(),
    jobs: Int = 1, progress: @Sendable (BuildProgress) -> Void = { _ in }
  ) async throws -> Change {
    var change = try await refresh(options: options, jobs: jobs, progress: progress)
    let paths = inputs.map(Self.absolute)
    try collection.remember(inputs: paths.filter { $0 != "-" }, changing: Self.fields) { known, inputs in
      var remembered = try self.fields(known)
      let changed = remembered.remember(reading.fields, of: inputs)
      return (try remembered.json, changed)
    }
    // Who names a file wants it back; who names its folder again need not.
    try collection.readmit(files: paths)
    var own = reading
    own.fieldsByPath = try fieldsByPath(usual: FieldNames())
    try await read(paths, options: options, reading: own, jobs: jobs, progress: progress, into: &change)
    return change
  }

  /// Reads again whatever has changed in the files and folders that were ever added, and takes out what is
  /// gone from them. A file or folder that was added and is not there at all (a drive that is not mounted)
  /// loses nothing; it is among the report's failures. Tables are read by the fields that they were added
  /// with.
  public func update(
    options: BuildOptions = BuildOptions(), reading: ReadingOptions = ReadingOptions(), jobs: Int = 1,
    progress: @Sendable (BuildProgress) -> Void = { _ in }
  ) async throws -> Change {
    var change = try await refresh(options: options, jobs: jobs, progress: progress)
    var missing: [InputFailure] = []
    let inputs = try collection.inputs().filter { path in
      if !DocumentReader.isGone(path) { return true }
      missing.append(InputFailure(.missing, path, "is not there any more; what was read in it is kept"))
      return false
    }
    if !inputs.isEmpty {
      var own = reading
      own.fieldsByPath = try fieldsByPath(usual: reading.fields)
      try await read(inputs, options: options, reading: own, jobs: jobs, progress: progress, into: &change)
    }
    let kept = missing.map { $0.input }
    change.removed += try collection.removeFiles { path in
      path != "-" && DocumentReader.isGone(path)
        && !kept.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    change.report.failures += missing
    return change
  }

  /// The setting that says how the tables of inputs are read.
  private static let fields = "fields"

  private func fieldsByPath(usual: FieldNames) throws(CollectionError) -> [String: FieldNames] {
    try fields(collection.setting(Self.fields)).byPath(collection.inputs(), usual: usual)
  }

  private func fields(_ json: String?) throws(CollectionError) -> InputFields {
    do {
      return try InputFields(json: json)
    } catch {
      throw .notACollection(path: collection.path, reason: "its setting “\(Self.fields)” cannot be read")
    }
  }

  private func read(
    _ inputs: [String], options: BuildOptions, reading: ReadingOptions, jobs: Int,
    progress: @Sendable (BuildProgress) -> Void, into change: inout Change
  ) async throws {
    let (collection, reader) = (collection, reader)
    let feed = DocumentFeed(inputs: inputs, options: reading) { file in try collection.isUnchanged(file) }
    var times = StageTimes()
    var result = change
    result.report = try await builder.read(
      feed, options: options, jobs: jobs, times: &times, progress: progress,
      prepare: { document, file in
        var known = try collection.origin(of: document.id)
        if let other = known, other.file != file.path {
          // Two folders may hold files of one name.
          document.id =
            document.id.hasPrefix(file.id)
            ? file.path + document.id.dropFirst(file.id.count) : file.path + "/" + document.id
          known = try collection.origin(of: document.id)
        }
        guard let known else {
          return try collection.isRemoved(fingerprint: document.fingerprint, from: file.path)
        }
        return known.reader == reader && known.fingerprint == document.fingerprint
      }
    ) { slice in
      let read = slice.finished.filter { !$0.isUntouched }
      result.unchangedFiles += slice.finished.count - read.count
      result.removed += try collection.put(
        slice.documents,
        finishing: read.map { .init(file: $0.file, ids: $0.ids, failures: $0.failures) }, reader: reader)
    }
    change = result
    change.unchanged = result.report.unchanged
    change.read = result.report.documents - result.report.unchanged
    change.report.unchanged += result.unchangedFiles
  }

  /// Reads again, from the texts that are kept, what another version of the reader has read.
  private func refresh(
    options: BuildOptions, jobs: Int, progress: @Sendable (BuildProgress) -> Void
  ) async throws -> Change {
    var change = Change()
    let status = try collection.status()
    let outdated = status.readers.filter { $0.reader != reader }
    let total = outdated.reduce(0) { $0 + $1.count }
    guard total > 0 else { return change }
    for (text, _) in outdated {
      guard let other = try? JSONDecoder().decode(ReaderVersion.self, from: Data(text.utf8)) else { continue }
      for reason in builder.version.differences(from: other) where !change.reasons.contains(reason) {
        change.reasons.append(reason)
      }
    }
    var times = StageTimes()
    while true {
      try Task.checkCancellation()
      let slice = try collection.outdated(reader: reader, limit: 64)
      if slice.isEmpty { return change }
      let read = try await builder.read(
        slice.map(\.source), options: options, jobs: jobs, times: &times, progress: { _ in })
      try collection.put(zip(read, slice).map { ($0, $1.file) }, reader: reader)
      change.readAgain += slice.count
      progress(
        BuildProgress(stage: .reading, done: change.readAgain, total: total, documents: change.readAgain))
    }
  }

  /// One graph of all documents.
  public func graph(
    options: BuildOptions = BuildOptions(), progress: @Sendable (BuildProgress) -> Void = { _ in }
  ) throws -> BuildResult {
    let found = try found(options, withTexts: options.keepsTexts)
    var report = ReadingReport()
    report.documents = found.count
    return builder.resolve(found, report: report, times: StageTimes(), progress: progress)
  }

  /// One graph of all documents, piece by piece; its documents have no texts, and no corrections are made.
  func resolve(into graph: inout some GraphConsumer) throws -> [UnmetRule] {
    let documents = try found(BuildOptions(), withTexts: false).withoutCopies()
    return try builder.resolver.resolve(documents, into: &graph)
  }

  private func found(_ options: BuildOptions, withTexts: Bool) throws -> FoundDocuments {
    var found = FoundDocuments(keepsCopies: options.keepsCopies)
    try collection.forEachExtraction(withTexts: withTexts) { extraction, signature in
      found.add(
        CollectedDocument(
          source: SourceDocument(id: extraction.record.id, text: ""), extraction: extraction,
          signature: signature))
    }
    return found
  }

  /// Where a path leads from anywhere; standard input stays what it is.
  private static func absolute(_ path: String) -> String {
    guard path != "-", !path.hasPrefix("/"), !path.hasPrefix("@") else { return path }
    let parts = path.split(separator: "/").filter { $0 != "." }
    return ([FileManager.default.currentDirectoryPath] + parts.map(String.init)).joined(separator: "/")
  }
}
