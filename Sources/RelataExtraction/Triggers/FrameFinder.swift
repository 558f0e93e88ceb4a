import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Finds the ontology's triggers in a sentence, with what fills their slots.
struct FrameFinder: Sendable {
  let index: TriggerIndex
  private var words: WordLists { index.words }

  func frames(in tree: SentenceTree, roles: [RoleOccurrence]) -> [TriggerMatch] {
    var result: [TriggerMatch] = []
    let arguments = Arguments(tree: tree, words: words)
    for token in tree.tokens.indices where tree.nameAt[token] == nil {
      switch tree.tokens[token].partOfSpeech {
      case .verb:
        result += verb(token, arguments)
        result += adjective(token, arguments)
      case .adjective:
        result += adjective(token, arguments)
        result += hyphenated(token, tree)
      case .noun:
        result += noun(token, tree)
      case .auxiliary:
        result += verb(token, arguments)
      default:
        break
      }
    }
    for role in roles { result += frames(of: role) }
    return result
  }

  // MARK: Verbs

  private func verb(_ token: Int, _ arguments: Arguments) -> [TriggerMatch] {
    let tree = arguments.tree
    if tree.relations[token] == "amod" { return hyphenated(token, tree) }
    var result: [TriggerMatch] = []
    for match in index.matches(.verb, at: token, in: tree) {
      var subjects = arguments.subjects(of: token)
      var objects: [Int]
      if let adposition = match.adposition {
        objects = arguments.obliques(of: [token] + match.used, adposition: adposition)
        if tree.isPassive(token) || arguments.isPastParticipleModifier(token) {
          // "troops were deployed to Syria by Russia": the patient goes there, and so does whoever sends it.
          let patients = arguments.patients(of: token)
          subjects = match.used.contains(where: patients.contains) ? subjects : subjects + patients
        }
      } else {
        objects = arguments.patients(of: token).filter { !match.used.contains($0) }
        if objects.isEmpty,
          match.relation.domain.contains(.mediaOutlet), !match.relation.domain.contains(.person),
          match.trigger.pattern.count == 1, let clause = tree.child(of: token, "ccomp")
        {
          // "Reuters reported that Israel was lobbying …": the outlet writes about Israel.
          objects = topics(of: clause, tree)
        }
        // "alleged that Mahan had contributed to violence": what is alleged is said of the clause's subject.
        if objects.isEmpty, match.trigger.pattern.count == 1,
          words[.allegingVerbs].contains(tree.lemmas[token]),
          let clause = tree.child(of: token, "ccomp")
        {
          objects = tree.children(of: clause, "nsubj", "nsubj:pass")
        }
      }
      // "Medvedev and Kokoity, who met earlier this week": a plural subject meets itself.
      if objects.isEmpty, !subjects.isEmpty, match.relation.isSymmetric,
        match.adposition == nil, match.trigger.pattern.count == 1, !tree.isPassive(token)
      {
        let whole = subjects.flatMap { antecedents(of: $0, tree) }
        result.append(
          TriggerMatch(
            match: match, predicate: token, subjects: whole, objects: whole, isReciprocal: true,
            weight: 0.9))
        continue
      }
      guard !subjects.isEmpty, !objects.isEmpty else { continue }
      result.append(
        TriggerMatch(match: match, predicate: token, subjects: subjects, objects: objects, weight: 0.95))
    }
    return result
  }

  /// "A and B, who met": a relative pronoun may mean the whole coordination before it.
  private func antecedents(of subject: Int, _ tree: SentenceTree) -> [Int] {
    guard tree.tokens[subject].tag.hasPrefix("W"), let verb = tree.heads[subject],
      tree.relations[verb] == "acl:relcl", var current = tree.heads[verb]
    else { return [subject] }
    while ["conj", "appos", "flat"].contains(tree.universalRelation(of: current)),
      let head = tree.heads[current]
    {
      current = head
    }
    return tree.conjuncts(of: current).map { conjunct in
      // "the leader X": the name rather than the title.
      tree.children(of: conjunct, "appos").first { tree.nameAt[$0] != nil && tree.nameAt[conjunct] == nil }
        ?? conjunct
    }
  }

  /// Whom a clause is about: its subject, or, where that names nobody, whoever else it names first.
  private func topics(of clause: Int, _ tree: SentenceTree) -> [Int] {
    let subjects = tree.children(of: clause, "nsubj")
    let part = subjects.first.map { tree.tokens[$0].partOfSpeech }
    if part == .properNoun
      || part == .pronoun && !subjects.contains(where: { tree.tokens[$0].tag.hasPrefix("W") })
    {
      return subjects
    }
    let named = tree.subtree(of: clause).first { tree.nameAt[$0] != nil }
    return named.flatMap { tree.nameAt[$0] }.map { [tree.nameHeads[$0]] } ?? subjects
  }

