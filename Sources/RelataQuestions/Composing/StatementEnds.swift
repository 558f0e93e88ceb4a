import RelataGraph
import RelataLanguage

/// Who does what to whom: read from the order of words, the voice of the verb and the prepositions, as
/// English grammar fixes it in questions.
struct StatementEnds {
  typealias Name = QuestionWords.Name

  private(set) var subject: Name?
  private(set) var object: Name?
  /// Whether what is asked for is the subject, in questions for things.
  private(set) var asksForSubject = false

  /// - Parameter adjunct: a place that is neither.
  init(_ predicate: Predicate, in words: QuestionWords, adjunct: PlaceAdjunct?) {
    let names = words.names.filter { $0.tokens != adjunct?.name.tokens }
    switch predicate.kind {
    case .verb: readVerb(predicate, words, names)
    case .adjective: readAdjective(predicate, names)
    case .role: readRole(predicate, words, names)
    case .noun: readNoun(predicate, words, names)
    }
  }

  private mutating func readVerb(_ predicate: Predicate, _ words: QuestionWords, _ names: [Name]) {
    let head = predicate.head
    let before = names.filter { $0.tokens.upperBound <= head }
    let after = names.filter { $0.tokens.lowerBound > head }
    if words.isPassive(head), !predicate.isPrepositional {
      let agent = names.first { words.adposition(before: $0)?.word == "by" }
      subject = agent
      object = before.last { $0.tokens != agent?.tokens } ?? after.first { $0.tokens != agent?.tokens }
      asksForSubject = words.phrase.asksForThing && object != nil && agent == nil
      return
    }
    let used = predicate.used.filter { $0 > head }.map(words.form)
    subject = before.last
    object =
      after.first { name in words.adposition(before: name).map { used.contains($0.word) } ?? false }
      ?? after.first { words.adposition(before: $0) == nil } ?? after.first
    // “the group *that* HTS attacked”: what the clause is about stands before the verb as well.
    if object == nil, before.count == 2, before[0].entity == nil { object = before[0] }
    asksForSubject = words.phrase.asksForThing && before.isEmpty
  }

  /// “Who is loyal to Assad?”, “Is HTS allied with Turkey?”
  private mutating func readAdjective(_ predicate: Predicate, _ names: [Name]) {
    subject = names.last { $0.tokens.upperBound <= predicate.head }
    object = names.first { $0.tokens.lowerBound > predicate.head }
    asksForSubject = subject == nil
  }

  /// “Who is the leader of HTS?”, “Is Sharaa Syria's president?”, “What is
  /// Sharaa the president of?”
  private mutating func readRole(_ predicate: Predicate, _ words: QuestionWords, _ names: [Name]) {
    object = names.first { $0.tokens.lowerBound > predicate.head }
    var before = names.filter { $0.tokens.upperBound <= predicate.head }
    if object == nil, let last = before.last {
      let next = last.tokens.upperBound
      let isHolder = next < words.tokens.count && words.tokens[next].partOfSpeech == .determiner
      if !isHolder {
        object = last
        before.removeLast()
      }
    }
    subject = before.first
    asksForSubject = subject == nil
  }

  /// “When was the capture of Aleppo by HTS?”, “Where was the meeting between Putin and Sharaa?”
  private mutating func readNoun(_ predicate: Predicate, _ words: QuestionWords, _ names: [Name]) {
    var rest = names
    func takeFirst(_ isWanted: (Name) -> Bool) -> Name? {
      rest.firstIndex(where: isWanted).map { rest.remove(at: $0) }
    }
    subject =
      takeFirst { words.adposition(before: $0)?.word == "by" }
      ?? takeFirst { words.isPossessive($0) && $0.tokens.upperBound <= predicate.head }
    let isBetween = rest.first.map { words.adposition(before: $0)?.word == "between" } ?? false
    if isBetween, subject == nil { subject = takeFirst { _ in true } }
    object = takeFirst { $0.tokens.lowerBound > predicate.head } ?? takeFirst { _ in true }
    if subject == nil, !rest.isEmpty { subject = rest.removeFirst() }
    asksForSubject = subject == nil
  }
}
