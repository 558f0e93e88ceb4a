/// The steps of resolution that a cluster runs line by line. Between them rows are grouped, joined and
/// sorted; nothing else is decided there. `Documentation/spark-resolution.md` says what each takes and gives.
public enum ResolutionStep: String, CaseIterable, Sendable {
  /// A document → how its entities vote on the types of their names.
  case types
  /// A document and the votes on its names → its entities as candidates.
  case mentions
  /// A name → what it is found by.
  case names
  /// A name and how frequent its keys are → the keys by which a block is split.
  case blocks
  /// A block of names → the pairs that are one's.
  case pairs
  /// A component of candidates and the pairs of their names → sets that are one entity.
  case clusters
  /// A component of bare names that fit nothing else → sets that are one entity.
  case leftovers
  /// A bare name and words that names end with → the words that it can be.
  case words
  /// A bare name and full names → the full names that it fits.
  case fits
  /// All that a bare name fits → what it can stand for, and what it usually means.
  case bare
  /// An entity and the bare names that are to join it → those that it can be one with.
  case joins
  /// What all documents say of an entity → the entity.
  case entity
  /// Entities that ask for the same identifier → their identifiers.
  case identifiers
  /// A document and which entities its entities are → its statements.
  case statements
  /// Statements of one subject that may contradict each other → those that stay.
  case consistency
  /// Statements with the same ends, relation, polarity and modality → as few as say the same.
  case merging
  /// Facts that may contradict each other → the contradictions.
  case contradictions
  /// The names of the user's rules that anything bears → what a user should know of the others.
  case unmet
  /// An entity → whether a correction may speak of it.
  case described
  /// Nothing → the documents that corrections speak of.
  case passages
  /// The part of a graph that corrections may speak of → what of it changes.
  case planned
  /// The part of a graph that corrections change → that part, corrected.
  case corrected
}
