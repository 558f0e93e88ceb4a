/// What a person may have meant by a word that is unknown.
package struct Suggestion {
  private let known: [String]
  private let nearest: String?

  /// Longer words are no misspelt identifiers, and would take long to compare.
  private static let longest = 64

  /// - Complexity: O(letters of all known words · letters of the word), the latter bounded.
  package init(_ word: String, among known: [String]) {
    self.known = known
    guard word.utf8.count <= Self.longest else {
      nearest = nil
      return
    }
    let lower = word.lowercased()
    let distances = known.compactMap { known in
      EditDistance.alignment(lower, known.lowercased(), limit: max(1, word.count / 3))
        .map { (word: known, distance: $0) }
    }
    nearest = distances.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// nil where nothing is near.
  package var hint: String? { nearest.map { "did you mean “\($0)”?" } }

  /// The nearest, or all.
  package var advice: String { hint ?? "known are \(known.joined(separator: ", "))" }
}
