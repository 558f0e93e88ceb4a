import RelataGraph

/// What statements have in common that may be merged.
struct StatementGroup: Hashable {
  var subject: EntityID
  var relation: String
  var object: EntityID
  var isOpen: Bool
  var polarity: Polarity
  var modality: Modality

  init(_ statement: Statement) {
    subject = statement.subject
    relation = statement.relation
    object = statement.object
    isOpen = statement.isOpen
    polarity = statement.polarity
    modality = statement.modality
  }
}
