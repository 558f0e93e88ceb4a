import RelataGraph
import RelataLanguage
import RelataWords

/// Questions without a predicate of their own.
extension QuestionComposer {
  private static let connecting = QuestionWordList.connectingWords.words
  private static let connectingAdpositions = QuestionWordList.connectingAdpositions.words
  private static let telling = QuestionWordList.tellingVerbs.words

  /// “How is A connected to B?”, “What links A and B?”, “What does A have to do with B?”, “How
  /// are A, B and C connected?”
  func connection() throws(QuestionError) -> (Question.Kind, Question.Query)? {
    let outside = words.scope.filter { !words.isNamed($0) }
    let connecting = outside.filter {
      Self.connecting.contains(words.lemma($0)) || Self.connecting.contains(words.form($0))
    }
    let lemmas = outside.map(words.lemma)
    let hasToDo = lemmas.contains("have") && lemmas.suffix(6).contains("do") && lemmas.contains("with")
    guard !connecting.isEmpty || (hasToDo && words.names.count == 2), words.phrase.ask != .who,
      words.names.count >= 2
    else { return nil }
    try requireUnderstood(
      Set(connecting), adpositions: Self.connectingAdpositions)
    try requireNoPlans()
    var entities: [Entity] = []
    for name in words.names {
      guard let entity = name.entity else { throw .notUnderstood("a connection is between names") }
      guard !entities.contains(where: { $0.id == entity.id }) else { throw .sameEntity(entity) }
      entities.append(entity)
    }
    return (
      .connection, entities.count == 2 ? .path(from: entities[0], to: entities[1]) : .network(entities)
    )
  }

  /// “Who is X?”, “Where is X?”, “What did X do (to Y)?”, “What happened to X?”,
  /// “What happened in X in 2024?”
  func general() throws(QuestionError) -> (Question.Kind, Question.Query)? {
    let content = words.content
    let lemmas = Set(content.map(words.lemma))
    if words.phrase.ask == .tell {
      guard words.names.count == 1, let entity = words.names[0].entity else {
        throw .notUnderstood("ask what is known about one that has a name")
      }
      try requireUnderstood([])
      return everything(entity)
    }
    if content.isEmpty {
      if let (found, adposition) = located() {
        try requireUnderstood([adposition])
        try requireNoPlans()
        return found
      }
      if words.names.count == 1, words.phrase.noun.isEmpty, let entity = words.names[0].entity,
        let found = simple(entity)
      {
        try requireUnderstood([])
        try requireNoPlans()
        return found
      }
    }
    guard words.phrase.ask == .what, words.phrase.noun.isEmpty else { return nil }
    if !lemmas.isEmpty, lemmas.isSubset(of: Self.telling), words.names.count == 1,
      let entity = words.names[0].entity, isTold(words.names[0])
    {
      try requireUnderstood(Set(content), adpositions: ["about", "of"])
      try requireNoPlans()
      return everything(entity)
    }
    if lemmas == ["happen"] || lemmas == ["occur"] { return try happened() }
    let isDoing =
      content.isEmpty
      && words.scope.contains { words.lemma($0) == "do" && words.tokens[$0].partOfSpeech == .verb }
    // “What was done to X?” asks for the other end.
    guard isDoing, (1...2).contains(words.names.count), let first = words.names[0].entity,
      words.adposition(before: words.names[0]) == nil,
      !words.scope.contains(where: { words.lemma($0) == "be" && !words.isNamed($0) })
    else { return nil }
    let toward: Set<String> = ["to", "with", "about"]
    if words.names.count == 2, words.adposition(before: words.names[1]) == nil { return nil }
    try requireUnderstood([], adpositions: words.names.count == 2 ? toward : [])
    let other = words.names.count == 2 ? words.names[1].entity : nil
    let pattern = writer.pattern(
      .known(first), [], other.map(PatternWriter.End.known) ?? .anything,
      answer: other == nil ? .object : .statement,
      conditions: conditions)
    return (.things, .patterns([pattern], areAllAsked: false))
  }

  /// Whether it is what is said of somebody that is asked for, not what they say: “What is known about
  /// X?”, “What is X known as?”
  private func isTold(_ name: Name) -> Bool {
    if let adposition = words.adposition(before: name) { return ["about", "of"].contains(adposition.word) }
    return words.content.contains { words.isPassive($0) && name.tokens.upperBound <= $0 }
  }

  private func requireNoPlans() throws(QuestionError) {
    if words.asksForPlans { throw .notUnderstood("“will” is understood beside a verb") }
  }

  private var dateConditions: [String] { QuestionDates(words).condition(writer).map { [$0] } ?? [] }

  /// Of dates, and of what is to come.
  private var conditions: [String] {
    dateConditions + (words.asksForPlans ? ["r.modality = '\(Modality.planned.rawValue)'"] : [])
  }