  // MARK: Adjectives

  private func adjective(_ token: Int, _ arguments: Arguments) -> [TriggerMatch] {
    let tree = arguments.tree
    var result: [TriggerMatch] = []
    for match in index.matches(.adjective, at: token, in: tree) {
      guard let adposition = match.adposition else { continue }
      var subjects = tree.children(of: token, "nsubj")
      if subjects.isEmpty, let head = tree.heads[token] {
        switch tree.universalRelation(of: token) {
        case "amod", "acl", "appos": subjects = [head]
        case "xcomp", "conj", "advcl": subjects = arguments.subjects(of: head)
        default: break
        }
      }
      let objects = arguments.obliques(of: [token] + match.used, adposition: adposition)
      guard !subjects.isEmpty, !objects.isEmpty else { continue }
      result.append(
        TriggerMatch(match: match, predicate: token, subjects: subjects, objects: objects, weight: 0.9))
    }
    return result
  }

  /// "Iran-backed militia" (X-Ved Y: X acts on Y), "Moscow-based firm" (V in X).
  private func hyphenated(_ token: Int, _ tree: SentenceTree) -> [TriggerMatch] {
    guard tree.relations[token] == "amod", token >= 2, tree.tokens[token - 1].form == "-",
      let noun = tree.heads[token],
      tree.tokens[token].tag == "VBN" || tree.tokens[token].tag == "JJ" || tree.tokens[token].tag == "VBD"
    else { return [] }
    let first = tree.nameAt[token - 2].map { tree.nameHeads[$0] } ?? token - 2
    let form = tree.tokens[token].form.lowercased()
    let lemmas = [tree.lemmas[token], form, Self.participleStem(form)]
    var result: [TriggerMatch] = []
    for lemma in lemmas {
      for match in index.hyphenMatches(lemma) {
        let isPlace = match.adposition != nil
        result.append(
          TriggerMatch(
            match: match, predicate: token, subjects: isPlace ? [noun] : [first],
            objects: isPlace ? [first] : [noun],
            weight: 0.85))
      }
      if !result.isEmpty { break }
    }
    return result
  }

  static func participleStem(_ form: String) -> String {
    if form.hasSuffix("ied") { return form.dropLast(3) + "y" }
    if form == "led" { return "lead" }
    if form.hasSuffix("ed") { return String(form.dropLast(2)) }
    return form
  }

  // MARK: Nouns

  private func noun(_ token: Int, _ tree: SentenceTree) -> [TriggerMatch] {
    var result: [TriggerMatch] = []
    // "an arrest warrant" is no arrest.
    if tree.relations[token] == "compound", let head = tree.heads[token], head > token,
      tree.tokens[head].partOfSpeech == .noun
    {
      return []
    }
    for match in index.matches(.noun, at: token, in: tree) {
      let places = [token] + match.used
      var possessors: [Int] = []
      var ofPhrases: [Int] = []
      var agents: [Int] = []
      var modifiers: [Int] = []
      for place in places {
        for child in tree.children[place] {
          switch tree.relations[child] {
          case "nmod:poss": possessors.append(child)
          case "amod", "compound", "nmod:desc":
            // Only what names somebody can be an agent: "the HTS capture of", not "a phone conversation".
            if child < token, tree.tokens[child].form.first?.isUppercase == true { modifiers.append(child) }
          case "nmod", "obl", "obl:agent":
            switch tree.adposition(of: child) {
            case "of": ofPhrases.append(child)
            case "by": agents.append(child)
            default: break
            }
          case "acl":
            // "an offensive launched by HTS"
            agents += tree.children(of: child, "obl:agent")
          default: break
          }
        }
      }
      var subjects: [Int]
      var objects: [Int]
      if let adposition = match.adposition {
        objects = places.flatMap { place in
          tree.children[place].filter {
            ["nmod", "obl"].contains(tree.universalRelation(of: $0)) && tree.adposition(of: $0) == adposition
          }
        }
        if objects.isEmpty, let head = tree.heads[token],
          ["obj", "obl", "nsubj:pass", "nsubj"].contains(tree.relations[token])
        {
          objects = tree.children(of: head, "obl").filter { tree.adposition(of: $0) == adposition }
        }
        // "by" brings the agent, whatever the pattern calls its object.
        if adposition == "by", !match.trigger.isReversed { continue }
        if adposition == "between" || adposition == "among" {
          let ends = objects.flatMap { tree.conjuncts(of: $0) }
          guard ends.count >= 2 else { continue }
          for (position, a) in ends.enumerated() {
            for b in ends[(position + 1)...] {
              result.append(
                TriggerMatch(match: match, predicate: token, subjects: [a], objects: [b], weight: 0.9))
            }
          }
          continue
        }
        subjects = agents + possessors + (adposition == "of" ? [] : ofPhrases)
        if subjects.isEmpty { subjects = modifiers }
      } else if !agents.isEmpty {
        subjects = agents
        objects = ofPhrases + possessors + modifiers
      } else {
        subjects = possessors.isEmpty ? modifiers : possessors
        objects = ofPhrases
      }
      var weight = 0.8
      if objects.isEmpty { objects = undergoers(of: token, tree) }
      if subjects.isEmpty { subjects = clauseSubjects(around: token, tree) }
      if subjects.isEmpty,
        match.relation.plover == Self.consulting && match.adposition != nil || isBareAdjunct(token, tree)
      {
        subjects = adjunctSubjects(around: token, tree)
        weight = 0.7
      }
      guard !subjects.isEmpty, !objects.isEmpty else { continue }
      result.append(
        TriggerMatch(match: match, predicate: token, subjects: subjects, objects: objects, weight: weight))
    }
    return result
  }

