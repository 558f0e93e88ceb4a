import RelataGazetteer
import RelataLanguage

/// The words that make up a verbal predicate, and the verbs among them whose dependents are its arguments.
struct VerbGroup: Sendable {
  /// Auxiliaries, negation, adverbs in between, particles, and infinitives that the verb governs: “has n't
  /// really tended to increase”.
  var words: Set<Int>
  /// The verb and the infinitives (or a predicate after “to be”) below it.
  var verbs: [Int]

  /// - Complexity: O(size of the clause).
  init(of verb: Int, in phrases: PhraseReader) {
    let tree = phrases.tree
    words = [verb]
    verbs = [verb]
    words.formUnion(Self.auxiliaries(of: verb, in: tree))
    for adverb in tree.children(of: verb, "advmod") where adverb < verb {
      if phrases.words[.predicateNegations].contains(tree.lemmas[adverb]) {
        words.insert(adverb)
        continue
      }
      let isInside = (adverb + 1..<verb).allSatisfy {
        words.contains($0) || ["advmod", "aux"].contains(tree.universalRelation(of: $0))
          || tree.heads[$0] == adverb
      }
      let subtree = phrases.subtree(of: adverb)
      if isInside, subtree.count <= 3 { words.formUnion(subtree) }
    }
    words.formUnion(tree.children(of: verb, "compound:prt"))
    guard let next = tree.child(of: verb, "xcomp"), next > verb, tree.child(of: verb, "obj", "iobj") == nil
    else { return }
    if tree.isVerb(next) {
      let below = VerbGroup(of: next, in: phrases)
      words.formUnion(below.words)
      words.formUnion(tree.children(of: next, "mark"))
      verbs += below.verbs
    } else if tree.isCopular(next) {
      words.formUnion(tree.children(of: next, "cop", "mark"))
      verbs.append(next)
    }
  }

  /// “were mobilized and recalled”: the second participle shares the first one's auxiliary.
  private static func auxiliaries(of verb: Int, in tree: SentenceTree) -> [Int] {
    let own = tree.children(of: verb, "aux")
    guard own.isEmpty, tree.universalRelation(of: verb) == "conj", let first = tree.heads[verb],
      tree.tokens[first].tag == tree.tokens[verb].tag, tree.child(of: verb, "nsubj") == nil
    else { return own }
    return tree.children(of: first, "aux").filter { $0 < first }
  }
}
