import RelataGazetteer
import RelataGraph
import RelataLanguage

/// The ontology's triggers by the lemma that their match starts from.
struct TriggerIndex: Sendable {
  /// A trigger found at a token.
  struct Match: Sendable {
    var relation: RelationType
    /// Position of the relation in the ontology: earlier ones win where types don't decide.
    var rank: Int
    var trigger: Trigger
    /// The adposition by which the object must be attached; nil: a direct object
    /// (verbs), the of-phrase (nouns).
    var adposition: String?
    /// Tokens that the pattern uses besides the head: a light verb's noun, a particle.
    var used: [Int]

    var description: String { "\(trigger.kind.rawValue) \(trigger.pattern.joined(separator: " "))" }
  }

  private struct Entry: Sendable {
    var relation: Int
    var trigger: Trigger
  }

  private let relations: [RelationType]
  private let gazetteer: Gazetteer
  private let adpositions: Set<String>
  private var entries: [Trigger.Kind: [String: [Entry]]] = [:]

  init(ontology: Ontology, gazetteer: Gazetteer) {
    relations = ontology.relations
    self.gazetteer = gazetteer
    adpositions = gazetteer.wordLists[.adpositions]
    for (rank, relation) in ontology.relations.enumerated() {
      for trigger in relation.triggers {
        guard let first = trigger.pattern.first else { continue }
        let entry = Entry(relation: rank, trigger: trigger)
        if trigger.kind == .role || trigger.kind == .noun {
          // The head of "prime minister" is its last noun, that of "head of state" its
          // first: found by any word.
          for word in Set(trigger.pattern) where !adpositions.contains(word) {
            entries[trigger.kind, default: [:]][word, default: []].append(entry)
          }
        } else {
          entries[trigger.kind, default: [:]][first, default: []].append(entry)
        }
      }
    }
  }

  /// The word lists, for whoever looks for triggers.
  var words: WordLists { gazetteer.wordLists }

  func isDemonym(_ form: String) -> Bool { gazetteer.country(demonym: form) != nil }

  /// All triggers of one kind whose pattern matches with `token` as head, longest
  /// pattern first, then by rank.
  func matches(_ kind: Trigger.Kind, at token: Int, in tree: SentenceTree) -> [Match] {
    guard
      let candidates = entries[kind]?[lemma(of: token, in: tree)]
        ?? entries[kind]?[tree.tokens[token].form.lowercased()]
    else { return [] }
    var result: [Match] = []
    for entry in candidates {
      let found: (adposition: String?, used: [Int])?
      switch kind {
      case .verb, .adjective: found = matchVerb(entry.trigger.pattern, at: token, in: tree)
      case .noun, .role: found = matchNoun(entry.trigger.pattern, at: token, in: tree)
      }
      guard let found else { continue }
      result.append(
        Match(
          relation: relations[entry.relation], rank: entry.relation, trigger: entry.trigger,
          adposition: found.adposition, used: found.used))
    }
    return result.sorted { ($1.trigger.pattern.count, $0.rank) < ($0.trigger.pattern.count, $1.rank) }
  }

  /// Verb triggers that "X-Ved Y" can stand for: a plain verb, or a verb with a place ("based in").
  func hyphenMatches(_ lemma: String) -> [Match] {
    (entries[.verb]?[lemma] ?? []).compactMap { entry in
      let pattern = entry.trigger.pattern
      guard pattern.count == 1 || (pattern.count == 2 && ["in", "at"].contains(pattern[1])) else {
        return nil
      }
      return Match(
        relation: relations[entry.relation], rank: entry.relation, trigger: entry.trigger,
        adposition: pattern.count == 2 ? pattern[1] : nil, used: [])
    }
  }

  /// `V`, `V particle`, `V P`, `V N P`, `V particle P`, `be A P`: what stands beside the
  /// head must be its dependents.
  private func matchVerb(
    _ pattern: [String], at token: Int, in tree: SentenceTree
  ) -> (adposition: String?, used: [Int])? {
    var used: [Int] = []
    var adposition: String?
    for (offset, word) in pattern.enumerated().dropFirst() {
      let isLast = offset == pattern.count - 1
      if let particle = tree.children[token].first(where: {
        tree.relations[$0] == "compound:prt" && tree.lemmas[$0] == word
      }) {
        used.append(particle)
      } else if adpositions.contains(word), isLast || adposition == nil {
        adposition = adposition.map { $0 + " " + word } ?? word
      } else if let part = tree.children[token].first(where: {
        (tree.lemmas[$0] == word || tree.tokens[$0].form.lowercased() == word)
          && ["obj", "xcomp", "advmod", "obl", "amod", "obl:unmarked", "nsubj:pass"].contains(
            tree.relations[$0])
      }) {
        used.append(part)
      } else if adpositions.contains(word) {
        adposition = word
      } else {
        return nil
      }
    }
    if let wanted = adposition {
      let places = [token] + used
      let isThere = places.contains { place in
        tree.children[place].contains {
          tree.adposition(of: $0) == wanted
            || (tree.universalRelation(of: $0) == "advmod" && tree.lemmas[$0] == wanted)
        }
      }
      // In a relative clause the adposition's object is the pronoun or a gap.
      guard isThere else { return nil }
    }
    return (adposition, used)
  }

  /// Contiguous words around the head, and perhaps an adposition at the end that an nmod must have.
  /// A plural title with a capital has no other lemma for the tagger: "Presidents A of O and B of P".
  func lemma(of token: Int, in tree: SentenceTree) -> String {
    let lemma = tree.lemmas[token]
    let isPluralTitle = tree.tokens[token].tag == "NNPS" && tree.nameAt[token] == nil && lemma.hasSuffix("s")
    return isPluralTitle ? String(lemma.dropLast()) : lemma
  }

  private func matchNoun(
    _ pattern: [String], at token: Int, in tree: SentenceTree
  ) -> (adposition: String?, used: [Int])? {
    var words = pattern
    var adposition: String?
    if words.count > 1, let last = words.last, adpositions.contains(last) {
      adposition = last
      words.removeLast()
    }
    guard
      let offset = words.lastIndex(where: {
        $0 == lemma(of: token, in: tree) || $0 == tree.tokens[token].form.lowercased()
      })
    else { return nil }
    // The head of a pattern is its last word before an adposition inside it.
    let head = (words.firstIndex(where: { adpositions.contains($0) }) ?? words.count) - 1
    guard offset == head || words.count == 1 else { return nil }
    var used: [Int] = []
    for (position, word) in words.enumerated() where position != offset {
      let index = token + position - offset
      guard tree.tokens.indices.contains(index),
        tree.lemmas[index] == word || tree.tokens[index].form.lowercased() == word
      else { return nil }
      used.append(index)
    }
    if let wanted = adposition {
      // In "held a phone conversation with" the adposition may hang on the light verb.
      var places = [token]
      if let verb = tree.heads[token], tree.isVerb(verb),
        ["obj", "nsubj:pass"].contains(tree.relations[token])
      {
        places.append(verb)
      }
      guard places.contains(where: { tree.children[$0].contains { tree.adposition(of: $0) == wanted } })
      else { return nil }
    }
    return (adposition, used)
  }
}
