import RelataGazetteer
import RelataGraph
import RelataLanguage
import RelataNames

/// What belongs to a name beyond the words that name: "the *42nd* Canadian Parliament", "*Pope* Francis",
/// "the *Russian* Foreign Ministry", "Central Bank *of Kenya*".
///
/// The words alone name another thing than the whole (a parliament of no year, the ministry of any state), or
/// nobody.
struct FullNames {
  private let trees: [SentenceTree]
  private let ontology: Ontology
  private let gazetteer: Gazetteer
  /// Names of places and the adjectives of countries, by sentence and their first (last) token.
  private var placeFrom: [[Int: Mention]]
  private var placeUpTo: [[Int: Mention]]
  private var words: WordLists { gazetteer.wordLists }

  /// - Complexity: linear in mentions.
  init(_ mentions: [Mention], _ trees: [SentenceTree], _ ontology: Ontology, _ gazetteer: Gazetteer) {
    self.trees = trees
    self.ontology = ontology
    self.gazetteer = gazetteer
    placeFrom = trees.map { _ in [:] }
    placeUpTo = placeFrom
    for mention in mentions where mention.kind == .name || mention.kind == .demonym {
      guard let type = mention.types.first, ontology.isKind(type, of: .place) else { continue }
      placeFrom[mention.sentence][mention.tokens.lowerBound] = mention
      placeUpTo[mention.sentence][mention.tokens.upperBound] = mention
    }
  }

  /// The tokens of a name in full, of something of this type.
  func tokens(of mention: Mention, as type: EntityType) -> Range<Int> {
    let tree = trees[mention.sentence]
    let tokens = mention.tokens
    guard tree.tokens.indices.contains(tokens.lowerBound), tokens.upperBound <= tree.tokens.count else {
      return tokens
    }
    if ontology.isKind(type, of: .person) {
      guard let title = regnalTitle(mention, in: tree) else { return tokens }
      return title..<(placeBehind(mention, "of", in: tree) ?? tokens.upperBound)
    }
    var first = tokens.lowerBound
    if [.event, .agreement, .work, .governmentBody].contains(type) {
      first = numberBefore(mention, in: tree) ?? first
    }
    if ontology.isKind(type, of: .governmentBody), first == tokens.lowerBound {
      first = placeBefore(mention, in: tree) ?? first
    }
    var end = numberBehind(mention, type, in: tree)
    if end == nil, ontology.isKind(type, of: .organization) {
      end = placeBehind(mention, "of", in: tree)
      if end == nil, isOfManyPlaces(mention, in: tree),
        NameQualifiers(in: tree.text(first..<tokens.upperBound), .governmentBody, gazetteer).countries.isEmpty
      {
        end = placeBehind(mention, "in", in: tree)
      }
    }
    return first..<(end ?? tokens.upperBound)
  }

  /// What parts those of a name from each other, as the words in and around it tell.
  func qualifiers(of mention: Mention) -> NameQualifiers {
    guard let type = mention.types.first, let kind = kind(of: type) else { return NameQualifiers() }
    let tree = trees[mention.sentence]
    var found = NameQualifiers(in: tree.text(tokens(of: mention, as: type)), kind, gazetteer)
    guard kind == .governmentBody, found.countries.isEmpty else { return found }
    for child in tree.children(of: mention.head, "nmod") where child >= mention.tokens.upperBound {
      let adposition = tree.adposition(of: child)
      guard adposition == "of" || adposition == "in" && isOfManyPlaces(mention, in: tree) else { continue }
      for place in placeFrom[mention.sentence].values where place.head == child {
        found.add(place: place.text, gazetteer)
      }
    }
    return found
  }

  /// Whether what has such qualifiers is another than the organisation of this name that the gazetteer knows:
  /// another country's, or a parliament of one election.
  func isOther(_ mention: Mention, _ qualifiers: NameQualifiers) -> Bool {
    guard let type = mention.types.first, ontology.isKind(type, of: .organization) else { return false }
    return !qualifiers.numbers.isEmpty
      || gazetteer.organization(named: mention.text).map(qualifiers.conflict(with:)) == true
  }

