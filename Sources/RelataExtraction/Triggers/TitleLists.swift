import RelataGraph
import RelataLanguage

/// Who of a list holds a title in what.
struct TitleLists {
  typealias Holding = (holder: Int, bodies: [Int])

  private let tree: SentenceTree
  private let names: [Int: Mention]
  /// The head of each person's name by its first token.
  private let persons: [Int: Int]

  /// - Parameter names: of the sentence, by their heads.
  init(tree: SentenceTree, names: [Int: Mention]) {
    self.tree = tree
    self.names = names
    persons = Dictionary(
      names.values.lazy.filter { $0.types.first == .person }.map { ($0.tokens.lowerBound, $0.head) },
      uniquingKeysWith: min)
  }

  /// "The presidents of O and P, A and B": each his own, in this order. Empty where there are not as many of both.
  ///
  /// By the order of words: parsers hang the names on either noun.
  func respective(of title: Int, _ bodies: [Int]) -> [Holding] {
    // Parsers take a name for one body more: "of Chile and Peru, A and B".
    let bodies = bodies.filter { names[$0].map { $0.types.first != .person } ?? false }.sorted()
    guard bodies.count > 1, bodies[0] > title, let last = bodies.last,
      var next = names[last]?.tokens.upperBound,
      next < tree.tokens.count, tree.tokens[next].form == ","
    else { return [] }
    var holders: [Int] = []
    while next < tree.tokens.count {
      if let head = persons[next], let name = names[head] {
        holders.append(head)
        next = name.tokens.upperBound
      } else if ["punct", "cc"].contains(tree.universalRelation(of: next)), holders.count < bodies.count {
        next += 1
      } else {
        break
      }
    }
    return holders.count == bodies.count ? zip(holders, bodies).map { ($0, [$1]) } : []
  }

  /// "Presidents A of O and B of P": each name brings its own, but for those that bring a title, too. "Foreign Minister
  /// A, Finance Minister B and Energy Minister C of O": what stands with the last of several is that of all; of two
  /// the first may be another's ("President A and Prime Minister B of O").
  func own(of title: Int, _ holders: [Int]) -> [Holding] {
    let list = holders.first.map { holder in
      tree.conjuncts(of: tree.firstConjunct(of: holder)).filter { names[$0] != nil }
    }
    guard let list, let last = list.last else { return [] }
    if list.count > 2, list.allSatisfy(hasTitle), list.dropLast().allSatisfy({ own($0).isEmpty }) {
      let shared = own(last)
      return shared.isEmpty ? [] : holders.map { ($0, shared) }
    }
    return list.filter { $0 > title && (holders.contains($0) || !hasTitle($0)) }
      .map { ($0, own($0)) }.filter { !$0.bodies.isEmpty }
  }

  private func own(_ holder: Int) -> [Int] {
    tree.children(of: holder, "nmod").filter { tree.adposition(of: $0) == "of" && names[$0] != nil }
      .flatMap { tree.conjuncts(of: $0) }.filter { names[$0].map { $0.types.first != .person } ?? false }
  }

  private func hasTitle(_ holder: Int) -> Bool { !tree.children(of: holder, "nmod:desc").isEmpty }
}
