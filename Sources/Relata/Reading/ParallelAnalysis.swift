import RelataDocuments
public import RelataLanguage

extension Analyzer {
  /// How many windows a task takes: so many that its overhead is nothing, so few that all jobs
  /// end at about the same time.
  private static let batchSize = 4

  /// Analyses the tokenised sentences of documents, several batches at a time; each document's result
  /// is that of `analyze(_:)`.
  ///
  /// - Parameters:
  ///   - documents: the tokens of the sentences of each.
  ///   - jobs: how many batches are worked on at a time; one long document also uses all of them.
  ///   - progress: called with the number of words done and the number of all, after each batch.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func analyze(
    documents: [[[Token]]], jobs: Int, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [[Sentence]] {
    let plans: [[ReadingWindow]] = try await documents.parallelMap(jobs: jobs) { self.windows(of: $0) }
    let windows = plans.flatMap { $0 }
    let batches: [ArraySlice<ReadingWindow>] = stride(from: 0, to: windows.count, by: Self.batchSize).map {
      windows[$0..<min($0 + Self.batchSize, windows.count)]
    }
    // Progress counts words: windows differ in length.
    var done = [0]
    for batch in batches { done.append(done[done.count - 1] + batch.reduce(0) { $0 + $1.wordCount }) }
    let wordsDone = done
    let total = done[done.count - 1]
    let parts: [[Sentence]] = try await batches.parallelMap(
      jobs: jobs, progress: { progress(wordsDone[$0], total) }, { analyze($0) })
    var rest = parts.flatMap { $0 }[...]
    return zip(documents, plans).map { sentences, plan in
      let count = plan.reduce(0) { $0 + $1.partCount }
      defer { rest = rest.dropFirst(count) }
      return join(plan, Array(rest.prefix(count)), count: sentences.count)
    }
  }

  /// Reads whole documents, in the order given; one long document also uses all jobs.
  ///
  /// - Parameters:
  ///   - documents: texts that have not been cut into sentences.
  ///   - jobs: how many batches of windows are worked on at a time.
  ///   - progress: called with the number of words done and the number of all.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func analyze(
    _ documents: [SourceDocument], jobs: Int, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [AnalyzedDocument] {
    let segmented = try await documents.parallelMap(jobs: jobs) { self.segment($0) }
    let sentences = try await analyze(
      documents: segmented.map { $0.blocks.flatMap(\.sentences).map(\.tokens) }, jobs: jobs,
      progress: progress)
    return zip(segmented, sentences).map { $0.replacingSentences(with: $1) }
  }
}
