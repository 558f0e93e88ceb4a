import RelataGraph

/// Which statements are sure enough to be kept: those that one sentence says surely, and those that several
/// sentences say less surely each, but together.
struct Corroboration {
  /// Sentences are asked from this part of the least confidence on.
  static let share = 0.5

  let least: Double

  /// The statements to keep, in their order. What a sentence says less surely counts only where no other one
  /// says it surely: it would be poor evidence beside that.
  /// - Complexity: linear.
  func kept(_ statements: [DocumentStatement]) -> [DocumentStatement] {
    var doubts: [Said: [Int: Double]] = [:]
    var sure: Set<Said> = []
    for statement in statements {
      let said = Said(statement)
      if statement.confidence >= least { sure.insert(said) }
      // One sentence is one witness, whatever it says by several words.
      let doubt = doubts[said]?[statement.evidence.start] ?? 1
      doubts[said, default: [:]][statement.evidence.start] = min(doubt, 1 - statement.confidence)
    }
    return statements.filter { statement in
      if statement.confidence >= least { return true }
      let said = Said(statement)
      guard !sure.contains(said), let doubts = doubts[said], doubts.count > 1 else { return false }
      return 1 - doubts.values.sorted().reduce(1, *) >= least
    }
  }

  /// What makes statements of a document the same.
  private struct Said: Hashable {
    var subject: Int
    var relation: String
    var object: Int
    var polarity: Polarity
    var modality: Modality
    var role: String?
    var time: TimeSpan?
    var place: Int?

    init(_ statement: DocumentStatement) {
      subject = statement.subject
      relation = statement.relation
      object = statement.object
      polarity = statement.polarity
      modality = statement.modality
      role = statement.role
      time = statement.time
      place = statement.place
    }
  }
}
