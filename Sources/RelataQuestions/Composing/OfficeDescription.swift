import RelataGraph
import RelataLanguage
import RelataWords

/// Somebody told by an office: “Who met *the leader of HTS*?”, “Did *Russia's foreign
/// minister* visit Damascus?”
struct OfficeDescription {
  let words: QuestionWords
  let ontology: Ontology
  let kinds: KindFinder

  private static let adpositions = QuestionWordList.officeAdpositions.words

  /// The names of the question, those that are part of such a description replaced with whom it describes.
  ///
  /// Where the question has no verb, the office is what it asks for: “Who is the leader of HTS?”
  var names: [QuestionWords.Name] {
    let hasVerb = words.scope.contains { index in
      words.isVerb(index) && !words.isNamed(index) && !QuestionWords.lightVerbs.contains(words.lemma(index))
        && !PredicateFinder.copulas.contains(words.lemma(index))
    }
    guard hasVerb else { return words.names }
    var names = words.names
    for index in words.scope {
      guard let description = description(endingAt: index) else { continue }
      names.removeAll { description.tokens.overlaps($0.tokens) }
      names.append(description)
    }
    return names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func description(endingAt index: Int) -> QuestionWords.Name? {
    guard !words.isNamed(index), kinds.isOffice([words.lemma(index)]),
      let (office, readings) = office(endingAt: index),
      let (owner, tokens) = owner(of: index + 1 - office.count..<index + 1)
    else { return nil }
    let directions = RelationDirections(
      readings, subjectTypes: [], objectTypes: [owner.type], mayTurn: false, ontology: ontology)
    let isTurned = directions.forward.isEmpty
    let step = PatternWriter.Step(
      relations: isTurned ? directions.backward : directions.forward, isBackward: isTurned, other: owner,
      office: Office(office, of: readings, ontology: ontology))
    return QuestionWords.Name(thing: .described([], [step]), tokens: tokens)
  }

  /// The longest office whose last word stands there, “foreign minister” before “minister”.
  private func office(endingAt index: Int) -> (words: [String], readings: [Predicate.Reading])? {
    var best: [String] = []
    var readings: [Predicate.Reading] = []
    for relation in ontology.relations {
      // Who is not, or not yet, in an office is no holder of it.
      for trigger in relation.triggers
      where trigger.kind == .role && trigger.polarity != .negated && trigger.modality == nil {
        let office = Office.words(trigger.pattern)
        guard office.count >= max(1, best.count), has(office, endingAt: index) else {
          continue
        }
        if office != best { readings = [] }
        best = office
        readings.append(
          Predicate.Reading(
            relation: relation.id, trigger: trigger,
            domain: trigger.domain.isEmpty ? relation.domain : trigger.domain,
            range: trigger.range.isEmpty ? relation.range : trigger.range))
      }
    }
    return best.isEmpty ? nil : (best, readings)
  }

  private func has(_ office: [String], endingAt index: Int) -> Bool {
    let start = index + 1 - office.count
    guard start >= 0 else { return false }
    return zip(start..., office).allSatisfy { place, word in
      words.lemma(place) == word && !words.isNamed(place) && !words.phrase.tokens.contains(place)
        && !words.isVerb(place)
    }
  }

  /// Whose office it is, and the words of the whole description.
  private func owner(of office: Range<Int>) -> (entity: Entity, tokens: Range<Int>)? {
    let count = words.tokens.count
    var next = office.upperBound
    // “President Putin”: a title.
    if words.isNamed(next) { return nil }
    if next < count, Self.adpositions.contains(words.form(next)) {
      next += 1
      while next < count, words.tokens[next].partOfSpeech == .determiner, !words.isNamed(next) { next += 1 }
      if let name = words.names.first(where: { $0.tokens.lowerBound == next }), let entity = name.entity {
        return (entity, office.lowerBound..<name.tokens.upperBound)
      }
    }
    let end =
      office.lowerBound > 0 && words.tokens[office.lowerBound - 1].tag == "POS"
      ? office.lowerBound - 1 : office.lowerBound
    guard let name = words.names.first(where: { $0.tokens.upperBound == end }), let entity = name.entity
    else {
      return nil
    }
    return (entity, name.tokens.lowerBound..<office.upperBound)
  }
}
