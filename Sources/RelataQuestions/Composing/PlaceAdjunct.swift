import RelataGraph
import RelataLanguage
import RelataWords

/// A place that narrows a question down: “Which bases does Russia operate *in Syria*?”,
/// “Which bases *in Syria* …”
struct PlaceAdjunct {
  let name: QuestionWords.Name
  let adposition: Int

  static let adpositions = QuestionWordList.placeAdpositions.words

  /// nil where no place is named but as an end of what is asked for.
  init?(_ words: QuestionWords, ontology: Ontology) {
    let places = words.names.filter { $0.entity.map { ontology.isKind($0.type, of: .place) } ?? false }
    func adposition(_ name: QuestionWords.Name) -> Int? {
      words.adposition(before: name).flatMap { Self.adpositions.contains($0.word) ? $0.index : nil }
    }
    // One name more than the ends of a statement that are given.
    guard words.names.count >= (words.phrase.asksForThing ? 2 : 3) else { return nil }
    let beside = places.first { name in
      !words.phrase.noun.isEmpty && adposition(name) == words.phrase.tokens.upperBound
    }
    guard
      let name = beside ?? words.names.last.flatMap({ last in places.first { $0.tokens == last.tokens } }),
      let index = adposition(name)
    else { return nil }
    self.name = name
    self.adposition = index
  }
}
