import RelataGazetteer
import RelataGraph
import RelataLanguage

extension Coreference {
  /// Gives each named chain its names in full, beside those of its mentions.
  /// - Complexity: linear in mentions.
  mutating func addFullNames(_ ontology: Ontology, _ gazetteer: Gazetteer) {
    let fullNames = FullNames(mentions, trees, ontology, gazetteer)
    for mention in mentions where mention.kind == .name && !mention.isMetonym {
      guard let chain = mention.entities.first, chains[chain].canonicalName == nil else { continue }
      let type = chains[chain].type
      var tokens = fullNames.tokens(of: mention, as: type)
      // "Russia's Middle East strategy" is no region.
      let isArea = ontology.isKind(type, of: .place) && !ontology.isKind(type, of: .facility)
      if !ontology.isKind(type, of: .person), !isArea, let end = nounBehind(mention, chain) {
        tokens = tokens.lowerBound..<end
      }
      guard tokens != mention.tokens else { continue }
      add(name: trees[mention.sentence].text(tokens), to: chain)
    }
  }

  /// Where a name ends with the noun right behind it that it is a part of and that speaks of the same
  /// ("Watergate scandal").
  private func nounBehind(_ mention: Mention, _ chain: Int) -> Int? {
    let tree = trees[mention.sentence]
    let token = mention.tokens.upperBound
    guard token < tree.tokens.count else { return nil }
    guard tree.heads[mention.head] == token, tree.universalRelation(of: mention.head) == "compound",
      tree.tokens[token].partOfSpeech == .noun, !tree.tokens[token].tag.hasSuffix("S"),
      entities(at: token, sentence: mention.sentence) == [chain]
    else { return nil }
    return token + 1
  }
}
