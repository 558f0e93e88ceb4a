public import RelataLanguage

extension Analyzer {
  /// How many sentences a task takes: so many that its overhead is nothing, so few that all jobs end at about the same time.
  private static let batchSize = 16

  /// Analyses tokenised sentences, several batches at a time; the result is that of `analyze(_:)`.
  ///
  /// - Parameters:
  ///   - jobs: how many batches are worked on at a time.
  ///   - progress: called with the number of sentences done, after each batch.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func analyze(
    _ sentences: [[Token]], jobs: Int, progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> [Sentence] {
    let batches = stride(from: 0, to: sentences.count, by: Self.batchSize).map {
      Array(sentences[$0..<min($0 + Self.batchSize, sentences.count)])
    }
    let results = try await batches.parallelMap(
      jobs: jobs, progress: { progress(min($0 * Self.batchSize, sentences.count)) }, { analyze($0) })
    return results.flatMap(\.self)
  }

  /// Reads whole documents, in the order given; one long document also uses all jobs.
  ///
  /// Furniture (captions, link lists) keeps its tokens but is not analysed.
  /// - Parameters:
  ///   - jobs: how many batches of sentences are worked on at a time.
  ///   - progress: called with the number of sentences done and the number of all.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func analyze(
    _ documents: [SourceDocument], jobs: Int, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [AnalyzedDocument] {
    var analyzed = try await documents.parallelMap(jobs: jobs) {
      AnalyzedDocument(source: $0, blocks: Segmenter().segment($0))
    }
    let sentences = analyzed.flatMap(\.blocks).filter { $0.kind != .furniture }.flatMap(\.sentences)
    let results = try await analyze(
      sentences.map(\.tokens), jobs: jobs, progress: { progress($0, sentences.count) })
    var rest = results[...]
    for document in analyzed.indices {
      for block in analyzed[document].blocks.indices where analyzed[document].blocks[block].kind != .furniture
      {
        let count = analyzed[document].blocks[block].sentences.count
        analyzed[document].blocks[block].sentences = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
    return analyzed
  }
}