  /// "HTS launched an attack on Aleppo", "the attack, which HTS carried out": whoever
  /// does a light verb's noun.
  private func clauseSubjects(around token: Int, _ tree: SentenceTree) -> [Int] {
    guard let head = tree.heads[token], tree.isVerb(head),
      ["obj", "obl"].contains(tree.universalRelation(of: token))
    else {
      return []
    }
    let arguments = Arguments(tree: tree, words: words)
    guard words[.agentiveVerbs].contains(tree.lemmas[head]) else { return [] }
    return arguments.subjects(of: head)
  }

  /// "Abqaiq was the target of an attack": what is the target, subject, scene or victim
  /// of an event undergoes it.
  private func undergoers(of token: Int, _ tree: SentenceTree) -> [Int] {
    guard tree.adposition(of: token) == "of", let part = tree.heads[token],
      words[.undergoerNouns].contains(tree.lemmas[part]),
      tree.child(of: part, "cop") != nil
    else { return [] }
    return tree.children(of: part, "nsubj")
  }

  /// "flew fighters to Syria in support of Assad": a noun without article behind "in" belongs to the verb.
  private func isBareAdjunct(_ token: Int, _ tree: SentenceTree) -> Bool {
    tree.universalRelation(of: token) == "obl" && tree.adposition(of: token) == "in"
      && tree.children(of: token, "det", "amod", "nmod:poss", "compound").isEmpty
  }

  /// Visits, talks and calls are what their adjunct's clause's subject does: PLOVER's class of them.
  private static let consulting = "CONSULT"

  /// "After a visit to Kenya, Annan said", "in a statement to the BBC, the Church denied":
  /// whoever does the clause around.
  private func adjunctSubjects(around token: Int, _ tree: SentenceTree) -> [Int] {
    guard ["obl", "nmod"].contains(tree.universalRelation(of: token)),
      words[.framingAdpositions].contains(tree.adposition(of: token)),
      !tree.children[token].contains(where: { tree.relations[$0] == "nmod:poss" })
    else { return [] }
    let arguments = Arguments(tree: tree, words: words)
    var current = token
    for _ in 0..<5 {
      guard let head = tree.heads[current] else { return [] }
      if tree.isVerb(head) {
        let subjects = arguments.subjects(of: head)
        if !subjects.isEmpty { return subjects }
        if tree.isPassive(head) { return tree.children(of: head, "nsubj:pass") }
      } else if tree.universalRelation(of: current) != "nmod", tree.universalRelation(of: current) != "acl" {
        return []
      }
      current = head
    }
    return []
  }

  // MARK: Roles

  private func frames(of role: RoleOccurrence) -> [TriggerMatch] {
    guard !role.holders.isEmpty, !role.bodies.isEmpty else { return [] }
    // "Russian ambassador to Syria": with an adposition of its own, a pattern takes
    // only what stands behind it.
    return role.matches.compactMap { match in
      let bodies =
        match.adposition.map { wanted in role.bodies.filter { role.adpositions[$0] == wanted } }
        ?? role.bodies
      guard !bodies.isEmpty else { return nil }
      return TriggerMatch(
        match: match, predicate: role.token, subjects: role.holders, objects: bodies, role: role.title,
        isFormer: role.isFormer, weight: 0.95)
    }
  }
}
