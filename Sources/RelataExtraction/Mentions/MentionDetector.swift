import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Finds what a sentence speaks of: names, demonyms, descriptions and pronouns.
struct MentionDetector: Sendable {
  let gazetteer: Gazetteer
  let classifier: TypeClassifier

  init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    classifier = TypeClassifier(gazetteer: gazetteer)
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

  /// A capitalised proper noun right before a name, of the same phrase, that the tags left out: "Hayʼat" of "Hayʼat Tahrir al-Sham".
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
    return ["minister", "secretary", "undersecretary", "ministry", "department"].contains(tree.lemmas[noun])
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
      Self.combatants.contains(follower)
    {
      return TypeClassifier.Decision(type: .armedGroup, confidence: 0.9)
    }
    if result.type == .organization || result.type == .thing || result.type == .place,
      Self.agreementNouns.contains(follower)
    {
      return TypeClassifier.Decision(type: .agreement, confidence: 0.85)
    }
    if result.type == .organization, isDescribedAsArmed(head, in: tree) {
      return TypeClassifier.Decision(type: .armedGroup, confidence: 0.9)
    }
    if decision.type == .person, words.count == 1, gazetteer.givenName(words[0]) == nil,
      ["in", "at", "near", "around", "outside"].contains(adpositionOfList(head, in: tree))
    {
      return TypeClassifier.Decision(type: .place, confidence: 0.65)
    }
    return result
  }

  /// The adposition of a nominal, or of the list that it stands in: "in Tartus and Hmeimim".
  private func adpositionOfList(_ head: Int, in tree: SentenceTree) -> String {
    var first = head
    while tree.base(first) == "conj", let before = tree.heads[first], before < first { first = before }
    return tree.adposition(of: first)
  }

  static let agreementNouns: Set<String> = [
    "agreement", "treaty", "pact", "accord", "protocol", "convention",
  ]

  private static let combatants: Set<String> = [
    "fighter", "militant", "rebel", "insurgent", "guerrilla", "militiaman", "gunman", "commander", "convoy",
    "terrorist",
    "jihadist", "combatant", "insurgency",
  ]

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
      if ["militia", "insurgency"].contains(tree.lemmas[noun]) { return true }
      guard
        ["group", "organization", "organisation", "faction", "movement", "army", "force"].contains(
          tree.lemmas[noun])
      else {
        return false
      }
      return tree.children[noun].contains {
        [
          "militant", "armed", "jihadist", "rebel", "insurgent", "terrorist", "guerrilla", "paramilitary",
          "extremist",
        ]
        .contains(tree.lemmas[$0])
      }
    }
  }

  private func isTitle(_ token: Token) -> Bool {
    guard token.form.first?.isUppercase == true else { return false }
    let word = token.form.lowercased()
    // "Presidents Buhari and Talon"
    return gazetteer.title(word) != nil
      || word.hasSuffix("s") && gazetteer.title(String(word.dropLast())) != nil
  }

  /// The country in the name of one of its bodies or firms: "US Department of Justice", "Federal Office of Germany".
  private func nested(in mention: Mention, _ tree: SentenceTree) -> [Mention] {
    guard mention.kind == .name, mention.tokens.count > 1, let type = mention.types.first,
      ![
        .person, .country, .city, .region, .place, .mediaOutlet,
        EntityType(rawValue: "InternationalOrganization"),
      ].contains(type)
    else { return [] }
    let tokens = mention.tokens
    if type == .event { return [eventPlace(in: mention, tree)].compactMap(\.self) }
    for length in stride(from: min(3, tokens.count - 1), through: 1, by: -1) {
      let first = tokens.prefix(length)
      let text = tree.text(first.lowerBound..<first.upperBound)
      if type == .governmentBody, let region = gazetteer.places(named: text).first,
        region.type == .region || region.type == .city && region.population > 50_000,
        let head = first.first(where: { $0 != mention.head })
      {
        return [
          Mention(
            kind: .demonym, sentence: mention.sentence, tokens: first.lowerBound..<first.upperBound,
            head: head,
            text: text, types: [region.type], typeConfidence: 0.9, gender: nil, isPlural: false,
            identifiers: region.identifiers)
        ]
      }
      if let country = gazetteer.country(named: text) ?? gazetteer.country(demonym: text) {
        return [part(first.lowerBound..<first.upperBound, country, mention, tree)].compactMap(\.self)
      }
      let last = tokens.suffix(length)
      guard last.lowerBound - 1 > tokens.lowerBound, tree.lemmas[last.lowerBound - 1] == "of",
        let country = gazetteer.country(named: tree.text(last.lowerBound..<last.upperBound))
      else { continue }
      return [part(last.lowerBound..<last.upperBound, country, mention, tree)].compactMap(\.self)
    }
    return []
  }

  /// The country whose event it is, wherever it stands: "2020 United States presidential election".
  private func eventPlace(in mention: Mention, _ tree: SentenceTree) -> Mention? {
    var found: (tokens: Range<Int>, country: Gazetteer.Country)?
    var start = mention.tokens.lowerBound
    while start < mention.tokens.upperBound - 1 {
      let longest = min(start + 3, mention.tokens.upperBound - 1)
      let match = stride(from: longest, to: start, by: -1).lazy.compactMap { end in
        let text = tree.text(start..<end)
        return (gazetteer.country(named: text) ?? gazetteer.country(demonym: text)).map { (start..<end, $0) }
      }.first
      if let match {
        // A war of two countries is in neither.
        guard found == nil else { return nil }
        found = match
        start = match.0.upperBound
      } else {
        start += 1
      }
    }
    return found.flatMap { part($0.tokens, $0.country, mention, tree) }
  }

  private func part(
    _ tokens: Range<Int>, _ country: Gazetteer.Country, _ mention: Mention, _ tree: SentenceTree
  ) -> Mention? {
    // The name's head stands for the whole; a part needs another token of its own.
    guard let head = tokens.first(where: { $0 != mention.head }) else { return nil }
    return Mention(
      kind: .demonym, sentence: mention.sentence, tokens: tokens, head: head, text: tree.text(tokens),
      types: [.country], typeConfidence: 0.9, gender: nil, isPlural: false, canonicalName: country.name,
      identifiers: country.code.isEmpty ? [:] : ["iso3166": country.code])
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

  /// "Tartus naval base", "the Syrian army": a facility or a body of state named by a place and a common noun.
  private func institution(around mention: Mention, in tree: SentenceTree) -> Mention? {
    guard let noun = tree.heads[mention.head], tree.nameAt[noun] == nil,
      tree.tokens[noun].partOfSpeech == .noun || tree.tokens[noun].partOfSpeech == .properNoun,
      noun >= mention.tokens.upperBound, noun - mention.tokens.upperBound <= 3,
      ["compound", "amod", "nmod:poss"].contains(tree.relations[mention.head]),
      tree.relations[mention.head] != "nmod:poss" || mention.types.first == .city
    else { return nil }
    let lemma = tree.lemmas[noun]
    guard let type = institutionType(noun, in: tree) else { return nil }
    let isFacility = type == .militaryBase || type == .facility && !Self.commonFacilities.contains(lemma)
    let isBody = type == .governmentBody && !Self.stateNouns.contains(lemma)
    guard isFacility && mention.kind == .name || isBody else { return nil }
    // A plural ("Syrian ministries") names no single body.
    guard tree.tokens[noun].tag != "NNS" && tree.tokens[noun].tag != "NNPS" else { return nil }
    let tokens = mention.tokens.lowerBound..<noun + 1
    guard !tokens.contains(where: { tree.tokens[$0].tag == "POS" }) else { return nil }
    var canonical: String?
    if type == .militaryBase, mention.kind == .name, tree.lemmas[noun] != "airbase" {
      let words = tokens.map { tree.lemmas[$0] }
      let service = words.contains("naval") ? "naval" : words.contains("air") ? "air" : nil
      canonical = service.map { "\(mention.text) \($0) base" }
    }
    return Mention(
      kind: .name, sentence: mention.sentence, tokens: tokens, head: noun, text: tree.text(tokens),
      types: [type], typeConfidence: 0.85, gender: nil, isPlural: false, canonicalName: canonical)
  }

  /// "a naval logistics facility in Tartus": a military base named by what it serves and where it is.
  private func placedBase(_ noun: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
    guard tree.tokens[noun].tag == "NN", institutionType(noun, in: tree) == .militaryBase,
      let place = tree.children(of: noun, "nmod").first(where: {
        ["in", "at", "near"].contains(tree.adposition(of: $0)) && tree.nameAt[$0] != nil
      }), let name = tree.nameAt[place],
      // "Tartus naval base in Syria" has its name before it.
      !tree.children[noun].contains(where: {
        $0 < noun && tree.nameAt[$0] != nil && tree.relations[$0] != "nmod:poss"
      })
    else { return nil }
    let modifiers = tree.children[noun].filter { $0 < noun }.map { tree.lemmas[$0] }
    let service =
      modifiers.contains("naval")
      ? "naval" : modifiers.contains("air") || tree.lemmas[noun].hasPrefix("air") ? "air" : "military"
    guard
      modifiers.contains(where: { ["naval", "air", "military", "army"].contains($0) })
        || tree.lemmas[noun].hasPrefix("air")
    else {
      return nil
    }
    let first =
      tree.children[noun].filter { $0 < noun && ["amod", "compound"].contains(tree.relations[$0]) }.min()
      ?? noun
    let last = tree.names[name].tokens.upperBound
    guard last > noun, last - first <= 10 else { return nil }
    return Mention(
      kind: .name, sentence: sentence, tokens: first..<last, head: noun, text: tree.text(first..<last),
      types: [.militaryBase],
      typeConfidence: 0.85, gender: nil, isPlural: false,
      canonicalName: "\(tree.text(tree.names[name].tokens)) \(service) base")
  }

  /// Nouns that a place before them does not make a name: "a California prison".
  private static let commonFacilities: Set<String> = [
    "prison", "jail", "hospital", "home", "house", "hotel", "church", "mosque", "temple", "building",
    "office",
    "factory", "plant", "street", "road", "highway", "farm", "clinic", "restaurant", "shop", "store", "beach",
    "field", "camp", "village", "park", "site", "center", "centre", "court", "venue", "residence", "hall",
  ]

  private func institutionType(_ noun: Int, in tree: SentenceTree) -> EntityType? {
    if noun > 0, let type = gazetteer.organizationHead(tree.lemmas[noun - 1] + " " + tree.lemmas[noun]) {
      return type
    }
    return gazetteer.organizationHead(tree.lemmas[noun])
  }

  /// Nouns that stand for the state itself rather than for one of its bodies.
  static let stateNouns: Set<String> = [
    "government", "administration", "regime", "authority", "authorities", "leadership", "official",
    "officials", "state", "troop", "troops", "force", "forces", "side", "delegation",
    "mission", "establishment", "ruler", "rulers",
  ]

  // MARK: Words

  private func word(_ token: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
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
      guard word.partOfSpeech == .noun || (word.partOfSpeech == .properNoun && tree.nameAt[token] == nil)
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
  private func demonym(of tokens: Range<Int>, in tree: SentenceTree, sentence: Int) -> Mention? {
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

  private func demonym(_ token: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
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

  /// "Kurdish forces", "European leaders", "Republican senator": an adjective for a people, a region or a party.
  private func people(_ token: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
    let form = tree.tokens[token].form
    var mention = Mention(
      kind: .demonym, sentence: sentence, tokens: token..<token + 1, head: token, text: form, types: [],
      typeConfidence: 0.9, gender: nil, isPlural: false)
    if let people = gazetteer.population(named: form) {
      mention.types = [.populationGroup]
      mention.canonicalName = people
      mention.isPlural = true
    } else if let region = gazetteer.region(demonym: form) {
      mention.types = [.region]
      mention.identifiers = region.identifiers
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
  private func knownName(_ token: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
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

  private func pronoun(_ token: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
    guard let reference = PronounReference(tree.tokens[token].form.lowercased()) else { return nil }
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

/// What an English pronoun can refer to.
struct PronounReference {
  /// Whether a pronoun means whoever speaks or is spoken to.
  static func isOfSpeech(_ form: String) -> Bool {
    ["i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself"]
      .contains(form)
  }

  var types: [EntityType]
  var gender: Gazetteer.Gender?
  var isPlural: Bool
  var isRelative: Bool

  init?(_ form: String) {
    isRelative = false
    isPlural = false
    gender = nil
    switch form {
    case "he", "him", "his", "himself":
      types = [.person]
      gender = .masculine
    case "she", "her", "hers", "herself":
      types = [.person]
      gender = .feminine
    case "it", "its", "itself":
      types = [.organization, .country, .place, .event, .agreement, .thing]
    case "they", "them", "their", "theirs", "themselves":
      types = [.organization, .populationGroup, .country, .person]
      isPlural = true
    case "who", "whom", "whose":
      types = [.person, .organization, .country, .populationGroup]
      isRelative = true
    case "which", "that", "where":
      types = []
      isRelative = true
    case "i", "me", "my", "myself":
      types = [.person]
    case "we", "us", "our", "ours", "ourselves":
      types = [.organization, .country, .person]
      isPlural = true
    case "you", "your", "yours", "yourself":
      types = [.person]
    default:
      return nil
    }
  }
}
