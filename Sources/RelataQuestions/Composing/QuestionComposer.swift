import RelataGraph
import RelataLanguage
import RelataWords

/// Makes a query of the words of a question.
struct QuestionComposer {
  typealias Name = QuestionWords.Name

  private(set) var words: QuestionWords
  let ontology: Ontology
  let kinds: KindFinder
  let writer: PatternWriter
  let finder: PredicateFinder
  /// Of what is asked for; empty: any.
  let answerTypes: [EntityType]

  init(
    _ words: QuestionWords, ontology: Ontology, kinds: KindFinder, writer: PatternWriter,
    finder: PredicateFinder
  )
    throws(QuestionError)
  {
    self.ontology = ontology
    self.kinds = kinds
    self.writer = writer
    self.finder = finder
    var words = words
    if let clause = RelativeClause(words, kinds: kinds) {
      words.names = try clause.names(words, ontology: ontology, kinds: kinds, finder: finder)
    }
    words.names = OfficeDescription(words: words, ontology: ontology, kinds: kinds).names
    self.words = words
    let noun = words.phrase.noun
    guard let types = kinds.types(noun) else {
      let wider =
        noun.last.flatMap { noun.count > 1 && kinds.types([$0]) != nil ? "; ask for “\($0)”" : nil } ?? ""
      throw .notUnderstood(
        "“\(noun.joined(separator: " "))” is no kind of thing that the ontology has" + wider)
    }
    answerTypes = types
  }

  func compose(_ text: String) throws(QuestionError) -> Question {
    for index in words.scope where !words.isNamed(index) && SmallWords.isModal(words.tokens[index]) {
      guard !QuestionDates(words).used.contains(index) else { continue }
      throw .notUnderstood("“\(words.form(index))” asks for what may or ought to be, which no text settles")
    }
    try requireClearNegation()
    if let (kind, query) = try connection() {
      try requireAffirmed()
      return Question(text: text, kind: kind, query: query)
    }
    if words.phrase.ask == .how {
      throw .notUnderstood("“how” is understood of connections and in “how many”")
    }
    if let (kind, query) = try general() {
      try requireAffirmed()
      return Question(text: text, kind: kind, query: query)
    }
    let (query, isDenial) = try specific()
    let isNegated = !words.negations.isEmpty && !words.isRhetorical
    return Question(text: text, kind: kind, query: query, isNegated: isNegated != isDenial)
  }

  /// “Yes” to “Did X not …?” may mean the one or the other.
  private func requireClearNegation() throws(QuestionError) {
    guard let first = words.negations.first, !words.isRhetorical else { return }
    guard [.who, .what].contains(words.phrase.ask), words.negations.count == 1 else {
      throw .notUnderstood("the answer could be misread; ask without “\(words.form(first))”")
    }
  }

  private func requireAffirmed() throws(QuestionError) {
    guard let first = words.negations.first, !words.isRhetorical else { return }
    throw .notUnderstood("the answer could be misread; ask without “\(words.form(first))”")
  }

  private var kind: Question.Kind {
    switch words.phrase.ask {
    case .who, .what, .how, .tell: .things
    case .howMany: .count
    case .when: .time
    case .place: .place
    case .whether: .whether
    }
  }

  /// “Who captured Damascus?”: a question with a predicate of its own.
  ///
  /// - Returns: whether what it asks for is kept as a denial, besides the query.
  private func specific(
    mayNameKinds: Bool = true
  ) throws(QuestionError) -> (query: Question.Query, isDenial: Bool) {
    let adjunct = PlaceAdjunct(words, ontology: ontology)
    let asksForThing = words.phrase.asksForThing
    let given = words.names.count - (adjunct == nil ? 0 : 1)
    guard
      let predicate = finder.predicate(
        in: words, excluding: words.taken.union(adjunct.map { [$0.adposition] } ?? []),
        objectIsOmitted: !asksForThing && given <= 1)
    else {
      if words.content.isEmpty, let small = words.smallWords.first {
        throw .notUnderstood("“\(words.form(small))” is not understood beside the rest")
      }
      throw .notUnderstood("no word in it is one by which the ontology knows a relation")
    }
    let ends = StatementEnds(predicate, in: words, adjunct: adjunct)
    guard asksForThing || ends.subject != nil || ends.object != nil else {
      throw .notUnderstood("it names nothing that the graph knows")
    }
    let told = [ends.subject, ends.object, adjunct?.name].compactMap { $0?.tokens }
    if let rest = words.names.first(where: { !told.contains($0.tokens) }) {
      throw .notUnderstood("it is not clear what “\(words.text(rest.tokens))” has to do with the rest")
    }
    if mayNameKinds, let kind = bareKind(predicate.used) {
      return try with(kind).specific(mayNameKinds: false)
    }
    try requireUnderstood(
      predicate.used.union(adjunct.map { [$0.adposition] } ?? []), adpositions: adpositions(of: predicate))
    guard !asksForThing || ends.subject == nil || ends.object == nil else {
      throw .notUnderstood("both ends of what it asks for are named; ask “did …” or “where did …”")
    }
    if let negation = words.negations.first, !words.isRhetorical, negation > predicate.head {
      throw .notUnderstood("“\(words.form(negation))” is not understood beside the rest")
    }
    if predicate.used.contains(where: { words.form($0) == "near" }) {
      throw .notUnderstood("the graph does not tell what is near a place from what is in it")
    }
    let patterns = StatementPatterns(
      predicate, ends, words: words, ontology: ontology, answerTypes: answerTypes, writer: writer)
    var all = patterns.all(in: adjunct?.name.entity)
    // “Does X have bases in Y?” may be said of a seat, or of bases.
    if mayNameKinds, let kind = bareKind([]),
      let other = try? with(kind).specific(mayNameKinds: false), other.isDenial == patterns.isNegated,
      case .patterns(let others, _) = other.query
    {
      all += others
    }
    return (.patterns(all, areAllAsked: false), patterns.isNegated)
  }

