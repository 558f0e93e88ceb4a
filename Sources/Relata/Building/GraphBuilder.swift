import RelataCollection
public import RelataDocuments
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
/// let result = try await GraphBuilder().build(DocumentFeed(inputs: ["articles", "report.pdf"]))
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
  /// The least confidence of a statement where nothing else is asked: where precision and
  /// recall are best together.
  public static var usualConfidence: Double { Extractor.usualConfidence }

  /// What types of entities and relations there are, and how texts express them.
  public let ontology: Ontology
  /// The least confidence of a statement that is kept, 0…1.
  public let leastConfidence: Double
  /// Tells ontologies apart.
  let ontologyVersion: String
  let analyzer: Analyzer
  let extractor: Extractor
  let resolver: Resolver
  let corrections: Corrections

  /// - Parameters:
  ///   - ontology: nil for the one that is built in.
  ///   - gazetteer: nil for the one that is built in.
  ///   - analyzer: nil for the language model that is built in.
  ///   - identities: which names are one thing's and which are not, where the user knows better.
  ///   - corrections: what a person corrects in the graphs that are built.
  ///   - leastConfidence: statements below it are left out, 0…1; nil for ``usualConfidence``.
  ///   - ontologyVersion: tells collections when documents must be read again for another ontology.
  /// - Throws: where something built in is damaged, or the analyser's model has no heads that read facts.
  public init(
    ontology: Ontology? = nil, gazetteer: Gazetteer? = nil, analyzer: Analyzer? = nil,
    identities: IdentityRules = IdentityRules(), corrections: Corrections = Corrections(),
    leastConfidence: Double? = nil,
    ontologyVersion: String = "built-in"
  ) throws {
    self.ontologyVersion = ontologyVersion
    let ontology = try ontology ?? Ontology.embedded()
    let gazetteer = try gazetteer ?? Gazetteer.embedded()
    self.ontology = ontology
    let reader = try analyzer ?? Analyzer(model: LanguageModel.embedded())
    self.analyzer = reader
    self.leastConfidence = leastConfidence ?? Self.usualConfidence
    extractor = try Extractor(
      ontology: ontology, gazetteer: gazetteer, model: reader.model,
      apart: identities.different.map { NamesApart(names: $0.names, type: $0.type) },
      leastConfidence: leastConfidence)
    resolver = Resolver(ontology: ontology, gazetteer: gazetteer, identities: identities)
    self.corrections = corrections
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
  ///   - documents: each with an identifier of its own; all of them are read.
  ///   - jobs: how many pieces of text are worked on at a time.
  ///   - progress: called often, one call at a time, from any thread.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func build(
    _ documents: [SourceDocument], jobs: Int = 1,
    progress: @Sendable (BuildProgress) -> Void = { _ in }
  ) async throws -> BuildResult {
    let options = BuildOptions(keepsCopies: true, readsAllLanguages: true)
    return try await build(DocumentFeed(documents), options: options, jobs: jobs, progress: progress)
  }

  /// Reads what a feed brings into one graph: a slice of documents at a time, of which nothing but what
  /// was found in them is kept.
  ///
  /// - Parameters:
  ///   - feed: where the documents come from.
  ///   - options: which documents are left out, and whether the graph carries their texts.
  ///   - jobs: how many pieces of text are worked on at a time.
  ///   - progress: called often, one call at a time, from any thread.
  /// - Throws: `InputFailure` where an input that was named is not there; `CancellationError`
  ///   where the task is cancelled.
  public func build(
    _ feed: DocumentFeed, options: BuildOptions = BuildOptions(), jobs: Int = 1,
    progress: @Sendable (BuildProgress) -> Void = { _ in }
  ) async throws -> BuildResult {
    var times = StageTimes()
    var found = FoundDocuments(keepsCopies: options.keepsCopies)
    let report = try await read(feed, options: options, jobs: jobs, times: &times, progress: progress) {
      slice in
      for document in slice.documents { found.add(document.document) }
    }
    return resolve(found, report: report, times: times, progress: progress)
  }

  /// One graph of what was found in documents.
  func resolve(
    _ found: FoundDocuments, report: ReadingReport, times: StageTimes,
    progress: @Sendable (BuildProgress) -> Void
  ) -> BuildResult {
    let clock = ContinuousClock()
    let start = clock.now
    var report = report
    progress(BuildProgress(stage: .resolving, done: 0, total: 1, documents: found.count))
    let kept = found.withoutCopies()
    report.copies = found.count - kept.count
    let resolution = resolver.resolution(of: kept)
    let corrected = corrections.applied(to: resolution.graph, ontology: ontology)
    corrected.graph.checkInvariants()
    progress(BuildProgress(stage: .resolving, done: 1, total: 1, documents: found.count))
    return BuildResult(
      graph: corrected.graph,
      statistics: BuildStatistics(
        of: corrected.graph, analysisTime: times.analysis, extractionTime: times.extraction,
        resolutionTime: clock.now - start),
      unmetIdentities: resolution.unmet, unmetCorrections: corrected.unmet, report: report)
  }
}
