import RelataGazetteer
import RelataGraph
import RelataLanguage

/// A noun that says what somebody is to something: "X, the *leader* of O", "O
/// *President* X", "X is O's *ally*".
struct RoleOccurrence: Sendable {
  /// The role noun's token.
  var token: Int
  /// The title as written, with the words that belong to it: "Deputy Foreign Minister".
  var title: String
  /// Triggers of the ontology whose pattern is here, as (relation index, trigger), the longest pattern first.
  var matches: [TriggerIndex.Match]
  /// Tokens of whoever holds the role.
  var holders: [Int]
  /// Tokens of what the role is held in.
  var bodies: [Int]
  /// The adposition of each body that stands behind the noun.
  var adpositions: [Int: String] = [:]
  /// Whether an adjective such as "former" says that it is over.
  var isFormer: Bool
}

/// Finds role nouns with their holders and bodies by syntax alone, before coreference.
struct RoleFinder: Sendable {
  let index: TriggerIndex
  private var words: WordLists { index.words }

  func roles(in tree: SentenceTree, mentions: [Mention]) -> [RoleOccurrence] {
    var result: [RoleOccurrence] = []
    let nameHeads = Dictionary(
      mentions.filter { $0.kind == .name || $0.kind == .demonym }.map { ($0.head, $0) },
      uniquingKeysWith: { first, _ in first })
    let lists = TitleLists(tree: tree, names: nameHeads)
    for token in tree.tokens.indices {
      let part = tree.tokens[token].partOfSpeech
      guard part == .noun || part == .properNoun || part == .adjective else { continue }
      if let name = tree.nameAt[token], tree.nameHeads[name] == token || tree.names[name].tokens.count == 1 {
        continue
      }
      let matches = index.matches(.role, at: token, in: tree)
      guard !matches.isEmpty else { continue }
      var holders = self.holders(of: token, in: tree, names: nameHeads)
      var bodies = self.bodies(of: token, match: matches[0], in: tree)
      for holder in holders where nameHeads[holder] != nil && tree.heads[token] == holder {
        // "Syrian President Ahmed al-Sharaa": the parser may hang "Syrian" on the name.
        bodies += modifiers(of: holder, in: tree).filter {
          $0 < token && $0 >= token - 6 && !bodies.contains($0)
        }
      }
      holders = holders.filter { !bodies.contains($0) }
      func occurrence(_ holders: [Int], _ bodies: [Int]) -> RoleOccurrence {
        RoleOccurrence(
          token: token, title: title(of: token, in: tree), matches: matches, holders: holders, bodies: bodies,
          adpositions: Dictionary(
            bodies.map { ($0, adposition($0, below: token, in: tree)) },
            uniquingKeysWith: { first, _ in first }),
          isFormer: isFormer(token, in: tree))
      }
      var own = lists.respective(of: token, bodies)
      if own.isEmpty, bodies.isEmpty { own = lists.own(of: token, holders) }
      if own.isEmpty {
        result.append(occurrence(holders, bodies))
      } else {
        result += own.map { occurrence([$0.holder], $0.bodies) }
      }
    }
    return result
  }

  private func holders(of token: Int, in tree: SentenceTree, names: [Int: Mention]) -> [Int] {
    var holders: [Int] = []
    // "X, the leader of O"; "President X" (the title hangs on the name).
    if let head = tree.heads[token] {
      let relation = tree.relations[token]
      if ["appos", "nmod:desc", "flat", "compound", "nmod"].contains(relation), names[head] != nil,
        relation != "nmod" || tree.adposition(of: token).isEmpty
      {
        if relation != "compound" || head > token { holders.append(head) }
      } else if relation == "appos" {
        holders.append(head)
      }
      // "X serves as president", "X was named president", "X became president".
      if ["xcomp", "obl", "obj"].contains(relation), tree.isVerb(head) {
        let adposition = tree.adposition(of: token)
        let verb = tree.lemmas[head]
        if adposition == "as" || words[.becomingVerbs].contains(verb) && adposition.isEmpty {
          if let object = tree.child(of: head, "obj"), object != token {
            holders.append(object)
          } else if let subject = tree.child(of: head, "nsubj") {
            holders.append(subject)
          }
        }
      }
    }
    // "O's leader, X"; "leader X" with the name hanging on the title.
    for child in tree.children[token] {
      let relation = tree.relations[child]
      if ["appos", "flat", "nmod:desc"].contains(relation), names[child] != nil || relation == "appos" {
        holders.append(child)
      }
      if relation == "compound" || relation == "nmod", child > token, names[child]?.types.first == .person,
        tree.adposition(of: child).isEmpty
      {
        holders.append(child)
      }
    }
    // "party leader and Prime Minister X": the name is a conjunct of the first title.
    if holders.isEmpty {
      holders += tree.children(of: token, "conj").filter { child in
        names[child]?.types.first == .person && !tree.children(of: child, "nmod:desc").isEmpty
          && !tree.children[child].contains { tree.universalRelation(of: $0) == "det" }
      }
    }
    // "the president of the League, X": the name may hang on the body.
    if holders.isEmpty {
      for body in tree.children(of: token, "nmod") where tree.adposition(of: body) == "of" {
        holders += tree.children(of: body, "appos").filter { names[$0]?.types.first == .person }
      }
    }
    // "China and other members of the organisation"
    if tree.universalRelation(of: token) == "conj", let first = tree.heads[token],
      tree.children[token].contains(where: { tree.lemmas[$0] == "other" }), names[first] != nil
    {
      return tree.conjuncts(of: first).filter { $0 != token && names[$0] != nil }
    }
    // "X is the leader of O".
    if tree.child(of: token, "cop") != nil, let subject = tree.child(of: token, "nsubj") {
      holders.append(subject)
    }
    // A conjoined role shares its holder: "founder and leader of O".
    if holders.isEmpty, tree.universalRelation(of: token) == "conj", let first = tree.heads[token],
      tree.tokens[first].partOfSpeech == .noun
    {
      holders = self.holders(of: first, in: tree, names: names)
    }
    return holders
  }

