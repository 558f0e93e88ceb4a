import RelataGazetteer
import RelataLanguage

/// Finds the tokens that fill the slots of a predicate, through passives, relative clauses,
/// control and coordination.
struct Arguments: Sendable {
  let tree: SentenceTree
  let words: WordLists

  /// Whoever does it: for a passive the agent.
  func subjects(of verb: Int) -> [Int] { subjects(of: verb, depth: 0) }

  private func subjects(of verb: Int, depth: Int) -> [Int] {
    guard depth < 8 else { return [] }
    if tree.isPassive(verb) || isPastParticipleModifier(verb) {
      let agents =
        tree.children(of: verb, "obl:agent")
        + tree.children(of: verb, "obl").filter {
          tree.relations[$0] != "obl:agent" && tree.adposition(of: $0) == "by"
        }
      return agents.isEmpty ? attackers(of: verb) : agents
    }
    let own = tree.children(of: verb, "nsubj")
    if !own.isEmpty { return own.filter { tree.relations[$0] != "nsubj:outer" || own.count == 1 } }
    guard let head = tree.heads[verb] else { return [] }
    switch tree.relations[verb] {
    case "conj", "parataxis":
      guard tree.isVerb(head) || tree.child(of: head, "cop") != nil || tree.child(of: head, "nsubj") != nil
      else { return [] }
      if tree.isPassive(head) {
        // "factions, led by X, overthrew Y" is often read as a conjunct of "led".
        let patients = tree.children(of: head, "nsubj:pass")
        return patients.isEmpty ? tree.children(of: head, "obl:agent") : patients
      }
      return subjects(of: head, depth: depth + 1)
    case "xcomp", "ccomp":
      // Control: the object of "force X to flee", else the subject ("promise to").
      if tree.relations[verb] == "xcomp", let object = tree.child(of: head, "obj", "iobj"),
        tree.lemmas[head] != "promise"
      {
        return [object]
      }
      if tree.isPassive(head) {
        return tree.children(of: head, "nsubj:pass") + inheritedPatient(of: head, depth: depth)
      }
      return subjects(of: head, depth: depth + 1)
    case "advcl":
      // "accuse X of doing", "prevent X from doing": the object does it.
      let isOfObject = tree.children[verb].contains {
        ["mark", "case"].contains(tree.universalRelation(of: $0))
          && ["of", "from", "for"].contains(tree.lemmas[$0])
      }
      if isOfObject {
        if let object = tree.child(of: head, "obj") { return [object] }
        let passive = tree.children(of: head, "nsubj:pass")
        if !passive.isEmpty { return passive }
      }
      // "ask X to do" is sometimes parsed as advcl.
      if isInfinitive(verb), words[.objectControlVerbs].contains(tree.lemmas[head]),
        let object = tree.child(of: head, "obj")
      {
        return [object]
      }
      if tree.isPassive(head) { return tree.children(of: head, "nsubj:pass") }
      return subjects(of: head, depth: depth + 1)
    case "acl":
      if tree.tokens[verb].tag == "VBG" { return [head] }
      // "became the first woman to serve": whoever is said to be it.
      if isInfinitive(verb), tree.tokens[head].partOfSpeech == .noun {
        if tree.child(of: head, "cop") != nil { return tree.children(of: head, "nsubj") }
        if tree.relations[head] == "xcomp", let governor = tree.heads[head] {
          return subjects(of: governor, depth: depth + 1)
        }
      }
      // "its decision to withdraw": the possessor; else the subject of the clause around.
      let possessors = tree.children(of: head, "nmod:poss")
      if !possessors.isEmpty { return possessors }
      if let governor = tree.heads[head], tree.isVerb(governor),
        ["obj", "obl"].contains(tree.universalRelation(of: head))
      {
        return subjects(of: governor, depth: depth + 1)
      }
      return isInfinitive(verb) && tree.tokens[head].partOfSpeech == .properNoun ? [head] : []
    case "acl:relcl":
      // A gap: "the group captured last year" has its object there, "the man to lead" its subject.
      return tree.child(of: verb, "obj") != nil ? [head] : []
    default:
      return []
    }
  }

  /// "was killed in a US operation": whose attack it was.
  private func attackers(of verb: Int) -> [Int] {
    tree.children(of: verb, "obl").filter {
      ["in", "during"].contains(tree.adposition(of: $0)) && words[.attackNouns].contains(tree.lemmas[$0])
    }.flatMap { attack in
      tree.children(of: attack, "amod", "compound", "nmod:poss").filter {
        $0 < attack && tree.tokens[$0].form.first?.isUppercase == true
      }
    }
  }

  private func inheritedPatient(of verb: Int, depth: Int) -> [Int] {
    guard tree.children(of: verb, "nsubj:pass").isEmpty else { return [] }
    return patients(of: verb, depth: depth + 1)
  }

  /// Whoever it is done to: the direct object, or the subject of a passive.
  func patients(of verb: Int) -> [Int] { patients(of: verb, depth: 0) }

  private func patients(of verb: Int, depth: Int) -> [Int] {
    guard depth < 8 else { return [] }
    let objects = tree.children(of: verb, "obj")
    if !objects.isEmpty { return objects }
    let passive = tree.children(of: verb, "nsubj:pass")
    if !passive.isEmpty { return passive }
    // "told reporters that …": the addressee is the only object.
    let addressees = tree.children(of: verb, "iobj")
    if !addressees.isEmpty { return addressees }
    guard let head = tree.heads[verb] else { return [] }
    switch tree.relations[verb] {
    case "acl" where isPastParticipleModifier(verb):
      return [head]
    case "amod" where tree.tokens[verb].tag == "VBN":
      return [head]
    case "acl:relcl":
      let hasRelativeSubject = tree.children(of: verb, "nsubj").contains {
        tree.tokens[$0].tag.hasPrefix("W")
      }
      if tree.isPassive(verb) { return tree.children(of: verb, "nsubj:pass").isEmpty ? [head] : [] }
      // "the heights that Israel occupied", "the city HTS captured"
      return hasRelativeSubject || tree.children(of: verb, "nsubj").isEmpty ? [] : [head]
    case "conj" where tree.isVerb(head) && tree.isPassive(verb):
      return patients(of: head, depth: depth + 1)
    case "xcomp" where tree.isPassive(verb), "advcl" where tree.isPassive(verb):
      return subjects(of: head, depth: depth + 1)
    default:
      return []
    }
  }

  /// Nominals attached to the predicate (or to one of the words its pattern uses) by an adposition.
  func obliques(of places: [Int], adposition: String) -> [Int] {
    var result: [Int] = []
    for place in places {
      for child in tree.children[place]
      where ["obl", "nmod", "obj", "advmod", "xcomp", "advcl"].contains(tree.universalRelation(of: child))
        && tree.adposition(of: child) == adposition
      {
        if !result.contains(child) { result.append(child) }
      }
    }
    return result
  }

  func isInfinitive(_ verb: Int) -> Bool {
    tree.children[verb].contains { tree.relations[$0] == "mark" && tree.lemmas[$0] == "to" }
  }

  /// "forces stationed in Syria", "a city held by rebels".
  func isPastParticipleModifier(_ verb: Int) -> Bool {
    tree.relations[verb] == "acl" && tree.tokens[verb].tag == "VBN"
  }
}
