import RelataGazetteer
import RelataGraph
import RelataLanguage
import RelataWords

/// Mentions that the language model does not tag as names: demonyms, descriptions, pronouns.
extension MentionDetector {
  private static let particles = PersonWordList.particles.words

  func word(_ token: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
    let word = tree.tokens[token]
    switch word.partOfSpeech {
    case .pronoun, .determiner:
      return pronoun(token, in: tree, sentence: sentence)
    case .adjective, .properNoun, .noun:
      if word.form.first?.isUppercase == true {
        if let demonym = demonym(token, in: tree, sentence: sentence) { return demonym }
        if word.partOfSpeech == .properNoun, let known = knownName(token, in: tree, sentence: sentence) {
          return known
        }
        if word.partOfSpeech == .adjective, let people = people(token, in: tree, sentence: sentence) {
          return people
        }
      }
      if let base = placedBase(token, in: tree, sentence: sentence) { return base }
      // A proper noun outside a name is a description, unless it is what is left of one: "al" of
      // "al-Sharra's".
      guard
        word.partOfSpeech == .noun
          || word.partOfSpeech == .properNoun && tree.nameAt[token] == nil
            && !Self.particles.contains(word.form)
      else { return nil }
      let description = gazetteer.description(tree.lemmas[token])
      return Mention(
        kind: .nominal, sentence: sentence, tokens: token..<token + 1, head: token,
        text: tree.lemmas[token], types: description?.types ?? [], typeConfidence: 0.5,
        gender: description?.gender,
        isPlural: word.tag == "NNS" || word.tag == "NNPS" || description?.isPlural == true)
    default:
      return nil
    }
  }

  /// "South Ossetian", "North Koreans", "New Zealander": a demonym of several words.
  func demonym(of tokens: Range<Int>, in tree: SentenceTree, sentence: Int) -> Mention? {
    let text = tree.text(tokens)
    guard let country = gazetteer.country(demonym: text), gazetteer.country(named: text) == nil,
      let last = tokens.last
    else { return nil }
    let head = tokens.first { token in tree.heads[token].map { !tokens.contains($0) } ?? true } ?? last
    let isPeople = tree.tokens[last].tag == "NNS" || tree.tokens[last].tag == "NNPS"
    guard !isPeople else {
      return Mention(
        kind: .name, sentence: sentence, tokens: tokens, head: head, text: text, types: [.populationGroup],
        typeConfidence: 0.9, gender: nil, isPlural: true)
    }
    return Mention(
      kind: .demonym, sentence: sentence, tokens: tokens, head: head, text: text, types: [.country],
      typeConfidence: 0.95, gender: nil, isPlural: false, canonicalName: country.name,
      identifiers: country.code.isEmpty ? [:] : ["iso3166": country.code])
  }

  func demonym(_ token: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
    let word = tree.tokens[token]
    guard let country = gazetteer.country(demonym: word.form), gazetteer.country(named: word.form) == nil
    else { return nil }
    // "Syrians" are a people; "a Syrian" is somebody unnamed; "the Syrian army" stands for the country.
    let isPlural = word.tag == "NNS" || word.tag == "NNPS"
    let isModifier =
      word.partOfSpeech == .adjective || ["amod", "compound", "nmod:desc"].contains(tree.relations[token])
    guard isPlural || isModifier || word.form.hasSuffix("s") else { return nil }
    var identifiers: [String: String] = [:]
    if !country.code.isEmpty { identifiers["iso3166"] = country.code }
    if isPlural && !isModifier {
      return Mention(
        kind: .name, sentence: sentence, tokens: token..<token + 1, head: token, text: word.form,
        types: [.populationGroup], typeConfidence: 0.9, gender: nil, isPlural: true)
    }
    return Mention(
      kind: .demonym, sentence: sentence, tokens: token..<token + 1, head: token, text: word.form,
      types: [.country], typeConfidence: 0.95, gender: nil, isPlural: false,
      canonicalName: country.name, identifiers: identifiers)
  }

  /// "Kurdish forces", "European leaders", "Republican senator": an adjective for a
  /// people, a region or a party.
  func people(_ token: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
    let form = tree.tokens[token].form
    var mention = Mention(
      kind: .demonym, sentence: sentence, tokens: token..<token + 1, head: token, text: form, types: [],
      typeConfidence: 0.9, gender: nil, isPlural: false)
    if let region = gazetteer.region(demonym: form) {
      mention.types = [.region]
      mention.identifiers = region.identifiers
    } else if let people = gazetteer.population(named: form) {
      mention.types = [.populationGroup]
      mention.canonicalName = people
      mention.isPlural = true
    } else if let party = gazetteer.organization(named: form), party.type == .politicalParty {
      mention.kind = .name
      mention.types = [.politicalParty]
      mention.canonicalName = party.name
    } else {
      return nil
    }
    return mention
  }

  /// A proper noun that the language model left untagged and the gazetteer knows.
  func knownName(_ token: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
    let form = tree.tokens[token].form
    guard form.count > 2 else { return nil }
    let isKnown =
      gazetteer.country(named: form) != nil || gazetteer.organization(named: form) != nil
      || gazetteer.country(metonym: form) != nil
    guard isKnown else { return nil }
    let decision = classifier.classify([form], label: nil, confidence: 0.5, hasPersonTitle: false)
    return Mention(
      kind: .name, sentence: sentence, tokens: token..<token + 1, head: token, text: form,
      types: [decision.type], typeConfidence: decision.confidence, gender: nil, isPlural: false,
      canonicalName: decision.canonicalName, identifiers: decision.identifiers)
  }

  func pronoun(_ token: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
    // "It rained", "there are": they speak of nothing.
    guard tree.universalRelation(of: token) != "expl",
      let reference = pronouns[tree.tokens[token].form.lowercased()]
    else { return nil }
    if reference.isRelative {
      guard tree.tokens[token].tag.hasPrefix("W") else { return nil }
    } else if tree.tokens[token].partOfSpeech != .pronoun {
      return nil
    }
    return Mention(
      kind: .pronoun, sentence: sentence, tokens: token..<token + 1, head: token,
      text: tree.tokens[token].form.lowercased(), types: reference.types, typeConfidence: 0.5,
      gender: reference.gender, isPlural: reference.isPlural)
  }
}