  private static let roleAdpositions = QuestionWordList.roleAdpositions.words
  private static let nounAdpositions = QuestionWordList.nounAdpositions.words

  /// Those that may stand beside a predicate without being part of it; which others do decides
  /// what it means: “fight for”.
  private func adpositions(of predicate: Predicate) -> Set<String> {
    switch predicate.kind {
    case .verb: words.isPassive(predicate.head) ? ["by"] : []
    case .adjective: []
    case .role: Self.roleAdpositions
    case .noun: Self.nounAdpositions
    }
  }

  /// The same question, a kind taken for a name.
  private func with(_ kind: Name) -> QuestionComposer {
    var other = self
    other.words.names = (words.names + [kind]).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return other
  }

  /// “Does Russia operate *bases*?”, “Who leads *an armed group*?”: any of that kind.
  private func bareKind(_ used: Set<Int>) -> Name? {
    for index in words.content
    where words.tokens[index].partOfSpeech == .noun && !used.contains(index) && !isBesideName(index, used) {
      var first = index
      while first > 0, words.content.contains(first - 1), words.tokens[first - 1].partOfSpeech != .verb {
        first -= 1
      }
      let isIndefinite =
        words.tokens[index].feature("Number") == "Plur"
        || (first > 0 && ["a", "an", "any"].contains(words.form(first - 1)))
      let isTheirs = first > 0 && (words.form(first - 1) == "the" || words.tokens[first - 1].tag == "POS")
      guard isIndefinite, !isTheirs, let types = kinds.labelledTypes((first...index).map(words.lemma)) else {
        continue
      }
      return Name(thing: .described(types, []), tokens: first..<index + 1)
    }
    return nil
  }

  /// Nothing that a question says may be passed over in silence.
  ///
  /// - Parameters:
  ///   - used: the words that the query stands on, besides names, dates and the asking phrase.
  ///   - adpositions: which may stand in it besides.
  func requireUnderstood(_ used: Set<Int>, adpositions: Set<String> = []) throws(QuestionError) {
    let rest = words.content.filter { !used.contains($0) && !isBesideName($0, used) }
    let small = words.smallWords.filter { index in
      guard !used.contains(index), !adpositions.contains(words.form(index)) else { return false }
      // “The city of Aleppo”.
      return words.form(index) != "of" || index == 0 || !isBesideName(index - 1, used)
    }
    if let first = rest.first ?? small.first {
      throw .notUnderstood("“\(words.tokens[first].form)” is not understood beside the rest")
    }
  }

  /// “*President* Putin”, “the *city* of Aleppo”, “Assad's *government*”: words that tell nothing
  /// but who or what is meant.
  private func isBesideName(_ index: Int, _ used: Set<Int>) -> Bool {
    var next = index + 1
    while next < words.tokens.count, !words.isNamed(next), !used.contains(next),
      [.noun, .properNoun, .adjective].contains(words.tokens[next].partOfSpeech)
    {
      next += 1
    }
    var first = index
    while first > 0, !words.isNamed(first - 1), !words.phrase.tokens.contains(first - 1),
      !used.contains(first - 1),
      [.noun, .properNoun, .adjective].contains(words.tokens[first - 1].partOfSpeech)
    {
      first -= 1
    }
    func name(at index: Int) -> Name? { words.names.first { $0.tokens.contains(index) } }
    if name(at: next) != nil, kinds.isTitle(words.text(first..<next)) { return true }
    if name(at: next) == nil, next == index + 1, next < words.tokens.count, words.form(next) == "of" {
      next += 1
    }
    if let type = name(at: next)?.entity?.type, kinds.describes(words.lemma(index), type) { return true }
    guard index > 0 else { return false }
    // “Aleppo city”; but “Syria's city” is another thing.
    let isOwned = words.tokens[index - 1].tag == "POS"
    guard let type = name(at: isOwned ? index - 2 : index - 1)?.entity?.type else { return false }
    return (!isOwned && kinds.describes(words.lemma(index), type))
      || kinds.actsForItsOwner(words.lemma(index))
  }
}

extension QuestionWords {
  /// What names something or belongs to the asking phrase: no predicate is looked for there.
  var taken: Set<Int> {
    Set(phrase.tokens).union(names.flatMap { Array($0.tokens) }).union(QuestionDates(self).used)
  }
}
