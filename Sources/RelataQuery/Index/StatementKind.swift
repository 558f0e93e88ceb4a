import RelataGraph

/// What many statements have in common and searches select by. Each kind has a number in an index, so that a search decides
/// with one look into a small table whether it may follow a statement.
struct StatementKind: Hashable, Sendable {
  let relation: String
  let isOpen: Bool
  let polarity: Polarity
  let modality: Modality

  init(_ statement: Statement) {
    relation = statement.relation
    isOpen = statement.isOpen
    polarity = statement.polarity
    modality = statement.modality
  }
}
