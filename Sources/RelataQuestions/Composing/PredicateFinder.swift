import RelataGraph
import RelataLanguage
import RelataWords

/// Finds the words by which the ontology knows a relation.
struct PredicateFinder {
  private struct Hit {
    var reading: Predicate.Reading
    var head: Int
    var used: Set<Int>
    var kind: Trigger.Kind
    var missing: Int
  }

  let ontology: Ontology
  /// Relations of the graph that are in no ontology.
  let openRelations: [String]

  static let adpositions = QuestionWordList.adpositions.words

  /// Verbs between somebody and an office.
  static let copulas = QuestionWordList.copulas.words

  /// - Parameters:
  ///   - excluded: words that name something or belong to the asking phrase or to an adjunct.
  ///   - objectIsOmitted: whether the question names no object, so that the preposition of one may be
  ///     missing (“When did X flee?”).
  /// - Complexity: O(triggers · words).
  func predicate(in words: QuestionWords, excluding excluded: Set<Int>, objectIsOmitted: Bool) -> Predicate? {
    var hits: [Hit] = []
    let present = Set(
      words.scope.filter { !excluded.contains($0) }.flatMap { [words.lemma($0), words.form($0)] })
    for relation in ontology.relations {
      for trigger in relation.triggers where trigger.pattern.first.map(present.contains) ?? false {
        guard let hit = hit(trigger, relation, words, excluded) else { continue }
        if hit.missing == 0 || objectIsOmitted { hits.append(hit) }
      }
    }
    for relation in openRelations {
      let pattern = relation.split(separator: "_").map { $0.lowercased() }
      let trigger = Trigger(kind: .verb, pattern: pattern)
      let reading = Predicate.Reading(relation: relation, trigger: nil, domain: [.thing], range: [.thing])
      guard let hit = hit(trigger, reading, words, excluded), hit.missing == 0 || objectIsOmitted else {
        continue
      }
      hits.append(hit)
    }
    if hits.isEmpty { hits = labels(words, excluded) }
    // “Does X have bases in Y?” does not ask whether X is a base in Y.
    if !words.scope.contains(where: { Self.copulas.contains(words.lemma($0)) }),
      hits.contains(where: { $0.kind == .verb })
    {
      hits.removeAll { $0.kind == .role }
    }
    let root = words.root.flatMap { QuestionWords.lightVerbs.contains(words.tokens[$0].lemma) ? nil : $0 }
    func score(_ hit: Hit) -> (Int, Int) { (hit.head == root ? 1 : 0, hit.used.count) }
    // A missing preposition is no worse where there is no object to have it.
    guard let best = hits.max(by: { score($0) < score($1) }) else { return nil }
    let chosen = hits.filter { $0.head == best.head && score($0) == score(best) && $0.kind == best.kind }
    return Predicate(
      head: best.head, used: best.used, kind: best.kind,
      readings: chosen.map(\.reading))
  }

  /// Relations whose label the question has word by word: as the answers call them, whatever words texts use.
  private func labels(_ words: QuestionWords, _ excluded: Set<Int>) -> [Hit] {
    ontology.relations.flatMap { relation in
      let pattern = relation.label.lowercased().split(separator: " ").map(String.init)
      return [Trigger.Kind.verb, .role, .adjective].compactMap { kind in
        hit(Trigger(kind: kind, pattern: pattern), relation, words, excluded).flatMap {
          $0.missing == 0 ? $0 : nil
        }
      }
    }
  }

  private func hit(
    _ trigger: Trigger, _ relation: RelationType, _ words: QuestionWords, _ excluded: Set<Int>
  ) -> Hit? {
    let reading = Predicate.Reading(
      relation: relation.id, trigger: trigger,
      domain: trigger.domain.isEmpty ? relation.domain : trigger.domain,
      range: trigger.range.isEmpty ? relation.range : trigger.range)
    return hit(trigger, reading, words, excluded)
  }

  private func hit(
    _ trigger: Trigger, _ reading: Predicate.Reading, _ words: QuestionWords, _ excluded: Set<Int>
  ) -> Hit? {
    var used: Set<Int> = []
    var missing = 0
    var heads: [Int] = []
    for (place, word) in trigger.pattern.enumerated() {
      let token = words.scope.first {
        !excluded.contains($0) && !used.contains($0) && isWord($0, word, words)
      }
      if let token {
        used.insert(token)
        if !Self.adpositions.contains(word) { heads.append(token) }
      } else if place > 0, Self.adpositions.contains(word) {
        // Nouns and offices have their “of” said or not: “Syria's president”.
        if word == "of", trigger.kind == .noun || trigger.kind == .role { continue }
        missing += 1
      } else {
        return nil
      }
    }
    // The head of a verb's pattern is its first word, that of an office its last: “foreign minister”.
    guard let head = trigger.kind == .role || trigger.kind == .noun ? heads.last : heads.first,
      fits(head, trigger.kind, words)
    else { return nil }
    return Hit(reading: reading, head: head, used: used, kind: trigger.kind, missing: missing)
  }

  private func isWord(_ index: Int, _ word: String, _ words: QuestionWords) -> Bool {
    words.lemma(index) == word || words.form(index) == word
  }

  private func fits(_ index: Int, _ kind: Trigger.Kind, _ words: QuestionWords) -> Bool {
    let part = words.tokens[index].partOfSpeech
    return switch kind {
    case .verb: words.isVerb(index)
    case .noun: part == .noun
    case .role: [.noun, .properNoun, .adjective].contains(part)
    case .adjective: [.adjective, .verb].contains(part)
    }
  }
}
