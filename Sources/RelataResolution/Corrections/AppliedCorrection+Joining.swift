package import RelataGraph

extension AppliedCorrection {
  private struct Place: Hashable {
    var file: String
    var line: Int
    var action: AppliedCorrection.Action
    var explanation: String
  }

  /// By file and line, each once: what one line did in several graphs is one correction, of all
  /// their entities and sentences.
  /// - Complexity: O(n log n).
  package static func joined(_ corrections: some Sequence<AppliedCorrection>) -> [AppliedCorrection] {
    let places = Dictionary(grouping: corrections) {
      Place(file: $0.file, line: $0.line, action: $0.action, explanation: $0.explanation)
    }
    return places.map { place, corrections in
      AppliedCorrection(
        action: place.action, file: place.file, line: place.line, explanation: place.explanation,
        entities: Set(corrections.flatMap(\.entities)).sorted(),
        evidence: Set(corrections.flatMap(\.evidence)).sorted {
          (EvidenceOrder(of: $0), $0.quote, $0.trigger) < (EvidenceOrder(of: $1), $1.quote, $1.trigger)
        })
    }.sorted { a, b in
      (a.file, a.line, a.action.rawValue, a.explanation) < (b.file, b.line, b.action.rawValue, b.explanation)
    }
  }
}
