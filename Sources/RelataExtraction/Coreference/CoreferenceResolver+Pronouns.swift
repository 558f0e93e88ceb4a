import RelataGazetteer
import RelataGraph
import RelataLanguage

/// What a pronoun speaks of, and which antecedent a description or pronoun takes.
extension CoreferenceResolver {
  mutating func pronoun(_ index: Int) -> [Int] {
    let mention = mentions[index]
    let tree = trees[mention.sentence]
    guard let reference = PronounReference(mention.text) else { return [] }
    if reference.isRelative { return relative(mention.head, in: tree, sentence: mention.sentence) }
    switch mention.text {
    case "i", "me", "my", "myself":
      let known = speaker(in: tree, sentence: mention.sentence)
      return known.isEmpty ? [speakers(named: "i", plural: false)] : known
    case "we", "us", "our", "ours", "ourselves":
      return [speakers(named: "we", plural: true)]
    case "you", "your", "yours", "yourself":
      return [speakers(named: "you", plural: false)]
    case "it" where tree.relations[mention.head] == "expl":
      return []
    default:
      break
    }
    if tree.relations[mention.head] == "nmod:poss",
      let owner = clauseSubject(of: mention, reference, in: tree)
    {
      return [owner]
    }
    return antecedent(
      types: reference.types, plural: reference.isPlural, gender: reference.gender, near: index,
      reach: reference.types == [.person] ? 3 : 2
    ).map { [$0] } ?? []
  }

  /// "Israel lobbied the US to allow Russia to maintain its base": a possessive first looks to the subject of its own verb.
  func clauseSubject(of pronoun: Mention, _ reference: PronounReference, in tree: SentenceTree)
    -> Int?
  {
    var current = pronoun.head
    for _ in 0..<8 {
      guard let head = tree.heads[current] else { return nil }
      if tree.isVerb(head) {
        // Inside the subject itself the pronoun means somebody else.
        guard tree.base(current) != "nsubj" else { return nil }
        let subjects = Arguments(tree: tree).subjects(of: head).filter { $0 != pronoun.head }
        guard subjects.count == 1, let subject = subjects.first, subject < pronoun.head else { return nil }
        return entities(at: subject, sentence: pronoun.sentence).first {
          fits($0, types: reference.types, plural: reference.isPlural, gender: reference.gender)
        }
      }
      current = head
    }
    return nil
  }

  func relative(_ token: Int, in tree: SentenceTree, sentence: Int) -> [Int] {
    var current = token
    for _ in 0..<12 {
      guard let head = tree.heads[current] else { return [] }
      if tree.relations[current] == "acl:relcl" || tree.relations[current] == "advcl:relcl" {
        let found = entities(at: head, sentence: sentence)
        if !found.isEmpty { return found }
        if let named = apposition(of: head, in: tree, sentence: sentence, types: []) { return named }
        return (byHead[sentence][head] ?? []).lazy.map { mentions[$0].entities }.first { !$0.isEmpty } ?? []
      }
      current = head
    }
    return []
  }

