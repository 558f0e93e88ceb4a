import RelataGraph

/// A trigger found in a sentence with the tokens of its ends, before they are resolved to entities.
struct TriggerMatch: Sendable {
  var match: TriggerIndex.Match
  /// The token whose clause carries negation, modality and time.
  var predicate: Int
  var subjects: [Int]
  var objects: [Int]
  var role: String?
  /// Whether subjects and objects are the same nominal: "A and B met".
  var isReciprocal = false
  /// Whether the text says that it is over ("former president").
  var isFormer = false
  /// How direct the syntax is, 0…1.
  var weight: Double
}