  /// A name without the countries and numbers that it begins or ends with, where the rest is a name yet: two
  /// words or more, or the noun for such bodies ("118th *Congress*").
  func base(of mention: Mention) -> String {
    guard let type = mention.types.first else { return mention.text }
    let isBody = ontology.isKind(type, of: .governmentBody)
    guard isBody || type == .event else { return mention.text }
    var words = mention.text.split(separator: " ")[...]
    while let shorter = withoutQualifier(words, isBody) { words = shorter }
    return words.joined(separator: " ")
  }

  private func withoutQualifier(_ words: ArraySlice<Substring>, _ isBody: Bool) -> ArraySlice<Substring>? {
    func text(_ words: ArraySlice<Substring>) -> String { words.joined(separator: " ") }
    func isCountry(_ words: ArraySlice<Substring>) -> Bool {
      gazetteer.country(named: text(words)) != nil || gazetteer.country(demonym: text(words)) != nil
    }
    func isName(_ words: ArraySlice<Substring>) -> Bool {
      words.count > 1 || isBody && gazetteer.organizationHead(text(words).lowercased()) != nil
    }
    if isBody {
      for count in stride(from: min(3, words.count - 1), to: 0, by: -1) where isCountry(words.prefix(count)) {
        let rest = words.dropFirst(count)
        return isName(rest) ? rest : nil
      }
      if let of = words.lastIndex(of: "of"), of > words.startIndex, isCountry(words[(of + 1)...]) {
        return isName(words[..<of]) ? words[..<of] : nil
      }
    }
    guard words.count > 1, let first = words.first, first.first?.isNumber == true,
      !NameQualifiers(in: String(first), .other, gazetteer).isEmpty, isName(words.dropFirst())
    else { return nil }
    return words.dropFirst()
  }

  private func kind(of type: EntityType) -> NameQualifiers.Kind? {
    if ontology.isKind(type, of: .person) { return .person }
    if ontology.isKind(type, of: .governmentBody) { return .governmentBody }
    return ontology.isKind(type, of: .organization) || [.event, .agreement, .work].contains(type)
      ? .other : nil
  }

  /// Whether a name of one word is a ruler's own, as the title before it says: not a surname.
  func isRegnal(_ mention: Mention) -> Bool {
    mention.tokens.count == 1 && hasRegnalTitle(mention)
  }

  func hasRegnalTitle(_ mention: Mention) -> Bool {
    regnalTitle(mention, in: trees[mention.sentence]) != nil
  }

  /// The countries that a body of state is said to be of beside the noun for it: "the army of *Burundi*".
  func countries(beside mention: Mention) -> NameQualifiers {
    var found = NameQualifiers()
    let tree = trees[mention.sentence]
    guard
      mention.types.contains(.governmentBody)
        || gazetteer.organizationHead(tree.lemmas[mention.head]) == .governmentBody
    else { return found }
    let places = placeFrom[mention.sentence].values
    for child in tree.children[mention.head] {
      let isOf =
        ["amod", "compound", "nmod:poss"].contains(tree.relations[child])
        || tree.relations[child] == "nmod" && tree.adposition(of: child) == "of"
      let isIn = tree.relations[child] == "nmod" && tree.adposition(of: child) == "in"
      guard isOf || isIn, tree.conjuncts(of: child).count == 1 else { continue }
      // "The ministry in Baku", not "the army in Syria".
      for place in places where place.head == child && (isOf || isCapital(place.text)) {
        found.add(place: place.text, gazetteer)
      }
    }
    return found
  }

  /// "The *next* World Cup", which is none of those that have been named; nil for others.
  func next(_ mention: Mention) -> String? {
    let (tree, token) = (trees[mention.sentence], mention.tokens.lowerBound - 1)
    guard let type = mention.types.first, [.event, .agreement, .governmentBody].contains(type), token >= 0,
      tree.heads[token] == mention.head, words[.laterAdjectives].contains(tree.lemmas[token])
    else { return nil }
    return tree.text(token..<mention.tokens.upperBound)
  }

