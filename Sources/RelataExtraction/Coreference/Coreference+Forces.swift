import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Whom those act for who are sent.
extension Coreference {
  /// "HTS fighters", "Moscow's troops": what they do, a group or state that sends them does, unless the text has named them
  /// before ("Iraqi Security Forces") or says which they are ("special forces"). "Russian forces" are a body of that name.
  func sender(of mention: Mention, _ antecedent: Int?) -> Int? {
    guard isForces(mention), let owner = owner(of: mention) else { return nil }
    if let antecedent, let known = mentions[antecedent].entities.first, !chains[known].isDescribed,
      !chains[known].names.isEmpty
    {
      return nil
    }
    let type = chains[owner.chain].type
    return type == .armedGroup || type == .organization || type == .country && owner.isPossessor
      ? owner.chain : nil
  }

  /// Whose a description is, where nothing else stands before its noun.
  func owner(of mention: Mention) -> (chain: Int, isPossessor: Bool)? {
    let tree = trees[mention.sentence]
    let modifiers = tree.children[mention.head].filter {
      $0 < mention.head && ["nmod:poss", "amod", "compound"].contains(tree.relations[$0])
    }
    guard modifiers.count == 1 else { return nil }
    let found = entities(at: modifiers[0], sentence: mention.sentence)
    guard found.count == 1, !chains[found[0]].isDescribed else { return nil }
    return (found[0], tree.relations[modifiers[0]] == "nmod:poss")
  }

  func isForces(_ mention: Mention) -> Bool {
    let tree = trees[mention.sentence]
    return mention.kind == .nominal && mention.isPlural && words[.forces].contains(tree.lemmas[mention.head])
  }
}
