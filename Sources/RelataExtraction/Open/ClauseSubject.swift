import RelataLanguage

/// Whom or what a clause is about, and how that was found.
struct ClauseSubject: Sendable {
  enum Source: String, Sendable {
    /// The clause's own subject.
    case own
    /// That of the clause it is coordinated with.
    case conjunct = "conj"
    /// The noun that a relative clause describes.
    case relative = "rel"
    /// The noun that a participle or infinitive describes.
    case participle = "acl"
    /// That of the clause around an adverbial clause.
    case adverbial = "advcl"
    /// Object or subject of the verb around: “forced *him* to go”.
    case control = "ctl"
    /// A question word.
    case interrogative = "wh"
    /// “it” or “there”.
    case expletive = "expl"
    case none
  }

  /// The head of the subject.
  var head: Int?
  var source: Source

  static let none = ClauseSubject(head: nil, source: .none)
}

/// Finds the subject of each clause, through coordination, control, relative clauses and participles.
///
/// It differs from ``Arguments``, which looks for who did a thing, in that it looks for the grammatical
/// subject: of a passive the one that something is done to.
struct SubjectFinder: Sendable {
  let tree: SentenceTree

  func subject(of verb: Int) -> ClauseSubject { subject(of: verb, depth: 0) }

  /// - Complexity: O(depth of the clause), at most nine steps.
  private func subject(of verb: Int, depth: Int) -> ClauseSubject {
    guard depth < 9 else { return .none }
    // “it is hard to say”: the clause is an argument, not the subject.
    if tree.child(of: verb, "csubj") != nil, let it = tree.child(of: verb, "expl"), tree.lemmas[it] == "it" {
      return ClauseSubject(head: it, source: .expletive)
    }
    let own = tree.children(of: verb, "nsubj", "csubj").first { tree.relations[$0] != "nsubj:outer" }
    if let own { return ownSubject(own, of: verb) }
    let expletive = tree.child(of: verb, "expl")
    let fallback = ClauseSubject(head: expletive, source: expletive == nil ? .none : .expletive)
    guard let head = tree.heads[verb] else { return fallback }
    switch tree.relations[verb] {
    case "conj" where tree.isClause(head):
      var result = subject(of: head, depth: depth + 1)
      if result.source == .own { result.source = .conjunct }
      return result
    case "parataxis" where tree.isClause(head):
      return ClauseSubject(head: expletive, source: .expletive)
    case let relation where relation.hasPrefix("xcomp"):
      if let object = tree.child(of: head, "obj", "iobj"), tree.lemmas[head] != "promise" {
        return ClauseSubject(head: object, source: .control)
      }
      return ClauseSubject(head: subject(of: head, depth: depth + 1).head, source: .control)
    case let relation where relation.hasPrefix("advcl"):
      return ClauseSubject(head: subject(of: head, depth: depth + 1).head, source: .adverbial)
    case "acl":
      return ClauseSubject(head: head, source: .participle)
    case "acl:relcl":
      return ClauseSubject(head: head, source: .relative)
    default:
      return fallback
    }
  }

  private func ownSubject(_ subject: Int, of verb: Int) -> ClauseSubject {
    let isInRelativeClause = tree.relations[verb] == "acl:relcl"
    guard
      tree.tokens[subject].tag.hasPrefix("W")
        || (isInRelativeClause && ["which", "who", "that", "whom"].contains(tree.lemmas[subject]))
    else { return ClauseSubject(head: subject, source: .own) }
    let top = firstConjunct(of: verb)
    if tree.relations[top] == "acl:relcl" {
      return ClauseSubject(head: tree.heads[top], source: .relative)
    }
    let isEmbedded = ["ccomp", "csubj", "advcl", "xcomp"].contains(tree.universalRelation(of: top))
    if isEmbedded || top == verb || ["what", "who"].contains(tree.lemmas[subject]) {
      return ClauseSubject(head: subject, source: .interrogative)
    }
    return .none
  }

  /// The first of coordinated clauses.
  func firstConjunct(of verb: Int) -> Int {
    var result = verb
    var steps = 0
    while tree.universalRelation(of: result) == "conj", let head = tree.heads[result],
      steps < tree.tokens.count
    {
      result = head
      steps += 1
    }
    return result
  }
}
