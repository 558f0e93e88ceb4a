import RelataGazetteer
import RelataGraph
import RelataLanguage

/// What belongs to a name beyond the words that name: "the COVID-19 *pandemic*", "the *42nd* Canadian
/// Parliament", "*Pope* Francis".
///
/// The words alone name another thing than the whole (a disease, a parliament of no year), or nobody.
extension Coreference {
  /// Gives each named chain its names in full, beside those of its mentions.
  /// - Complexity: linear in mentions.
  mutating func addFullNames(_ ontology: Ontology) {
    for mention in mentions where mention.kind == .name && !mention.isMetonym {
      guard let chain = mention.entities.first, chains[chain].canonicalName == nil,
        let tokens = fullName(of: mention, chain, ontology), tokens != mention.tokens
      else { continue }
      add(name: trees[mention.sentence].text(tokens), to: chain)
    }
  }

  private func fullName(of mention: Mention, _ chain: Int, _ ontology: Ontology) -> Range<Int>? {
    let tree = trees[mention.sentence]
    let tokens = mention.tokens
    guard tree.tokens.indices.contains(tokens.lowerBound), tokens.upperBound <= tree.tokens.count else {
      return nil
    }
    let type = chains[chain].type
    if ontology.isKind(type, of: .person) {
      return regnalTitle(mention, in: tree).map { $0..<tokens.upperBound }
    }
    var first = tokens.lowerBound
    if [.event, .agreement, .work, .governmentBody].contains(type) {
      first = numberBefore(mention, in: tree) ?? first
    }
    // "Russia's Middle East strategy" is no region.
    let isArea = ontology.isKind(type, of: .place) && !ontology.isKind(type, of: .facility)
    let end =
      (isArea ? nil : nounBehind(mention, chain, in: tree))
      ?? placeBehind(mention, type, ontology, in: tree)
    return first..<(end ?? tokens.upperBound)
  }

  /// A title right before a name without which nobody calls its bearer.
  private func regnalTitle(_ mention: Mention, in tree: SentenceTree) -> Int? {
    let token = mention.tokens.lowerBound - 1
    guard token >= 0, tree.heads[token] == mention.head, tree.tokens[token].form.first?.isUppercase == true,
      words[.regnalTitles].contains(tree.lemmas[token].lowercased())
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

  /// Where a name ends with the noun right behind it that it is a part of and that speaks of the same
  /// ("Watergate scandal"), or with its number ("resolution 2259").
  private func nounBehind(_ mention: Mention, _ chain: Int, in tree: SentenceTree) -> Int? {
    let token = mention.tokens.upperBound
    guard token < tree.tokens.count else { return nil }
    if tree.tokens[token].partOfSpeech == .numeral, tree.heads[token] == mention.head,
      tree.relations[token] == "nummod"
    {
      return token + 1
    }
    guard tree.heads[mention.head] == token, tree.universalRelation(of: mention.head) == "compound",
      tree.tokens[token].partOfSpeech == .noun, entities(at: token, sentence: mention.sentence) == [chain]
    else { return nil }
    return token + 1
  }

  /// Where a body's name ends with the place behind "of": "the Eastern District of Virginia".
  private func placeBehind(
    _ mention: Mention, _ type: EntityType, _ ontology: Ontology, in tree: SentenceTree
  ) -> Int? {
    let joint = mention.tokens.upperBound
    guard ontology.isKind(type, of: .organization), joint + 1 < tree.tokens.count, tree.lemmas[joint] == "of"
    else { return nil }
    for place in placesNamed(from: joint + 1, sentence: mention.sentence, ontology)
    where tree.heads[place.head] == mention.head { return place.tokens.upperBound }
    return nil
  }

  private func placesNamed(from token: Int, sentence: Int, _ ontology: Ontology) -> [Mention] {
    let tree = trees[sentence]
    return (token..<min(token + 4, tree.tokens.count)).flatMap { mentions(at: $0, sentence: sentence) }.filter
    {
      guard $0.kind == .name, $0.tokens.lowerBound == token, let chain = $0.entities.first else {
        return false
      }
      return ontology.isKind(chains[chain].type, of: .place)
    }
  }
}
