import RelataGraph
import RelataLanguage

/// Dated events with one participant: "Assad's fall on December 8", "Hama fell on December 5", "before
/// Assad was toppled in 2024".
///
/// Relations whose only domain is `Event` describe them. The event becomes an entity of its own, named by the
/// relation's label and what it happened to, so that the dates that different articles give can be compared.
struct ToldEvents: Sendable {
  let index: TriggerIndex

  struct Found: Sendable {
    var event: Int
    var relation: String
    var object: Int
    var modality: Modality
    var time: TimeSpan
    var trigger: String
  }

  func find(
    sentence: Int, times: [TimeExpression], _ ontology: Ontology, _ coreference: inout Coreference
  ) -> [Found] {
    guard !times.isEmpty else { return [] }
    let tree = coreference.trees[sentence]
    var result: [Found] = []
    for token in tree.tokens.indices where tree.nameAt[token] == nil {
      let part = tree.tokens[token].partOfSpeech
      guard part == .noun || part == .verb else { continue }
      guard
        let match = index.matches(part == .noun ? .noun : .verb, at: token, in: tree)
          .first(where: { $0.relation.domain == [.event] && $0.trigger.pattern.count == 1 }),
        let time = TimeAttachment.time(of: token, in: tree, among: times, index.words)?.span, time.isPoint,
        time.start?.month != nil,
        let participant = participant(of: token, in: tree)
      else { continue }
      let factuality = Factuality(of: token, in: tree, index.words)
      guard factuality.polarity == .affirmed,
        factuality.modality == .asserted || factuality.modality == .reported
      else { continue }
      for object in coreference.entities(at: participant, sentence: sentence).prefix(1)
      where ontology.allows(coreference.chains[object].type, in: match.relation.range) {
        let event = coreference.event(named: "\(match.relation.label) \(coreference.chains[object].name)")
        result.append(
          Found(
            event: event, relation: match.relation.id, object: object, modality: factuality.modality,
            time: time,
            trigger: match.description))
      }
    }
    return result
  }

  /// Whom it happened to: the possessor or of-phrase of a noun, the subject of an intransitive
  /// or agentless passive verb.
  private func participant(of token: Int, in tree: SentenceTree) -> Int? {
    if tree.tokens[token].partOfSpeech == .noun {
      return tree.child(of: token, "nmod:poss")
        ?? tree.children(of: token, "nmod").first { tree.adposition(of: $0) == "of" }
    }
    if let patient = tree.child(of: token, "nsubj:pass") {
      return Arguments(tree: tree, words: index.words).subjects(of: token).isEmpty ? patient : nil
    }
    guard tree.child(of: token, "obj", "obl:agent") == nil, ["fall", "collapse"].contains(tree.lemmas[token])
    else { return nil }
    guard let subject = tree.child(of: token, "nsubj") else { return nil }
    // "Hama, whose fall …", "Hama, which collapsed": the relative pronoun has been resolved.
    return subject
  }
}
