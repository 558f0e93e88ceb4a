import RelataGazetteer
import RelataLanguage

/// The words of a description: "the rebel group", "the siege of the city".
struct NounPhrase {
  /// From its first word to its head, or to the number behind it.
  let core: Range<Int>
  /// With an of-phrase behind the head, where it has one.
  let whole: Range<Int>
  private let head: Int
  private let tree: SentenceTree

  init(_ mention: Mention, in tree: SentenceTree) {
    self.tree = tree
    head = mention.head
    var first = mention.head
    while first > 0, Self.hangs(first - 1, on: mention.head, in: tree) { first -= 1 }
    // "Resolution 2259".
    let next = mention.head + 1
    let isNumbered =
      next < tree.tokens.count && tree.heads[next] == mention.head
      && tree.tokens[next].partOfSpeech == .numeral
    var end = isNumbered ? next + 1 : next
    core = first..<end
    for child in tree.children(of: mention.head, "nmod") where child > mention.head {
      guard tree.adposition(of: child) == "of", let last = tree.subtree(of: child).last,
        last - mention.head <= 8, tree.children(of: child, "acl", "acl:relcl").isEmpty
      else { continue }
      end = max(end, last + 1)
    }
    whole = first..<end
  }

  /// Whether a token before the head belongs to its phrase.
  private static func hangs(_ token: Int, on head: Int, in tree: SentenceTree) -> Bool {
    var current = token
    for _ in 0..<6 {
      guard let parent = tree.heads[current] else { return false }
      if parent == head {
        return !["nsubj", "conj", "cc", "case", "mark", "cop", "punct", "appos", "parataxis"].contains(
          tree.universalRelation(of: current))
          || tree.relations[current] == "punct" && token > 0 && tree.tokens[token].form == "-"
      }
      if parent > head { return false }
      current = parent
    }
    return false
  }

  /// As it stands in the text, the longer spelling first, each without what tells which one is meant instead
  /// of what it is: the article, "current", "the country's".
  func spellings(_ words: WordLists) -> [String] {
    let texts = [whole, core].map { tree.text(trimmed($0, words)) }
    return texts[0] == texts[1] ? [texts[0]] : texts
  }

  private func trimmed(_ range: Range<Int>, _ words: WordLists) -> Range<Int> {
    var range = range
    while let first = range.first, first < head {
      if ["the", "a", "an"].contains(tree.tokens[first].form.lowercased())
        || words[.deicticAdjectives].contains(tree.lemmas[first]) && tree.heads[first] == head
      {
        range = range.dropFirst()
      } else if let end = possessorEnd(at: first), end <= head {
        range = end..<range.upperBound
      } else {
        break
      }
    }
    return range
  }

  /// Where a possessor ends that begins at a token and has no name: "the country's".
  private func possessorEnd(at first: Int) -> Int? {
    guard
      let possessor = tree.child(of: head, "nmod:poss"),
      tree.tokens[possessor].partOfSpeech == .noun,
      let last = tree.subtree(of: possessor).last, first <= possessor,
      tree.tokens[first...last].allSatisfy({ $0.form.first?.isUppercase != true || $0.form == "The" })
    else { return nil }
    return last + 1
  }
}
