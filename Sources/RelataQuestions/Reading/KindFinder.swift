import RelataGazetteer
import RelataGraph
import RelataWords

/// Tells which types of entities a common noun stands for: “base”, “military
/// base”, “group”, “person”.
struct KindFinder {
  let ontology: Ontology
  let gazetteer: Gazetteer

  /// No list of the gazetteer's would do: somebody's opposition, rivals or rebels are against them.
  private static let acting = QuestionWordList.ownForces.words
  /// What is called so beside a name is somebody else.
  private static let opposed = QuestionWordList.opponents.words

  private static let anything = QuestionWordList.anyKinds.words

  /// - Parameter words: the noun in the singular and lower case, its describing words before it.
  /// - Returns: the types, empty where any will do; nil where it is no kind that the ontology has: what
  ///   narrows a kind down further (“naval base”, “president”) must not be passed over.
  func types(_ words: [String]) -> [EntityType]? {
    guard let head = words.last else { return [] }
    if let named = labelledTypes(words) { return named }
    guard words.count == 1, let types = known(gazetteer.description(head)?.types) else { return nil }
    // What a person is called by is an office or a trade, which no type tells.
    return types.contains(.person) ? nil : types
  }

  /// The same, by the ontology's own words alone.
  func labelledTypes(_ words: [String]) -> [EntityType]? {
    let labels = ontology.types.map { (type: $0.type, label: $0.label.lowercased()) }
    let phrase = words.joined(separator: " ")
    if let exact = labels.first(where: { $0.label == phrase }) {
      return exact.type == .thing ? [] : [exact.type]
    }
    guard words.count == 1 else { return nil }
    if Self.anything.contains(phrase) { return [] }
    if phrase == "people" { return [.person] }
    let ending = labels.filter { $0.label.hasSuffix(" " + phrase) }.map(\.type)
    guard ending.count > 1 else { return ending.isEmpty ? nil : ending }
    // “Group” is the end of several labels, so it is the word for what they are kinds of.
    let parents = Set(ending.compactMap { ontology.description(of: $0)?.parent })
    if let parent = parents.first, parents.count == 1, parent != .thing { return [parent] }
    return ending
  }

  /// Whether a common noun beside a name may be said of what has the name: “the city of Aleppo”.
  func describes(_ noun: String, _ type: EntityType) -> Bool {
    guard !Self.opposed.contains(noun) else { return false }
    let types = labelledTypes([noun]) ?? known(gazetteer.description(noun)?.types) ?? []
    return ontology.allows(type, in: types)
  }

  /// Whether what this noun of a country's or leader's does counts as theirs: “Assad's
  /// government”, “Kenya's troops”.
  func actsForItsOwner(_ noun: String) -> Bool { Self.acting.contains(noun) }

  /// Whether it says what a person is: “president”, “leader”, “spokesman”.
  func isOffice(_ words: [String]) -> Bool {
    guard let last = words.last, labelledTypes([last]) == nil else { return false }
    return isTitle(words.joined(separator: " "))
      || gazetteer.description(last)?.types.contains(.person) == true
  }

  func isTitle(_ words: String) -> Bool { gazetteer.title(words) != nil }

  private func known(_ types: [EntityType]?) -> [EntityType]? {
    let known = (types ?? []).filter { ontology.description(of: $0) != nil }
    return known.isEmpty ? nil : known
  }
}
