import RelataGraph
import RelataLanguage

/// "The Kremlin confirmed the call on February 12": a definite event noun speaks of an event told just before, and may date it.
struct EventAnaphora: Sendable {
  let index: TriggerIndex
  /// Statements of the sentences before.
  let recent: ArraySlice<DocumentStatement>

  func statements(
    in tree: SentenceTree, times: [TimeExpression], evidence: (SentenceTree, String) -> Evidence
  ) -> [DocumentStatement] {
    guard !times.isEmpty else { return [] }
    var result: [DocumentStatement] = []
    for token in tree.tokens.indices where tree.tokens[token].partOfSpeech == .noun {
      let isDefinite = tree.children[token].contains {
        tree.base($0) == "det" && ["the", "this", "that"].contains(tree.lemmas[$0])
      }
      guard isDefinite, tree.children(of: token, "nmod", "acl").isEmpty else { continue }
      let relations = Set(index.relations(ofNoun: tree.lemmas[token]))
      guard !relations.isEmpty,
        let known = recent.last(where: { relations.contains($0.relation) && !$0.isOpen }),
        known.time == nil, known.polarity == .affirmed,
        let time = TimeAttachment.time(of: token, in: tree, among: times)
      else { continue }
      var dated = known
      dated.time = time
      dated.confidence = (known.confidence * 0.85 * 100).rounded() / 100
      dated.evidence = evidence(tree, "event \(tree.lemmas[token])")
      result.append(dated)
    }
    return result
  }
}
