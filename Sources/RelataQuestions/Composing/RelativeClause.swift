import RelataGraph
import RelataLanguage
import RelataWords

/// A clause that tells what is meant: “Who leads *the group that captured Damascus*?”
struct RelativeClause {
  /// The noun with what describes it, to the end of the clause.
  private let tokens: Range<Int>
  /// “that”.
  private let pronoun: Int
  private let types: [EntityType]

  private static let pronouns = QuestionWordList.relativePronouns.words

  /// nil where the question has none.
  init?(_ words: QuestionWords, kinds: KindFinder) {
    let start = words.phrase.tokens.upperBound
    guard
      let pronoun = words.scope.first(where: { index in
        index > start && Self.pronouns.contains(words.form(index)) && !words.isNamed(index)
          && words.tokens[index - 1].partOfSpeech == .noun && !words.isNamed(index - 1)
      })
    else { return nil }
    var first = pronoun - 1
    func noun() -> [EntityType]? { kinds.types((first..<pronoun).map(words.lemma)) }
    guard var types = noun() else { return nil }
    while first > start, [.adjective, .noun].contains(words.tokens[first - 1].partOfSpeech),
      !words.isNamed(first - 1)
    {
      first -= 1
      guard let narrower = noun() else { return nil }
      types = narrower
    }
    self.types = types
    self.pronoun = pronoun
    tokens = first..<Self.end(of: pronoun, words)
  }

  /// Where the clause ends: “that captured Damascus” with the name after the verb, “that Sharaa
  /// leads” with the verb after the name.
  private static func end(of pronoun: Int, _ words: QuestionWords) -> Int {
    let isVerb = { (index: Int) in [.verb, .auxiliary].contains(words.tokens[index].partOfSpeech) }
    guard let name = words.names.first(where: { $0.tokens.lowerBound > pronoun }) else {
      return words.scope.upperBound
    }
    if (pronoun..<name.tokens.lowerBound).contains(where: isVerb) { return name.tokens.upperBound }
    let verb = words.scope.first { $0 >= name.tokens.upperBound && words.tokens[$0].partOfSpeech == .verb }
    return (verb ?? words.scope.upperBound - 1) + 1
  }

  /// The names of the question, those of the clause replaced with the one thing that it describes.
  ///
  /// - Throws: ``QuestionError`` if the clause is not understood.
  func names(
    _ words: QuestionWords, ontology: Ontology, kinds: KindFinder, finder: PredicateFinder
  ) throws(QuestionError) -> [QuestionWords.Name] {
    var inner = QuestionWords(
      tokens: words.tokens,
      names: [QuestionWords.Name(thing: .described(types, []), tokens: pronoun..<pronoun + 1)]
        + words.names.filter { tokens.contains($0.tokens.lowerBound) },
      phrase: AskingPhrase(clauseAt: pronoun))
    inner.scope = pronoun..<tokens.upperBound
    let description = words.text(tokens)
    guard let predicate = finder.predicate(in: inner, excluding: inner.taken, objectIsOmitted: false) else {
      throw .notUnderstood("no word in “\(description)” is one by which the ontology knows a relation")
    }
    let ends = StatementEnds(predicate, in: inner, adjunct: nil)
    guard inner.names.count == 2, inner.negations.isEmpty, !inner.asksForPlans,
      inner.smallWords.allSatisfy({ predicate.used.contains($0) || inner.form($0) == "by" }),
      inner.content.allSatisfy(predicate.used.contains),
      QuestionDates(inner).used.isEmpty, let subject = ends.subject, let object = ends.object,
      let other = subject.entity ?? object.entity
    else {
      throw .notUnderstood("“\(description)” must be told by one verb and one name")
    }
    let directions = RelationDirections(
      predicate.readings, subjectTypes: subject.types, objectTypes: object.types, mayTurn: false,
      ontology: ontology)
    guard directions.readings.allSatisfy({ !$0.isNegated && $0.trigger?.modality == nil }) else {
      throw .notUnderstood("“\(description)” tells of what is not so, or not yet")
    }
    let isTurned = directions.forward.isEmpty
    let step = PatternWriter.Step(
      relations: isTurned ? directions.backward : directions.forward,
      isBackward: (object.entity == nil) != isTurned, other: other)
    let described = QuestionWords.Name(thing: .described(types, [step]), tokens: tokens)
    return (words.names.filter { !tokens.contains($0.tokens.lowerBound) } + [described])
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
