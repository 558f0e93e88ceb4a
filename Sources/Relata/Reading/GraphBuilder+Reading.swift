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

  /// Reads a slice of documents: analysis, then extraction, several at a time; long ones in
  /// parts, one after the other.
  /// - Parameter progress: called with the share that is done, 0…1.
  func read(
    _ documents: [SourceDocument], options: BuildOptions, jobs: Int, times: inout StageTimes,
    progress: @Sendable (Double) -> Void
  ) async throws -> [CollectedDocument] {
    var extractions = [ExtractedDocument?](repeating: nil, count: documents.count)
    let long = documents.indices.compactMap { index in LongDocument(documents[index]).map { (index, $0) } }
    let short = documents.indices.filter { index in !long.contains { $0.0 == index } }
    let steps = Double(max(1, long.reduce(short.isEmpty ? 0 : 1) { $0 + $1.1.count }))
    var step = 0.0
    if !short.isEmpty {
      let read = try await extract(short.map { documents[$0] }, jobs: jobs, times: &times) {
        progress($0 / steps)
      }
      for (index, extraction) in zip(short, read) { extractions[index] = extraction }
      step = 1
    }
    for (index, document) in long {
      var parts: [ExtractedDocument] = []
      for number in 0..<document.count {
        let done = step
        parts += try await extract(
          [document.part(number, date: parts.first?.record.date)], jobs: jobs, times: &times
        ) { progress((done + $0) / steps) }
        step += 1
      }
      extractions[index] = document.joined(parts)
    }
    return zip(documents, extractions).compactMap { source, extraction in
      guard var extraction else { return nil }
      if !options.keepsTexts { extraction.record.text = nil }
      return CollectedDocument(
        source: source, extraction: extraction, signature: ShingleSignature(source.text).bytes)
    }
  }

  private func extract(
    _ documents: [SourceDocument], jobs: Int, times: inout StageTimes, progress: @Sendable (Double) -> Void
  ) async throws -> [ExtractedDocument] {
    let clock = ContinuousClock()
    let start = clock.now
    let analyzed = try await analyzer.analyze(
      documents, jobs: jobs,
      progress: { done, total in progress(total == 0 ? 1 : Double(done) / Double(total)) })
    let between = clock.now
    let extractor = extractor
    let read = try await analyzed.parallelMap(jobs: jobs) { extractor.extract($0) }
    times.analysis += between - start
    times.extraction += clock.now - between
    return read
  }
}
