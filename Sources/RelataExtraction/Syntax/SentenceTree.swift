import RelataLanguage

/// A sentence's dependency tree with children at hand, in which every name is one node.
///
/// Inside transliterated names parsers go astray ("Abu Mohammad al-Jolani" as four siblings); so the tokens
/// of a name all hang on the name's shallowest token, and what hung on any of them hangs there too.
struct SentenceTree: Sendable {
  let tokens: [Token]
  /// Names of things; times are read by rules of their own.
  let names: [NameSpan]
  /// The head of each token after names have been collapsed; nil for the root.
  private(set) var heads: [Int?]
  private(set) var relations: [String]
  /// Dependents of each token in the order of the text; tokens inside a name are no one's dependents.
  private(set) var children: [[Int]]
  /// For each token the name that it belongs to.
  private(set) var nameAt: [Int?]
  /// For each name the token that stands for it in the tree.
  private(set) var nameHeads: [Int]
  /// Lower-cased lemmas.
  let lemmas: [String]

  init(_ sentence: Sentence) {
    tokens = sentence.tokens
    names = sentence.names.filter { $0.label != .time }
    let count = tokens.count
    lemmas = tokens.map { $0.lemma.isEmpty ? $0.form.lowercased() : $0.lemma.lowercased() }
    var heads = tokens.map { token in token.head.flatMap { (0..<count).contains($0) ? $0 : nil } }
    var relations = tokens.map(\.relation)
    let depths = Self.depths(heads)
    var nameAt = [Int?](repeating: nil, count: count)
    var nameHeads: [Int] = []
    for (index, name) in names.enumerated() {
      for token in name.tokens { nameAt[token] = index }
      let head = name.tokens.min { depths[$0] < depths[$1] } ?? name.tokens.lowerBound
      nameHeads.append(head)
    }
    for token in 0..<count {
      if let name = nameAt[token], nameHeads[name] != token {
        heads[token] = nameHeads[name]
        relations[token] = "flat"
      } else if let head = heads[token], let name = nameAt[head], nameHeads[name] != head {
        heads[token] = nameHeads[name]
      }
    }
    var children = [[Int]](repeating: [], count: count)
    for token in 0..<count {
      guard let head = heads[token] else { continue }
      if let name = nameAt[token], nameHeads[name] != token { continue }
      children[head].append(token)
    }
    self.heads = heads
    self.relations = relations
    self.children = children
    self.nameAt = nameAt
    self.nameHeads = nameHeads
  }

  private static func depths(_ heads: [Int?]) -> [Int] {
    var depths = [Int](repeating: -1, count: heads.count)
    for start in heads.indices where depths[start] < 0 {
      var path: [Int] = []
      var current: Int? = start
      while let token = current, depths[token] < 0, path.count <= heads.count {
        path.append(token)
        current = heads[token]
      }
      var depth = current.map { depths[$0] + 1 } ?? 0
      for token in path.reversed() {
        depths[token] = depth
        depth += 1
      }
    }
    return depths
  }

  /// The universal part of a relation: `nsubj` of `nsubj:pass`.
  func universalRelation(of token: Int) -> Substring { relations[token].prefix { $0 != ":" } }

  /// Dependents with one of the relations; a relation without a subtype stands for all its subtypes.
  func children(of token: Int, _ wanted: String...) -> [Int] {
    children[token].filter { child in
      wanted.contains { $0 == relations[child] || $0 == universalRelation(of: child) }
    }
  }

  func child(of token: Int, _ wanted: String...) -> Int? {
    children[token].first { child in
      wanted.contains { $0 == relations[child] || $0 == universalRelation(of: child) }
    }
  }

  /// The adposition or adpositions of a nominal, joined by spaces: `in`, `such as`, `out of`;
  /// empty where there is none.
  func adposition(of token: Int) -> String {
    var words: [String] = []
    for child in children[token]
    where universalRelation(of: child) == "case" && lemmas[child] != "'s" && lemmas[child] != "'" {
      // "According to" is no form of a verb.
      words.append(lemmas[child] == "accord" ? "according" : lemmas[child])
      words += children[child].filter { universalRelation(of: $0) == "fixed" }.map { lemmas[$0] }
    }
    return words.joined(separator: " ")
  }

  /// The tokens of the noun phrase or clause below a token, ascending.
  /// - Complexity: O(size of the subtree).
  func subtree(of token: Int) -> [Int] {
    var result: [Int] = []
    var stack = [token]
    while let next = stack.popLast(), result.count <= tokens.count {
      result.append(next)
      stack += children[next]
      if let name = nameAt[next] { result += names[name].tokens.filter { $0 != next } }
    }
    return result.sorted()
  }

  /// The conjuncts of a token, itself first.
  func conjuncts(of token: Int) -> [Int] {
    var result = [token]
    var position = 0
    while position < result.count, result.count <= tokens.count {
      result += children[result[position]].filter {
        universalRelation(of: $0) == "conj" && !result.contains($0)
      }
      position += 1
    }
    return result
  }

  /// The first conjunct of the list that a token is one of, else the token itself.
  func firstConjunct(of token: Int) -> Int {
    var current = token
    // A tree that was given may have a circle.
    for _ in tokens {
      guard universalRelation(of: current) == "conj", let head = heads[current] else { break }
      current = head
    }
    return current
  }

  func isVerb(_ token: Int) -> Bool { tokens[token].partOfSpeech == .verb }

  /// Whether a verb (or participle) is in the passive.
  func isPassive(_ token: Int) -> Bool {
    children[token].contains {
      relations[$0] == "nsubj:pass" || relations[$0] == "aux:pass" || relations[$0] == "obl:agent"
        || relations[$0] == "csubj:pass"
    }
  }

  /// The text between two tokens, as written, with single spaces and without what nobody sees: soft hyphens,
  /// joiners (Default_Ignorable_Code_Point, Unicode Standard Annex 44).
  func text(_ range: Range<Int>) -> String {
    var text = ""
    for token in range where tokens.indices.contains(token) {
      text.unicodeScalars += tokens[token].form.unicodeScalars.filter {
        !$0.properties.isDefaultIgnorableCodePoint
      }
      if tokens[token].hasSpaceAfter && token != range.upperBound - 1 { text += " " }
    }
    return text
  }
}
