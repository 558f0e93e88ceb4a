import RelataGazetteer
import RelataGraph
import RelataLanguage

/// What a description says to part what it means from others of its kind: "the *next* election",
/// "resolution *2259*", "the army of *Burundi*".
struct DescriptionMarks: Sendable {
  private enum Place: Sendable {
    case earlier, present, later
  }

  private var place: Place?
  private var qualifiers = NameQualifiers()

  init(_ mention: Mention, in tree: SentenceTree, _ fullNames: FullNames, _ gazetteer: Gazetteer) {
    let words = gazetteer.wordLists
    var figures: [String] = []
    for child in tree.children[mention.head] {
      let (lemma, form) = (tree.lemmas[child], tree.tokens[child].form)
      if words[.laterAdjectives].contains(lemma) { place = .later }
      if words[.presentAdjectives].contains(lemma) { place = .present }
      if words[.earlierAdjectives].contains(lemma) { place = .earlier }
      // "2259 people" are so many, "resolution 2259" is one.
      let isCount =
        child < mention.head && tree.tokens[child].partOfSpeech == .numeral
        && (mention.isPlural || form.utf8.count != 4)
      if form.first?.isNumber == true, !isCount { figures.append(form) }
    }
    qualifiers = NameQualifiers(in: figures.joined(separator: " "), .other, gazetteer)
    qualifiers.formUnion(fullNames.countries(beside: mention))
  }

  /// Those of what has these names.
  init(names: some Sequence<String>, isBody: Bool, _ gazetteer: Gazetteer) {
    for name in names {
      qualifiers.formUnion(NameQualifiers(in: name, isBody ? .governmentBody : .other, gazetteer))
    }
  }

  /// Whether what is said to be the one cannot be the other.
  func conflict(with other: Self) -> Bool {
    place != nil && other.place != nil && place != other.place || qualifiers.conflict(with: other.qualifiers)
  }

  mutating func formUnion(_ other: Self) {
    place = place ?? other.place
    qualifiers.formUnion(other.qualifiers)
  }
}
