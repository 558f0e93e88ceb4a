import RelataGazetteer
import RelataLanguage

/// Cuts noun phrases and clauses out of a sentence: which words of a subtree belong to an argument.
struct PhraseReader: Sendable {
  let tree: SentenceTree
  /// For the rules that read clauses and phrases with it.
  let words: WordLists

  // MARK: Text

  /// The words as written; a space where words between were left out.
  func text(_ phrase: Phrase) -> String {
    phrase.segments.map { text($0) }.joined(separator: " ")
  }

  func text(_ tokens: [Int]) -> String {
    var text = ""
    var previous: Int?
    for token in tokens {
      if let previous, tree.tokens[previous].hasSpaceAfter || token != previous + 1 { text += " " }
      text += tree.tokens[token].form
      previous = token
    }
    return text
  }

  /// Ascending, without punctuation at the ends that belongs to the sentence around.
  func trimmed(_ tokens: some Sequence<Int>) -> [Int] {
    var result = Set(tokens).sorted()[...]
    while let first = result.first,
      isPunctuation(first, of: Self.opening) || isStray(first, beside: result.dropFirst(), Self.closingMarks)
    {
      result.removeFirst()
    }
    while let last = result.last,
      isPunctuation(last, of: Self.closing) || isStray(last, beside: result.dropLast(), Self.openingMarks)
    {
      result.removeLast()
    }
    return Array(result)
  }

  /// Whether a token is a quotation mark whose partner, or the word beside it, is not in the phrase.
  private func isStray(_ token: Int, beside others: ArraySlice<Int>, _ partners: Set<String>) -> Bool {
    let isMark = [Self.openingMarks, Self.closingMarks].contains { $0.contains(tree.tokens[token].form) }
    return isMark
      && (!others.contains { partners.contains(tree.tokens[$0].form) }
        || !others.contains { abs($0 - token) == 1 })
  }

  private static let openingMarks: Set<String> = ["\"", "“", "``"]
  private static let closingMarks: Set<String> = ["\"", "”", "''"]
  private static let opening: Set<String> = [",", ";", ":", ".", "-", "--", "–", "—", ")", "?", "!"]
  private static let closing: Set<String> = [",", ";", ":", ".", "-", "--", "–", "—", "(", "?", "!"]

  private func isPunctuation(_ token: Int, of forms: Set<String>) -> Bool {
    tree.tokens[token].partOfSpeech == .punctuation && forms.contains(tree.tokens[token].form)
  }

  // MARK: Extents

  /// A token and everything below it but the subtrees in `skipped`; ascending.
  /// - Complexity: O(size of the subtree).
  func subtree(of token: Int, without skipped: Set<Int> = []) -> [Int] {
    var result: [Int] = []
    var stack = [token]
    while let next = stack.popLast(), result.count <= tree.tokens.count {
      guard !skipped.contains(next) else { continue }
      result.append(next)
      stack += tree.children[next]
    }
    return result.sorted()
  }

  /// What is to be left out of a noun phrase.
  struct Cut: OptionSet {
    let rawValue: Int
    /// The other conjuncts: “A and B” gives “A”.
    static let conjuncts = Cut(rawValue: 1)
    /// Relative clauses without a comma as well; those behind a comma are never part.
    static let relativeClauses = Cut(rawValue: 2)
    /// Nothing: the preposition in front stays.
    static let keepPreposition = Cut(rawValue: 4)
  }

  /// The words of the noun (or adjective) phrase of a head: without the clause that the head may be the
  /// predicate of, without appositions and comments set off by commas.
  func nounPhrase(of head: Int, _ cut: Cut = [], dropping dropped: Int? = nil) -> [Int] {
    var skipped: Set<Int> = []
    for child in tree.children[head] where child == dropped || isOutside(child, of: head, cut) {
      skipped.insert(child)
    }
    // Deeper down only what is a remark of its own goes.
    for token in subtree(of: head, without: skipped) where token != head {
      if tree.relations[token] == "acl:relcl", isSetOff(token) { skipped.insert(token) }
    }
    return trimmed(subtree(of: head, without: skipped))
  }

  private func isOutside(_ child: Int, of head: Int, _ cut: Cut) -> Bool {
    switch tree.universalRelation(of: child) {
    case "case":
      return tree.isPossessiveMarker(child) || !cut.contains(.keepPreposition)
    case "cc":
      if tree.relations[child] == "cc:preconj" { return true }
      return child < head ? !cut.contains(.keepPreposition) : cut.contains(.conjuncts)
    case "conj":
      return cut.contains(.conjuncts) || tree.child(of: child, "nsubj", "cop") != nil
    case "cop", "nsubj", "csubj", "aux", "mark", "expl", "advcl", "parataxis", "discourse", "vocative":
      return true
    case "advmod":
      // “is not only a friend”: adverbs of the clause, not of its nominal predicate.
      guard let copula = tree.child(of: head, "cop"), child < head else { return false }
      return child < copula || ["not", "n't"].contains(tree.lemmas[child])
    case "appos":
      return isSetOff(child)
    case "acl":
      return isSetOff(child)
        || (cut.contains(.relativeClauses) && tree.relations[child] == "acl:relcl")
    default:
      return false
    }
  }

  /// Whether a comma, dash or bracket comes before a subtree.
  func isSetOff(_ token: Int) -> Bool {
    guard let first = subtree(of: token).first else { return false }
    if [",", "-LRB-", "(", "--"].contains(tree.tokens[first].form) { return true }
    return first > 0
      && [",", "-LRB-", "(", "--", "-", ";", ":", "–", "—"].contains(tree.tokens[first - 1].form)
  }
}

extension SentenceTree {
  func isPossessiveMarker(_ token: Int) -> Bool { lemmas[token] == "'s" || lemmas[token] == "'" }

  /// Whether a token is the predicate of a copula: “is *late*”.
  func isCopular(_ token: Int) -> Bool { child(of: token, "cop") != nil }

  /// Whether a token is the predicate of a clause.
  func isClause(_ token: Int) -> Bool {
    guard isVerb(token) else { return isCopular(token) }
    let parts: Set<Substring> = [
      "amod", "compound", "flat", "fixed", "case", "mark", "aux", "cop", "det", "cc",
    ]
    return !parts.contains(universalRelation(of: token))
  }

  func isPlural(_ token: Int) -> Bool { tokens[token].feature("Number") == "Plur" }

  func isFinitePast(_ token: Int) -> Bool {
    tokens[token].feature("Tense") == "Past" && tokens[token].feature("VerbForm") == "Fin"
  }
}
