public import RelataGraph
import RelataQuery

extension MappedGraph {
  /// Writes the graph with a change, as ``changed(by:madeOf:)`` gives it.
  ///
  /// It takes its name only when it is complete, and may have that of the file that this graph is mapped
  /// from: this graph stays what it was.
  /// - Parameters:
  ///   - change: what comes, goes and is replaced.
  ///   - path: where the file is to be.
  ///   - source: of what it was made; empty for no other file.
  /// - Throws: ``MappedGraphError``; then nothing is written.
  public func write(
    _ change: GraphChange, to path: String, madeOf source: SourceStamp = SourceStamp()
  ) throws(MappedGraphError) {
    try GraphOutputFile.write(try file(changedBy: change, madeOf: source), to: path)
  }

  /// The graph with a change, in the orders that `KnowledgeGraph` promises.
  ///
  /// Entities and documents are replaced by identifier, or come where they belong, and so do statements.
  /// Contradictions that lose a statement go; the others follow their statements, wherever those have moved.
  ///
  /// Where the graph has the promised orders itself, all that stays is copied, and little is read: what is
  /// replaced and removed, and what the places of added statements are found by. Texts that nothing refers to
  /// any more stay in the file, until it is written from a whole graph. A graph in another order is read, put
  /// in order and written as a whole.
  ///
  /// - Parameters:
  ///   - change: what comes, goes and is replaced.
  ///   - source: of what it was made; empty for no other file.
  /// - Complexity: O(size of the graph) at the speed of copying memory, O(m log n) for a change
  ///   of size m of n statements.
  /// - Throws: ``MappedGraphError``: ``MappedGraphError/damaged(_:)``, ``MappedGraphError/tooLarge``, and
  ///   ``MappedGraphError/unfitting(_:)`` where the change names statements that are not there, or an
  ///   entity or document twice.
  public func changed(
    by change: GraphChange, madeOf source: SourceStamp = SourceStamp()
  ) throws(MappedGraphError) -> MappedGraph {
    try MappedGraph(try file(changedBy: change, madeOf: source))
  }

  private func file(
    changedBy change: GraphChange, madeOf source: SourceStamp
  ) throws(MappedGraphError) -> FileMemory {
    try image.checkAll()
    try checkRanking()
    try checkTime()
    try checkSounds(of: try checkedNames())
    try change.check(statementCount: statementCount)
    if isInOrder { try checkRecords() }
    guard let plan = try ChangePlan(change, of: self) else {
      return try GraphFileWriter.write(change.applied(to: try knowledgeGraph()), source: source)
    }
    return try ChangeWriter(graph: self, plan: plan).file(source)
  }
}
