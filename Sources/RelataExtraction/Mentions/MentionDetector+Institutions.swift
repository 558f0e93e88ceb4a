import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Bodies and bases that are called by a name and a common noun, and the names inside of names.
extension MentionDetector {
  /// The country in the name of one of its bodies or firms: "US Department of Justice",
  /// "Federal Office of Germany".
  func nested(in mention: Mention, _ tree: SentenceTree) -> [Mention] {
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
      let places = type == .governmentBody ? gazetteer.places(named: text) : []
      // Many states have a region "Central".
      if let region = places.first, Set(places.prefix { $0.type == .region }.map(\.countryCode)).count < 4,
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
  func eventPlace(in mention: Mention, _ tree: SentenceTree) -> Mention? {
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

  func part(
    _ tokens: Range<Int>, _ country: Gazetteer.Country, _ mention: Mention, _ tree: SentenceTree
  ) -> Mention? {
    // The name's head stands for the whole; a part needs another token of its own.
    guard let head = tokens.first(where: { $0 != mention.head }) else { return nil }
    return Mention(
      kind: .demonym, sentence: mention.sentence, tokens: tokens, head: head, text: tree.text(tokens),
      types: [.country], typeConfidence: 0.9, gender: nil, isPlural: false, canonicalName: country.name,
      identifiers: country.code.isEmpty ? [:] : ["iso3166": country.code])
  }

  /// "Tartus naval base", "the Syrian army": a facility or a body of state named by a
  /// place and a common noun.
  func institution(around mention: Mention, in tree: SentenceTree) -> Mention? {
    guard let noun = tree.heads[mention.head], tree.nameAt[noun] == nil,
      tree.tokens[noun].partOfSpeech == .noun || tree.tokens[noun].partOfSpeech == .properNoun,
      noun >= mention.tokens.upperBound, noun - mention.tokens.upperBound <= 3,
      ["compound", "amod", "nmod:poss"].contains(tree.relations[mention.head]),
      tree.relations[mention.head] != "nmod:poss" || mention.types.first == .city
    else { return nil }
    let lemma = tree.lemmas[noun]
    guard let type = institutionType(noun, in: tree) else { return nil }
    let isFacility = type == .militaryBase || type == .facility && !lists[.commonFacilities].contains(lemma)
    let isBody = type == .governmentBody && !lists[.stateNouns].contains(lemma)
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
  func placedBase(_ noun: Int, in tree: SentenceTree, sentence: Int) -> Mention? {
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
      modifiers.contains(where: { lists[.baseServices].contains($0) })
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

  func institutionType(_ noun: Int, in tree: SentenceTree) -> EntityType? {
    if noun > 0, let type = gazetteer.organizationHead(tree.lemmas[noun - 1] + " " + tree.lemmas[noun]) {
      return type
    }
    return gazetteer.organizationHead(tree.lemmas[noun])
  }
}
