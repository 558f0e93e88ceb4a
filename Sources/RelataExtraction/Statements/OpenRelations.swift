import RelataLanguage

/// Verbs that link two entities but belong to no relation type: kept under the verb's lemma, marked as open.
struct OpenRelations: Sendable {
  let coreference: CoreferenceResolver

  struct Found: Sendable {
    var predicate: Int
    var subjects: [Int]
    var objects: [Int]
    var name: String
  }

  /// Verbs too general to mean anything by themselves.
  private static let empty: Set<String> = [
    "be", "have", "do", "say", "make", "get", "go", "come", "take", "give", "see", "know", "think", "become",
    "seem", "let",
    "add", "include", "mean", "say", "note", "state", "want", "need", "like", "continue", "begin", "start",
    "follow", "keep",
    "remain", "appear", "show", "find", "tell", "put", "set", "turn", "look", "feel", "believe", "consider",
    "involve",
  ]

  func find(sentence: Int) -> [Found] {
    let tree = coreference.trees[sentence]
    let arguments = Arguments(tree: tree)
    var result: [Found] = []
    for token in tree.tokens.indices where tree.isVerb(token) && tree.nameAt[token] == nil {
      let lemma = tree.lemmas[token]
      guard !Self.empty.contains(lemma), lemma.allSatisfy(\.isLetter) else { continue }
      let subjects = arguments.subjects(of: token)
      guard !subjects.isEmpty else { continue }
      let particle = tree.child(of: token, "compound:prt").map { "_" + tree.lemmas[$0] } ?? ""
      let objects = arguments.patients(of: token)
      if !objects.isEmpty {
        result.append(Found(predicate: token, subjects: subjects, objects: objects, name: lemma + particle))
      }
      // With an adposition only where there is no direct object: "feast at", "escape from".
      for child in tree.children(of: token, "obl") where tree.relations[child] != "obl:agent" {
        let adposition = tree.adposition(of: child)
        guard ["to", "from", "with", "against", "into", "on", "at", "for"].contains(adposition),
          objects.isEmpty
        else { continue }
        result.append(
          Found(
            predicate: token, subjects: subjects, objects: [child], name: lemma + particle + "_" + adposition)
        )
      }
    }
    return result
  }
}
