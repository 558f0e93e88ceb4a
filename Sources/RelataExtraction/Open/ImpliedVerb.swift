/// Forms of “be” and “have” for relations that the sentence states without a verb.
struct ImpliedVerb: Sendable {
  let tree: SentenceTree
  /// Whether the sentence's main verb is in the past.
  let isPast: Bool

  init(_ tree: SentenceTree) {
    self.tree = tree
    let root = tree.heads.indices.first { tree.heads[$0] == nil }
    isPast =
      root.map { root in
        ([root] + tree.children(of: root, "aux", "cop")).contains { tree.isFinitePast($0) }
      } ?? false
  }

  /// What somebody or something is, holds beyond the time that is told of: always the present.
  func timelessBe(_ subject: Int) -> String { tree.isPlural(subject) ? "are" : "is" }

  /// For what happened, the tense of the sentence.
  func be(_ subject: Int) -> String {
    switch (isPast, tree.isPlural(subject)) {
    case (true, true): "were"
    case (true, false): "was"
    case (false, true): "are"
    case (false, false): "is"
    }
  }

  func have(_ subject: Int) -> String { isPast ? "had" : tree.isPlural(subject) ? "have" : "has" }
}
