import RelataGraph

/// Which mentions of a sentence are conjuncts of one list, and what follows for links.
///
/// What is told of one conjunct is told of all, by the same words: "the navies of China, India and Oman".
/// That is the distributive reading of coordination, the usual one in news, unless a conjunct has its own:
/// "Swiss banks and a British insurer". What is said inside the list is said of one conjunct alone: in "A of
/// X and B of Y" A has nothing to do with Y.
struct Coordination {
  /// From this log odds on a link is likely enough to speak for itself: 0.31.
  private static let likely: Float = -0.8
  /// From this on a link speaks for those of the other conjuncts: 0.4.
  private static let sure: Float = -0.4

  /// Conjuncts of one type; a list of several is a wrong tree, or two lists.
  private struct List {
    /// Its mentions.
    var members: [Int]
    /// Where the first and the last of them stand.
    var span: ClosedRange<Int>
  }

  private struct Key: Hashable {
    var first: Int
    var type: EntityType?
  }

  /// The token that each mention is known by.
  private let heads: [Int]
  private let types: [EntityType?]
  private let isPerson: [Bool]
  private let lists: [List]
  /// For each mention its list, where it is one of several conjuncts.
  private let list: [Int?]
  /// For each mention the lists below whose conjuncts it hangs.
  private let within: [Set<Int>]
  /// For each mention the conjunct, a mention, that it follows as a nominal modifier or stands inside one
  /// that does.
  private let owners: [Int?]

  /// - Parameters:
  ///   - heads: the token that each mention is known by.
  ///   - types: what each is, where that is known.
  ///   - isPerson: of each.
  init(heads: [Int], types: [EntityType?], isPerson: [Bool], in tree: SentenceTree) {
    self.heads = heads
    self.types = types
    self.isPerson = isPerson
    var lists: [List] = []
    var list = [Int?](repeating: nil, count: heads.count)
    let keys = heads.indices.map { Key(first: tree.firstConjunct(of: heads[$0]), type: types[$0]) }
    for members in Dictionary(grouping: heads.indices, by: { keys[$0] }).values {
      let tokens = members.map { heads[$0] }
      guard let first = tokens.min(), let last = tokens.max(), first < last else { continue }
      for member in members { list[member] = lists.count }
      lists.append(List(members: members, span: first...last))
    }
    self.lists = lists
    self.list = list
    let conjuncts = Dictionary(heads.indices.filter { list[$0] != nil }.map { (heads[$0], $0) }) { a, _ in a }
    let paths = heads.map { Self.path(from: $0, in: tree) }
    within = heads.indices.map { mention in
      Set(paths[mention].dropFirst().compactMap { conjuncts[$0].flatMap { list[$0] } })
    }
    owners = paths.map { path in
      for (token, head) in zip(path, path.dropFirst()) where tree.universalRelation(of: token) != "conj" {
        guard let conjunct = conjuncts[head], let number = list[conjunct] else { continue }
        guard tree.universalRelation(of: token) == "nmod", token > head, !tree.adposition(of: token).isEmpty
        else {
          return nil
        }
        // Whichever of them the tree hangs it on.
        return lists[number].members.filter { heads[$0] < token }.max { heads[$0] < heads[$1] }
      }
      return nil
    }
  }

  /// A token, its head, and so on up to the root.
  private static func path(from token: Int, in tree: SentenceTree) -> [Int] {
    var path = [token]
    // A tree that was given may have a circle.
    while let head = tree.heads[path[path.count - 1]], path.count <= tree.tokens.count { path.append(head) }
    return path
  }

  /// Whether one end of a pair is said of another conjunct than the other end is: "A of X and B of Y", of A
  /// and Y.
  func isOfAnother(_ pair: LinkReader.Pair) -> Bool {
    isSaid(pair.object, ofAnotherThan: pair.subject) || isSaid(pair.subject, ofAnotherThan: pair.object)
  }

