/// A piece of a proposition: words of the sentence, not always side by side.
///
/// Most phrases are one segment. Where a relative pronoun stands for a noun, its preposition is a segment
/// before the noun's: “the house in which he lived” has the argument “in” + “the house”.
struct Phrase: Hashable, Sendable {
  /// Ascending token indices.
  var segments: [[Int]]

  init(_ tokens: [Int]) { segments = tokens.isEmpty ? [] : [tokens] }

  init(preposition: [Int], noun: [Int]) { segments = [preposition, noun].filter { !$0.isEmpty } }

  var isEmpty: Bool { segments.isEmpty }
  var count: Int { segments.reduce(0) { $0 + $1.count } }
}
