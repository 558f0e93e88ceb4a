import RelataExtraction

/// What a person may have meant by a word that is unknown.
struct Suggestion {
  private let known: [String]
  private let nearest: String?

  /// Longer words are no misspelt identifiers, and would take long to compare.
  private static let longest = 64

  /// - Complexity: O(letters of all known words · letters of the word), the latter bounded.
  init(_ word: String, among known: [String]) {
    self.known = known
    guard word.utf8.count <= Self.longest else {
      nearest = nil
      return
    }
    let lower = word.lowercased()
    let distances = known.map { (word: $0, distance: EditDistance.between(lower, $0.lowercased())) }
    nearest = distances.min { ($0.distance, $0.word) < ($1.distance, $1.word) }
      .flatMap { $0.distance <= max(1, word.count / 3) ? $0.word : nil }
  }

  /// nil where nothing is near.
  var hint: String? { nearest.map { "did you mean “\($0)”?" } }

  /// The nearest, or all.
  var advice: String { hint ?? "known are \(known.joined(separator: ", "))" }
}
