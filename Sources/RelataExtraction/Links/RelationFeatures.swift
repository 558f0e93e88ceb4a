import RelataLanguage

/// What the words and the tree beside two mentions say of their relation, each as a number of its own.
///
/// `Training/relata_training/facts/lexical.py` makes the same ones; the order of the templates is part of the
/// file of weights.
struct RelationFeatures {
  /// One end of a link.
  struct End {
    /// Its head in the tree.
    var token: Int
    /// The name of its type.
    var type: String
    /// Whether it has no name of its own: a description or a pronoun.
    var isNameless: Bool
  }

  /// Beyond so many words up a tree nothing is looked for.
  private static let longestPath = 12

  private(set) var keys: [UInt64] = []

  /// - Parameter trigger: the token that says it; nil where nothing does.
  /// - Complexity: O(dependents of both ends): paths are cut.
  init(subject: End, object: End, trigger: Int?, in tree: SentenceTree) {
    let word = trigger.map { Self.word($0, in: tree) } ?? ["", ""]
    let (path, apex) = Self.path(from: subject.token, to: object.token, in: tree)
    let top = apex.map { Self.word($0, in: tree) } ?? ["", ""]
    let types = [subject.type, object.type]
    let cases = [Self.adposition(of: subject.token, in: tree), Self.adposition(of: object.token, in: tree)]
    let relations = [tree.relations[subject.token], tree.relations[object.token]]
    let order = Self.order(of: trigger, subject.token, object.token)
    for parts in [
      [], word, word + [cases[1]], word + [cases[0]], word + [order], word + [types[0]], word + [types[1]],
      word + types, word + [cases[1], types[1]], word + relations, types, [cases[1], order],
      [cases[0], order],
      [cases[1]] + types, [cases[0]] + types, relations + [order], [path], [path] + types, top,
      [top[0], cases[1]],
    ] {
      add(parts, template: keys.count)
    }
    let templates = keys.count
    for (place, end) in [subject, object].enumerated() where end.isNameless {
      let lemma = tree.lemmas[end.token]
      add([lemma], template: templates + 2 * place)
      add([lemma] + word, template: templates + 2 * place + 1)
    }
  }

  /// FNV-1a of 64 bits (Fowler, Noll and Vo) over the template and its parts, each with a zero before it.
  private mutating func add(_ parts: [String], template: Int) {
    let prime: UInt64 = 0x100_0000_01B3
    var hash = (0xCBF2_9CE4_8422_2325 ^ UInt64(template)) &* prime
    for part in parts {
      hash = hash &* prime
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
    }
    keys.append(hash)
  }

  /// A lemma and its class.
  private static func word(_ token: Int, in tree: SentenceTree) -> [String] {
    [tree.lemmas[token], String(tree.tokens[token].tag.prefix(2))]
  }

  /// The first word that marks a phrase's case: "in" of "in Aleppo".
  private static func adposition(of token: Int, in tree: SentenceTree) -> String {
    tree.children[token].first { tree.relations[$0] == "case" }.map { tree.lemmas[$0] } ?? ""
  }

  /// The relations from one token up to the word above both and down to the other, and that word; empty and
  /// nil where they do not meet soon.
  private static func path(from i: Int, to j: Int, in tree: SentenceTree) -> (path: String, apex: Int?) {
    let up = ancestors(of: i, in: tree, most: longestPath) { _ in false }
    let down = ancestors(of: j, in: tree, most: longestPath + 1, until: up.contains)
    guard let apex = down.last, let place = up.firstIndex(of: apex) else { return ("", nil) }
    let rising = up[..<place].map { tree.universalRelation(of: $0) }.joined(separator: ">")
    let falling = down.dropLast().reversed().map { tree.universalRelation(of: $0) }.joined(separator: "<")
    return (rising + "^" + falling, apex)
  }

  /// A token and those above it, up to the first one that the condition holds of.
  private static func ancestors(
    of token: Int, in tree: SentenceTree, most: Int, until isEnd: (Int) -> Bool
  ) -> [Int] {
    var found = [token]
    while let last = found.last, !isEnd(last), let head = tree.heads[last], found.count < most {
      found.append(head)
    }
    return found
  }

  private static func order(of trigger: Int?, _ subject: Int, _ object: Int) -> String {
    guard let trigger, trigger != subject, trigger != object else { return subject < object ? "so" : "os" }
    return [(trigger, "t"), (subject, "s"), (object, "o")].sorted { $0.0 < $1.0 }.map(\.1).joined()
  }
}
