extension Array where Element: Sendable {
  /// The results of `transform` in the order of the elements, at most `jobs` at a time.
  ///
  /// - Parameter progress: called with the number of elements done, after each.
  /// - Throws: what `transform` throws, and `CancellationError` where the task is cancelled.
  func parallelMap<Result: Sendable>(
    jobs: Int, progress: @Sendable (Int) -> Void = { _ in },
    _ transform: @escaping @Sendable (Element) throws -> Result
  ) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var waiting = enumerated().makeIterator()
      func startNext() {
        guard let (index, element) = waiting.next() else { return }
        group.addTask {
          try Task.checkCancellation()
          return (index, try transform(element))
        }
      }
      for _ in 0..<Swift.min(Swift.max(1, jobs), count) { startNext() }
      var results = [Result?](repeating: nil, count: count)
      var done = 0
      while let (index, result) = try await group.next() {
        results[index] = result
        done += 1
        progress(done)
        startNext()
      }
      return results.compactMap(\.self)
    }
  }
}
