import RelataGraph

extension MappedGraph {
  /// As `KnowledgeGraph.checkInvariants`, for a file that was made here piece by piece: a debug build reads
  /// all of it, a release build nothing.
  ///
  /// - Parameter isExpected: asked only of a broken graph.
  package func checkInvariants(
    where isExpected: @autoclosure () -> Bool = true, _ maker: StaticString = #function,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    assert(
      firstBrokenInvariant() == nil || !isExpected(), "\(maker): \(firstBrokenInvariant() ?? "")", file: file,
      line: line)
  }

  /// Whether all of it can be read and is as `KnowledgeGraph` promises.
  package var keepsInvariants: Bool { (try? knowledgeGraph())?.keepsInvariants == true }

  /// Nil also where the file is damaged: whoever reads it is told.
  private func firstBrokenInvariant() -> String? { (try? knowledgeGraph())?.firstBrokenInvariant() }
}
