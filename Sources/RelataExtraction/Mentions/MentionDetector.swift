import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Finds what a sentence speaks of: names, demonyms, descriptions and pronouns.
struct MentionDetector: Sendable {
  let gazetteer: Gazetteer
  let classifier: TypeClassifier
  /// What each pronoun can refer to.
  let pronouns: [String: PronounReference]
  /// Nouns, adjectives and adpositions that say what a name beside them names.
  var lists: WordLists { gazetteer.wordLists }

  init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    classifier = TypeClassifier(gazetteer: gazetteer)
    pronouns = PronounReference.all(gazetteer.wordLists)
  }

  func mentions(in tree: SentenceTree, sentence: Int) -> [Mention] {
    var mentions: [Mention] = []
    for index in tree.names.indices {
      guard let mention = name(index, in: tree, sentence: sentence) else { continue }
      mentions.append(mention)
      mentions += nested(in: mention, tree)
      if let institution = institution(around: mention, in: tree) { mentions.append(institution) }
    }
    for token in tree.tokens.indices where tree.nameAt[token] == nil {
      if let mention = word(token, in: tree, sentence: sentence) {
        mentions.append(mention)
        if mention.kind == .demonym, let institution = institution(around: mention, in: tree) {
          mentions.append(institution)
        }
      }
    }
    return mentions.sorted { ($0.head, $0.tokens.lowerBound) < ($1.head, $1.tokens.lowerBound) }
  }

  // MARK: Names

  private func name(_ index: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
    let span = tree.names[index]
    guard span.label != .time else { return nil }
    var tokens = span.tokens
    var hasTitle = false
    while tokens.count > 1, span.label == .person {
      let first = tree.tokens[tokens.lowerBound]
      guard isTitle(first) || (hasTitle && first.partOfSpeech == .punctuation) else { break }
      hasTitle = true
      tokens = tokens.dropFirst()
    }
    // A dash or a closing bracket inside ends the name: "Khmeimim Air Base—Russia".
    if let cut = tokens.dropFirst().first(where: { isBoundary($0, in: tokens, tree) }) {
      tokens = tokens.lowerBound..<cut
    }
    // "the" and stray punctuation at the ends are not part of a name.
    while tokens.count > 1, let first = tokens.first,
      tree.tokens[first].partOfSpeech == .punctuation || tree.lemmas[first] == "the"
    {
      tokens = tokens.dropFirst()
    }
    while tokens.count > 1, let last = tokens.last,
      tree.tokens[last].partOfSpeech == .punctuation && tree.tokens[last].form != "."
        || tree.tokens[last].tag == "POS"
    {
      tokens = tokens.dropLast()
    }
    guard tokens.contains(where: { tree.tokens[$0].form.contains(where: \.isUppercase) }) else { return nil }
    tokens = extended(tokens, in: tree)
    if isPartOfOffice(tree.nameHeads[index], in: tree), span.label != .location, span.label != .person {
      return nil
    }
    let words = tokens.map { tree.tokens[$0].form }
    if words.count > 1, let named = demonym(of: tokens, in: tree, sentence: sentence) { return named }
    if words.count == 1, span.label != .person || gazetteer.givenName(words[0]) == nil,
      gazetteer.country(demonym: words[0]) != nil, gazetteer.country(named: words[0]) == nil
    {
      // "a Russian" names nobody.
      return demonym(tokens.lowerBound, in: tree, sentence: sentence)
    }
    let before = tokens.lowerBound - 1
    if before >= 0, isTitle(tree.tokens[before]),
      tree.nameAt[before] == nil || before >= span.tokens.lowerBound
    {
      hasTitle = true
    }
    let guess = classifier.classify(
      words, label: span.label, confidence: span.confidence, hasPersonTitle: hasTitle && span.label == .person
    )
    let decision = corrected(guess, tokens, words, hasTitle: hasTitle, in: tree)
    var mention = Mention(
      kind: .name, sentence: sentence, tokens: tokens, head: tree.nameHeads[index],
      text: tree.text(tokens), types: [decision.type], typeConfidence: decision.confidence,
      gender: nil, isPlural: false, canonicalName: decision.canonicalName,
      identifiers: decision.identifiers)
    if decision.type == .person { mention.gender = gender(words, before: before, in: tree) }
    return mention
  }

  /// A capitalised proper noun right before a name, of the same phrase, that the tags left out: "Hayʼat" of
  /// "Hayʼat Tahrir al-Sham".
  private func extended(_ tokens: Range<Int>, in tree: SentenceTree) -> Range<Int> {
    var start = tokens.lowerBound
    while start > 0 {
      let before = start - 1
      // "Secretary of State Mike Pompeo": the end of a title.
      if before > 0, tree.lemmas[before - 1] == "of" { break }
      guard tree.tokens[before].partOfSpeech == .properNoun, tree.nameAt[before] == nil,
        tree.tokens[before].form.first?.isUppercase == true, !isTitle(tree.tokens[before]),
        gazetteer.country(demonym: tree.tokens[before].form) == nil,
        ["flat", "compound", "appos", "dep", "nmod"].contains(tree.relations[before])
          || tree.heads[start] == before
          || tree.heads[before].map(tokens.contains) == true
      else { break }
      start = before
    }
    return start..<tokens.upperBound
  }

  private func isBoundary(_ token: Int, in tokens: Range<Int>, _ tree: SentenceTree) -> Bool {
    switch tree.tokens[token].form {
    case "—", "--", "–": return tree.tokens[token].form != "–" || tree.tokens[token].hasSpaceAfter
    case ")", "]": return !tokens.contains { $0 < token && ["(", "["].contains(tree.tokens[$0].form) }
    case "(", "[": return !tokens.contains { $0 > token && [")", "]"].contains(tree.tokens[$0].form) }
    default: return false
    }
  }

  /// "Minister of Foreign Affairs": the portfolio is part of the title, not a body of its own.
  private func isPartOfOffice(_ head: Int, in tree: SentenceTree) -> Bool {
    guard tree.adposition(of: head) == "of" || tree.adposition(of: head) == "for", let noun = tree.heads[head]
    else { return false }
    return lists[.officeNouns].contains(tree.lemmas[noun])
  }

  /// What the immediate context says against a guess: acronyms are no persons, and one is not "in" a person.
  private func corrected(
    _ decision: TypeClassifier.Decision, _ tokens: Range<Int>, _ words: [String], hasTitle: Bool,
    in tree: SentenceTree
  ) -> TypeClassifier.Decision {
    guard decision.canonicalName == nil, !hasTitle else { return decision }
    var result = decision
    let head =
      tokens.first { token in tree.heads[token].map { !tokens.contains($0) } ?? true } ?? tokens.lowerBound
    let next = tokens.upperBound
    // "Hayat Tahrir al-Sham (HTS)": what has an acronym is a body.
    if decision.type == .person || decision.type == .thing, tree.tokens.indices.contains(next + 2),
      tree.tokens[next].form == "(", tree.tokens[next + 2].form == ")",
      Acronym.isAcronym(tree.tokens[next + 1].form, of: TypeClassifier.join(words))
    {
      return TypeClassifier.Decision(type: .organization, confidence: 0.9)
    }
    if words.count == 1, Acronym.looksLike(words[0]), words[0].count >= 3,
      decision.type == .person || decision.type == .thing
    {
      result = TypeClassifier.Decision(type: .organization, confidence: 0.7)
    }
    // "HTS fighters", "FARC rebels"
    let follower = tree.tokens.indices.contains(next) ? tree.lemmas[next] : ""
    if result.type == .organization
      || result.type == .person && words.count == 1 && Acronym.looksLike(words[0]),
      lists[.combatants].contains(follower)
    {
      return TypeClassifier.Decision(type: .armedGroup, confidence: 0.9)
    }
    if result.type == .organization || result.type == .thing || result.type == .place,
      lists[.agreementNouns].contains(follower)
    {
      return TypeClassifier.Decision(type: .agreement, confidence: 0.85)
    }
    if result.type == .organization, isDescribedAsArmed(head, in: tree) {
      return TypeClassifier.Decision(type: .armedGroup, confidence: 0.9)
    }
    if decision.type == .person, words.count == 1, gazetteer.givenName(words[0]) == nil,
      lists[.placeAdpositions].contains(adpositionOfList(head, in: tree))
    {
      return TypeClassifier.Decision(type: .place, confidence: 0.65)
    }
    return result
  }

  /// The adposition of a nominal, or of the list that it stands in: "in Tartus and Hmeimim".
  private func adpositionOfList(_ head: Int, in tree: SentenceTree) -> String {
    var first = head
    while tree.universalRelation(of: first) == "conj", let before = tree.heads[first], before < first {
      first = before
    }
    return tree.adposition(of: first)
  }

  /// "HTS, a jihadist group", "the militant group X".
  private func isDescribedAsArmed(_ head: Int, in tree: SentenceTree) -> Bool {
    var nouns = tree.children[head].filter {
      ["appos", "nmod:desc", "compound"].contains(tree.relations[$0])
    }
    if let noun = tree.heads[head], ["appos", "flat", "compound", "nmod:desc"].contains(tree.relations[head])
    {
      nouns.append(noun)
    }
    if let noun = tree.heads[head], tree.relations[head].hasPrefix("nsubj"),
      tree.child(of: noun, "cop") != nil
    {
      nouns.append(noun)
    }
    return nouns.contains { noun in
      if lists[.armedBodies].contains(tree.lemmas[noun]) { return true }
      guard lists[.bodies].contains(tree.lemmas[noun]) else { return false }
      return tree.children[noun].contains { lists[.armedAdjectives].contains(tree.lemmas[$0]) }
    }
  }

  private func isTitle(_ token: Token) -> Bool {
    guard token.form.first?.isUppercase == true else { return false }
    let word = token.form.lowercased()
    // "Presidents Buhari and Talon"
    return gazetteer.title(word) != nil
      || word.hasSuffix("s") && gazetteer.title(String(word.dropLast())) != nil
  }

  private func gender(_ words: [String], before: Int, in tree: SentenceTree) -> Gazetteer.Gender? {
    if before >= 0, let title = gazetteer.title(tree.tokens[before].form.lowercased()),
      let gender = title.gender
    {
      return gender
    }
    guard words.count > 1, let first = words.first else { return nil }
    return gazetteer.givenName(first)
  }
}
