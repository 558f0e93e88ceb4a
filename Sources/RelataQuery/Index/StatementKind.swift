package import RelataGraph

/// What many statements have in common and searches select by. Each kind has a number in an index, so that a
/// search decides with one look into a small table whether it may follow a statement.
package struct StatementKind: Hashable, Sendable {
  package let relation: String
  package let isOpen: Bool
  package let polarity: Polarity
  package let modality: Modality

  package init(relation: String, isOpen: Bool, polarity: Polarity, modality: Modality) {
    self.relation = relation
    self.isOpen = isOpen
    self.polarity = polarity
    self.modality = modality
  }

  init(_ statement: Statement) {
    relation = statement.relation
    isOpen = statement.isOpen
    polarity = statement.polarity
    modality = statement.modality
  }
}
