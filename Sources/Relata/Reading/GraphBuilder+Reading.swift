import RelataCollection
import RelataDocuments
import RelataExtraction
import RelataLanguage

/// Documents that have been read, and files that are done with them.
struct ReadSlice: Sendable {
  var documents: [(document: CollectedDocument, file: String)]
  var finished: [DocumentIntake.FinishedFile]
}

extension GraphBuilder {
  /// Reads what a feed brings, slice by slice.
  ///
  /// - Parameters:
  ///   - body: takes each slice; the next is read only then.
  func read(
    _ feed: DocumentFeed, options: BuildOptions, jobs: Int, times: inout StageTimes,
    progress: @Sendable (BuildProgress) -> Void,
    prepare: DocumentIntake.Preparation = { _, _ in false },
    _ body: (ReadSlice) throws -> Void
  ) async throws -> ReadingReport {
    var intake = try DocumentIntake(options: feed.options, readsAllLanguages: options.readsAllLanguages)
    var elapsed = times
    try await feed.forEachSlice { items in
      try Task.checkCancellation()
      let before = (bytes: intake.doneBytes, documents: intake.report.documents)
      let slice = try await intake.take(items, jobs: jobs, prepare: prepare)
      let (after, total) = ((bytes: intake.doneBytes, documents: intake.report.documents), intake.totalBytes)
      let read = try await read(
        slice.documents.map(\.document), options: options, jobs: jobs, times: &elapsed
      ) { share in
        progress(
          BuildProgress(
            stage: .reading, done: before.bytes + Int(Double(after.bytes - before.bytes) * share),
            total: total,
            documents: before.documents + Int(Double(after.documents - before.documents) * share)))
      }
      try body(
        ReadSlice(documents: zip(read, slice.documents).map { ($0, $1.file) }, finished: slice.finished))
    }
    times = elapsed
    return intake.report
  }

  /// Reads a slice of documents: analysis, then extraction, several at a time.
  /// - Parameter progress: called with the share that is done, 0…1.
  func read(
    _ documents: [SourceDocument], options: BuildOptions, jobs: Int, times: inout StageTimes,
    progress: @Sendable (Double) -> Void
  ) async throws -> [CollectedDocument] {
    let clock = ContinuousClock()
    let start = clock.now
    let analyzed = try await analyzer.analyze(
      documents, jobs: jobs,
      progress: { done, total in progress(total == 0 ? 1 : Double(done) / Double(total)) })
    let between = clock.now
    let extractor = extractor
    let read = try await analyzed.parallelMap(jobs: jobs) { document in
      var extraction = extractor.extract(document)
      if !options.keepsTexts { extraction.record.text = nil }
      return CollectedDocument(
        source: document.source, extraction: extraction,
        signature: ShingleSignature(document.source.text).bytes)
    }
    times.analysis += between - start
    times.extraction += clock.now - between
    return read
  }
}
