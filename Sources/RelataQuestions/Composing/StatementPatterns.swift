import RelataGraph

/// The patterns that ask for the statements of a predicate between two ends.
struct StatementPatterns {
  typealias Name = QuestionWords.Name

  private let words: QuestionWords
  private let ontology: Ontology
  private let answerTypes: [EntityType]
  private let writer: PatternWriter
  private let predicate: Predicate
  private let ends: StatementEnds
  /// All of one polarity: an answer must not mix what is so with what is not.
  private var readings: [Predicate.Reading] = []
  /// Whether they ask for what the graph keeps as a denial: “abandoned”, “lifted sanctions on”.
  private(set) var isNegated = false

  init(
    _ predicate: Predicate, _ ends: StatementEnds, words: QuestionWords, ontology: Ontology,
    answerTypes: [EntityType], writer: PatternWriter
  ) {
    self.predicate = predicate
    self.ends = ends
    self.words = words
    self.ontology = ontology
    self.answerTypes = answerTypes
    self.writer = writer
    let polarities = Set(directions(told).readings.map(\.isNegated))
    // Whoever “abandons” a base withdraws from it, and operates it no more: what is affirmed is
    // nearer to what is asked.
    readings = polarities.count > 1 ? told.filter { !$0.isNegated } : told
    isNegated = polarities == [true]
  }

  private var asksForThing: Bool { words.phrase.asksForThing }

  /// In the order in which they are to be tried.
  ///
  /// - Parameter place: where what is asked for lies or happened.
  func all(in place: Entity?) -> [String] {
    let chosen = directions(readings).readings
    var modalities: [Modality?] = []
    for modality in chosen.map({ $0.trigger?.modality }) where !modalities.contains(modality) {
      modalities.append(modality)
    }
    // What words like “president-elect” say is told of the planned alone.
    return modalities.flatMap { modality -> [String] in
      let directions = self.directions(chosen.filter { $0.trigger?.modality == modality })
      var patterns: [String] = []
      if !directions.forward.isEmpty {
        patterns += self.patterns(directions.forward, place, modality, isTurned: false)
      }
      if !directions.backward.isEmpty {
        patterns += self.patterns(directions.backward, place, modality, isTurned: true)
      }
      return patterns
    }
  }

  private func directions(_ readings: [Predicate.Reading]) -> RelationDirections {
    RelationDirections(
      readings, subjectTypes: types(ends.subject, isAsked: asksForThing && ends.asksForSubject),
      objectTypes: types(ends.object, isAsked: asksForThing && !ends.asksForSubject),
      mayTurn: !asksForThing && (ends.subject == nil || ends.object == nil), ontology: ontology)
  }

  /// “Where did X flee?” asks for where to, unless it says “from”.
  private var told: [Predicate.Reading] {
    guard words.phrase.ask == .place, !predicate.used.contains(where: { words.form($0) == "from" }) else {
      return predicate.readings
    }
    let kept = predicate.readings.filter { reading in
      ontology.relation(reading.relation)?.label.split(separator: " ").last != "from"
    }
    return kept.isEmpty ? predicate.readings : kept
  }

  private func types(_ name: Name?, isAsked: Bool) -> [EntityType] {
    if let name { return name.types }
    guard isAsked else { return [] }
    // “Who” asks for those who act, so for no relation of events alone.
    return words.phrase.ask == .who
      ? [.person, .organization, .country, .populationGroup] : answerTypes
  }

  private func end(_ name: Name?, isAsked: Bool) -> PatternWriter.End {
    switch name?.thing {
    case .entity(let entity): .known(entity)
    case .described(let types, let steps): .unknown(types, steps)
    case nil: .unknown(isAsked ? answerTypes : [], [])
    }
  }

  private func patterns(
    _ relations: [String], _ place: Entity?, _ modality: Modality?, isTurned: Bool
  ) -> [String] {
    var subject = end(ends.subject, isAsked: asksForThing && ends.asksForSubject)
    var object = end(ends.object, isAsked: asksForThing && !ends.asksForSubject)
    var asksForSubject = ends.asksForSubject
    var conditions = roleCondition
    if let modality = words.asksForPlans ? .planned : modality {
      conditions.append("r.modality = '\(modality.rawValue)'")
    }
    if let date = QuestionDates(words).condition(writer) { conditions.append(date) }
    if isTurned {
      (subject, object) = (object, subject)
      asksForSubject.toggle()
    }
    switch words.phrase.ask {
    case .when:
      return [
        writer.pattern(
          subject, relations, object, answer: .time, conditions: ["r.time IS NOT NULL"] + conditions)
      ]
    case .place:
      let told = writer.pattern(
        subject, relations, object, answer: .place, conditions: ["r.place IS NOT NULL"] + conditions)
      guard ends.object == nil, !isTurned else { return [told] }
      let reached = writer.pattern(
        subject, relations, .unknown([.place], []), answer: .object, conditions: conditions)
      return [reached, told]
    case .whether, .who, .what, .howMany, .how, .tell:
      var answer = PatternWriter.Answer.statement
      if asksForThing, ends.subject == nil || ends.object == nil {
        answer = asksForSubject ? .subject : .object
      }
      if let place {
        let located = ontology.locatingRelations
        if case .unknown(let types, let steps) = object, answer == .object || !types.isEmpty, !located.isEmpty
        {
          object = .unknown(
            types, steps + [PatternWriter.Step(relations: located, reach: 1...3, other: place)])
        } else {
          conditions.insert("r.place = \(PatternWriter.text(place.name))", at: 0)
        }
      }
      return [writer.pattern(subject, relations, object, answer: answer, conditions: conditions)]
    }
  }

  /// Only those whose role says so, or that give none.
  ///
  /// Of a question for yes and no those that are former are shown as such; who is asked for
  /// must not be one of them.
  private var roleCondition: [String] {
    let hasRoles = predicate.readings.contains { reading in
      ontology.relation(reading.relation)?.triggers.contains { $0.kind == .role } ?? false
    }
    guard predicate.kind != .verb || (hasRoles && words.isPassive(predicate.head)) else { return [] }
    let isPresent =
      words.phrase.ask != .whether
      && words.scope.contains {
        ["is", "are", "'s", "’s"].contains(words.form($0)) && words.lemma($0) == "be"
      }
    let pattern = predicate.kind == .role ? predicate.readings.first?.trigger?.pattern ?? [] : []
    let office = Office(Office.words(pattern), of: predicate.readings, ontology: ontology)
    return office.condition("r", isPresent: isPresent).map { [$0] } ?? []
  }
}

extension Ontology {
  /// Relations that say where something lies: those that Wikidata knows as location (P276), administrative
  /// territory (P131), country (P17) or whole (P361).
  var locatingRelations: [String] {
    relations.filter { ["P276", "P131", "P17", "P361"].contains($0.wikidata ?? "") }.map(\.id)
  }
}
