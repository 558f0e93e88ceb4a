public import RelataExtraction
public import RelataGazetteer
public import RelataGraph
public import RelataLanguage
public import RelataResolution

/// Documents in, one knowledge graph out: the whole pipeline, as the command `relata build` runs it.
///
/// ```swift
/// import Relata
///
/// let documents = try DocumentReader().documents(at: ["articles"])
/// let result = try await GraphBuilder().build(documents)
/// for file in GraphFormat.jsonld.files(for: result.graph, ontology: try Ontology.embedded()) {
///   try Data(file.bytes).write(to: URL(filePath: "output/" + file.name))
/// }
/// let matcher = EntityMatcher(result.graph)
/// if case .unique(let putin) = matcher.find("Putin"), case .unique(let city) = matcher.find("Damascus") {
///   print(PathFinder(result.graph).paths(from: putin.entity.id, to: city.entity.id))
/// }
/// ```
///
/// The same documents give the same graph, whatever the number of jobs.
public struct GraphBuilder: Sendable {
  /// The least confidence of a statement where nothing else is asked: where precision and recall are best together.
  public static var usualConfidence: Double { Extractor.usualConfidence }

  public let ontology: Ontology
  /// How many documents are analysed before they are extracted from.
  private static let sliceSize = 64

  private let analyzer: Analyzer
  private let extractor: Extractor
  private let resolver: Resolver

  /// - Parameters:
  ///   - ontology: nil for the one that is built in.
  ///   - gazetteer: nil for the one that is built in.
  ///   - analyzer: nil for the language model that is built in.
  ///   - identities: which names are one thing's and which are not, where the user knows better.
  ///   - leastConfidence: statements below it are left out, 0…1; nil for ``usualConfidence``.
  /// - Throws: where something built in is damaged, or the analyser's model has no heads that read facts.
  public init(
    ontology: Ontology? = nil, gazetteer: Gazetteer? = nil, analyzer: Analyzer? = nil,
    identities: IdentityRules = IdentityRules(), leastConfidence: Double? = nil
  ) throws {
    let ontology = try ontology ?? Ontology.embedded()
    let gazetteer = try gazetteer ?? Gazetteer.embedded()
    self.ontology = ontology
    let reader = try analyzer ?? Analyzer(model: LanguageModel.embedded())
    self.analyzer = reader
    extractor = try Extractor(
      ontology: ontology, gazetteer: gazetteer, model: reader.model,
      apart: identities.different.map { NamesApart(names: $0.names, type: $0.type) },
      leastConfidence: leastConfidence)
    resolver = Resolver(ontology: ontology, gazetteer: gazetteer, identities: identities)
  }

  /// What each document speaks of, word by word, in the order of the documents.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func mentions(in documents: [SourceDocument], jobs: Int = 1) async throws -> [[ResolvedMention]] {
    let analyzed = try await analyzer.analyze(documents, jobs: jobs)
    let extractor = extractor
    return try await analyzed.parallelMap(jobs: jobs) { extractor.mentions(in: $0) }
  }

  /// What the learned heads are given of each document, for training them.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func readingRecords(of documents: [SourceDocument], jobs: Int = 1) async throws -> [ReadingRecord] {
    let analyzed = try await analyzer.analyze(documents, jobs: jobs)
    let extractor = extractor
    return try await analyzed.parallelMap(jobs: jobs) { extractor.record(of: $0) }
  }

  /// Reads all documents into one graph.
  ///
  /// - Parameters:
  ///   - jobs: how many pieces of text are worked on at a time.
  ///   - progress: called often, one call at a time, from any thread.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func build(
    _ documents: [SourceDocument], jobs: Int = 1,
    progress: @Sendable (BuildProgress) -> Void = { _ in }
  ) async throws -> BuildResult {
    let clock = ContinuousClock()
    let start = clock.now
    var analysisTime = Duration.zero
    var extracted: [ExtractedDocument] = []
    extracted.reserveCapacity(documents.count)
    // The vectors of the words take far more memory than all else: no more documents are kept analysed than keep all jobs busy.
    for slice in stride(from: 0, to: documents.count, by: Self.sliceSize) {
      let part = Array(documents[slice..<min(slice + Self.sliceSize, documents.count)])
      let before = clock.now
      let analyzed = try await analyzer.analyze(
        part, jobs: jobs,
        progress: { done, total in
          // Of all documents, as far as those of this slice have been read.
          let read = total == 0 ? 0 : part.count * done / total
          progress(BuildProgress(stage: .reading, done: slice + read, total: documents.count))
        })
      analysisTime += clock.now - before
      let extractor = extractor
      extracted += try await analyzed.parallelMap(jobs: jobs) { extractor.extract($0) }
    }
    let afterExtraction = clock.now
    let resolution = resolver.resolution(of: extracted)
    let graph = resolution.graph
    progress(BuildProgress(stage: .resolving, done: 1, total: 1))
    return BuildResult(
      graph: graph,
      statistics: BuildStatistics(
        of: graph, analysisTime: analysisTime, extractionTime: afterExtraction - start - analysisTime,
        resolutionTime: clock.now - afterExtraction),
      unmetIdentities: resolution.unmet)
  }
}