  private func isCapital(_ name: String) -> Bool {
    gazetteer.places(named: name).first?.isCapital == true
  }

  // MARK: Before

  /// A title right before a name without which nobody calls its bearer.
  private func regnalTitle(_ mention: Mention, in tree: SentenceTree) -> Int? {
    let token = mention.tokens.lowerBound - 1
    guard token >= 0, tree.heads[token] == mention.head, tree.tokens[token].form.first?.isUppercase == true,
      LittleWords.regnalTitles.contains(tree.lemmas[token])
    else { return nil }
    return token
  }

  /// A year or an ordinal in figures right before a name: "the 2020 Libertarian National Convention".
  private func numberBefore(_ mention: Mention, in tree: SentenceTree) -> Int? {
    let token = mention.tokens.lowerBound - 1
    guard token >= 0, tree.heads[token] == mention.head,
      ["nummod", "amod", "compound", "nmod"].contains(tree.universalRelation(of: token))
    else { return nil }
    let form = tree.tokens[token].form
    let figures = form.utf8.prefix { (48...57).contains($0) }.count
    // "Since 2010 Parliament has met" dates it.
    let isDate = token > 0 && tree.tokens[token - 1].partOfSpeech == .adposition
    let isYear = figures == 4 && form.utf8.count == 4 && !isDate
    let isOrdinal = figures > 0 && ["st", "nd", "rd", "th"].contains(String(form.dropFirst(figures)))
    return isYear || isOrdinal ? token : nil
  }

  /// The word for its country or place right before a body's name: "the *Russian* Foreign Ministry",
  /// "*Zambia's* Ministry of Health".
  private func placeBefore(_ mention: Mention, in tree: SentenceTree) -> Int? {
    let places = placeUpTo[mention.sentence]
    let first = mention.tokens.lowerBound
    if let place = places[first], tree.heads[place.head] == mention.head,
      place.kind == .demonym && tree.relations[place.head] == "amod"
        || tree.relations[place.head] == "nmod:poss"
    {
      return place.tokens.lowerBound
    }
    guard first > 0, let place = places[first - 1], tree.heads[place.head] == mention.head,
      tree.relations[place.head] == "nmod:poss"
    else { return nil }
    return place.tokens.lowerBound
  }

  // MARK: Behind

  /// Where a name ends with its number: "resolution 2259".
  private func numberBehind(_ mention: Mention, _ type: EntityType, in tree: SentenceTree) -> Int? {
    let token = mention.tokens.upperBound
    guard [.event, .agreement, .work].contains(type), token < tree.tokens.count,
      tree.tokens[token].partOfSpeech == .numeral, tree.heads[token] == mention.head
    else { return nil }
    return token + 1
  }

  /// Where a name ends with the place behind an adposition: "the Eastern District of Virginia".
  private func placeBehind(_ mention: Mention, _ adposition: String, in tree: SentenceTree) -> Int? {
    let joint = mention.tokens.upperBound
    guard joint + 1 < tree.tokens.count, tree.lemmas[joint] == adposition else { return nil }
    // "Of the Philippines", "in neighbouring Malawi".
    for start in joint + 1...joint + 2 {
      guard let place = placeFrom[mention.sentence][start], place.kind == .name,
        tree.heads[place.head] == mention.head,
        start == joint + 1 || tree.heads[joint + 1] == place.head
      else { continue }
      return place.tokens.upperBound
    }
    return nil
  }

  /// Whether a name is made of the noun for such bodies, of which other places have theirs: "Ministry of
  /// Health", not "Mossad".
  private func isOfManyPlaces(_ mention: Mention, in tree: SentenceTree) -> Bool {
    mention.tokens.count > 1
      && gazetteer.organizationHead(tree.lemmas[mention.head]) != nil
  }
}
