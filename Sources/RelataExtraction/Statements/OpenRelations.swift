import RelataLanguage

/// Predicates that link two entities but belong to no relation type: kept under the text's own words, marked as open.
///
/// The clause types of Del Corro and Gemulla ("ClausIE: clause-based open information extraction", WWW 2013): subject and
/// object, subject and adverbial, subject, object and adverbial, subject and complement. A predicate is named by lemmas:
/// `smuggle`, `escape_from`, `lose_fortune_to`, `be_buried_in`, `be_critic_of`.
struct OpenRelations: Sendable {
  let coreference: CoreferenceResolver
  let index: TriggerIndex

  struct Found: Sendable {
    var predicate: Int
    var subjects: [Int]
    var objects: [Int]
    var name: String
    /// How directly the syntax links the two, 0…1.
    var weight: Double
  }

  /// Verbs too general to mean anything by themselves, or that only carry a clause.
  private static let empty: Set<String> = [
    "be", "have", "do", "say", "make", "get", "go", "come", "take", "give", "see", "know", "think", "become",
    "seem", "let", "add", "include", "mean", "note", "state", "want", "need", "like", "continue", "begin",
    "start", "follow", "keep", "remain", "appear", "show", "find", "tell", "put", "set", "turn", "look",
    "feel",
    "believe", "consider", "involve",
  ]
  /// Adpositions of adverbials that take part in what happens; others only frame it ("despite", "besides").
  private static let linking: Set<String> = [
    "to", "from", "with", "against", "into", "on", "at", "for", "in", "through", "under", "over", "near",
    "toward", "towards", "alongside", "behind", "onto", "between", "about", "by", "of", "as", "within", "off",
    "inside", "outside", "around", "across", "aboard", "upon",
  ]

  /// Adpositions by which a noun takes part in its verb's predicate: "sever ties with", "take advantage of".
  private static let relational: Set<String> = [
    "of", "to", "with", "against", "on", "from", "into", "toward", "towards", "for",
  ]

  func find(sentence: Int) -> [Found] {
    let tree = coreference.trees[sentence]
    var result: [Found] = []
    for token in tree.tokens.indices where tree.nameAt[token] == nil {
      if tree.isVerb(token) {
        result += clause(token, in: tree)
      } else if tree.child(of: token, "cop") != nil {
        result += complement(token, in: tree)
      }
    }
    return result
  }

  // MARK: Clauses with a verb

  private func clause(_ verb: Int, in tree: SentenceTree) -> [Found] {
    let lemma = tree.lemmas[verb]
    guard lemma.allSatisfy(\.isLetter) else { return [] }
    let arguments = Arguments(tree: tree)
    let particle = tree.child(of: verb, "compound:prt").map { "_" + tree.lemmas[$0] } ?? ""
    var subjects = arguments.subjects(of: verb)
    var patients = arguments.patients(of: verb)
    var name = lemma + particle
    if subjects.isEmpty, tree.isPassive(verb) || arguments.isPastParticipleModifier(verb) {
      // Without an agent, the patient is what the clause is about: "was buried in Janzur".
      (subjects, patients) = (patients, [])
      name = "be_" + tree.tokens[verb].form.lowercased() + particle
    }
    guard !subjects.isEmpty else { return [] }
    let isEmpty = Self.empty.contains(lemma)
    var result: [Found] = []
    // Where the ontology knows the verb and took nothing, the ends are of the wrong kind: mostly a wrong reading.
    if !patients.isEmpty, !isEmpty, !index.knows(verb: lemma, adposition: nil) {
      result.append(Found(predicate: verb, subjects: subjects, objects: patients, name: name, weight: 1))
    }
    // "lost his fortune to Scientology": a common noun as object belongs to the predicate.
    let common = patients.count == 1 ? patients.first.flatMap { commonNoun($0, in: tree) } : nil
    let adverbials =
      tree.children(of: verb, "obl").filter { tree.relations[$0] != "obl:agent" }
      + (common.map { noun in
        tree.children(of: noun, "nmod").filter {
          tree.relations[$0] != "nmod:poss" && Self.relational.contains(tree.adposition(of: $0))
        }
      }
        ?? [])
    for child in adverbials {
      let adposition = tree.adposition(of: child)
      guard Self.linking.contains(adposition), adposition != "by" || !name.hasPrefix("be_") else { continue }
      if let common {
        let noun = tree.lemmas[common]
        guard noun.allSatisfy(\.isLetter) else { continue }
        result.append(
          Found(
            predicate: verb, subjects: subjects, objects: [child], name: "\(name)_\(noun)_\(adposition)",
            weight: 0.9))
      } else if patients.isEmpty, !isEmpty {
        result.append(
          Found(
            predicate: verb, subjects: subjects, objects: [child], name: "\(name)_\(adposition)", weight: 0.95
          ))
      }
    }
    return result
  }

  /// A direct object that names nobody.
  private func commonNoun(_ token: Int, in tree: SentenceTree) -> Int? {
    guard tree.tokens[token].partOfSpeech == .noun, tree.nameAt[token] == nil else { return nil }
    return token
  }

  // MARK: Clauses with a copula

  /// "X is a critic of Y", "X is close to Y".
  private func complement(_ predicate: Int, in tree: SentenceTree) -> [Found] {
    let part = tree.tokens[predicate].partOfSpeech
    guard part == .noun || part == .adjective, tree.lemmas[predicate].allSatisfy(\.isLetter) else {
      return []
    }
    let subjects = tree.children(of: predicate, "nsubj")
    guard !subjects.isEmpty else { return [] }
    return (tree.children(of: predicate, "nmod", "obl")).compactMap { child in
      let adposition = tree.adposition(of: child)
      guard tree.relations[child] != "nmod:poss", Self.linking.contains(adposition) else { return nil }
      return Found(
        predicate: predicate, subjects: subjects, objects: [child],
        name: "be_\(tree.lemmas[predicate])_\(adposition)", weight: 0.9)
    }
  }
}