  private func isSaid(_ end: Int, ofAnotherThan mention: Int) -> Bool {
    // Of other things what follows one is too often said of all.
    guard isPerson[mention], let own = list[mention], list[end] != own, let owner = owners[end],
      list[owner] == own,
      heads[owner] != heads[mention]
    else { return false }
    // What follows the last conjunct may be said of all, unless each has its own.
    return heads[owner] != lists[own].span.upperBound
      || owners.contains { $0.map { heads[$0] == heads[mention] } ?? false }
  }

  /// For each pair the row of the one that speaks for it: where it is no likely link itself, the likeliest of
  /// those that have another conjunct in the place of its subject or of its object.
  ///
  /// Of persons only what they do or what is done to them is told of all: what else stands beside one of
  /// them, "Arsenal midfielder" or "DAB's", is seldom the others'.
  /// - Parameters:
  ///   - logOdds: that each pair is linked.
  ///   - isByVerb: whether a verb says so.
  ///   - isSettled: whether a pair speaks for itself, whatever others do.
  /// - Complexity: O(pairs · conjuncts).
  func spokesmen(
    of pairs: [LinkReader.Pair], logOdds: [Float], isByVerb: [Bool], isSettled: (LinkReader.Pair) -> Bool
  ) -> [Int] {
    guard !lists.isEmpty else { return Array(pairs.indices) }
    let rows = Dictionary(uniqueKeysWithValues: zip(pairs, pairs.indices))
    let fillers = fillers(pairs, logOdds, isByVerb)
    return pairs.enumerated().map { row, pair in
      guard logOdds[row] < Self.likely, !isSettled(pair) else { return row }
      let objects = siblings(of: pair.object, besides: pair.subject).compactMap {
        rows[LinkReader.Pair(subject: pair.subject, object: $0)]
      }.filter { isOpen(pair.object, to: pair.subject, byVerb: isByVerb[$0], fillers) }
      let subjects = siblings(of: pair.subject, besides: pair.object).compactMap {
        rows[LinkReader.Pair(subject: $0, object: pair.object)]
      }.filter { isOpen(pair.subject, to: pair.object, byVerb: isByVerb[$0], fillers) }
      let likeliest = (objects + subjects).max {
        (logOdds[$0], $1) < (logOdds[$1], $0)
      }
      return likeliest.flatMap { logOdds[$0] > Self.sure ? $0 : nil } ?? row
    }
  }

  /// What a mention is likely to be linked with.
  private struct Filler: Hashable {
    var type: EntityType
    var isByVerb: Bool
  }

  private func fillers(
    _ pairs: [LinkReader.Pair], _ logOdds: [Float], _ isByVerb: [Bool]
  ) -> [Set<Filler>] {
    var fillers = [Set<Filler>](repeating: [], count: heads.count)
    for (row, pair) in pairs.enumerated() where logOdds[row] >= Self.likely {
      if let type = types[pair.object] {
        fillers[pair.subject].insert(Filler(type: type, isByVerb: isByVerb[row]))
      }
      if let type = types[pair.subject] {
        fillers[pair.object].insert(Filler(type: type, isByVerb: isByVerb[row]))
      }
    }
    return fillers
  }

  /// The other conjuncts of a mention, none where the other end stands among them.
  private func siblings(of mention: Int, besides end: Int) -> [Int] {
    guard let own = list[mention], !lists[own].span.contains(heads[end]),
      list[end] == own || !within[end].contains(own)
    else { return [] }
    return lists[own].members.filter { heads[$0] != heads[mention] }
  }

  /// Whether a mention takes what is told of its conjuncts: it has none of that kind of its own.
  private func isOpen(_ mention: Int, to end: Int, byVerb: Bool, _ fillers: [Set<Filler>]) -> Bool {
    guard let type = types[end], byVerb || !isPerson[mention] else { return false }
    return !fillers[mention].contains(Filler(type: type, isByVerb: byVerb))
  }
}