  /// Who says the sentence in which "I" stands.
  func speaker(in tree: SentenceTree, sentence: Int) -> [Int] {
    for token in tree.tokens.indices where Attribution.isSpeechVerb(tree.lemmas[token]) && tree.isVerb(token)
    {
      guard let subject = tree.child(of: token, "nsubj") else { continue }
      let found = entities(at: subject, sentence: sentence)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The most salient compatible entity mentioned before (Lappin and Leass 1994: recency, subjecthood, repetition).
  func antecedent(
    types: [EntityType], plural: Bool, gender: Gazetteer.Gender?, near index: Int, reach: Int
  ) -> Int? {
    let anaphor = mentions[index]
    let tree = trees[anaphor.sentence]
    let coarguments = self.coarguments(of: anaphor, in: tree).union(namedBelow(anaphor, in: tree))
    let complement = complementTypes(of: anaphor, in: tree)
    var best: (entity: Int, score: Double)?
    var tried: Set<Int> = []
    for candidate in history.reversed() {
      let mention = mentions[candidate]
      guard anaphor.sentence - mention.sentence <= reach else { break }
      guard mention.sentence < anaphor.sentence || mention.head < anaphor.head else { continue }
      for entity in mention.entities where tried.insert(entity).inserted {
        guard fits(entity, types: types, plural: plural, gender: gender), !coarguments.contains(entity),
          complement.isEmpty || ontology.allows(chains[entity].type, in: complement)
        else { continue }
        // "using them as human shields": people, not a state.
        // "it must be approved by the Senate": no place.
        if !plural, anaphor.text == "it", tree.relations[anaphor.head] != "nsubj",
          ontology.isKind(chains[entity].type, of: .place)
        {
          continue
        }
        if plural, anaphor.kind == .pronoun, chains[entity].type == .country,
          tree.relations[anaphor.head] == "obj"
        {
          continue
        }
        var score = -4.0 * Double(anaphor.sentence - mention.sentence)
        let relation = trees[mention.sentence].relations[mention.head]
        if relation.hasPrefix("nsubj") { score += 3 } else if relation.hasPrefix("obj") { score += 1 }
        if relation == "nmod:poss" || relation == "compound" || relation == "amod" { score -= 1 }
        let type = chains[entity].type
        // Given names tell gender badly across languages: a mismatch weighs, but does not decide.
        if let gender, let other = chains[entity].gender, other != .either, gender != .either, gender != other
        {
          score -= 5
        }
        if plural, ontology.isKind(type, of: .country) { score -= 4 }
        if chains[entity].names.isEmpty { score -= Self.namelessness }
        if !plural, anaphor.kind == .pronoun, ontology.isKind(type, of: .place),
          !ontology.isKind(type, of: .country)
        {
          score -= 2
        }
        score += 0.4 * Double(min(counts[entity, default: 0], 8))
        if mention.sentence == anaphor.sentence { score -= 0.05 * Double(anaphor.head - mention.head) }
        if best.map({ score > $0.score }) ?? true { best = (entity, score) }
      }
    }
    return best?.entity
  }

  /// What a pronoun's clause names below it, it cannot mean itself: in "He called al-Megrahi's death sad", he is somebody else
  /// (principle C; Chomsky, "Lectures on Government and Binding", 1981).
  func namedBelow(_ anaphor: Mention, in tree: SentenceTree) -> Set<Int> {
    guard anaphor.kind == .pronoun, tree.relations[anaphor.head].hasPrefix("nsubj"),
      let verb = tree.heads[anaphor.head]
    else { return [] }
    var result: Set<Int> = []
    var stack = [verb]
    while let token = stack.popLast() {
      for child in tree.children[token] where child > anaphor.head {
        // Another clause beside it, with a subject of its own, is not below it.
        let isBeside = tree.base(child) == "parataxis" || tree.base(child) == "conj"
        if isBeside, tree.child(of: child, "nsubj") != nil { continue }
        stack.append(child)
        for index in byHead[anaphor.sentence][child] ?? [] where mentions[index].kind == .name {
          result.formUnion(mentions[index].entities)
        }
      }
    }
    return result
  }

  /// What "it" must be where the clause says what it is: "it was the first airline in private hands".
  func complementTypes(of anaphor: Mention, in tree: SentenceTree) -> [EntityType] {
    guard anaphor.kind == .pronoun, tree.relations[anaphor.head] == "nsubj",
      let predicate = tree.heads[anaphor.head], tree.child(of: predicate, "cop") != nil,
      tree.tokens[predicate].partOfSpeech == .noun
    else { return [] }
    return gazetteer.description(tree.lemmas[predicate])?.types ?? []
  }

  /// Entities that a pronoun cannot mean: the subject of the verb whose object it is.
  func coarguments(of anaphor: Mention, in tree: SentenceTree) -> Set<Int> {
    guard ["obj", "iobj", "obl"].contains(tree.base(anaphor.head)), let verb = tree.heads[anaphor.head],
      !anaphor.text.hasSuffix("self"), !anaphor.text.hasSuffix("selves"),
      let subject = tree.child(of: verb, "nsubj")
    else { return [] }
    return Set(entities(at: subject, sentence: anaphor.sentence))
  }

  func fits(_ entity: Int, types: [EntityType], plural: Bool, gender: Gazetteer.Gender?) -> Bool {
    let chain = chains[entity]
    let type = chain.type
    if types.contains(.person), ontology.isKind(type, of: .person) {
      return plural == chain.isPlural
    }
    // Of what the text neither names nor types, only "it" and "they" can be said.
    if type == .thing {
      return chain.names.isEmpty && types.contains(.thing) != plural && plural == chain.isPlural
    }
    if ontology.isKind(type, of: .person) { return false }
    if plural { return ontology.allows(type, in: types.filter { $0 != .person }) }
    return ontology.allows(type, in: types.filter { $0 != .thing })
  }
}
