import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Whom those act for who are sent.
extension Coreference {
  /// "HTS fighters captured Aleppo", "Moscow's troops operate the base": what they do, the group or state
  /// that sends them does. Not what is done to them, nor where the text has named them before ("Iraqi
  /// Security Forces") or says which they are ("special forces"). "Russian forces" are a body of that name,
  /// "Syria's rebels" are not sent by Syria.
  func sender(of mention: Mention, _ antecedent: Int?) -> Int? {
    guard isForces(mention), isAgent(mention), let owner = owner(of: mention) else { return nil }
    if let antecedent, mentions[antecedent].kind == .name { return nil }
    let isOwnFighters = words[.combatants].contains(trees[mention.sentence].lemmas[mention.head])
    switch chains[owner.chain].type {
    case .country: return owner.isPossessor && owner.isNamed && !isOwnFighters ? owner.chain : nil
    // "Its soldiers" may be another's.
    case .armedGroup: return owner.isNamed || isOwnFighters ? owner.chain : nil
    case .organization: return owner.isNamed ? owner.chain : nil
    // "Sharaa's forces", "his forces": those of the one group that the text calls his.
    case .person: return led[owner.chain].flatMap { $0.count == 1 ? $0.first : nil }
    default: return nil
    }
  }

  /// Whether forces are not those of the state or group that a mention before them was taken for.
  func isOthers(_ mention: Mention, than antecedent: Int) -> Bool {
    guard isForces(mention), isForces(mentions[antecedent]), let known = mentions[antecedent].entities.first,
      !chains[known].isDescribed, let owner = owner(of: mention)
    else { return false }
    return owner.chain != known && leaders[known]?.contains(owner.chain) != true
  }

  /// Whether forces that a mention before spoke of are those of a group, if only as "his": somebody's whose
  /// group it is.
  func areOf(_ group: Int, _ description: Int) -> Bool {
    let mention = mentions[description]
    guard isForces(mention), let known = mention.entities.first, chains[known].isDescribed,
      let person = owner(of: mention)?.chain
    else { return false }
    return person == group || leaders[group]?.contains(person) == true
  }

  /// Who leads a group by what stands beside its name, by group: "Sharaa's HTS", "HTS leader Ahmed
  /// al-Sharaa", "Ahmed al-Sharaa, commander of HTS".
  func statedLeaders() -> [Int: Set<Int>] {
    var leaders: [Int: Set<Int>] = [:]
    for mention in mentions where mention.kind == .name && mention.entities.count == 1 {
      for token in bearers(beside: mention) {
        let persons = names(at: token, sentence: mention.sentence)
        if persons.count == 1 { leaders[mention.entities[0], default: []].insert(persons[0]) }
      }
    }
    return leaders
  }

  /// Heads of what may name who leads a group that is named.
  private func bearers(beside group: Mention) -> [Int] {
    let tree = trees[group.sentence]
    var found = tree.children(of: group.head, "nmod:poss")
    guard let noun = tree.heads[group.head], tree.tokens[noun].partOfSpeech == .noun,
      ["compound", "nmod:poss", "nmod"].contains(tree.relations[group.head]),
      ["", "of"].contains(tree.adposition(of: group.head))
    else { return found }
    let beside: Set = ["appos", "nmod:desc", "flat", "compound"]
    if beside.contains(tree.relations[noun]), let governor = tree.heads[noun] { found.append(governor) }
    return found + tree.children[noun].filter { beside.contains(tree.relations[$0]) }
  }

  /// Whose a description is, where nothing else stands before its noun.
  func owner(of mention: Mention) -> (chain: Int, isNamed: Bool, isPossessor: Bool)? {
    let tree = trees[mention.sentence]
    let modifiers = tree.children[mention.head].filter {
      $0 < mention.head && ["nmod:poss", "amod", "compound"].contains(tree.relations[$0])
    }
    // "Hamas and Hezbollah fighters" are of both.
    guard modifiers.count == 1, let modifier = modifiers.first, tree.conjuncts(of: modifier).count == 1 else {
      return nil
    }
    let found = entities(at: modifier, sentence: mention.sentence)
    guard found.count == 1, let chain = found.first, !chains[chain].isDescribed else { return nil }
    return (
      chain, !names(at: modifier, sentence: mention.sentence).isEmpty, tree.relations[modifier] == "nmod:poss"
    )
  }

  func isForces(_ mention: Mention) -> Bool {
    let tree = trees[mention.sentence]
    return mention.kind == .nominal && mention.isPlural && words[.forces].contains(tree.lemmas[mention.head])
  }

  private func isAgent(_ mention: Mention) -> Bool {
    let tree = trees[mention.sentence]
    var first = mention.head
    while tree.universalRelation(of: first) == "conj", let before = tree.heads[first], before < first {
      first = before
    }
    return ["nsubj", "obl:agent"].contains(tree.relations[first])
  }
}
