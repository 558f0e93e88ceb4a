extension KnowledgeGraph {
  /// Stops a debug build where the graph does not keep what its properties promise; a
  /// release build looks at nothing.
  ///
  /// For graphs that are made here. What users bring is checked by its readers, which
  /// tell them what is wrong.
  ///
  /// - Parameter isExpected: asked only of a broken graph. What is made of a user's graph need not be better
  ///   than that: `checkInvariants(where: original.keepsInvariants)`.
  package func checkInvariants(
    where isExpected: @autoclosure () -> Bool = true, _ maker: StaticString = #function,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    assert(
      keepsInvariants || !isExpected(), "\(maker): \(firstBrokenInvariant() ?? "")", file: file, line: line)
  }

  /// Whether all is as the properties promise.
  package var keepsInvariants: Bool { firstBrokenInvariant() == nil }

  /// What is wrong with the graph, in a line; nil where all is as the properties promise.
  ///
  /// - Complexity: O(n) for n entities, statements, pieces of evidence and documents, and O(text) to
  ///   count the text's scalars.
  package func firstBrokenInvariant() -> String? {
    if let pair = zip(entities, entities.dropFirst()).first(where: { $0.id >= $1.id }) {
      return "entity \(pair.1.id) stands after \(pair.0.id)"
    }
    if let pair = zip(documents, documents.dropFirst()).first(where: { $0.id >= $1.id }) {
      return "document \(pair.1.id) stands after \(pair.0.id)"
    }
    if let index = statements.indices.dropFirst().first(where: {
      StatementOrder.precedes(statements[$0], statements[$0 - 1])
    }) {
      return "statement \(index) belongs before \(index - 1)"
    }
    return firstUnknownEnd() ?? firstStrayEvidence() ?? firstBrokenContradiction()
  }

  private func firstUnknownEnd() -> String? {
    let known = Set(entities.map(\.id))
    for (index, statement) in statements.enumerated() {
      let named = [statement.subject, statement.object, statement.attribution, statement.place]
      if let missing = named.compactMap(\.self).first(where: { !known.contains($0) }) {
        return "statement \(index) names \(missing), which is no entity"
      }
      guard (0...1).contains(statement.confidence) else {
        return "statement \(index) has the confidence \(statement.confidence)"
      }
    }
    return nil
  }

  /// Evidence is a range of its document's text.
  private func firstStrayEvidence() -> String? {
    let lengths = Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0.text?.unicodeScalars.count) })
    for (index, statement) in statements.enumerated() {
      for evidence in statement.evidence {
        guard evidence.start >= 0, evidence.start <= evidence.end else {
          return "statement \(index) has evidence from \(evidence.start) to \(evidence.end)"
        }
        guard let length = lengths[evidence.document] else {
          return "statement \(index) has evidence in \(evidence.document), which is no document"
        }
        if let length, evidence.end > length {
          return
            "statement \(index) has evidence to \(evidence.end) of \(evidence.document), which ends at \(length)"
        }
      }
    }
    return nil
  }

  private func firstBrokenContradiction() -> String? {
    for (index, contradiction) in contradictions.enumerated() {
      let numbers = contradiction.statements
      guard numbers.count > 1, zip(numbers, numbers.dropFirst()).allSatisfy(<) else {
        return "contradiction \(index) is between \(numbers)"
      }
      guard numbers.allSatisfy(statements.indices.contains) else {
        return "contradiction \(index) names a statement that is not there: \(numbers)"
      }
    }
    return nil
  }
}