  /// The adposition of a body, or of the conjunct before it.
  private func adposition(_ body: Int, below token: Int, in tree: SentenceTree) -> String {
    var current = body
    while tree.universalRelation(of: current) == "conj", let head = tree.heads[current], head != token {
      current = head
    }
    return tree.adposition(of: current)
  }

  /// "Prime minister" of each of several "Prime Ministers".
  private func singular(_ token: Int, in tree: SentenceTree) -> String {
    let (form, lemma) = (tree.tokens[token].form, index.lemma(of: token, in: tree))
    guard ["NNS", "NNPS"].contains(tree.tokens[token].tag) else { return form }
    return form.first?.isUppercase == true ? lemma.prefix(1).uppercased() + lemma.dropFirst() : lemma
  }

  private func bodies(of token: Int, match: TriggerIndex.Match, in tree: SentenceTree) -> [Int] {
    var bodies = modifiers(of: token, in: tree)
    let wanted = match.adposition
    for child in tree.children(of: token, "nmod") where tree.relations[child] != "nmod:poss" {
      let adposition = tree.adposition(of: child)
      guard words[.bodyAdpositions].contains(adposition) || adposition == wanted else { continue }
      // "the al-Qaeda affiliate in Syria": a place is the body only where nothing else is.
      if ["in", "at"].contains(adposition), !bodies.isEmpty, adposition != wanted { continue }
      bodies += tree.conjuncts(of: child)
      // "director of global news for AFP"
      if tree.nameAt[child] == nil, tree.tokens[child].partOfSpeech == .noun,
        adposition == "of" || adposition == "for"
      {
        bodies += tree.children(of: child, "nmod").filter {
          tree.nameAt[$0] != nil && ["for", "of", "at"].contains(tree.adposition(of: $0))
        }.flatMap { tree.conjuncts(of: $0) }
      }
    }
    if bodies.isEmpty, tree.universalRelation(of: token) == "conj", let first = tree.heads[token],
      first < token
    {
      bodies = modifiers(of: first, in: tree)
    }
    if bodies.isEmpty { bodies = listed(token, in: tree) }
    if bodies.isEmpty {
      for other in tree.conjuncts(of: token).dropFirst() {
        for child in tree.children(of: other, "nmod") where tree.adposition(of: child) == "of" {
          bodies += tree.conjuncts(of: child)
        }
      }
    }
    return bodies
  }

  /// "Syrian officials, including Foreign Minister X and Health Minister Y": what the whole list belongs to.
  private func listed(_ token: Int, in tree: SentenceTree) -> [Int] {
    var current = token
    for _ in 0..<5 {
      guard let head = tree.heads[current] else { return [] }
      if words[.exampleAdpositions].contains(tree.adposition(of: current)) {
        return modifiers(of: head, in: tree)
      }
      guard ["nmod:desc", "conj", "flat", "compound", "appos"].contains(tree.relations[current]) else {
        return []
      }
      current = head
    }
    return []
  }

  /// Possessors, demonyms and compounds before a noun.
  private func modifiers(of token: Int, in tree: SentenceTree) -> [Int] {
    var result: [Int] = []
    for child in tree.children[token] {
      switch tree.relations[child] {
      case "nmod:poss": result += tree.conjuncts(of: child)
      case "amod", "compound", "nmod:desc", "nmod:unmarked", "nmod", "flat", "obl:unmarked":
        // "Foreign" of "Foreign Minister" is part of the title.
        let isNamed = tree.nameAt[child] != nil || index.isDemonym(tree.tokens[child].form)
        if child < token, isNamed, tree.adposition(of: child).isEmpty { result += tree.conjuncts(of: child) }
      default: break
      }
    }
    return result
  }

  private func title(of token: Int, in tree: SentenceTree) -> String {
    var first = token
    while first > 0 {
      let before = first - 1
      guard tree.heads[before].map((first...token).contains) == true || tree.tokens[before].form == "-",
        ["amod", "compound", "nmod:desc", "punct", "nmod"].contains(tree.relations[before]),
        tree.nameAt[before] == nil, !words[.wordsBeforeTitles].contains(tree.lemmas[before]),
        tree.tokens[before].form.first?.isLetter == true || tree.tokens[before].form == "-",
        !isDemonymLike(before, in: tree)
      else { break }
      first = before
    }
    while first < token, tree.tokens[first].form == "-" { first += 1 }
    var last = token
    if last + 2 < tree.tokens.count, tree.lemmas[last + 1] == "of",
      words[.titleComplements].contains(tree.lemmas[last + 2])
    {
      last += 2
    }
    guard last == token else { return tree.text(first..<last + 1) }
    let noun = singular(token, in: tree)
    return first == token ? noun : tree.text(first..<token) + " " + noun
  }

  private func isDemonymLike(_ token: Int, in tree: SentenceTree) -> Bool {
    tree.tokens[token].partOfSpeech == .adjective && tree.tokens[token].form.first?.isUppercase == true
      && index.isDemonym(tree.tokens[token].form)
  }

  private func isFormer(_ token: Int, in tree: SentenceTree) -> Bool {
    tree.children[token].contains { words[.formerAdjectives].contains(tree.lemmas[$0]) }
  }
}
