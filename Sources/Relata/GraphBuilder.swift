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
  public let ontology: Ontology
  private let analyzer: Analyzer
  private let extractor: Extractor
  private let resolver: Resolver

  /// - Parameters:
  ///   - ontology: nil for the one that is built in.
  ///   - gazetteer: nil for the one that is built in.
  ///   - analyzer: nil for the language model that is built in.
  ///   - identities: which names are one thing's and which are not, where the user knows better.
  /// - Throws: where something built in is damaged.
  public init(
    ontology: Ontology? = nil, gazetteer: Gazetteer? = nil, analyzer: Analyzer? = nil,
    identities: IdentityRules = IdentityRules()
  ) throws {
    let ontology = try ontology ?? Ontology.embedded()
    let gazetteer = try gazetteer ?? Gazetteer.embedded()
    self.ontology = ontology
    self.analyzer = try analyzer ?? Analyzer(model: LanguageModel.embedded())
    extractor = Extractor(
      ontology: ontology, gazetteer: gazetteer,
      apart: identities.different.map { NamesApart(names: $0.names, type: $0.type) })
    resolver = Resolver(ontology: ontology, gazetteer: gazetteer, identities: identities)
  }

  /// What each document speaks of, word by word, in the order of the documents.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func mentions(in documents: [SourceDocument], jobs: Int = 1) async throws -> [[ResolvedMention]] {
    let analyzed = try await analyzer.analyze(documents, jobs: jobs)
    let extractor = extractor
    return try await analyzed.parallelMap(jobs: jobs) { extractor.mentions(in: $0) }
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
    let analyzed = try await analyzer.analyze(
      documents, jobs: jobs,
      progress: { progress(BuildProgress(stage: .analyzing, done: $0, total: $1)) })
    let afterAnalysis = clock.now
    let extractor = extractor
    let extracted = try await analyzed.parallelMap(
      jobs: jobs,
      progress: { progress(BuildProgress(stage: .extracting, done: $0, total: analyzed.count)) },
      { extractor.extract($0) })
    let afterExtraction = clock.now
    let resolution = resolver.resolution(of: extracted)
    let graph = resolution.graph
    progress(BuildProgress(stage: .resolving, done: 1, total: 1))
    return BuildResult(
      graph: graph,
      statistics: BuildStatistics(
        of: graph, analysisTime: afterAnalysis - start, extractionTime: afterExtraction - afterAnalysis,
        resolutionTime: clock.now - afterExtraction),
      unmetIdentities: resolution.unmet)
  }
}
