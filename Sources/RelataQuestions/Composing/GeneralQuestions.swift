import RelataGraph
import RelataLanguage

/// Questions without a predicate of their own.
extension QuestionComposer {
  private static let connecting: Set<String> = [
    "connect", "connected", "connection", "link", "linked", "relate", "related", "relation", "relationship",
    "tie",
    "tied", "associate", "associated", "association", "path",
  ]
  private static let telling: Set<String> = ["know", "known", "tell", "say", "describe"]

  /// “How is A connected to B?”, “What links A and B?”, “What does A have to do with B?”, “How are A, B and C connected?”
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
    try requireUnderstood(Set(connecting))
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

  /// “Who is X?”, “Where is X?”, “What did X do (to Y)?”, “What happened to X?”, “What happened in X in 2024?”
  func general() throws(QuestionError) -> (Question.Kind, Question.Query)? {
    let content = words.content
    let lemmas = Set(content.map(words.lemma))
    if content.isEmpty {
      if let found = located() { return found }
      if words.names.count == 1, words.phrase.noun.isEmpty, let entity = words.names[0].entity,
        let found = simple(entity)
      {
        return found
      }
    }
    guard words.phrase.ask == .what, words.phrase.noun.isEmpty else { return nil }
    if !lemmas.isEmpty, lemmas.isSubset(of: Self.telling), words.names.count == 1,
      let entity = words.names[0].entity
    {
      return everything(entity)
    }
    if lemmas == ["happen"] || lemmas == ["occur"] { return try happened() }
    let isDoing =
      content.isEmpty
      && words.scope.contains { words.lemma($0) == "do" && words.tokens[$0].partOfSpeech == .verb }
    guard isDoing, (1...2).contains(words.names.count), let first = words.names[0].entity else { return nil }
    let other = words.names.count == 2 ? words.names[1].entity : nil
    let pattern = writer.pattern(
      .known(first), [], other.map(PatternWriter.End.known) ?? .anything,
      answer: other == nil ? .object : .statement,
      conditions: dateConditions)
    return (.things, .patterns([pattern], areAllAsked: false))
  }

  private var dateConditions: [String] { QuestionDates(words).condition.map { [$0] } ?? [] }

  private func simple(_ entity: Entity) -> (Question.Kind, Question.Query)? {
    switch words.phrase.ask {
    case .tell: return everything(entity)
    case .who, .what:
      guard words.scope.contains(where: { words.lemma($0) == "be" }),
        words.adposition(before: words.names[0]) == nil
      else { return nil }
      // What text says with a noun for it: offices, memberships; else whatever is known.
      let any = writer.pattern(.known(entity), [], .anything, answer: .object, isEitherWay: true)
      let relations = writer.roles(of: entity)
      guard !relations.isEmpty else { return (.things, .patterns([any], areAllAsked: false)) }
      let role = writer.pattern(
        .known(entity), relations, .anything, answer: .object, conditions: ["r.role IS NOT NULL"])
      return (.things, .patterns([role, any], areAllAsked: false))
    case .place:
      let place = PatternWriter.End.unknown([.place], [])
      return (
        .place,
        .patterns(
          [writer.pattern(.known(entity), places(of: entity), place, answer: .object)], areAllAsked: false)
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
  private func located() -> (Question.Kind, Question.Query)? {
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
      return (words.phrase.ask == .howMany ? .count : .things, .patterns([pattern], areAllAsked: false))
    case .whether where words.names.count == 2:
      guard let first = words.names[0].entity else { return nil }
      let pattern = writer.pattern(.known(first), relations, .known(place), answer: .object, reach: 1...3)
      return (.whether, .patterns([pattern], areAllAsked: false))
    default: return nil
    }
  }

  /// Events that something suffered, or that took place somewhere.
  private func happened() throws(QuestionError) -> (Question.Kind, Question.Query) {
    let conditions = ["r.event"] + dateConditions
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

  /// Relations that say where something is: they lead to places alone, and text says them with “in” or “to”.
  private func places(of entity: Entity) -> [String] {
    ontology.relations.filter { relation in
      !relation.isSymmetric && ontology.allows(entity.type, in: relation.domain)
        && relation.range.allSatisfy { ontology.isKind($0, of: .place) }
        && relation.triggers.contains { ["in", "at", "to", "near"].contains($0.pattern.last ?? "") }
    }.map(\.id)
  }
}
