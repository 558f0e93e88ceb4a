import RelataGraph

/// That one mention of a sentence acts on, or stands in some relation to, another.
struct Link: Sendable {
  /// Indices of mentions.
  var subject: Int
  var object: Int
  /// That there is a link at all, 0…1.
  var probability: Float
  /// Of the model's relations, the last one standing for all that it does not know.
  var relations: [Float]
  /// The token that says so; nil where nothing but juxtaposition does.
  var trigger: Int?
  /// That the text says that it is not so, 0…1.
  var negation: Float
  /// That an analyst would be upset to miss it, 0…1.
  var importance: Float
  var modality: Modality
  var time: LinkTime
}

/// When a link is told to hold or to have happened.
enum LinkTime: Sendable, Equatable {
  case unknown
  /// When the document appeared.
  case report
  /// One of the time expressions that were offered.
  case expression(Int)
}