  private func simple(_ entity: Entity) -> (Question.Kind, Question.Query)? {
    guard words.scope.contains(where: { words.lemma($0) == "be" }),
      words.adposition(before: words.names[0]) == nil
    else { return nil }
    switch words.phrase.ask {
    case .who, .what:
      // What text says with a noun for it: offices, memberships; else whatever is known.
      let any = writer.pattern(.known(entity), [], .anything, answer: .object, isEitherWay: true)
      let relations = writer.roles(of: entity)
      guard !relations.isEmpty else { return (.things, .patterns([any], areAllAsked: false)) }
      let role = writer.pattern(
        .known(entity), relations, .anything, answer: .object, conditions: ["r.role IS NOT NULL"])
      return (.things, .patterns([role, any], areAllAsked: false))
    case .place:
      let relations = places(of: entity)
      guard !relations.isEmpty else { return nil }
      let place = PatternWriter.End.unknown([.place], [])
      return (
        .place,
        .patterns(
          [writer.pattern(.known(entity), relations, place, answer: .object)], areAllAsked: false)
      )
    default: return nil
    }
  }

  /// “What is known about X?”
  private func everything(_ entity: Entity) -> (Question.Kind, Question.Query) {
    let pattern = writer.pattern(.known(entity), [], .anything, answer: .object, isEitherWay: true)
    return (.things, .patterns([pattern], areAllAsked: false))
  }

  /// “Which bases are in Syria?”, “Is Tartus in Syria?”
  ///
  /// - Returns: where its preposition stands, too.
  private func located() -> ((Question.Kind, Question.Query), Int)? {
    let relations = ontology.locatingRelations
    guard !relations.isEmpty, let last = words.names.last, let place = last.entity,
      ontology.isKind(place.type, of: .place), let adposition = words.adposition(before: last),
      PlaceAdjunct.adpositions.contains(adposition.word)
    else { return nil }
    switch words.phrase.ask {
    case .who, .what,
      .howMany where words.names.count == 1:
      let pattern = writer.pattern(
        .unknown(answerTypes, []), relations, .known(place), answer: .subject, reach: 1...3)
      let kind = words.phrase.ask == .howMany ? Question.Kind.count : .things
      return ((kind, .patterns([pattern], areAllAsked: false)), adposition.index)
    case .whether where words.names.count == 2:
      guard let first = words.names[0].entity else { return nil }
      let pattern = writer.pattern(.known(first), relations, .known(place), answer: .object, reach: 1...3)
      return ((.whether, .patterns([pattern], areAllAsked: false)), adposition.index)
    default: return nil
    }
  }

  /// Events that something suffered, or that took place somewhere.
  private func happened() throws(QuestionError) -> (Question.Kind, Question.Query) {
    let conditions = ["r.event"] + self.conditions
    try requireUnderstood(Set(words.content), adpositions: PlaceAdjunct.adpositions.union(["to"]))
    guard words.names.count <= 1 else { throw .notUnderstood("ask what happened to one, or in one place") }
    guard let name = words.names.first else {
      guard !dateConditions.isEmpty else { throw .notUnderstood("it says neither where, when nor to whom") }
      let pattern = writer.pattern(.anything, [], .anything, answer: .statement, conditions: conditions)
      return (.things, .patterns([pattern], areAllAsked: false))
    }
    guard let entity = name.entity else {
      throw .notUnderstood("ask what happened to something that has a name")
    }
    let adposition = words.adposition(before: name)?.word ?? ""
    guard !adposition.isEmpty else { throw .notUnderstood("ask what happened to it, or in it") }
    guard PlaceAdjunct.adpositions.contains(adposition), ontology.isKind(entity.type, of: .place) else {
      let pattern = writer.pattern(.anything, [], .known(entity), answer: .statement, conditions: conditions)
      return (.things, .patterns([pattern], areAllAsked: false))
    }
    // In it or in what lies in it, and what is said to have taken place there.
    let located = ontology.locatingRelations
    let inside = PatternWriter.End.unknown(
      [], [PatternWriter.Step(relations: located, reach: 0...3, other: entity)])
    let patterns = [
      writer.pattern(
        .anything, [], located.isEmpty ? .known(entity) : inside, answer: .statement, conditions: conditions),
      writer.pattern(
        .anything, [], .anything, answer: .statement,
        conditions: ["r.place = \(PatternWriter.text(entity.name))"] + conditions),
    ]
    return (.things, .patterns(patterns, areAllAsked: true))
  }

  /// Relations that say where something like it is, or has its seat (P159) or home (P551).
  private func places(of entity: Entity) -> [String] {
    let seats = ontology.relations.filter { ["P159", "P551"].contains($0.wikidata ?? "") }.map(\.id)
    return (ontology.locatingRelations + seats).filter { id in
      ontology.relation(id).map { ontology.allows(entity.type, in: $0.domain) } ?? false
    }
  }
}
