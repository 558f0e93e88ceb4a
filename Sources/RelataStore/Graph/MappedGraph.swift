public import RelataGraph
public import RelataQuery

/// A graph as it lies in a file: it can be asked at once, and only what an answer consists of is read.
///
/// ```swift
/// let graph = try GraphStore(source: "output/graph.jsonld").open { try JSONLDReader.read($0) }.graph
/// guard case .unique(let putin) = try graph.find("Putin"), case .unique(let aleppo) = try graph.find("Aleppo")
/// else { return }
/// let paths = try graph.finder(PathOptions(maximumHops: nil)).paths(from: putin.entity.id, to: aleppo.entity.id)
/// for step in paths.prefix(1).flatMap(\.hops).flatMap(\.steps) {
///   // A statement that was imported may have no sentence.
///   print(try graph.statement(step.statement).evidence.first?.quote ?? "imported")
/// }
/// ```
///
/// Opening checks what searches run on against checksums; names and records are checked when they
/// are first asked for. So every access may throw ``MappedGraphError/damaged(_:)``, and no answer
/// is made of damaged bytes.
///
/// Any number of threads may ask at the same time.
public struct MappedGraph: Sendable {
  /// What every graph file begins with.
  public static var magic: [UInt8] { FileLayout.magic }

  /// What searches run on.
  public let index: GraphIndex
  /// Of which bytes the file was made.
  public let source: SourceStamp
  let image: FileImage
  let records: StoredRecords
  let entityOfNode: FixedBuffer<UInt32>
  let areDocumentsSorted: Bool
  /// Whether everything is in the order that ``KnowledgeGraph`` promises.
  let isInOrder: Bool

  /// Maps a file.
  ///
  /// - Complexity: O(entities + statements) at the speed of reading memory: some milliseconds
  ///   for a million statements.
  /// - Throws: ``MappedGraphError``.
  public init(mapping path: String) throws(MappedGraphError) {
    try self.init(try FileMemory(mapping: path))
  }

  /// Takes a graph in memory, as if it lay in a file.
  public init(_ graph: KnowledgeGraph) throws(MappedGraphError) {
    try self.init(try GraphFileWriter.write(graph, source: SourceStamp()))
  }

  /// Writes a graph file. ``GraphStore`` writes one beside its source.
  ///
  /// It takes its name only when it is complete.
  /// - Parameters:
  ///   - graph: what the file holds.
  ///   - path: where it is to be.
  ///   - source: of what it was made; empty for no other file.
  /// - Complexity: O(n log n) for n entities and names, O(size of the graph).
  public static func write(
    _ graph: KnowledgeGraph, to path: String, madeOf source: SourceStamp = SourceStamp()
  ) throws(MappedGraphError) {
    var writer = GraphFileWriter(to: path)
    try writer.add(graph)
    try writer.finish(madeOf: source)
  }

  init(_ memory: FileMemory) throws(MappedGraphError) {
    let image = try FileImage(memory)
    try image.check(Section.index)
    let summary = try GraphSummary(try image.bytes(.summary))
    self.image = image
    source = image.source
    areDocumentsSorted = summary.areDocumentsSorted
    isInOrder = summary.isInOrder
    index = try image.index(summary)
    if let misfit = index.misfit { throw .damaged(misfit) }
    entityOfNode = try image.table(.entityOfNode, count: index.entityCount)
    records = try StoredRecords(
      image, ids: index.ids, entityCount: summary.entityCount, statementCount: summary.statementCount)
  }

  /// How many there are of each, told without reading any.
  public var entityCount: Int { records.entities.count }
  /// How many statements, told without reading any.
  public var statementCount: Int { records.statements.count }
  /// How many documents, told without reading any.
  public var documentCount: Int { records.documents.count }

  /// An entity, by its place in the graph's order.
  public func entity(_ number: Int) throws(MappedGraphError) -> Entity { try records.entity(number) }

  /// An entity, by its identifier; nil where there is none.
  /// - Complexity: O(log n).
  public func entity(_ id: EntityID) throws(MappedGraphError) -> Entity? {
    guard let node = index.number(of: id) else { return nil }
    return try entity(Int(entityOfNode.base[node]))
  }

  /// A statement, by its place in the graph's order, as in `PathStep.statement`.
  public func statement(_ number: Int) throws(MappedGraphError) -> Statement { try records.statement(number) }

  /// A document, by its place in the graph's order.
  public func document(_ number: Int) throws(MappedGraphError) -> DocumentRecord {
    try records.document(number)
  }

  /// Finds paths in it.
  ///
  /// - Complexity: as of `PathFinder.init(_:index:options:)`; where the options name documents,
  ///   all statements are read.
  public func finder(_ options: PathOptions = PathOptions()) throws(MappedGraphError) -> PathFinder {
    if options.ranking != .shortest { try checkRanking() }
    if options.isTimeRespecting || options.statements.from != nil || options.statements.until != nil {
      try checkTime()
    }
    return try PathFinder(index: index, options: options) { number, documents throws(MappedGraphError) in
      try statement(number).evidence.contains { documents.contains($0.document) }
    }
  }

  /// The whole graph, exactly as it was when the file was written.
  /// - Complexity: O(size of the graph).
  public func knowledgeGraph() throws(MappedGraphError) -> KnowledgeGraph {
    try image.checkAll()
    var graph = KnowledgeGraph()
    graph.entities.reserveCapacity(entityCount)
    graph.statements.reserveCapacity(statementCount)
    for number in 0..<entityCount { graph.entities.append(try entity(number)) }
    for number in 0..<statementCount { graph.statements.append(try statement(number)) }
    for number in 0..<documentCount { graph.documents.append(try document(number)) }
    for number in 0..<records.contradictions.count {
      graph.contradictions.append(try records.contradiction(number))
    }
    graph.corrections = try corrections()
    return graph
  }

  /// What a person corrected, in the graph's order.
  /// - Complexity: O(size of the corrections).
  public func corrections() throws(MappedGraphError) -> [AppliedCorrection] {
    var found: [AppliedCorrection] = []
    for number in 0..<records.corrections.count { found.append(try records.correction(number)) }
    return found
  }
}
