import RelataGraph

/// How rows of a cluster name a candidate: by its profile, and where each mention is a candidate of its own,
/// by the mention. The order of these texts is that of the candidates.
enum CandidateID {
  /// Sorts before all that names consist of.
  private static let separator = "\u{1}"

  /// - Parameter document: in composed form.
  static func mention(_ profile: String, document: String, entity: Int) -> String {
    let digits = String(entity)
    let number = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    return [profile, document, number].joined(separator: separator)
  }
}
